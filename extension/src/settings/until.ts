/**
 * Until when an energy holds: always the end of a day, midnight of the person's own time zone. Pure but for the
 * browser's own time zone.
 */
import { type Weekday, weekdays } from "../native/protocol";

const day = 24 * 60 * 60 * 1000;

export const spans = ["open", "week-end", "week", "own"] as const;
/** `week-end`: through the last day of this week. `week`: through the same weekday of the next. */
export type Span = (typeof spans)[number];

/** A day as date fields write it, "2026-03-29". */
export type DateText = string;

/** The end of that day; NaN for what is no day, or one that is over. */
export function endOf(date: DateText, timeZone: string | null, now: number): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!parts) return Number.NaN;
  const wanted = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + 1);
  // Twice, because the clocks may change between the first guess and the midnight itself.
  const guess = wanted - offset(wanted, timeZone);
  const end = wanted - offset(guess, timeZone);
  return end > now ? end : Number.NaN;
}

/** The last whole day before `until`. */
export function lastDayOf(until: number, timeZone: string | null): DateText {
  return dateAt(until - 1, timeZone);
}

/** The day that is `days` after today. */
export function dayFromNow(days: number, timeZone: string | null, now: number): DateText {
  const today = Date.parse(`${dateAt(now, timeZone)}T00:00:00Z`);
  return new Date(today + days * day).toISOString().slice(0, 10);
}

/** The last day of the week that began on `firstDay`. */
export function lastDayOfWeek(firstDay: Weekday, timeZone: string | null, now: number): DateText {
  const today = dayFromNow(0, timeZone, now);
  const passed = (weekdayOf(today) - weekdays.indexOf(firstDay) + 7) % 7;
  return dayFromNow(6 - passed, timeZone, now);
}

/** 0 for Monday. */
function weekdayOf(date: DateText): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function dateAt(time: number, timeZone: string | null): DateText {
  return new Date(time + offset(time, timeZone)).toISOString().slice(0, 10);
}

/** What the zone's clocks are ahead of UTC; those of this computer where the browser does not know the zone. */
function offset(time: number, timeZone: string | null): number {
  const format = timeZone === null ? null : clockOf(timeZone);
  if (!format) return -new Date(time).getTimezoneOffset() * 60_000;
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  };
  try {
    return new Intl.DateTimeFormat("en-US", options);
  } catch {
    return null;
  }
}
