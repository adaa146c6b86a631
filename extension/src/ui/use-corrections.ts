/**
 * What the person said of reasons, on a page of ours: those that hold, asked for again when they may have changed,
 * and a way to make one or take one back.
 */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, onEvent, type Reply } from "../messages";
import type { Correction, CorrectionRequest, Corrections } from "../native/protocol";

export interface HeldCorrections {
  /** None while it is not known. */
  held: readonly Correction[];
  /** False if it could not be kept. */
  correct(request: CorrectionRequest): Promise<boolean>;
}

export function useCorrections(wanted: boolean): HeldCorrections {
  const [held, setHeld] = useState<readonly Correction[]>([]);
  /** Counts the questions: only the answer to the newest tells what holds. */
  const asked = useRef(0);

  const take = useCallback(async (answer: Promise<Reply<Corrections>>): Promise<boolean> => {
    const question = ++asked.current;
    const reply = await answer;
    if (reply.ok && question === asked.current) setHeld(reply.value.corrections);
    return reply.ok;
  }, []);

  useEffect(() => {
    if (!wanted) return;
    const list = () => void take(ask("reasons.list", {}));
    list();
    return onEvent("plan.changed", list);
  }, [wanted, take]);

  const correct = useCallback((request: CorrectionRequest) => take(ask("reasons.correct", request)), [take]);
  return { held, correct };
}

/** Of the corrections that hold, the one that is about this reason: on this invitation first, else everywhere. */
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
