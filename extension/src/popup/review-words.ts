/** The review time in words. Pure but for the zone: a session and the present in, words out. */
import type { ReviewSession } from "../native/protocol";
import { formatTime, locale, t } from "../ui/i18n";
import { timeOfDay } from "../ui/plan-words";
import { daysUntil } from "../ui/zone";

export function isRunning(review: ReviewSession, now: number): boolean {
  return review.startsAt <= now && now < review.endsAt;
}

export function reviewWords(review: ReviewSession, now: number): string {
  if (isRunning(review, now)) return t("popup_review_running", [timeOfDay(review.endsAt)]);
  return t("popup_review_next", [dayWords(review.startsAt, now), timeOfDay(review.startsAt)]);
}

/** "Today", "tomorrow", "Friday", and from a week on the date. */
function dayWords(time: number, now: number): string {
  const days = daysUntil(time, now);
  if (days < 2) return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(days, "day");
  return days < 7 ? formatTime(time, { weekday: "long" }) : longDay(time);
}

/** "Monday, December 1" */
export function longDay(time: number): string {
  const options: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };
  return formatTime(time, options);
}
