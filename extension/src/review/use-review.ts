/** The parts of a review, and what one of them means for the others. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PastDecision, Place, Plan, PlanItem } from "../native/protocol";
import { t } from "../ui/i18n";
import { type HelpState, useHelp } from "./help";
import { groupsOf } from "./queue";
import { type Acts, useActs } from "./use-acts";
import { type Current, useCurrent } from "./use-current";
import { decidedWords, useDecided } from "./use-decided";
import { useKeys } from "./use-keys";
import { type Saying, useSaid } from "./use-said";
import { useTimer } from "./use-timer";

export function useReview(plan: Plan, again: () => void) {
  const groups = useMemo(() => groupsOf(plan), [plan]);
  const opened = useSwitches<Place>();
  const [reasonsShown, showReasons] = useState(true);
  const saying = useSaid();
  const time = useTimer(plan.review);
  const summary = useSummary(plan, time.dismiss);
  const current = useMoving(useCurrent(groups, opened.on), saying, summary);
  const help = useHelp();
  const acts = useActs(saying, again, (id, aside) => (aside ? current.leave(id) : current.show(id)));
  const decided = useDecided(plan, time.since, (fresh: PastDecision[]) => {
    const done = summary.tellIfDone() ? ` ${t("review_summary_left_none")}` : "";
    saying.say(`${decidedWords(fresh)}.${done}`);
  });
  const item = plan.items.find(({ invitation }) => invitation.id === current.id);
  const reasons = { shown: reasonsShown, toggle: () => showReasons((shown) => !shown) };
  useReviewKeys({ current, acts, help, reasons, item: summary.shown ? undefined : item });
  return { groups, opened, current, acts, saying, time, summary, help, decided, item, reasons };
}

/** To move on is to leave behind what was said last, and the summary. */
function useMoving(current: Current, { hush }: Saying, { hide }: Pick<Summarised, "hide">): Current {
  const { select } = current;
  const selectAnew: typeof select = useCallback(
    (id, area) => {
      hush();
      hide();
      select(id, area);
    },
    [hush, hide, select],
  );
  const move: typeof current.move = (step) => {
    hush();
    hide();
    current.move(step);
  };
  return { ...current, select: selectAnew, move };
}

interface Reached {
  current: Current;
  acts: Acts;
  help: HelpState;
  reasons: { toggle(): void };
  /** The invitation that the page shows. */
  item: PlanItem | undefined;
}

function useReviewKeys({ current, acts, help, reasons, item }: Reached): void {
  const onItem = (act: (found: PlanItem) => void) => () => {
    if (item) act(item);
  };
  useKeys(
    {
      j: () => current.move(1),
      ArrowDown: () => current.move(1),
      k: () => current.move(-1),
      ArrowUp: () => current.move(-1),
      o: onItem(({ invitation }) => acts.reveal(invitation)),
      e: onItem(reasons.toggle),
      x: onItem(({ invitation, judgement }) => acts.setAside(invitation, judgement.plan.place !== "aside")),
      u: acts.undo,
      "?": help.open,
    },
    help.letters,
  );
}

export interface Switches<T> {
  on: ReadonlySet<T>;
  set(which: T, on: boolean): void;
}

function useSwitches<T>(): Switches<T> {
  const [on, setOn] = useState<ReadonlySet<T>>(new Set());
  return {
    on,
    set: (which, value) => {
      setOn((old) => {
        if (old.has(which) === value) return old;
        const next = new Set(old);
        if (value) next.add(which);
        else next.delete(which);
        return next;
      });
    },
  };
}

interface Summarised {
  shown: boolean;
  show(): void;
  hide(): void;
  /** True once: nothing planned is left of what there was. */
  tellIfDone(): boolean;
}

/** Shown when the person finishes, and by itself once nothing planned is left of what there was. */
function useSummary({ counts: { planned } }: Plan, dismiss: () => void): Summarised {
  const [shown, setShown] = useState(false);
  const had = useRef(planned);
  const done = useRef(false);
  useEffect(() => {
    done.current = planned === 0 && had.current > 0;
    had.current = Math.max(had.current, planned);
  }, [planned]);
  const hide = useCallback(() => setShown(false), []);
  return {
    shown,
    show: () => {
      dismiss();
      setShown(true);
    },
    hide,
    tellIfDone: () => {
      if (!done.current) return false;
      done.current = false;
      had.current = 0;
      setShown(true);
      return true;
    },
  };
}
