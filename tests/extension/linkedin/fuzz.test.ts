import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAge, looksLikeAge } from "../../../extension/src/linkedin/ages";
import { parseAddress, staysHere } from "../../../extension/src/linkedin/links";
import { matchFromEnd } from "../../../extension/src/linkedin/mutual";
import { digitRuns, trailingNumber } from "../../../extension/src/linkedin/numbers";
import { clean, cleanLines, clip, fold } from "../../../extension/src/linkedin/text";
import { clipped } from "../../../extension/src/native/clip";
import type { Invitation } from "../../../extension/src/native/protocol";
import { anyText } from "./any-text";

/** Surrogates without their other half. */
const halves = /\p{Cs}/gu;

const runs = { numRuns: 2_000, seed: 20261122 };
const check = <T extends unknown[]>(property: fc.IProperty<T>) => fc.assert(property, runs);

describe("whatever the text is", () => {
  it("a number is read back from every way in which a language writes it", () => {
    const languages = fc.constantFrom(
      "en",
      "de",
      "fr",
      "es",
      "pt",
      "it",
      "nl",
      "hi",
      "ar-EG",
      "fa",
      "bn",
      "de-CH",
    );
    const number = fc.integer({ min: 0, max: 999_999_999 });
    check(
      fc.property(anyText, number, languages, (before, value, language) => {
        const text = `${before} x ${new Intl.NumberFormat(language).format(value)}`;
        expect(trailingNumber(text)?.value).toBe(value);
      }),
    );
  });

  it("a number is at the end of its text, or there is none", () => {
    check(
      fc.property(anyText, (text) => {
        const number = trailingNumber(text);
        if (number !== null) expect(digitRuns(text.slice(number.start)).runs).toBeGreaterThan(0);
        expect(Number.isSafeInteger(number?.value ?? 0)).toBe(true);
      }),
    );
  });

  it("the mutual line's names and number are told apart, whatever the names hold", () => {
    const pattern = "{names} and {n} other mutual connections";
    check(
      fc.property(anyText, fc.integer({ min: 1, max: 99_999 }), (any, others) => {
        const names = clean(`Ada ${any} Quill`);
        const line = `${names} and ${others.toLocaleString("en")} other mutual connections`;
        expect(matchFromEnd(pattern, line)).toEqual({ names, n: others });
      }),
    );
  });

  it("an age is told without throwing, whatever language the page claims", () => {
    check(
      fc.property(anyText, anyText, (text, language) => {
        expect([true, false]).toContain(isAge(text, language, null) || looksLikeAge(text));
      }),
    );
    expect(isAge("2 weeks ago", "en", null)).toBe(true);
  });

  it("cleaning keeps one line in normal form, and cleaning twice changes nothing", () => {
    check(
      fc.property(anyText, (text) => {
        const once = clean(text);
        expect(once).not.toMatch(/\p{Cc}| {2}|^ | $/u);
        expect(once).toBe(once.normalize("NFC"));
        expect(clean(once)).toBe(once);
        expect(fold(fold(text))).toBe(fold(text));
        expect(
          cleanLines(text, 20_000)
            .split("\n")
            .every((line) => clean(line) === line),
        ).toBe(true);
      }),
    );
  });

  it("clipping keeps a beginning of whole characters", () => {
    check(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const short = clip(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(short)).toBe(true);
        const splits = /[\ud800-\udbff]$/.test(short) && /^[\udc00-\udfff]/.test(text.slice(short.length));
        expect(splits).toBe(false);
      }),
    );
  });

  it("an address is a member's, a thing's or nobody's, and never a mistake", () => {
    check(
      fc.property(anyText, (text) => {
        expect(parseAddress(`/in/${encodeURIComponent(`x${text.replace(halves, "")}`)}/`)?.kind).toBe(
          "member",
        );
        expect(parseAddress(`https://evil.example/in/${text}`)).toBeNull();
        expect(typeof staysHere(text)).toBe("boolean");
      }),
    );
  });

  it("what goes to the host is well-formed and within its limits", () => {
    check(
      fc.property(anyText, fc.integer({ min: 1, max: 2_000 }), (text, times) => {
        const long = text.repeat(Math.min(times, Math.ceil(20_000 / (text.length + 1))));
        const nothing = { kind: "person", mutualConnections: null, ageDays: null } as const;
        const texts = { id: long, profileId: long, name: long, headline: long, subject: long, sentAgo: long };
        const invitation: Invitation = { ...nothing, ...texts, badges: [], note: long, mutualNames: [long] };
        for (const value of Object.values(clipped(invitation)).flat()) {
          if (typeof value !== "string") continue;
          expect(value).not.toMatch(halves);
          expect(new TextEncoder().encode(value).length).toBeLessThanOrEqual(16 * 1024);
        }
      }),
    );
  });
});
