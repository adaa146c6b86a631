/** The history in figures and sentences. Pure but for the zone of its dates: what the host counted goes in, words come out. */
import type { Agreement, History, HistoryWeek } from "../native/protocol";
import { formatNumber, formatTime, locale, t, tCount } from "../ui/i18n";

export interface Totals {
  accepted: number;
  ignored: number;
  lapsed: number;
  agreed: Agreement;
}

export function totalsOf(weeks: readonly HistoryWeek[]): Totals {
  const sum = (count: (week: HistoryWeek) => number) => weeks.reduce((all, week) => all + count(week), 0);
  return {
    accepted: sum((week) => week.accepted),
    ignored: sum((week) => week.ignored),
    lapsed: sum((week) => week.lapsed),
    agreed: { times: sum((week) => week.agreed.times), of: sum((week) => week.agreed.of) },
  };
}

/** The weeks since there was anything to count: before, averages would be diluted and plots empty. The present stays. */
export function livedWeeks(weeks: readonly HistoryWeek[]): HistoryWeek[] {
  const from = weeks.findIndex((week) => week.weeklyBudget !== null || happened(week));
  return weeks.slice(from < 0 ? -1 : from);
}

function happened({ accepted, ignored, lapsed, agreed }: HistoryWeek): boolean {
  return accepted + ignored + lapsed + agreed.of > 0;
}

/** Nothing decided, nothing waiting. */
export function isBlank(history: History): boolean {
  return !history.weeks.some(happened) && pendingOf(history) === 0 && history.disagreements.length === 0;
}

export function pendingOf(history: History): number {
  return history.ages.reduce((all, age) => all + age.pending, 0);
}

/** The whole in a sentence or two, over the weeks that were lived. */
export function summaryOf(weeks: readonly HistoryWeek[]): string {
  const { accepted, agreed } = totalsOf(weeks);
  const sentences = [acceptedWords(accepted, weeks.length)];
  if (agreed.of > 0) sentences.push(tCount("dash_sum_agreed", agreed.of, [formatNumber(agreed.times)]));
  return sentences.join(" ");
}

function acceptedWords(accepted: number, weeks: number): string {
  if (weeks <= 1) {
    return accepted === 0 ? t("dash_sum_week_nobody") : tCount("dash_sum_week", accepted);
  }
  const span = formatNumber(weeks);
  if (accepted === 0) return t("dash_sum_nobody", [span]);
  return tCount("dash_sum", accepted, [span, rate(accepted / weeks)]);
}

/** As exact as a person would say it: 3, or 0.4. */
function rate(average: number): string {
  const digits = average < 1 ? 1 : 0;
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(Math.max(average, 0.1));
}

export function shareWords({ times, of }: Agreement): string {
  if (of === 0) return "–";
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 0 }).format(times / of);
}

export function timesWords({ times, of }: Agreement): string {
  return t("dash_times", [formatNumber(times), formatNumber(of)]);
}

/** "3 Nov": for the axis. */
export function shortDate(startsAt: number): string {
  return formatTime(startsAt, { day: "numeric", month: "short" });
}

/** "Week of 3 Nov 2026", and for the last one "This week". */
export function weekName(weeks: readonly HistoryWeek[], at: number): string {
  const week = weeks[at];
  if (!week || at === weeks.length - 1) return t("dash_week_now");
  return t("dash_week_of", [dayOf(week.startsAt)]);
}

/** "0–6", "7–29", "180+": days. */
export function ageRange(ages: History["ages"], at: number): string {
  const from = ages[at]?.fromDays ?? 0;
  const next = ages[at + 1]?.fromDays;
  if (next === undefined) return `${formatNumber(from)}+`;
  return next - from <= 1 ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(next - 1)}`;
}

export function dayOf(time: number): string {
  return formatTime(time, { dateStyle: "medium" });
}
