/**
 * One card's badge: the verdict in a word, the strongest reason beside it, and the whole explanation on hover,
 * focus or click. It stands at the end of the card, in the card's own flow: it hides nothing of LinkedIn's, scrolls
 * and disappears with its card, and comes after Accept and Ignore in the keyboard's order.
 *
 * What a page script could see: no node, attribute, name or address of ours; the badge stands in a closed shadow
 * root of the card itself. But a card is taller than its contents by the badge; it refuses another `attachShadow`,
 * as no card would; while the badge has the focus, `document.activeElement` is the card; and listeners that
 * capture see clicks, keys and pointers of the badge as the card's own. Where the card's element cannot have a
 * shadow root, an empty `div` without attributes is appended to it. Only events that a person caused are honoured,
 * and all that they do is to open or close the explanation.
 */
import type { Judgement } from "../native/protocol";
import { element, isolated } from "./element";
import { placeIn } from "./place";
import { reasonWords, sayFromBrowser as say } from "./reason-words";
import { explanation } from "./reasons";
import { isDarkBehind } from "./style";

/** Between badge and panel, and between panel and the window's edge, in pixels. */
const gap = 6;
const margin = 8;
/** A pointer that only passes over opens nothing. */
const hoverDelay = 150;

const keptEvents = [
  ...["click", "auxclick", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup"],
  ...["keydown", "keypress", "keyup"],
];

const marks = { accept: "✓", ignore: "–", unsure: "?" } as const;

export interface Badge {
  /** The element that had to be added to the card, if one had to. */
  readonly added: HTMLElement | null;
  show(judgement: Judgement, senderName: string): void;
  /** Puts the badge back if the page threw it away. */
  restore(): void;
  remove(): void;
}

export function makeBadge(card: Element): Badge {
  const place = placeIn(card);
  let frame: HTMLElement | null = null;
  let close = (): void => undefined;
  return {
    added: place.added,
    show(judgement, senderName) {
      close();
      const pill = pillFor(judgement);
      frame = element("div", `badge ${judgement.verdict}${isDarkBehind(card) ? " dark" : ""}`, pill);
      keepEvents(frame);
      place.put(frame);
      close = explainOn(frame, pill, () => explanation(judgement, senderName, () => close()));
    },
    restore() {
      if (frame) place.put(frame);
    },
    remove() {
      close();
      place.clear();
    },
  };
}

/** What a person does to the badge is none of the card's business: a click must not open a profile as well. */
function keepEvents(frame: HTMLElement): void {
  for (const type of keptEvents) frame.addEventListener(type, (event) => event.stopPropagation());
}

function pillFor(judgement: Judgement): HTMLButtonElement {
  const verdict = say(`verdict_${judgement.verdict}`);
  const first = judgement.reasons.map((reason) => reasonWords(reason)).find((words) => words) ?? "";
  const mark = element("span", "", marks[judgement.verdict]);
  mark.setAttribute("aria-hidden", "true");
  const pill = element("button", "pill", element("span", "verdict", mark, verdict));
  if (first) {
    const reason = element("span", "first", isolated(first));
    pill.append(reason);
  }
  pill.type = "button";
  pill.setAttribute("aria-label", say("badge_label", [verdict, first]));
  pill.setAttribute("aria-haspopup", "dialog");
  pill.setAttribute("aria-expanded", "false");
  return pill;
}

/**
 * Opens the explanation while the pointer or the focus is on the badge, and keeps it open after a click until it
 * is closed. Returns what closes it.
 */
function explainOn(frame: HTMLElement, pill: HTMLButtonElement, make: () => HTMLElement): () => void {
  let panel: HTMLElement | null = null;
  let pinned = false;
  let hover: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    if (panel) return;
    panel = make();
    frame.append(panel);
    panel.showPopover();
    place(panel, pill);
    pill.setAttribute("aria-expanded", "true");
    addEventListener("scroll", follow, { capture: true, passive: true });
  };
  /** Focusing a badge below the fold scrolls to it: the panel goes along, and closes with its badge out of view. */
  const follow = (): void => {
    const { top, bottom } = pill.getBoundingClientRect();
    if (!panel || bottom < 0 || top > innerHeight) close();
    else place(panel, pill);
  };
  const close = (): void => {
    clearTimeout(hover);
    removeEventListener("scroll", follow, { capture: true });
    panel?.remove();
    panel = null;
    pinned = false;
    pill.setAttribute("aria-expanded", "false");
  };
  const closeUnlessPinned = (): void => {
    if (!pinned) close();
  };
  const on = <K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    act: (event: HTMLElementEventMap[K]) => void,
  ): void => {
    target.addEventListener(type, (event) => {
      if (event.isTrusted) act(event);
    });
  };
  const after = (delay: number, act: () => void) => () => {
    clearTimeout(hover);
    hover = setTimeout(act, delay);
  };
  on(frame, "pointerenter", after(hoverDelay, open));
  on(frame, "pointerleave", after(hoverDelay, closeUnlessPinned)); // time to reach the panel across the gap
  on(pill, "focus", open);
  on(frame, "focusout", (event) => {
    if (!(event.relatedTarget instanceof Node) || !frame.contains(event.relatedTarget)) closeUnlessPinned();
  });
  on(pill, "click", () => {
    if (pinned) return close();
    open();
    pinned = true;
  });
  on(frame, "keydown", (event) => {
    if (event.key !== "Escape" || !panel) return;
    event.stopPropagation(); // LinkedIn's own dialogs stay open
    close();
    pill.focus({ preventScroll: true });
    close(); // focusing the pill opened it again
  });
  return close;
}

/**
 * Below the pill; where there is no room, beside it, so that the card that it explains stays in sight; else above it.
 * Never beyond the window's edges.
 */
function place(panel: HTMLElement, pill: HTMLElement): void {
  const anchor = pill.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const rightToLeft = getComputedStyle(pill).direction === "rtl";
  let top = anchor.bottom + gap;
  let left = rightToLeft ? anchor.right - width : anchor.left;
  if (top + height > innerHeight) {
    const beside = rightToLeft ? anchor.left - gap - width : anchor.right + gap;
    const fits = beside >= margin && beside + width <= innerWidth - margin;
    top = fits ? innerHeight - margin - height : anchor.top - gap - height;
    if (fits) left = beside;
  }
  panel.style.top = `${Math.max(margin, top)}px`;
  panel.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
}
