/** The week's budget: how many people were accepted, how many are left, when it begins anew. Never a barrier. */
import type { Reply } from "../messages";
import type { Budget } from "../native/protocol";
import { t } from "../ui/i18n";
import { type BudgetWords, budgetWords, resetDate } from "./budget-words";

const radius = 50;
const around = 2 * Math.PI * radius;

export function BudgetCard({ reply, onRetry }: { reply: Reply<Budget> | null; onRetry(): void }) {
  if (!reply) return <BudgetSkeleton />;
  if (!reply.ok) return <BudgetFailed onRetry={onRetry} />;
  const budget = reply.value;
  const words = budgetWords(budget, Date.now());
  return (
    <section class="card budget" data-budget={words.over ? "over" : "within"} aria-labelledby="budget">
      <Ring words={words} />
      <div class="budget-words">
        <h2 id="budget">{t("budget_title")}</h2>
        <p data-used={budget.used} data-left={budget.left} data-total={budget.weeklyBudget}>
          {words.used}
        </p>
        <p class="small" title={resetDate(budget.resetsAt)}>
          {words.resets}
        </p>
      </div>
      {words.remark !== null && <p class="budget-remark small">{words.remark}</p>}
    </section>
  );
}

function Ring({ words }: { words: BudgetWords }) {
  return (
    <div class="ring" role="img" aria-label={words.ringLabel}>
      <RingShape share={words.share} over={words.over} />
      <div class="ring-middle">
        <strong>{words.figure}</strong>
        <span>{words.figureLabel}</span>
      </div>
    </div>
  );
}

function RingShape({ share, over }: { share: number; over: boolean }) {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <circle class="ring-track" cx="60" cy="60" r={radius} />
      {share > 0 && (
        <circle
          class={over ? "ring-used ring-over" : "ring-used"}
          cx="60"
          cy="60"
          r={radius}
          stroke-dasharray={`${share * around} ${around}`}
          transform="rotate(-90 60 60)"
        />
      )}
    </svg>
  );
}

export function BudgetSkeleton() {
  return (
    <section class="card budget" aria-busy="true">
      <div class="ring">
        <RingShape share={0} over={false} />
      </div>
      <div class="budget-words">
        <span class="bone bone-short" />
        <span class="bone" />
        <span class="bone bone-short" />
        <span class="unseen">{t("common_loading")}</span>
      </div>
    </section>
  );
}

function BudgetFailed({ onRetry }: { onRetry(): void }) {
  return (
    <section class="notice notice-warn" data-budget="failed">
      <p>{t("budget_failed")}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onRetry}>
          {t("common_retry")}
        </button>
      </div>
    </section>
  );
}
