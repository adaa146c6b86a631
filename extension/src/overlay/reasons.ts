/**
 * The explanation behind a badge: what speaks for and against, in the order of its weight, with the words on the
 * card that gave rise to it. A popover in the browser's top layer, so that no scroller of LinkedIn's clips it.
 */
import type { Judgement, Reason } from "../native/protocol";
import { element, isolated } from "./element";
import { reasonWords, relationshipWords, sayFromBrowser as say } from "./reason-words";

export function explanation(judgement: Judgement, senderName: string, onClose: () => void): HTMLElement {
  const panel = element("div", "panel");
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", say("badge_why"));
  panel.popover = "manual";
  panel.append(head(judgement, senderName, onClose), scoreLine(judgement));
  const strongest = Math.max(...judgement.reasons.map((reason) => Math.abs(reason.weight)), 0);
  const speaksFor = judgement.reasons.filter((reason) => reason.weight >= 0);
  const against = judgement.reasons.filter((reason) => reason.weight < 0);
  if (speaksFor.length) panel.append(group("badge_for", "for", speaksFor, strongest));
  if (against.length) panel.append(group("badge_against", "against", against, strongest));
  panel.append(element("div", "advice", say("badge_advice")));
  return panel;
}

function head(judgement: Judgement, senderName: string, onClose: () => void): HTMLElement {
  const title = element("div", "title", `${say(`verdict_${judgement.verdict}`)}: `, isolated(senderName));
  const close = element("button", "close", "×");
  close.type = "button";
  close.setAttribute("aria-label", say("badge_close"));
  close.addEventListener("click", (event) => {
    if (event.isTrusted) onClose();
  });
  return element("div", "head", title, close);
}

function scoreLine(judgement: Judgement): HTMLElement {
  const percent = say("badge_score", [String(Math.round(judgement.score * 100))]);
  const relationship =
    judgement.relationship === "other" ? "" : ` · ${relationshipWords(judgement.relationship)}`;
  return element("div", "score", percent + relationship);
}

function group(titleKey: string, side: string, reasons: Reason[], strongest: number): HTMLElement {
  const list = element("ul", side);
  for (const reason of reasons) {
    const words = reasonWords(reason);
    if (words) list.append(element("li", "", bar(reason.weight, strongest), isolated(words)));
  }
  return element("div", "", element("div", "group", say(titleKey)), list);
}

function bar(weight: number, strongest: number): HTMLElement {
  const fill = element("i", "");
  fill.style.width = `${strongest > 0 ? Math.round((Math.abs(weight) / strongest) * 100) : 0}%`;
  const made = element("span", "bar", fill);
  made.setAttribute("aria-hidden", "true");
  return made;
}
