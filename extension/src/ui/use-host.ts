/**
 * The host's state, kept fresh as long as it is not ready: asked again shortly while it connects, when the person
 * comes back to the page (from the terminal, likely), and every few seconds, ever more slowly, where a page wants to
 * watch: each time the browser may have to start the host.
 */
import { useCallback, useEffect, useState } from "preact/hooks";
import { ask } from "../messages";
import type { PageHostState } from "./host-words";

const connectingDelay = 400;
const watchDelay = (checks: number) => Math.min(2000 + 1000 * checks, 15_000);

export interface Host {
  /** null until the first answer. */
  state: PageHostState | null;
  /** When the person last pressed "Try again" and had an answer; null if never. */
  retriedAt: number | null;
  /** Asks anew because of something that happened. */
  check(): void;
  /** Asks anew because the person wants to know. */
  retry(): void;
}

/** Nothing is asked, and so no host is started, until `wanted`. */
export function useHost(wanted: boolean, watch = false): Host {
  const [state, setState] = useState<PageHostState | null>(null);
  const [checks, setChecks] = useState(0);
  const [retriedAt, setRetriedAt] = useState<number | null>(null);

  const look = useCallback(async () => {
    const reply = await ask("host.check", {});
    setState(reply.ok ? reply.value : { state: "silent" });
    setChecks((count) => count + 1);
  }, []);
  const retry = useCallback(() => {
    void look().then(() => setRetriedAt(Date.now()));
  }, [look]);
  const check = useCallback(() => void look(), [look]);

  useEffect(() => {
    if (wanted) check();
  }, [wanted, check]);

  // `checks` is listed so that every finished check, even one with the same answer, schedules the next.
  useEffect(() => {
    if (!state || state.state === "ready") return;
    const again = () => {
      if (!document.hidden) check();
    };
    const delay = state.state === "connecting" ? connectingDelay : watch ? watchDelay(checks) : null;
    const timer = delay === null ? undefined : setTimeout(again, delay);
    window.addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("focus", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [state, checks, watch, check]);

  return { state, retriedAt, check, retry };
}
