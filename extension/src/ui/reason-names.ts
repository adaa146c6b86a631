/**
 * A reason as such, whichever way it points: for lists that are about many cards. The words on a card say more than
 * that where a fact reads differently on the two sides; those have a name here.
 */
import { type MessageKey, t } from "./i18n";
import { reasonWords } from "./reason-words";

const twoSided: Record<string, MessageKey> = {
  SENIORITY: "dash_reason_seniority",
  USUAL: "dash_reason_usual",
  PERSONAL: "dash_reason_personal",
};

/** Empty where this extension has no words for the code. */
export function reasonName(code: string): string {
  const own = twoSided[code];
  return own ? t(own) : reasonWords({ code, params: {}, weight: 0 });
}
