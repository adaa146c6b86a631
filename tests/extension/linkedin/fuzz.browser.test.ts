import fc from "fast-check";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browserNames, bundle, type Driver, launch } from "../browser";
import { anyText } from "./any-text";
import type { Person } from "./made";

declare global {
  interface Window {
    __pwned?: unknown;
    /** Reads `people` off cards of their own and tells what was not read as it was written. */
    readBack(people: Person[]): string[];
    /** The shortest of several times that reading a card takes, in milliseconds. */
    timed(person: Person): number;
  }
}

const seed = 20261122;
const cases = 600;

/** Runs in the page. */
function bringReader(): void {
  /** As the reading documents it: NFC, white space as one space, no control characters, at most so long. */
  const normal = (text: string, limit: number) =>
    text
      .replace(/[^\S\ufeff]+/g, " ")
      .replace(/\p{Cc}/gu, "")
      .normalize("NFC")
      .replace(/ +/g, " ")
      .replace(/^[ \ufeff]+|[ \ufeff]+$/g, "")
      .slice(0, limit);
  const list = () => {
    document.querySelector("main")?.replaceChildren();
    return window.made.list(0);
  };
  const read = () =>
    window.linkedin.findCards(document).map((card) => window.linkedin.readCard(card).invitation);
  window.readBack = (people) => {
    const into = list();
    let elements = 0;
    for (const person of people) {
      const card = window.made.card(person);
      elements += card.querySelectorAll("*").length + 1;
      into.append(card);
    }
    const readings = read();
    const wrong: string[] = [];
    if (readings.length !== people.length) wrong.push(`${readings.length} of ${people.length} cards found`);
    if (into.querySelectorAll("*").length !== elements) wrong.push("text has become elements");
    if (window.__pwned !== undefined) wrong.push("text was run");
    for (const [at, person] of people.entries()) {
      const { name, headline = "", note = "" } = person;
      const reading = readings.find(({ id }) => id === `person:${person.slug}`);
      const pairs: [string, string | null | undefined, string][] = [
        ["name", reading?.name, normal(name, 500)],
        ["headline", reading?.headline, normal(headline, 3_000)],
        ["note", reading?.note, normal(note, 20_000)],
      ];
      for (const [field, is, should] of pairs) {
        if (is !== should)
          wrong.push(`${at} ${field}: ${JSON.stringify(is)} is not ${JSON.stringify(should)}`);
      }
      if (reading?.mutualConnections !== 12)
        wrong.push(`${at}: ${reading?.mutualConnections} mutual connections`);
    }
    return wrong;
  };
  window.timed = (person) => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 7; run++) {
      list().append(window.made.card(person));
      const begin = performance.now();
      for (let times = 0; times < 5; times++) read();
      best = Math.min(best, performance.now() - begin);
    }
    return best;
  };
}

describe.each(browserNames)("in %s, whatever stands on a card", (name) => {
  let driver: Driver;
  let parts: string[];
  let page: Page;
  beforeAll(async () => {
    driver = await launch(name);
    parts = [
      await bundle("linkedin/index.ts", "linkedin"),
      await bundle("../../tests/extension/linkedin/made.ts", "made"),
    ];
  });
  afterAll(() => driver?.close());
  beforeEach(async () => {
    page = await driver.open('<!DOCTYPE html><html lang="en"><main></main></html>');
    for (const content of parts) await page.addScriptTag({ content });
    await page.evaluate(bringReader);
  });
  afterEach(() => page.close());

  it("is read back as it was written, and never becomes part of the page", async () => {
    const texts = fc.sample(fc.tuple(anyText, anyText, anyText), { seed, numRuns: cases });
    const people = texts.map(([called, headline, note], at) => ({
      name: `Ada ${called} Quill`,
      slug: `ada-${at}`,
      // Words at both ends: white space or dots alone are no headline and no note.
      headline: `Keeper ${headline} of bees`,
      note: `Hello ${note} goodbye`,
      mutual: "12 mutual connections",
    }));
    const wrong = await page.evaluate((json) => window.readBack(JSON.parse(json)), JSON.stringify(people));
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it("is read back whole up to 20,000 characters", async () => {
    const texts = fc.sample(
      anyText.filter((text) => /\S/.test(text)),
      { seed, numRuns: 24 },
    );
    const people = texts.map((text, at) => ({
      name: "Ada Quill",
      slug: `ada-${at}`,
      headline: `Keeper ${text.repeat(20_000)}`.slice(0, 2_900),
      note: `Hello ${text.repeat(20_000)}`.slice(0, 19_900),
      mutual: "12 mutual connections",
    }));
    const closed = people.map((one) => ({
      ...one,
      headline: `${one.headline} end`,
      note: `${one.note} end`,
    }));
    const wrong = await page.evaluate((json) => window.readBack(JSON.parse(json)), JSON.stringify(closed));
    expect(wrong.slice(0, 10).map((one) => one.slice(0, 300))).toEqual([]);
  });

  it("takes time in proportion to its length, whatever is written over and over", async () => {
    const pieces = ["x", " ", "A, ", "and ", "9,", "a\u0301", "🙂", "<b>", "\n", "\ud800", "\u202e", "."];
    const person = (piece: string, length: number) => {
      const text = `a${piece.repeat(length / piece.length)}z`;
      const mutual = `${text} and 3 other mutual connections`;
      return { name: "Ada Quill", slug: "ada", headline: text, note: text, mutual };
    };
    const times = await page.evaluate(
      (json) =>
        (JSON.parse(json) as Person[][]).map(
          (lengths) => lengths.map((one) => window.timed(one)) as number[],
        ),
      JSON.stringify(pieces.map((piece) => [person(piece, 20_000), person(piece, 160_000)])),
    );
    // Eight times as long: 64 times as slow if it were quadratic. Below a millisecond the clock tells nothing.
    const slow = times
      .map(([short = 0, long = 0]) => long / Math.max(short, 1))
      .filter((ratio) => ratio > 24);
    expect(slow).toEqual([]);
    expect(times).toHaveLength(pieces.length);
  });
});
