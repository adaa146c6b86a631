/** The end of a review: what was done, what is left, when the next one is. */
import { useEffect, useRef } from "preact/hooks";
import type { PastDecisions, Plan } from "../native/protocol";
import { resetWords } from "../ui/budget-words";
import { t, tCount } from "../ui/i18n";
import { sessionWords } from "../ui/plan-words";

export interface SummaryProps {
  plan: Plan;
  /** What was done; null where it could not be read. */
  decided: PastDecisions["counts"] | null;
  corrected: number;
  onClose(): void;
}

export function Summary({ plan, decided, corrected, onClose }: SummaryProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever pressed Finish is led here; whoever is on LinkedIn is left there.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const planned = plan.counts.planned;
  return (
    <section class="card focus summary" data-area="card" data-summary>
      <h2 ref={heading} tabIndex={-1}>
        {t("review_summary_title")}
      </h2>
      <ul>
        {doneWords(decided, corrected).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>{planned > 0 ? tCount("review_summary_left", planned) : t("review_summary_left_none")}</p>
      <p>{nextWords(plan, Date.now())}</p>
      <div class="actions">
        <button type="button" class="button button-main" data-action="close-summary" onClick={onClose}>
          {t("review_summary_close")}
        </button>
      </div>
    </section>
  );
}

function doneWords(decided: PastDecisions["counts"] | null, corrected: number): string[] {
  const more = corrected > 0 ? [tCount("review_summary_corrected", corrected)] : [];
  if (decided === null) return [t("review_summary_unknown"), ...more];
  const words = [
    ...(decided.accept > 0 ? [tCount("review_summary_accepted", decided.accept)] : []),
    ...(decided.ignore > 0 ? [tCount("review_summary_ignored", decided.ignore)] : []),
    ...more,
  ];
  return words.length > 0 ? words : [t("review_summary_nothing")];
}

/** The slot that comes; while one runs, and without one, the week's beginning. */
function nextWords({ review, budget }: Plan, now: number): string {
  return review !== null && review.startsAt > now
    ? t("review_summary_next", [sessionWords(review, now)])
    : t("review_summary_week", [resetWords(budget.resetsAt, now)]);
}
