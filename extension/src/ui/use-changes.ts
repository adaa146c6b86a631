/** Asks again after something changed that the host keeps. Changes come in bursts: one question answers for all of them. */
import { useEffect } from "preact/hooks";
import { onEvent } from "../messages";

const burst = 250;

export function useChanges(wanted: boolean, again: () => void): void {
  useEffect(() => {
    if (!wanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onEvent("plan.changed", () => {
      clearTimeout(timer);
      timer = setTimeout(again, burst);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [wanted, again]);
}
