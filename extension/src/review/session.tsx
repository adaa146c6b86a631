/** One review: the queue, the invitation in focus, the time, what was done; all that happens between them. */
import type { Plan } from "../native/protocol";
import { t } from "../ui/i18n";
import { BudgetLine } from "./budget-line";
import { InvitationCard } from "./card";
import { EmptyQueue } from "./empty";
import { Help } from "./help";
import { Queue } from "./list";
import { SaidLine } from "./said-line";
import { Summary } from "./summary";
import { TimerBar } from "./timer-bar";
import { useReview } from "./use-review";

export interface ReviewProps {
  plan: Plan;
  failed: string | null;
  again(): void;
}

export function Review({ plan, failed, again }: ReviewProps) {
  const review = useReview(plan, again);
  const { groups, current, acts, time, summary, help } = review;
  const undo = () => {
    acts.undo();
    // The button goes away with what it undid.
    if (current.id !== null) current.select(current.id, "card");
  };
  return (
    <>
      <section class="card bar-card" aria-label={t("budget_title")}>
        <BudgetLine plan={plan} />
        <TimerBar
          isIdle={groups.length === 0}
          time={time}
          review={plan.review}
          onFinish={summary.show}
          onHelp={help.open}
        />
      </section>
      {failed !== null && <Stale code={failed} again={again} />}
      <div class="columns" data-plan="here">
        {groups.length > 0 && <Queue groups={groups} current={current} opened={review.opened} />}
        <InFocus plan={plan} review={review} />
      </div>
      <SaidLine said={review.saying.said} onUndo={undo} />
      <Help help={help} />
    </>
  );
}

/** The summary, the invitation, or why there is none. */
function InFocus({ plan, review }: { plan: Plan; review: ReturnType<typeof useReview> }) {
  const { summary, item, acts, decided, current, groups } = review;
  if (summary.shown) {
    return <Summary plan={plan} decided={decided} corrected={acts.corrected} onClose={summary.hide} />;
  }
  if (!item) {
    const isDone = plan.budget.used > 0 || (decided !== null && decided.accept + decided.ignore > 0);
    return <EmptyQueue isKnown={groups.length > 0} isDone={isDone} />;
  }
  const { id } = item.invitation;
  const position: [number, number] = [current.visible.indexOf(id) + 1, current.visible.length];
  return <InvitationCard key={id} item={item} position={position} acts={acts} reasons={review.reasons} />;
}

function Stale({ code, again }: { code: string; again(): void }) {
  return (
    <section class="notice notice-warn" data-plan="stale">
      <p>{t("review_stale", [code])}</p>
      <div class="actions">
        <button type="button" class="button" data-action="again" onClick={again}>
          {t("common_retry")}
        </button>
      </div>
    </section>
  );
}
