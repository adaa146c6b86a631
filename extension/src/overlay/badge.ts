/**
 * One card's badge: the verdict in a word, the strongest reason beside it (unless the person wants badges compact),
 * and the whole explanation on hover, focus or click. It stands at the end of the card, in the card's own flow: it
 * hides nothing of LinkedIn's, scrolls and disappears with its card, and comes after Accept and Ignore in the
 * keyboard's order.
 *
 * What a page script could see: no node, attribute, name or address of ours; the badge stands in a closed shadow
 * root of the card itself. But a card is taller than its contents by the badge; it refuses another `attachShadow`,
 * as no card would; while the badge has the focus, `document.activeElement` is the card; and listeners that
 * capture see clicks, keys and pointers of the badge as the card's own. Where the card's element cannot have a
 * shadow root, an empty `div` without attributes is appended to it. Only events that a person caused are honoured,
 * and all that they do is to open or close the explanation, to correct its reasons and to copy a line of ours.
 */
import type { Judgement } from "../native/protocol";
import type { Prefs } from "../prefs";
import { direction } from "../ui/i18n";
import { mainReason, sayFromBrowser as say } from "../ui/reason-words";
import { element, isolated } from "./element";
import { type Corrector, Explanation } from "./explanation";
import { placeIn } from "./place";
import { isDarkBehind } from "./style";

const keptEvents = [
  ...["click", "auxclick", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup"],
  ...["keydown", "keypress", "keyup"],
];

/** They tell the verdicts apart without colour. */
const marks = { accept: "✓", ignore: "–", unsure: "?", later: "»" } as const;

/** How the person wants badges to look. */
export type Dress = Pick<Prefs, "look" | "density">;

export interface Badge {
  /** The element that had to be added to the card, if one had to. */
  readonly added: HTMLElement | null;
  /** Shows the judgement; an explanation that is open stays open and tells the new one. */
  show(judgement: Judgement, senderName: string, dress: Dress): void;
  /** Other corrections hold: an open explanation tells so. */
  refresh(): void;
  /** Puts the badge back if the page threw it away. */
  restore(): void;
  remove(): void;
}

export function makeBadge(card: Element, corrector: Corrector): Badge {
  const place = placeIn(card);
  const pill = emptyPill();
  const frame = element("div", "badge", pill);
  keepEvents(frame);
  const explanation = new Explanation(frame, pill, corrector);
  return {
    added: place.added,
    show(judgement, senderName, { look, density }) {
      frame.className = `badge ${judgement.verdict} ${look} ${density}${isDarkBehind(card) ? " dark" : ""}`;
      fill(pill, judgement, density);
      place.put(frame);
      explanation.tell(judgement, senderName);
    },
    refresh: () => explanation.refresh(),
    restore() {
      place.put(frame);
      explanation.closeIfHidden();
    },
    remove() {
      explanation.close();
      place.clear();
    },
  };
}

/** What a person does to the badge is none of the card's business: a click must not open a profile as well. */
function keepEvents(frame: HTMLElement): void {
  for (const type of keptEvents) frame.addEventListener(type, (event) => event.stopPropagation());
}

function emptyPill(): HTMLButtonElement {
  const pill = element("button", "pill");
  pill.type = "button";
  pill.setAttribute("aria-haspopup", "dialog");
  pill.setAttribute("aria-expanded", "false");
  return pill;
}

function fill(pill: HTMLButtonElement, judgement: Judgement, density: Dress["density"]): void {
  const verdict = say(`verdict_${judgement.verdict}`);
  const first = mainReason(judgement);
  const mark = element("span", "", marks[judgement.verdict]);
  mark.setAttribute("aria-hidden", "true");
  pill.dir = direction();
  pill.replaceChildren(element("span", "verdict", mark, verdict));
  if (first && density !== "compact") pill.append(element("span", "first", isolated(first)));
  pill.setAttribute("aria-label", say("badge_label", [verdict, first]));
}
