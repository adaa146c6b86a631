/** Whether the person agreed, on which all else of a page waits: nothing is asked of the host before. */
import type { Consent } from "../messages";
import { type Answer, useAnswer } from "./use-answer";

export interface Agreement extends Answer<Consent> {
  /** They did. */
  agreed: boolean;
  /** They did not: known, not assumed. */
  none: boolean;
  /** The background does not even answer this; the host's check will say why. */
  silent: boolean;
}

export function useConsent(): Agreement {
  const { reply, again } = useAnswer("consent.get", {}, true);
  const given = reply?.ok ? reply.value.given : null;
  return { agreed: given === true, none: given === false, silent: reply?.ok === false, reply, again };
}
