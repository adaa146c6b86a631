import { describe, expect, test } from "vitest";
import {
  advanced,
  extended,
  minutesGiven,
  minutesLeft,
  minutesOf,
  nextMoment,
  started,
  type Timer,
} from "../../../extension/src/review/timer";

const minute = 60_000;
const noon = new Date(2026, 10, 28, 12, 0).getTime();
const slot = { startsAt: noon, endsAt: noon + 20 * minute, minutes: 20 };
const none: Timer = { state: "none" };
const running = (timer: Timer) => {
  if (timer.state !== "running" && timer.state !== "over") throw new Error(timer.state);
  return timer;
};

describe("the review's time", () => {
  test("is as long as the slot allows, and twenty minutes without one", () => {
    expect(minutesOf({ ...slot, minutes: 10 })).toBe(10);
    expect(minutesOf(null)).toBe(20);
  });

  test("starts by itself in the slot, with what is left of it", () => {
    const timer = running(advanced(none, slot, noon + 5 * minute));
    expect(minutesLeft(timer, noon + 5 * minute)).toBe(15);
    expect(minutesGiven(timer)).toBe(20);
  });

  test("does not start before or after the slot", () => {
    expect(advanced(none, slot, noon - 1)).toBe(none);
    expect(advanced(none, slot, slot.endsAt)).toBe(none);
    expect(advanced(none, null, noon)).toBe(none);
  });

  test("ends by the clock, also if the computer slept meanwhile", () => {
    const timer = started(20, noon);
    expect(advanced(timer, null, noon + 20 * minute - 1)).toBe(timer);
    expect(advanced(timer, null, noon + 300 * minute).state).toBe("over");
  });

  test("counts the minute that has begun, down to nothing", () => {
    const timer = running(started(2, noon));
    expect(
      [0, 1, minute, minute + 1, 2 * minute, 9 * minute].map((at) => minutesLeft(timer, noon + at)),
    ).toEqual([2, 2, 1, 1, 0, 0]);
  });

  test("never shows more than was given, should the clock be set back", () => {
    expect(minutesLeft(running(started(20, noon)), noon - 600 * minute)).toBe(20);
  });

  test("can be five minutes longer while it runs and after it ended", () => {
    expect(running(extended(started(20, noon), noon + minute)).endsAt).toBe(noon + 25 * minute);
    const over = advanced(started(20, noon), null, noon + 30 * minute);
    const more = running(extended(over, noon + 30 * minute));
    expect([more.state, more.endsAt]).toEqual(["running", noon + 35 * minute]);
    expect(extended(none, noon)).toBe(none);
  });

  test("dismissed, it does not come back in the same slot, but in the next", () => {
    const dismissed: Timer = { state: "dismissed", since: noon + 3 * minute };
    expect(advanced(dismissed, slot, noon + 4 * minute)).toBe(dismissed);
    const next = { ...slot, startsAt: noon + 100 * minute, endsAt: noon + 120 * minute };
    expect(advanced(dismissed, next, noon + 101 * minute).state).toBe("running");
  });

  test("knows when to look at the clock again", () => {
    expect(nextMoment(none, null, noon)).toBeNull();
    expect(nextMoment(none, slot, noon - minute)).toBe(noon);
    expect(nextMoment(started(20, noon), slot, noon)).toBe(noon + 20 * minute);
  });
});
