/** The week in one line: accepted, planned, left, and when it begins anew. */
import type { Plan } from "../native/protocol";
import { budgetWords, resetDate } from "../ui/budget-words";
import { tCount } from "../ui/i18n";

export function BudgetLine({ plan: { budget, counts } }: { plan: Pick<Plan, "budget" | "counts"> }) {
  const words = budgetWords(budget, counts.planned, Date.now());
  return (
    <div class="budget-line" data-used={budget.used} data-planned={counts.planned} data-left={budget.left}>
      <ul class="inline">
        <li>
          <strong>{words.used}</strong>
        </li>
        <li>{words.planned}</li>
        <li>{tCount("review_left", budget.left)}</li>
        <li title={resetDate(budget.resetsAt)}>{words.resets}</li>
      </ul>
      {words.remark !== null && <p class="small">{words.remark}</p>}
    </div>
  );
}
