/** The week's budget in words and in the shares of a ring. Pure: figures and the present time in, words out. */
import type { Budget } from "../native/protocol";
import { formatNumber, locale, t, tCount } from "../ui/i18n";

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

export interface BudgetWords {
  /** The figure in the middle of the ring, and the word under it. */
  figure: string;
  figureLabel: string;
  used: string;
  resets: string;
  /** A kind word when there is something to say; null on an ordinary day. */
  remark: string | null;
  /** The ring for who cannot see it. */
  ringLabel: string;
  /** 0 to 1: how much of the ring is filled. */
  share: number;
  over: boolean;
}

export function budgetWords(budget: Budget, now: number): BudgetWords {
  const { used, left, weeklyBudget } = budget;
  const beyond = Math.max(0, used - weeklyBudget);
  const over = beyond > 0;
  const figures = [formatNumber(used), formatNumber(weeklyBudget)];
  return {
    figure: over ? `+${formatNumber(beyond)}` : formatNumber(left),
    figureLabel: over ? t("budget_over_label") : tCount("budget_left", left),
    used: t("budget_used", figures),
    resets: t("budget_resets", [resetWords(budget.resetsAt, now)]),
    remark: remark(budget, beyond),
    ringLabel: t("budget_ring", [...figures, formatNumber(left)]),
    share: weeklyBudget > 0 ? Math.min(1, used / weeklyBudget) : used > 0 ? 1 : 0,
    over,
  };
}

function remark({ used, left, weeklyBudget }: Budget, beyond: number): string | null {
  if (beyond > 0) return tCount("budget_over", beyond);
  if (weeklyBudget === 0) return t("budget_zero");
  return left === 0 && used > 0 ? t("budget_all_used") : null;
}

/** "tomorrow", "Monday", "in 7 days", "in 3 hours": whatever a person would say, in days of the local calendar. */
export function resetWords(resetsAt: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  const days = Math.round((localMidnight(resetsAt) - localMidnight(now)) / day);
  if (resetsAt <= now) return relative.format(0, "day");
  if (days === 0) return relative.format(Math.ceil((resetsAt - now) / hour), "hour");
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale(), { weekday: "long" }).format(resetsAt);
  return relative.format(days, "day");
}

/** The whole date, for who wants it exactly. */
export function resetDate(resetsAt: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "full", timeStyle: "short" }).format(resetsAt);
}

function localMidnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
