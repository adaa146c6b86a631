/**
 * What the person decided on LinkedIn since the review began, as SuperLink noticed it. Asked for whenever the plan
 * changed; what is new then is told once.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import type { PastDecision, PastDecisions, Plan } from "../native/protocol";
import { t, tCount } from "../ui/i18n";
import { isolate } from "../ui/plan-words";
import { newDecisions } from "./queue";

/** The most that the host tells at once; it counts the others. */
const mostDecisions = 50;
const mostNames = 3;

/** How many; null while it is not known. */
export function useDecided(
  plan: Plan,
  since: number,
  onNew: (decisions: PastDecision[]) => void,
): PastDecisions["counts"] | null {
  const [counts, setCounts] = useState<PastDecisions["counts"] | null>(null);
  const known = useRef<Set<string> | null>(null);
  const turn = useRef(0);
  const tell = useRef(onNew);
  tell.current = onNew;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan that came anew is the reason to ask
  useEffect(() => {
    const mine = ++turn.current;
    void ask("decisions.list", { since, most: mostDecisions }).then((reply) => {
      if (mine !== turn.current) return;
      if (!reply.ok) return setCounts(null);
      const fresh = known.current ? newDecisions(reply.value.decisions, known.current) : [];
      known.current ??= new Set();
      for (const { key } of reply.value.decisions) known.current.add(key);
      setCounts(reply.value.counts);
      if (fresh.length > 0) tell.current(fresh);
    });
  }, [plan, since]);
  return counts;
}

/** "Ottoline Grackle: accepted", for a few of them by name. */
export function decidedWords(decisions: readonly PastDecision[]): string {
  const named = decisions.slice(0, mostNames).map(({ action, invitation }) => {
    const name = [isolate(invitation.name)];
    return action === "accept" ? t("review_said_accept", name) : t("review_said_ignore", name);
  });
  const more = decisions.length - named.length;
  return [...named, ...(more > 0 ? [tCount("review_said_more", more)] : [])].join(", ");
}
