/**
 * The whole plan: every page of `plan.get`, asked for again whenever it may have changed and when the person comes
 * back to the page. What was known stays shown meanwhile, and also when asking again fails.
 */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, onEvent, type Reply } from "../messages";
import type { Plan } from "../native/protocol";
import { heedZone } from "./heed-zone";

const pageSize = 100;
/** A host that hands out pages without end is stopped here: 10,000 invitations. */
const mostPages = 100;

export interface PlanAnswer {
  /** Null until the first page is there. `next` is null once all of it is. */
  plan: Plan | null;
  /** The code of the last asking, if it failed. */
  failed: string | null;
  again(): void;
}

/** At most so many pages: the best come first. */
export function usePlan(wanted: boolean, most = mostPages): PlanAnswer {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const loading = useRef({ now: false, anew: false, first: true });

  const again = useCallback(() => {
    const state = loading.current;
    state.anew = true;
    if (state.now) return;
    state.now = true;
    void (async () => {
      while (state.anew) {
        state.anew = false;
        const reply = await wholePlan(most, (part) => state.first && setPlan(part));
        if (reply.ok) setPlan(reply.value);
        state.first &&= !reply.ok;
        setFailed(reply.ok ? null : reply.code);
      }
      state.now = false;
    })();
  }, [most]);
  useEffect(() => {
    if (wanted) return onOccasion(again);
    return undefined;
  }, [wanted, again]);
  return { plan, failed, again };
}

/** Now, whenever the plan may have changed, and when the person comes back to the page. */
function onOccasion(again: () => void): () => void {
  again();
  const seen = () => {
    if (!document.hidden) again();
  };
  const stop = onEvent("plan.changed", again);
  document.addEventListener("visibilitychange", seen);
  return () => {
    stop();
    document.removeEventListener("visibilitychange", seen);
  };
}

/** `onPart` is told of each page but the last as it comes. An invitation that moved between two askings counts once. */
async function wholePlan(most: number, onPart: (plan: Plan) => void): Promise<Reply<Plan>> {
  let whole = null as Plan | null;
  const known = new Set<string>();
  for (let from = 0, pages = 0; pages < most; pages++) {
    const reply: Reply<Plan> = await ask("plan.get", { from, most: pageSize });
    if (!reply.ok) return reply;
    heedZone("plan.get", reply.value);
    const { items, next } = reply.value;
    const fresh = items.filter(({ invitation }) => !known.has(invitation.id));
    for (const { invitation } of fresh) known.add(invitation.id);
    whole = { ...reply.value, items: [...(whole?.items ?? []), ...fresh] };
    if (next === null || next <= from) break;
    from = next;
    if (pages < most - 1) onPart(whole);
  }
  return whole ? { ok: true, value: { ...whole, next: null } } : { ok: false, code: "INVALID_REPLY" };
}
