/** How many people to accept in a week, and what the last weeks suggest: told, never set. */
import { useEffect, useRef } from "preact/hooks";
import { onEvent } from "../messages";
import type { Budget } from "../native/protocol";
import { formatNumber, t, tCount } from "../ui/i18n";
import { useAnswer } from "../ui/use-answer";
import { limits } from "./draft";
import { FieldError, problemOf, Section, type SectionProps } from "./fields";

/** The week as the host counts it, asked again whenever it changes; null while it is not known. */
export function useBudget(ready: boolean): Budget | null {
  const { reply, again } = useAnswer("budget.get", {}, ready);
  useEffect(() => (ready ? onEvent("plan.changed", again) : undefined), [ready, again]);
  return reply?.ok ? reply.value : null;
}

export function BudgetSection(props: SectionProps & { budget: Budget | null }) {
  const { draft, problems, change, budget } = props;
  const field = useRef<HTMLInputElement>(null);
  const error = problemOf(problems, "weekly-budget");
  const take = (weeklyBudget: number) => {
    change({ weeklyBudget: String(weeklyBudget) });
    field.current?.focus(); // the button goes away
  };
  return (
    <Section id="budget" title={t("budget_setting_title")} hint={t("budget_setting_hint")}>
      <div class="field field-number">
        <label for="weekly-budget">{t("budget_setting_label")}</label>
        <input
          id="weekly-budget"
          ref={field}
          type="number"
          inputmode="numeric"
          min={0}
          max={limits.budget}
          step={1}
          value={draft.weeklyBudget}
          aria-invalid={error !== null}
          aria-describedby="budget-hint weekly-budget-error"
          onInput={(event) => change({ weeklyBudget: event.currentTarget.value })}
        />
        <FieldError field="weekly-budget" text={error} />
      </div>
      <Suggested budget={budget} typed={draft.weeklyBudget} onTake={take} />
    </Section>
  );
}

interface SuggestedProps {
  budget: Budget | null;
  typed: string;
  onTake(weeklyBudget: number): void;
}

/** Nothing where there is no suggestion, or it is what the field says. */
function Suggested({ budget, typed, onTake }: SuggestedProps) {
  const suggestion = budget?.suggestion;
  if (!budget || !suggestion || typed.trim() === String(suggestion.weeklyBudget)) return null;
  const { weeklyBudget, used, weeks } = suggestion;
  return (
    <div class="aside" data-suggestion={weeklyBudget}>
      <p>{tCount("week_suggestion", weeks, [formatNumber(budget.weeklyBudget), rounded(used)])}</p>
      <button type="button" class="button" data-action="take-suggestion" onClick={() => onTake(weeklyBudget)}>
        {t("week_suggestion_take", [formatNumber(weeklyBudget)])}
      </button>
    </div>
  );
}

function rounded(used: number): string {
  return formatNumber(Math.round(used * 10) / 10);
}
