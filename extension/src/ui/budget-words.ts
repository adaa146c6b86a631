/** The week's budget in words and in the shares of a ring. Pure but for the zone: figures and the present in, words out. */
import type { Budget } from "../native/protocol";
import { formatNumber, formatTime, locale, t, tCount } from "./i18n";
import { daysUntil } from "./zone";

const hour = 60 * 60 * 1000;

export interface BudgetWords {
  /** The figure in the middle of the ring, and the word under it. */
  figure: string;
  figureLabel: string;
  used: string;
  planned: string;
  resets: string;
  /** A kind word when there is something to say; null on an ordinary day. */
  remark: string | null;
  /** A budget that would suit what happened; null where there is nothing to suggest. */
  suggestion: string | null;
  /** The ring for who cannot see it. */
  ringLabel: string;
  /** 0 to 1: how much of the ring is filled, and up to where it would be with those who are planned. */
  share: number;
  plannedShare: number;
  over: boolean;
}

export function budgetWords(budget: Budget, planned: number, now: number): BudgetWords {
  const { used, left, weeklyBudget } = budget;
  const beyond = Math.max(0, used - weeklyBudget);
  const over = beyond > 0;
  const figures = [formatNumber(used), formatNumber(weeklyBudget)];
  return {
    figure: over ? `+${formatNumber(beyond)}` : formatNumber(left),
    figureLabel: over ? t("budget_over_label") : tCount("budget_left", left),
    used: t("budget_used", figures),
    planned: tCount("budget_planned", planned),
    resets: t("budget_resets", [resetWords(budget.resetsAt, now)]),
    remark: remark(budget, beyond),
    suggestion: suggestion(budget),
    ringLabel: t("budget_ring", [...figures, formatNumber(left), formatNumber(planned)]),
    share: shareOf(used, weeklyBudget),
    plannedShare: shareOf(used + planned, weeklyBudget),
    over,
  };
}

/** A budget of nobody is full with the first. */
function shareOf(people: number, weeklyBudget: number): number {
  if (weeklyBudget > 0) return Math.min(1, people / weeklyBudget);
  return people > 0 ? 1 : 0;
}

function remark({ used, left, weeklyBudget }: Budget, beyond: number): string | null {
  if (beyond > 0) return tCount("budget_over", beyond);
  if (weeklyBudget === 0) return t("budget_zero");
  return left === 0 && used > 0 ? t("budget_all_used") : null;
}

function suggestion({ weeklyBudget, suggestion: suggested }: Budget): string | null {
  if (!suggested || suggested.weeklyBudget === weeklyBudget) return null;
  const figures = [weeklyBudget, suggested.used, suggested.weeklyBudget].map(formatNumber);
  return t("budget_suggestion", figures);
}

/** "tomorrow", "Monday", "in 7 days", "in 3 hours": whatever a person would say, in days of their calendar. */
export function resetWords(resetsAt: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  const days = daysUntil(resetsAt, now);
  if (resetsAt <= now) return relative.format(0, "day");
  if (days === 0) return relative.format(Math.ceil((resetsAt - now) / hour), "hour");
  if (days > 1 && days < 7) {
    return formatTime(resetsAt, { weekday: "long" });
  }
  return relative.format(days, "day");
}

/** The whole date, for who wants it exactly. */
export function resetDate(resetsAt: number): string {
  return formatTime(resetsAt, { dateStyle: "full", timeStyle: "short" });
}
