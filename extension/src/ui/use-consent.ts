/**
 * Whether the person agreed, on which all else of a page waits. What our pages knew last is noted, so that one opened by
 * somebody who agreed asks for everything at once, and not for this first; the answer then puts right what is not so.
 */
import { useEffect } from "preact/hooks";
import type { Consent } from "../messages";
import { note, noted } from "./notes";
import { type Answer, useAnswer } from "./use-answer";

export interface Agreement extends Answer<Consent> {
  /** They did; until it is told, as noted. */
  agreed: boolean;
  /** They did not: known, not assumed. */
  none: boolean;
  /** The background does not even answer this; the host's check will say why. */
  silent: boolean;
}

export function useConsent(): Agreement {
  const { reply, again } = useAnswer("consent.get", {}, true);
  const given = reply?.ok ? reply.value.given : null;
  useEffect(() => {
    if (given !== null) note("superlink.agreed", given ? "yes" : null);
  }, [given]);
  return {
    agreed: reply === null ? noted("superlink.agreed") === "yes" : given === true,
    none: given === false,
    silent: reply?.ok === false,
    reply,
    again,
  };
}
