/** What the dashboard asks for, and asks again when something changed that it rests on. */
import { useCallback, useEffect, useRef } from "preact/hooks";
import type { Corrections, History, PastDecisions } from "../native/protocol";
import { type Answer, useAnswer } from "../ui/use-answer";
import { useChanges } from "../ui/use-changes";

export interface Looked {
  history: Answer<History>;
  reasons: Answer<Corrections>;
  decisions: Answer<PastDecisions>;
  /** All of it. */
  again(): void;
}

export function useHistory(weeks: number, ready: boolean): Looked {
  const history = useAnswer("history.get", { weeks }, ready);
  const reasons = useAnswer("reasons.list", {}, ready);
  const decisions = useAnswer("decisions.list", { since: 0, most: 50 }, ready);
  const askHistory = history.again;
  const askReasons = reasons.again;
  const askDecisions = decisions.again;

  const asked = useRef(weeks);
  useEffect(() => {
    if (asked.current === weeks) return;
    asked.current = weeks;
    if (ready) askHistory();
  }, [weeks, ready, askHistory]);

  const again = useCallback(() => {
    askHistory();
    askReasons();
    askDecisions();
  }, [askHistory, askReasons, askDecisions]);
  useChanges(ready, again);
  return { history, reasons, decisions, again };
}
