import { beforeEach, describe, expect, test } from "vitest";
import { laterReasons, places } from "../../../extension/src/native/protocol";
import {
  ageWords,
  dateWords,
  lapseWords,
  laterWords,
  placeMeaning,
  placeName,
  sessionWords,
} from "../../../extension/src/ui/plan-words";
import { speak } from "./fake-words";
import { madeInvitation, madePlan } from "./made-plan";

const day = 24 * 60 * 60 * 1000;
const now = new Date(2026, 10, 28, 9, 0).getTime();
const languages = ["en", "de", "fr", "es", "pt"] as const;

beforeEach(() => speak("en", "en-GB"));

describe.each(languages)("in %s", (language) => {
  test("every place has a name of its own and says what to do", () => {
    speak(language);
    expect(new Set(places.map(placeName)).size).toBe(places.length);
    const plan = madePlan(Object.fromEntries(places.map((place) => [place, 1])));
    const meanings = plan.items.map((item) => placeMeaning(item, now));
    expect(new Set(meanings).size).toBe(places.length);
    for (const words of [...places.map(placeName), ...meanings]) expect(words).not.toMatch(/^place_|\$/);
  });

  test("every reason to put off has words, and its date is told", () => {
    speak(language);
    for (const because of laterReasons) {
      const [why, when] = laterWords({ place: "later", because, at: now + 3 * day }, now);
      expect(why).not.toMatch(/^later_/);
      expect(when).toContain(dateWords(now + 3 * day, now));
    }
  });
});

test("what is not put off says nothing of it", () => {
  expect(laterWords({ place: "planned", because: null, at: null }, now)).toEqual([]);
});

test("what may lapse says when, and that nobody is told", () => {
  const [item] = madePlan({ lapse: 1 }).items;
  if (!item) throw new Error("no item");
  const words = (lapsesAt: number) => placeMeaning({ ...item, lapsesAt }, now);
  expect(words(new Date(2027, 4, 5).getTime())).toBe(
    "Ignore it, or do nothing: it lapses by itself around 5 May 2027, and nobody is told.",
  );
  expect(words(now + day)).toContain("any day now");
  expect(words(now - day)).toContain("any day now");
});

test("the date of lapsing has its year only where it is another one", () => {
  expect(lapseWords(new Date(2026, 11, 24).getTime(), now)).toBe("Lapses around 24 December");
  expect(lapseWords(new Date(2027, 0, 2).getTime(), now)).toBe("Lapses around 2 January 2027");
  expect(lapseWords(now + 2 * day, now)).toBe("Lapses any day now");
});

describe("an invitation's age", () => {
  const age = (ageDays: number | null, sentAgo: string | null, seenDaysAgo: number) =>
    ageWords(madeInvitation(1, { ageDays, sentAgo }), now - seenDaysAgo * day, now);

  test.each([
    [0, "Sent today"],
    [1, "Sent yesterday"],
    [13, "Sent 13 days ago"],
    [14, "Sent 2 weeks ago"],
    [60, "Sent 8 weeks ago"],
    [70, "Sent 2 months ago"],
  ])("of %d days is told as a person would: %s", (days, words) => {
    expect(age(days, "x", 0)).toBe(words);
  });

  test("has grown since it was read off the card", () => {
    expect(age(7, "1 week ago", 21)).toBe("Sent 3 weeks ago");
  });

  test("is the card's own words where they could not be read, else when it was first seen", () => {
    expect(age(null, "před 2 týdny", 3)).toBe("před 2 týdny");
    expect(age(null, null, 3)).toBe("First seen 3 days ago");
    expect(age(null, null, -1)).toBe("First seen today");
  });
});

test("the next review time has its date once its weekday could be another week's", () => {
  const at = (days: number) =>
    sessionWords({ startsAt: new Date(2026, 10, 28 + days, 16, 0).getTime() }, now);
  expect(at(2)).toBe("Monday 16:00");
  expect(at(7)).toMatch(/^Saturday,? 5 December.* 16:00$/);
});
