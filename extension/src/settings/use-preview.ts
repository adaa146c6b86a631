/** What the draft would do to the invitations now waiting, asked whenever it says something new. */
import { useEffect, useRef } from "preact/hooks";
import { ask, onEvent, type Reply } from "../messages";
import type { Preview, Settings } from "../native/protocol";
import { type Draft, finish } from "./draft";
import { useLatest } from "./use-latest";

export interface Previewing {
  /** Null until the first answer. */
  reply: Reply<Preview> | null;
  waiting: boolean;
  again(): void;
}

interface Question {
  settings: Settings;
  /** What it is compared with: once that changes, the answer does. */
  stored: Settings | null;
}
const put = ({ settings }: Question) => ask("plan.preview", { settings });

/** Asks nothing until `ready`. */
export function usePreview(draft: Draft | null, stored: Settings | null, ready: boolean): Previewing {
  const last = useRef<Settings | null>(null);
  last.current = draft && (previewable(draft) ?? last.current ?? stored);
  const question = ready && last.current ? { settings: last.current, stored } : null;
  const { answered, waiting, again } = useLatest(put, question);
  useEffect(() => (ready ? onEvent("plan.changed", again) : undefined), [ready, again]);
  return { reply: answered?.reply ?? null, waiting, again };
}

/** The settings that a draft comes to if its empty goals are left out; null while anything else is unfinished. */
export function previewable(draft: Draft): Settings | null {
  const finished = finish({ ...draft, goals: draft.goals.filter(({ text }) => text.trim()) });
  return finished.ok ? finished.settings : null;
}
