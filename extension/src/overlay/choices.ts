/**
 * What a person can say of a reason, beside the reason: its choices behind one small button, and once one was
 * chosen what holds now, with the way back.
 */
import { type Correction, corrections, type Reason } from "../native/protocol";
import { sayFromBrowser as say } from "../ui/reason-words";
import { button, element } from "./element";
import type { Acts } from "./reasons";

/** What a correction would change nothing about: it is the lack of reasons. */
const beyondCorrection = "NO_EVIDENCE";

/** Of the corrections that hold, the one that is about this reason: on this card first, else everywhere. */
export function heldOn(
  code: string,
  invitationId: string,
  held: readonly Correction[],
): Correction | undefined {
  const own = held.filter((correction) => correction.code === code);
  return (
    own.find((correction) => correction.invitationId === invitationId) ??
    own.find((correction) => correction.invitationId === null)
  );
}

/** The button that opens the choices, and the choices if they are open. */
export function choicesFor(
  reason: Reason,
  words: string,
  about: { invitationId: string; open: string | null },
  acts: Acts,
): HTMLElement[] {
  if (reason.code === beyondCorrection) return [];
  const key = `${reason.code} ${reason.params.term ?? ""}`;
  const isOpen = about.open === key;
  const opener = button("choose", "", () => acts.toggle(key));
  opener.dataset.at = `choices ${reason.code}`;
  opener.setAttribute("aria-label", say("correct_open", [words]));
  opener.setAttribute("aria-expanded", String(isOpen));
  return isOpen ? [opener, choices(reason.code, words, about.invitationId, acts)] : [opener];
}

function choices(code: string, words: string, invitationId: string, acts: Acts): HTMLElement {
  const buttons = corrections.map((correction) => {
    const label = say(`correct_${correction}`);
    const request = { code, correction, invitationId: correction === "wrong" ? invitationId : null };
    const said = say("correct_label", [say(`held_${correction}`), words]);
    const made = button("choice", label, () => acts.correct(request, said));
    made.dataset.at = `${correction} ${code}`;
    made.setAttribute("aria-label", say("correct_label", [label, words]));
    return made;
  });
  const group = element("div", "choices", ...buttons);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", say("correct_open", [words]));
  return group;
}

/** What holds now, and the button that takes it back. */
export function heldLine(
  { code, correction, invitationId }: Correction,
  words: string,
  acts: Acts,
): HTMLElement {
  const said = say("correct_label", [say("correct_undone"), words]);
  const undo = button("choice", say("correct_undo"), () =>
    acts.correct({ code, correction: "none", invitationId }, said),
  );
  undo.dataset.at = `undo ${code}`;
  undo.setAttribute("aria-label", say("correct_label", [say("correct_undo"), words]));
  return element("div", "held", element("span", "", say(`held_${correction}`)), " ", undo);
}
