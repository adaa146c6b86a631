/**
 * The zone in which dates and times are told in words: the one in which the person's week is counted, wherever their
 * computer stands. Else a week of Honolulu's would be said to begin on the wrong day in Lisbon. Pure state: who gets a
 * plan or a budget sets it, every formatter asks it.
 */

/** Null is the computer's own, as it is at the moment of telling. */
let zone: string | null = null;

/**
 * From now on dates are told in this zone (an IANA name); null, and a zone that this browser does not know, are the
 * computer's own. True if what was told before may now read otherwise.
 */
export function setZone(wanted: string | null): boolean {
  if (wanted === zone) return false;
  const before = zoneInForce();
  zone = wanted !== null && isKnown(wanted) ? wanted : null;
  return zoneInForce() !== before;
}

/** These options for `Intl.DateTimeFormat`, in the zone that holds. */
export function zoned(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  return zone === null ? options : { ...options, timeZone: zone };
}

/** How many days of the calendar `time` is after `now`: 1 is tomorrow, however many hours away. */
export function daysUntil(time: number, now: number): number {
  return (dateAt(time) - dateAt(now)) / (24 * 60 * 60 * 1000);
}

export function yearAt(time: number): number {
  return new Date(dateAt(time)).getUTCFullYear();
}

/** The date on that moment's calendar, as the UTC midnight of the same date: days of always 24 hours. */
function dateAt(time: number): number {
  const format = new Intl.DateTimeFormat(
    "en-US",
    zoned({ year: "numeric", month: "numeric", day: "numeric" }),
  );
  const parts = format.formatToParts(time).map(({ type, value }) => [type, Number(value)]);
  const { year = 0, month = 1, day = 1 } = Object.fromEntries(parts) as Record<string, number>;
  return Date.UTC(year, month - 1, day);
}

function zoneInForce(): string {
  return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
