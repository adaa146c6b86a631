/** The timer of a review, alive: it looks at the clock when something is due, and when the person comes back. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { ReviewSession } from "../native/protocol";
import { advanced, extended, minutesOf, nextMoment, started, type Timer } from "./timer";

/** A clock may jump, and long timeouts drift: looked at this often at least. */
const mostMs = 30_000;

export interface ReviewTimer {
  timer: Timer;
  /** When the review began: with the slot or the press on Start, else when the page was opened. */
  since: number;
  start(): void;
  extend(): void;
  dismiss(): void;
}

export function useTimer(review: ReviewSession | null): ReviewTimer {
  const [timer, setTimer] = useState<Timer>({ state: "none" });
  const [since, setSince] = useState(() => Date.now());
  const look = useCallback(() => setTimer((old) => advanced(old, review, Date.now())), [review]);

  useEffect(() => {
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [look]);
  useEffect(() => {
    const due = nextMoment(timer, review, Date.now());
    if (due === null) return;
    const every = setInterval(look, Math.min(mostMs, Math.max(250, due - Date.now())));
    return () => clearInterval(every);
  }, [timer, review, look]);
  useEffect(() => {
    if (timer.state === "running") setSince(timer.startedAt);
  }, [timer]);

  return {
    timer,
    since,
    start: () => setTimer(started(minutesOf(review), Date.now())),
    extend: () => setTimer((old) => extended(old, Date.now())),
    dismiss: () => setTimer({ state: "dismissed", since: Date.now() }),
  };
}
