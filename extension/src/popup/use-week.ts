/** Everything that the popup asks, all at once, and kept fresh while it is open. */
import { useEffect, useState } from "preact/hooks";
import { onEvent } from "../messages";
import type { Prefs } from "../prefs";
import { useAnswer } from "../ui/use-answer";
import { useHost } from "../ui/use-host";
import { usePageCheck } from "./page-check";

/** As many of the plan as are shown. */
const best = { from: 0, most: 3 };

/** `silent`: the background did not even answer about consent; the host's check will say so. */
export function useWeek(agreed: boolean, silent: boolean) {
  const host = useHost(agreed || silent);
  const waiting = host.state === null;
  const ready = host.state?.state === "ready";
  // Not only once the host is known to be ready: the popup would wait twice.
  const plan = useAnswer("plan.get", best, agreed && (waiting || ready));
  const settings = useAnswer("settings.get", {}, agreed && (waiting || ready));
  const outbox = useAnswer("outbox.get", {}, agreed);
  const [prefs, setPrefs] = usePrefs(agreed);
  const checked = usePageCheck(agreed);
  const { again } = plan;
  const { again: askSettings } = settings;
  useEffect(() => {
    if (!agreed) return;
    return onEvent("plan.changed", () => {
      again();
      askSettings();
    });
  }, [agreed, again, askSettings]);
  const answered = [plan.reply, settings.reply].every((reply) => reply !== null) || (!waiting && !ready);
  useComplete(
    host.state !== null && answered && outbox.reply !== null && checked !== undefined && prefs !== undefined,
  );
  return {
    host,
    ready,
    waiting,
    plan,
    settings: settings.reply,
    outbox: outbox.reply,
    prefs,
    setPrefs,
    checked,
  };
}

/** undefined while asked, null where the background does not tell. */
function usePrefs(wanted: boolean) {
  const { reply } = useAnswer("prefs.get", {}, wanted);
  const [changed, setChanged] = useState<Prefs | null>(null);
  useEffect(() => onEvent("prefs.changed", setChanged), []);
  const told = reply?.ok ? reply.value : null;
  return [changed ?? (reply === null ? undefined : told), setChanged] as const;
}

/** A mark for the bench: since the page began to load, in milliseconds. */
function useComplete(complete: boolean): void {
  useEffect(() => {
    if (complete)
      document.documentElement.dataset.complete ??= String(Math.round(performance.now() * 10) / 10);
  }, [complete]);
}
