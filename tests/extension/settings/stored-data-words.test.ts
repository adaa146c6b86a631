import { describe, expect, test } from "vitest";
import {
  countWords,
  problemWords,
  refusalWords,
  sizeWords,
  summaryWords,
} from "../../../extension/src/settings/stored-words";
import { speak } from "../ui/fake-words";

const stored = {
  invitations: 312,
  decisions: 80,
  corrections: 1,
  bytes: 1_234_567,
  since: Date.UTC(2026, 2, 3, 12),
};

describe("what is stored is told in words", () => {
  test("with counts, size and date, in the person's language", () => {
    speak("en", "en-GB");
    expect(summaryWords(stored)).toBe(
      "312 invitations, 80 decisions and 1 correction: 1.2 MB, since 3 March 2026",
    );
    speak("de");
    expect(summaryWords(stored)).toBe(
      "312 Einladungen, 80 Entscheidungen und 1 Korrektur: 1,2 MB, seit 3. März 2026",
    );
  });

  test("what there is none of is left out", () => {
    speak("en");
    expect(summaryWords({ ...stored, decisions: 0, corrections: 0 })).toMatch(/^312 invitations: 1.2 MB/);
    expect(summaryWords({ ...stored, invitations: 0, decisions: 0, corrections: 0 })).toMatch(
      /^your settings:/,
    );
    expect(countWords({ invitations: 1, others: 2 })).toBe("1 invitation and 2 other records");
  });

  test("nothing at all is nothing", () => {
    speak("en");
    const none = { invitations: 0, decisions: 0, corrections: 0, bytes: 49_152, since: null };
    expect(summaryWords(none)).toBe("Nothing is stored yet.");
  });

  test.each([
    [0, "0 kB"],
    [49_152, "49 kB"],
    [1_234_567, "1.2 MB"],
    [64_000_000, "64 MB"],
    [2_500_000_000, "2.5 GB"],
  ])("%i bytes are %s", (bytes, words) => {
    speak("en");
    expect(sizeWords(bytes)).toBe(words);
  });
});

test("each way in which a file can be amiss has its own words", () => {
  speak("en");
  const all = [
    problemWords({ kind: "too-large" }),
    problemWords({ kind: "not-json" }),
    problemWords({ kind: "other-format" }),
    problemWords({ kind: "newer" }),
    problemWords({ kind: "damaged", at: 17 }),
    refusalWords("INVALID_PARAMS"),
    refusalWords("STORAGE_FULL"),
    refusalWords("TIMEOUT"),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(problemWords({ kind: "damaged", at: 17 })).toContain("Record 17");
  expect(refusalWords("TIMEOUT")).toContain("TIMEOUT");
});
