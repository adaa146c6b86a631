import { beforeEach, describe, expect, test } from "vitest";
import type { Budget } from "../../../extension/src/native/protocol";
import { budgetWords, resetWords } from "../../../extension/src/ui/budget-words";
import { speak } from "./fake-words";

const thursdayNoon = new Date(2026, 10, 19, 12).getTime();
const mondayMidnight = new Date(2026, 10, 23).getTime();

const week = (used: number, weeklyBudget: number): Budget => ({
  weeklyBudget,
  used,
  elsewhere: 0,
  timeZone: null,
  suggestion: null,
  left: Math.max(0, weeklyBudget - used),
  weekStartsAt: mondayMidnight - 7 * 86_400_000,
  resetsAt: mondayMidnight,
});
const words = (used: number, budget: number, planned = 0) =>
  budgetWords(week(used, budget), planned, thursdayNoon);

beforeEach(() => speak("en"));

test("the ring shows what is left and fills with what is used", () => {
  expect(words(12, 15)).toMatchObject({
    figure: "3",
    figureLabel: "left",
    used: "12 of 15 accepted",
    resets: "Resets Monday",
    remark: null,
    share: 0.8,
    over: false,
  });
});

test("for who cannot see the ring it says the same", () => {
  expect(words(12, 15, 2).ringLabel).toBe("Weekly budget: 12 of 15 used, 3 left, 2 planned");
});

test("who is planned comes on top of who was accepted, up to the whole ring and no further", () => {
  expect(words(3, 15, 6)).toMatchObject({ share: 0.2, plannedShare: 0.6, planned: "6 more planned" });
  expect(words(12, 15, 9)).toMatchObject({ share: 0.8, plannedShare: 1 });
  expect(words(0, 0, 2)).toMatchObject({ share: 0, plannedShare: 1 });
});

test("another budget is suggested with what it rests on, and only where it is another", () => {
  const suggested = (weeklyBudget: number) =>
    budgetWords({ ...week(2, 15), suggestion: { weeklyBudget, used: 6, weeks: 4 } }, 0, thursdayNoon)
      .suggestion;
  expect(suggested(8)).toBe("You set 15 a week and used about 6. Try 8?");
  expect(suggested(15)).toBeNull();
  expect(words(2, 15).suggestion).toBeNull();
});

test("over the budget is shown kindly, and the ring is simply full", () => {
  expect(words(17, 15)).toMatchObject({ figure: "+2", figureLabel: "over", share: 1, over: true });
  expect(words(17, 15).remark).toBe(
    "2 more than you planned. That is fine: your budget is a guide, not a limit.",
  );
  expect(words(16, 15).remark).toMatch(/^One more than you planned/);
});

test("a week that is just used up is told as done, not as a barrier", () => {
  expect(words(15, 15)).toMatchObject({ figure: "0", over: false });
  expect(words(15, 15).remark).toMatch(/^That is your week/);
});

test("a budget of nobody divides nothing by zero", () => {
  expect(words(0, 0)).toMatchObject({ figure: "0", share: 0, over: false });
  expect(words(0, 0).remark).toMatch(/^Your budget is 0/);
  expect(words(1, 0)).toMatchObject({ figure: "+1", share: 1, over: true });
});

describe("the reset is said as a person would say it", () => {
  const at = (day: number, hour = 12) => resetWords(mondayMidnight, new Date(2026, 10, day, hour).getTime());

  test("on the day the week began: in 7 days", () => expect(at(16, 9)).toBe("in 7 days"));
  test("within the week: the weekday", () => expect([at(17), at(21)]).toEqual(["Monday", "Monday"]));
  test("late on the eve: tomorrow", () => expect(at(22, 23)).toBe("tomorrow"));
  test("when it is over already: today", () => expect(at(23, 1)).toBe("today"));
  test("later today: in hours", () => {
    const evening = new Date(2026, 10, 19, 18).getTime();
    expect(resetWords(evening, thursdayNoon)).toBe("in 6 hours");
  });
  test("in German and French too", () => {
    speak("de");
    expect(at(18)).toBe("Montag");
    expect(at(22)).toBe("morgen");
    speak("fr");
    expect(words(0, 10).resets.replace(/\s/g, " ")).toBe("Nouvelle semaine : lundi");
  });
});
