/**
 * What an explanation says of the invitation's place in the week: why it is put off and when its turn comes, that one
 * can ask first, that one may let it lapse. Asking is the person's own act: a neutral line is there to be copied, and
 * nothing is ever sent.
 */
import type { Judgement } from "../native/protocol";
import { laterWords } from "../ui/plan-words";
import { sayFromBrowser as say } from "../ui/reason-words";
import { button, element } from "./element";

/** Why something that deserves to be accepted is put off, and until when; empty where it is not. */
export function putOffWords({ plan }: Judgement): string {
  return plan.place === "later" ? laterWords(plan, Date.now()).join(" ") : "";
}

export function lapseWords({ plan }: Judgement): string {
  return plan.place === "lapse" ? say("badge_lapse") : "";
}

/** The line to ask with and the button that copies it, where an answer could tell what the card does not. */
export function askFirst({ plan }: Judgement, copy: (text: string) => void): Node[] {
  if (plan.place !== "ask-first") return [];
  const words = say("ask_line");
  const copies = button("choice", say("ask_copy"), () => copy(words));
  copies.dataset.at = "copy";
  copies.setAttribute("aria-label", say("correct_label", [say("ask_copy"), words]));
  return [
    element("div", "outlook", say("ask_offer")),
    element("div", "ask", element("q", "", words), copies),
  ];
}
