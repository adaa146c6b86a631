/** The week's budget: how many people were accepted, planned, are left, and when it begins anew. Never a barrier. */
import type { Plan } from "../native/protocol";
import { type BudgetWords, budgetWords, resetDate } from "../ui/budget-words";
import { t } from "../ui/i18n";
import { openSettings } from "../ui/places";
import { leaveFor } from "./doors";
import { Elsewhere } from "./elsewhere";

const radius = 50;
const around = 2 * Math.PI * radius;

export function BudgetCard({ plan, again }: { plan: Plan; again(): void }) {
  const { budget, counts } = plan;
  const words = budgetWords(budget, counts.planned, Date.now());
  return (
    <section class="card budget" data-budget={words.over ? "over" : "within"} aria-labelledby="budget">
      <Ring words={words} />
      <div class="budget-words">
        <h2 id="budget">{t("budget_title")}</h2>
        <p
          class="key key-used"
          data-used={budget.used}
          data-left={budget.left}
          data-total={budget.weeklyBudget}
        >
          {words.used}
        </p>
        <p class="key key-planned" data-planned={counts.planned}>
          {words.planned}
        </p>
        <p class="small" title={resetDate(budget.resetsAt)}>
          {words.resets}
        </p>
      </div>
      {words.remark !== null && <p class="budget-remark small">{words.remark}</p>}
      {words.suggestion !== null && <Suggestion words={words.suggestion} />}
      <Elsewhere budget={budget} again={again} />
    </section>
  );
}

function Suggestion({ words }: { words: string }) {
  return (
    <p class="budget-remark small" data-suggestion>
      {words}{" "}
      <button type="button" class="link" onClick={leaveFor(openSettings)}>
        {t("budget_suggestion_change")}
      </button>
    </p>
  );
}

function Ring({ words }: { words: BudgetWords }) {
  return (
    <div class="ring" role="img" aria-label={words.ringLabel}>
      <RingShape words={words} />
      <div class="ring-middle">
        <strong class={words.figure.length > 3 ? "ring-long" : undefined}>{words.figure}</strong>
        <span>{words.figureLabel}</span>
      </div>
    </div>
  );
}

/** The planned ones lie under the used ones and look out from behind them. */
function RingShape({ words }: { words?: BudgetWords }) {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <circle class="ring-track" cx="60" cy="60" r={radius} />
      {words && words.plannedShare > words.share && <Arc class="ring-planned" share={words.plannedShare} />}
      {words && words.share > 0 && (
        <Arc class={words.over ? "ring-used ring-over" : "ring-used"} share={words.share} />
      )}
    </svg>
  );
}

function Arc({ class: name, share }: { class: string; share: number }) {
  return (
    <circle
      class={name}
      cx="60"
      cy="60"
      r={radius}
      stroke-dasharray={`${share * around} ${around}`}
      transform="rotate(-90 60 60)"
    />
  );
}

export function BudgetSkeleton() {
  return (
    <section class="card budget" aria-busy="true">
      <div class="ring">
        <RingShape />
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

export function BudgetFailed({ onRetry }: { onRetry(): void }) {
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
