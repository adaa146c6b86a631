/**
 * What an explanation says: what speaks for and against, in the order of its weight, with the words on the card
 * that gave rise to it, what the person said of it, what would turn or settle the verdict, and what one could do.
 */
import type { Correction, CorrectionRequest, Judgement, Reason } from "../native/protocol";
import { reasonWords, sayFromBrowser as say, senderWords, unlessWords } from "../ui/reason-words";
import { choicesFor, heldLine, heldOn } from "./choices";
import { element, isolated } from "./element";
import { askFirst, lapseWords, putOffWords } from "./plan";

export interface Told {
  judgement: Judgement;
  senderName: string;
  /** Every reason that this badge has shown so far, by its code. */
  shown: ReadonlyMap<string, Reason>;
  /** All corrections that hold. */
  corrections: readonly Correction[];
  /** The reason whose choices are open. */
  open: string | null;
}

/** What a person can have done from here. */
export interface Acts {
  /** Opens or closes the choices of a reason. */
  toggle(key: string): void;
  /** `said` tells what then holds. */
  correct(request: CorrectionRequest, said: string): void;
  /** Puts our own words into the clipboard. */
  copy(text: string): void;
}

export function contentsOf(told: Told, acts: Acts): Node[] {
  const { judgement } = told;
  const title = element(
    "div",
    "title",
    `${say(`verdict_${judgement.verdict}`)}: `,
    isolated(told.senderName),
  );
  const score = say("badge_score", [String(Math.round(judgement.score * 100))]);
  return [
    title,
    element("div", "score", score),
    ...line("who", senderWords(judgement.relationship)),
    ...line("outlook", putOffWords(judgement)),
    ...group("badge_for", "for", told, acts, ({ weight }) => weight >= 0),
    ...group("badge_against", "against", told, acts, ({ weight }) => weight < 0),
    ...changed(told, acts),
    ...line("outlook", unlessWords(judgement)),
    ...line("outlook", settlesWords(judgement)),
    ...line("outlook", lapseWords(judgement)),
    ...askFirst(judgement, acts.copy),
    element("div", "advice", say("badge_advice")),
  ];
}

function line(className: string, words: string): Node[] {
  return words ? [element("div", className, isolated(words))] : [];
}

function settlesWords({ verdict, settles }: Judgement): string {
  return verdict === "unsure" && settles !== null ? say(`settles_${settles}`) : "";
}

function group(
  titleKey: string,
  side: string,
  told: Told,
  acts: Acts,
  belongs: (reason: Reason) => boolean,
): Node[] {
  const strongest = Math.max(...told.judgement.reasons.map(({ weight }) => Math.abs(weight)), 0);
  const rows = told.judgement.reasons
    .filter(belongs)
    .map((reason) => row(reason, strongest, told, acts))
    .filter((made) => made !== null);
  return rows.length ? [element("div", "group", say(titleKey)), element("ul", side, ...rows)] : [];
}

/** Null where there are no words. */
function row(reason: Reason, strongest: number, told: Told, acts: Acts): HTMLElement | null {
  const words = reasonWords(reason);
  if (!words) return null;
  const { judgement, corrections, open } = told;
  const held = heldOn(reason.code, judgement.id, corrections);
  const controls = held
    ? [heldLine(held, words, acts)]
    : choicesFor(reason, words, { invitationId: judgement.id, open }, acts);
  const said = element("div", "", isolated(words), ...quoted(reason), ...agreed(reason));
  return element("li", "", bar(reason.weight, strongest), said, ...controls);
}

/** The card's own words. A stranger wrote them: they are text, and isolated from ours. */
function quoted({ evidence }: Reason): Node[] {
  if (!evidence?.words) return [];
  const words = element("span", "", isolated(say("badge_quote", [evidence.words])));
  return [element("div", "small quote", ` ${say(`evidence_${evidence.source}`)} `, words)];
}

function agreed({ agreed }: Reason): Node[] {
  if (!agreed) return [];
  return [element("div", "small", ` ${say("badge_agreed", [String(agreed.times), String(agreed.of)])}`)];
}

/** Reasons that are silent here because of what the person said of them: the way back stays in reach. */
function changed({ judgement, shown, corrections }: Told, acts: Acts): Node[] {
  const here = new Set(judgement.reasons.map(({ code }) => code));
  const codes = new Set(
    corrections
      .filter(({ code, invitationId }) => invitationId === judgement.id || shown.has(code))
      .map(({ code }) => code)
      .filter((code) => !here.has(code)),
  );
  const rows = [...codes].flatMap((code) => {
    const held = heldOn(code, judgement.id, corrections);
    const words = reasonWords(shown.get(code) ?? { code, params: {}, weight: 0 });
    return held && words
      ? [element("li", "", element("div", "", isolated(words)), heldLine(held, words, acts))]
      : [];
  });
  return rows.length
    ? [element("div", "group", say("badge_changed")), element("ul", "changed", ...rows)]
    : [];
}

function bar(weight: number, strongest: number): HTMLElement {
  const fill = element("i", "");
  fill.style.width = `${strongest > 0 ? Math.round((Math.abs(weight) / strongest) * 100) : 0}%`;
  const made = element("span", "bar", fill);
  made.setAttribute("aria-hidden", "true");
  return made;
}
