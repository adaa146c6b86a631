import { describe, expect, test } from "vitest";
import { dayFromNow, endOf, lastDayOf, lastDayOfWeek } from "../../../extension/src/settings/until";

const at = (text: string) => Date.parse(text);
const now = at("2026-03-27T10:00:00Z"); // a Friday, two days before Europe's clocks change

describe("until the end of a day", () => {
  test.each([
    ["Europe/Berlin", "2026-03-28", "2026-03-28T23:00:00Z"],
    ["Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00Z"],
    ["America/New_York", "2026-03-29", "2026-03-30T04:00:00Z"],
    ["Asia/Kolkata", "2026-03-29", "2026-03-29T18:30:00Z"],
    ["Pacific/Kiritimati", "2026-12-31", "2026-12-31T10:00:00Z"],
  ])("is midnight in %s: %s", (zone, day, midnight) => {
    expect(new Date(endOf(day, zone, now)).toISOString()).toBe(new Date(midnight).toISOString());
    expect(lastDayOf(endOf(day, zone, now), zone)).toBe(day);
  });

  test("is midnight of this computer where no zone is chosen", () => {
    expect(endOf("2026-04-01", null, now)).toBe(new Date(2026, 3, 2).getTime());
  });

  test("is nothing for a day that is over, half typed, or missing", () => {
    for (const day of ["2026-03-26", "2026-3", "", "tomorrow"]) expect(endOf(day, "UTC", now)).toBeNaN();
    expect(endOf("2026-03-27", "UTC", now)).toBe(at("2026-03-28T00:00:00Z"));
  });

  test("falls back to this computer's clock where the browser does not know the zone", () => {
    expect(endOf("2026-04-01", "Nowhere/At_All", now)).toBe(endOf("2026-04-01", null, now));
  });
});

test("today is the person's, not the computer's", () => {
  const late = at("2026-03-27T23:30:00Z");
  expect(dayFromNow(0, "Asia/Tokyo", late)).toBe("2026-03-28");
  expect(dayFromNow(0, "America/Los_Angeles", late)).toBe("2026-03-27");
  expect(dayFromNow(7, "Asia/Tokyo", late)).toBe("2026-04-04");
});

test("the week ends on the day before its first, even if that is today", () => {
  expect(lastDayOfWeek("Monday", "UTC", now)).toBe("2026-03-29");
  expect(lastDayOfWeek("Sunday", "UTC", now)).toBe("2026-03-28");
  expect(lastDayOfWeek("Friday", "UTC", now)).toBe("2026-04-02");
  expect(lastDayOfWeek("Saturday", "UTC", now)).toBe("2026-03-27");
});
