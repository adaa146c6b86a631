/** Words are told in the zone of the person's week, on a computer that stands in Lisbon. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dayOf, shortDate } from "../../../extension/src/dashboard/figures";
import { longDay, reviewWords } from "../../../extension/src/popup/review-words";
import { dateWords as storedDate } from "../../../extension/src/settings/stored-words";
import { resetDate, resetWords } from "../../../extension/src/ui/budget-words";
import { dateWords, lapseWords, laterWords, sessionWords } from "../../../extension/src/ui/plan-words";
import { daysUntil, setZone, yearAt, zoned } from "../../../extension/src/ui/zone";
import { speak } from "./fake-words";

const hour = 60 * 60 * 1000;
const minute = 60 * 1000;
/** Midnight at the beginning of Monday, 30 November 2026, there: in Lisbon Monday 10:00, and Sunday 15:00. */
const honolulu = { zone: "Pacific/Honolulu", monday: Date.UTC(2026, 10, 30, 10) };
const tokyo = { zone: "Asia/Tokyo", monday: Date.UTC(2026, 10, 29, 15) };
const thursday = Date.UTC(2026, 10, 26, 12);
const later = (at: number) => laterWords({ place: "later", because: null, at }, thursday)[0];

const computersZone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = "Europe/Lisbon";
});
afterAll(() => {
  if (computersZone === undefined) delete process.env.TZ;
  else process.env.TZ = computersZone;
});
beforeEach(() => speak("en", "en-GB"));
afterEach(() => void setZone(null));

test("the computer of these tests stands in Lisbon", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe("Europe/Lisbon");
  expect(resetWords(tokyo.monday, thursday)).toBe("Sunday");
});

describe.each([honolulu, tokyo])("who counts the week in $zone", ({ zone, monday }) => {
  beforeEach(() => void setZone(zone));

  test("reads that it resets on Monday, at midnight, whatever the day in Lisbon", () => {
    expect(resetWords(monday, thursday)).toBe("Monday");
    expect(resetDate(monday)).toMatch(/^Monday,? 30 November 2026 at 00:00$/);
  });

  test("reads on the eve that it is tomorrow, and in the last hours of Sunday still so", () => {
    expect(resetWords(monday, monday - 20 * hour)).toBe("tomorrow");
    expect(resetWords(monday, monday - minute)).toBe("tomorrow");
    expect(resetWords(monday + 7 * 24 * hour, monday)).toBe("in 7 days");
  });

  test("reads the review time by the clock there", () => {
    const review = { startsAt: monday + 16 * hour, endsAt: monday + 16 * hour + 20 * minute, minutes: 20 };
    expect(sessionWords(review, thursday)).toBe("Monday 16:00");
    expect(reviewWords(review, thursday)).toContain("Monday");
    expect(reviewWords(review, thursday)).toContain("16:00");
    expect(reviewWords(review, monday + minute)).toMatch(/today.*16:00/i);
    expect(reviewWords(review, monday - minute)).toMatch(/tomorrow.*16:00/i);
    expect(reviewWords(review, review.startsAt)).toContain("16:20");
  });

  test.each([0, 23 * hour + 59 * minute])("reads that day's date %d ms into it", (into) => {
    const time = monday + into;
    expect(dateWords(time, thursday)).toBe("30 November");
    expect(lapseWords(time, thursday)).toBe("Lapses around 30 November");
    expect(longDay(time)).toMatch(/^Monday,? 30 November$/);
    expect(dayOf(time)).toBe("30 Nov 2026");
    expect(storedDate(time)).toBe("30 November 2026");
  });

  test("reads the first day of each week, on the dashboard and where one has to wait for it", () => {
    expect(shortDate(monday)).toBe("30 Nov");
    expect(later(monday)).toContain("30 November");
  });

  test("reads the year that it is there", () => {
    const newYear = monday + 32 * 24 * hour;
    expect([yearAt(newYear - 1), yearAt(newYear)]).toEqual([2026, 2027]);
    expect(dateWords(newYear, thursday)).toBe("1 January 2027");
  });
});

test("where the zone is not known dates are the computer's own, also for one that this browser has never heard of", () => {
  setZone("Asia/Tokyo");
  setZone("Mars/Olympus_Mons");
  expect(zoned({ weekday: "long" })).toEqual({ weekday: "long" });
  expect(resetWords(tokyo.monday, thursday)).toBe("Sunday");
});

test("the days until something are those of the calendar, also over a change of the clocks", () => {
  setZone("America/New_York");
  const eve = Date.UTC(2026, 10, 1, 3, 59); // 23:59 on 31 October, an hour and a day before the clocks go back
  expect(daysUntil(eve + minute, eve)).toBe(1);
  expect(daysUntil(eve + 25 * hour, eve)).toBe(1);
  expect(daysUntil(eve + 25 * hour + minute, eve)).toBe(2);
  expect(daysUntil(eve - 24 * hour, eve)).toBe(-1);
});

test("another zone is news, and a zone that comes to the same is none", () => {
  expect(setZone("Europe/Lisbon")).toBe(false);
  expect(setZone("Asia/Tokyo")).toBe(true);
  expect(setZone("Asia/Tokyo")).toBe(false);
  expect(setZone(null)).toBe(true);
});
