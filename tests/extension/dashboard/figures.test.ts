import { beforeEach, describe, expect, test } from "vitest";
import {
  ageRange,
  isBlank,
  livedWeeks,
  shareWords,
  summaryOf,
  totalsOf,
  weekName,
} from "../../../extension/src/dashboard/figures";
import { reasonName } from "../../../extension/src/ui/reason-names";
import { speak } from "../ui/fake-words";
import { blankHistory, emptyWeek, madeDecision, madeHistory, madeWeek } from "./made-history";

beforeEach(() => speak("en"));

const week = (back: number, accepted: number, times = 0, of = 0) =>
  madeWeek(back, { accepted, ignored: 0, lapsed: 0, agreed: { times, of } });

describe("the summary", () => {
  test("tells people, weeks, the average and how often the badges agreed", () => {
    expect(summaryOf([week(2, 14, 20, 22), week(1, 12, 11, 13), week(0, 8, 10, 12)])).toBe(
      "In 3 weeks you accepted 34 people, about 11 a week. The badges agreed with you 41 of 47 times.",
    );
  });

  test("an average below one keeps a digit, and is never told as none", () => {
    expect(summaryOf([week(3, 1), week(2, 0), week(1, 1), week(0, 0)])).toContain(
      "2 people, about 0.5 a week",
    );
    const year = Array.from({ length: 52 }, (_, at) => week(51 - at, at === 0 ? 1 : 0));
    expect(summaryOf(year)).toContain("1 person, about 0.1 a week");
  });

  test("the present week alone has no average", () => {
    expect(summaryOf([week(0, 1)])).toBe("This week you accepted 1 person so far.");
    expect(summaryOf([week(0, 0)])).toBe("This week you accepted nobody so far.");
  });

  test("nobody accepted is said, and agreement is left out before there was any", () => {
    expect(summaryOf([week(1, 0), week(0, 0)])).toBe("In 2 weeks you accepted nobody.");
  });

  test("speaks German with German figures", () => {
    speak("de");
    expect(summaryOf([week(1, 1, 1, 2), week(0, 0)])).toBe(
      "In 2 Wochen hast du 1 Person angenommen, etwa 0,5 pro Woche. Die Badges stimmten in 1 von 2 Fällen mit dir überein.",
    );
  });
});

describe("the weeks", () => {
  test("begin where there was something to count, and an idle week in between counts", () => {
    const lived = [madeWeek(2), emptyWeek(1), madeWeek(0)];
    expect(livedWeeks([emptyWeek(4), emptyWeek(3), ...lived])).toEqual(lived);
  });

  test("a week with a budget and nobody accepted was lived", () => {
    const idle = { ...emptyWeek(1), weeklyBudget: 5 };
    expect(livedWeeks([emptyWeek(2), idle, emptyWeek(0)])).toHaveLength(2);
  });

  test("of nothing the present week remains", () => {
    expect(livedWeeks([emptyWeek(1), emptyWeek(0)])).toEqual([emptyWeek(0)]);
    expect(livedWeeks([])).toEqual([]);
  });

  test("the last one is this week", () => {
    const weeks = [madeWeek(1), madeWeek(0)];
    expect([weekName(weeks, 0), weekName(weeks, 1)]).toEqual(["Week of Nov 16, 2026", "This week"]);
  });

  test("add up", () => {
    expect(
      totalsOf([
        week(1, 3, 2, 4),
        madeWeek(0, { accepted: 1, ignored: 5, lapsed: 2, agreed: { times: 1, of: 1 } }),
      ]),
    ).toEqual({
      accepted: 4,
      ignored: 5,
      lapsed: 2,
      agreed: { times: 3, of: 5 },
    });
  });
});

test("a history is blank only while nothing was decided and nobody waits", () => {
  expect(isBlank(blankHistory)).toBe(true);
  expect(isBlank({ ...blankHistory, ages: [{ fromDays: 0, pending: 1 }] })).toBe(false);
  expect(isBlank({ ...blankHistory, weeks: [week(0, 1)] })).toBe(false);
  expect(isBlank({ ...blankHistory, disagreements: [madeDecision(1)] })).toBe(false);
  expect(isBlank(madeHistory(12))).toBe(false);
});

test("ages are ranges of days, the last one open", () => {
  const ages = [0, 7, 30, 31, 180].map((fromDays) => ({ fromDays, pending: 0 }));
  expect(ages.map((_, at) => ageRange(ages, at))).toEqual(["0–6", "7–29", "30", "31–179", "180+"]);
});

test("a share of nothing is no share", () => {
  expect(shareWords({ times: 0, of: 0 })).toBe("–");
  expect(shareWords({ times: 41, of: 47 })).toBe("87%");
});

test("a reason in a list is named without taking a side, and one that is unknown has no name", () => {
  expect(reasonName("SENIORITY")).toBe("Their level of experience");
  expect(reasonName("PERSONAL")).toBe("What you usually do");
  expect(reasonName("WANTED_ROLE")).toBe("A role you want");
  expect(reasonName("A_REASON_OF_TOMORROW")).toBe("");
});
