/**
 * Where in a card its badge stands: behind everything that the page put there, but not among it. The card's own
 * element gets a closed shadow root, whose slot shows the page's nodes as before, and the badge follows the slot.
 *
 * React owns what is in a card. It compares a server-rendered card with its own idea of it, node by node, and
 * throws the whole list away when there is one node too many; it empties a card to write bare text into it. It
 * never looks into a shadow root, so there is nothing that it could stumble over, drop or hand to another card.
 * A layer outside React's root would be as safe, but it would hide what it lies on instead of standing in the
 * card's flow, and anchoring it takes a name on each card: an attribute or a style sheet that the page can see.
 *
 * Elements that cannot have a shadow root (`li`), or have one of the page's, get an empty `div` appended that can.
 */
import { styleOf } from "./style";

export interface Place {
  /** The element that had to be added to the card, if one had to. */
  readonly added: HTMLElement | null;
  /** Puts it there, and back there if the page took it away. */
  put(content: HTMLElement): void;
  clear(): void;
}

/** A shadow root cannot be taken away: the next badge of the same card finds it here. */
const roots = new WeakMap<Element, ShadowRoot>();

export function placeIn(card: Element): Place {
  const root = roots.get(card) ?? attachedTo(card);
  if (root === null) return placeBehind(card);
  roots.set(card, root);
  const slot = root.querySelector("slot") ?? document.createElement("slot");
  root.adoptedStyleSheets = [styleOf("card")];
  return {
    added: null,
    put(content) {
      if (content.parentNode !== root) root.replaceChildren(slot, content);
    },
    clear: () => root.replaceChildren(slot),
  };
}

function placeBehind(card: Element): Place {
  const added = document.createElement("div");
  const root = added.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [styleOf("added")];
  return {
    added,
    put(content) {
      if (content.parentNode !== root) root.replaceChildren(content);
      if (added.parentNode !== card) card.append(added);
    },
    clear: () => added.remove(),
  };
}

function attachedTo(card: Element): ShadowRoot | null {
  try {
    return card.attachShadow({ mode: "closed" });
  } catch {
    return null;
  }
}
