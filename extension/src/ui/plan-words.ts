/**
 * Where an invitation stands in the week, and its dates, in words. Pure but for the zone of its dates: codes, times and
 * the present in, words out.
 */
import type { Invitation, LaterReason, Place, PlanItem, Planned, ReviewSession } from "../native/protocol";
import { formatTime, locale, type MessageKey, t } from "./i18n";
import { yearAt } from "./zone";

const day = 24 * 60 * 60 * 1000;
/** LinkedIn tells no exact date: what is this near may happen at any moment. */
const soon = 3 * day;

const names: Record<Place, MessageKey> = {
  planned: "place_planned",
  "ask-first": "place_ask_first",
  "your-call": "place_your_call",
  later: "place_later",
  lapse: "place_lapse",
  free: "place_free",
  aside: "place_aside",
};

const meanings: Record<Exclude<Place, "lapse">, MessageKey> = {
  planned: "place_planned_means",
  "ask-first": "place_ask_first_means",
  "your-call": "place_your_call_means",
  later: "place_later_means",
  free: "place_free_means",
  aside: "place_aside_means",
};

const laterKeys: Record<LaterReason, MessageKey> = {
  BUDGET_USED: "later_BUDGET_USED",
  LOW_ENERGY: "later_LOW_ENERGY",
  VARIETY: "later_VARIETY",
};

export function placeName(place: Place): string {
  return t(names[place]);
}

/** What its place means for an invitation, and what to do about it. */
export function placeMeaning(item: Pick<PlanItem, "judgement" | "lapsesAt">, now: number): string {
  const { place } = item.judgement.plan;
  if (place !== "lapse") return t(meanings[place]);
  return isSoon(item.lapsesAt, now)
    ? t("place_lapse_soon")
    : t("place_lapse_means", [dateWords(item.lapsesAt, now)]);
}

/** Why and until when something is put off: none, one or two sentences. */
export function laterWords({ because, at }: Planned, now: number): string[] {
  const why = because === null ? [] : [t(laterKeys[because])];
  return at === null ? why : [...why, t("later_at", [dateWords(at, now)])];
}

export function lapseWords(lapsesAt: number, now: number): string {
  return isSoon(lapsesAt, now) ? t("place_lapses_soon") : t("place_lapses", [dateWords(lapsesAt, now)]);
}

function isSoon(lapsesAt: number, now: number): boolean {
  return lapsesAt - now < soon;
}

/** How old the invitation is: by what the card said, but at least since it was first seen. */
export function ageWords({ ageDays, sentAgo }: Invitation, firstSeenAt: number, now: number): string {
  const seenDays = Math.max(0, Math.floor((now - firstSeenAt) / day));
  if (ageDays !== null) return t("place_sent", [agoWords(Math.max(ageDays, seenDays))]);
  return sentAgo ?? t("place_seen", [agoWords(seenDays)]);
}

/** "today", "5 days ago", "3 weeks ago", "4 months ago". */
function agoWords(days: number): string {
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  if (days < 14) return relative.format(-days, "day");
  if (days < 61) return relative.format(-Math.floor(days / 7), "week");
  return relative.format(-Math.floor(days / 30.5), "month");
}

/** "Monday 16:00"; with its date once the weekday alone could be another week's. */
export function sessionWords({ startsAt }: Pick<ReviewSession, "startsAt">, now: number): string {
  const near = startsAt - now < 6 * day;
  const options: Intl.DateTimeFormatOptions = {
    weekday: "long",
    ...(near ? {} : { day: "numeric", month: "long" }),
    hour: "numeric",
    minute: "2-digit",
  };
  return formatTime(startsAt, options);
}

/** A day with its month, and its year if that is not this one. */
export function dateWords(time: number, now: number): string {
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "long",
    ...(yearAt(time) === yearAt(now) ? {} : { year: "numeric" }),
  };
  return formatTime(time, options);
}

/** Text of strangers as part of a sentence: its direction cannot spill over. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** "16:20", by the clock on the wall where the person's week is counted. */
export function timeOfDay(time: number): string {
  return formatTime(time, { timeStyle: "short" });
}
