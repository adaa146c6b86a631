/**
 * The settings page's memory: what the host has stored, what the person has changed since, and how the last
 * attempt to save ended. Nothing that the person typed is ever dropped because a save failed.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask, onEvent } from "../messages";
import type { Settings } from "../native/protocol";
import { type Draft, draftOf, finish, isSame, isSameSettings, type Problem, rebased, settled } from "./draft";

export type Progress =
  | { kind: "idle" }
  | { kind: "saving" }
  /** `previous` is what Undo brings back. */
  | { kind: "saved"; previous: Settings }
  | { kind: "undone" }
  | { kind: "invalid" }
  | { kind: "failed"; code: string };

export type Loaded = { kind: "loading" } | { kind: "failed"; code: string } | { kind: "here" };

export interface Editing {
  loaded: Loaded;
  stored: Settings | null;
  draft: Draft | null;
  dirty: boolean;
  progress: Progress;
  /** What is amiss; told from the first attempt to save on, so that nobody is scolded while typing. */
  problems: readonly Problem[];
  load(): void;
  change(part: Partial<Draft>): void;
  save(): void;
  undo(): void;
}

export function useSettings(): Editing {
  const { loaded, stored, draft, load, keep, change } = useDraft();
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });
  const [strict, setStrict] = useState(false);

  /** `typed` is the draft that `settings` were made of; null when they come from elsewhere. */
  const put = async (settings: Settings, typed: Draft | null, done: Progress) => {
    setProgress({ kind: "saving" });
    const reply = await ask("settings.put", { settings });
    if (!reply.ok) return setProgress({ kind: "failed", code: reply.code });
    keep(reply.value.settings, typed);
    setStrict(false);
    setProgress(done);
  };
  const save = () => {
    if (!draft || !stored) return;
    const finished = finish(draft);
    setStrict(true);
    if (finished.ok) void put(finished.settings, draft, { kind: "saved", previous: stored });
    else setProgress({ kind: "invalid" });
  };
  const undo = () => {
    if (progress.kind === "saved") void put(progress.previous, null, { kind: "undone" });
  };
  const edit = (part: Partial<Draft>) => {
    change(part);
    setProgress((now) => (now.kind === "saving" || now.kind === "failed" ? now : { kind: "idle" }));
  };

  const finished = strict && draft ? finish(draft) : null;
  const problems = finished && !finished.ok ? finished.problems : [];
  const dirty = draft !== null && stored !== null && !isSame(draft, stored);
  useUnloadWarning(dirty);
  return { loaded, stored, draft, dirty, progress, problems, load, change: edit, save, undo };
}

/** What is stored, and the draft that began as it. */
function useDraft() {
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });
  const [stored, setStored] = useState<Settings | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);

  const load = useCallback(() => {
    void ask("settings.get", {}).then((reply) => {
      if (!reply.ok) return setLoaded({ kind: "failed", code: reply.code });
      const settings = settled(reply.value.settings, Date.now());
      setStored(settings);
      setDraft(draftOf(settings));
      setLoaded({ kind: "here" });
    });
  }, []);
  /** A draft that was edited while it was being saved stays, and so does one that says the same: its rows keep the focus. */
  const keep = (saved: Settings, typed: Draft | null) => {
    setStored(saved);
    setDraft((now) => (now && typed && (now !== typed || isSame(now, saved)) ? now : draftOf(saved)));
  };
  const change = (part: Partial<Draft>) => setDraft((now) => now && { ...now, ...part });
  useChangesElsewhere(stored, (old, fresh) => {
    setStored(fresh);
    setDraft((now) => now && rebased(now, old, fresh));
  });
  return { loaded, stored, draft, load, keep, change };
}

/** The popup, an import or another window may save settings while these are open. */
function useChangesElsewhere(
  stored: Settings | null,
  onChange: (old: Settings, fresh: Settings) => void,
): void {
  const latest = useRef({ stored, onChange });
  latest.current = { stored, onChange };
  const here = stored !== null;
  useEffect(() => {
    if (!here) return;
    return onEvent("plan.changed", () => {
      void ask("settings.get", {}).then((reply) => {
        const { stored: old, onChange: tell } = latest.current;
        const fresh = reply.ok && settled(reply.value.settings, Date.now());
        if (old && fresh && !isSameSettings(old, fresh)) tell(old, fresh);
      });
    });
  }, [here]);
}

/** In place before the browser paints, so that nobody is ever faster than the warning. */
function useUnloadWarning(dirty: boolean): void {
  useLayoutEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);
}
