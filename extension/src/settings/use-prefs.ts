/** How SuperLink shows itself: each choice is kept as soon as it is made, and can be taken back. */
import { useEffect, useState } from "preact/hooks";
import { ask, onEvent } from "../messages";
import type { Prefs } from "../prefs";
import { followLanguage } from "../ui/mount";

export type Kept =
  | { kind: "idle" }
  /** `previous` is what Undo brings back. */
  | { kind: "saved"; previous: Partial<Prefs> }
  | { kind: "undone" }
  | { kind: "failed" };

export interface PrefsEditing {
  /** Null until they are known. */
  prefs: Prefs | null;
  /** They could not be read. */
  lost: boolean;
  kept: Kept;
  load(): void;
  set(part: Partial<Prefs>): void;
  undo(): void;
}

export function usePrefs(): PrefsEditing {
  const [prefs, setPrefs] = useState<Prefs | null>(null);
  const [lost, setLost] = useState(false);
  const [kept, setKept] = useState<Kept>({ kind: "idle" });
  const show = (now: Prefs) => {
    setPrefs(now);
    void followLanguage(now.language);
  };
  const load = () => {
    setLost(false);
    void ask("prefs.get", {}).then((reply) => (reply.ok ? show(reply.value) : setLost(true)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and then whenever the background tells
  useEffect(() => {
    load();
    return onEvent("prefs.changed", setPrefs);
  }, []);

  /** The choice is seen at once; one that could not be kept is not left standing. */
  const put = async (part: Partial<Prefs>, done: Kept) => {
    if (!prefs) return;
    setPrefs({ ...prefs, ...part });
    setKept({ kind: "idle" });
    const reply = await ask("prefs.set", part);
    setKept(reply.ok ? done : { kind: "failed" });
    if (reply.ok) show(reply.value);
    else setPrefs(prefs);
  };
  const set = (part: Partial<Prefs>) => {
    if (prefs) void put(part, { kind: "saved", previous: partOf(prefs, part) });
  };
  const undo = () => {
    if (kept.kind === "saved") void put(kept.previous, { kind: "undone" });
  };
  return { prefs, lost, kept, load, set, undo };
}

/** The values that `part` would change. */
function partOf(prefs: Prefs, part: Partial<Prefs>): Partial<Prefs> {
  return Object.fromEntries(Object.keys(part).map((name) => [name, prefs[name as keyof Prefs]]));
}
