import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Judgement, Reason } from "../../../extension/src/native/protocol";
import { mainReason, reasonWords, senderWords, unlessWords } from "../../../extension/src/ui/reason-words";
import { speak } from "../ui/fake-words";

beforeEach(() => speak("en"));
afterEach(() => void Reflect.deleteProperty(globalThis, "chrome"));

function reason(code: string, weight: number, params: Reason["params"] = {}): Reason {
  return { code, params, weight, evidence: null, agreed: null };
}

describe("a reason is told", () => {
  it.each([
    ["WANTED_ROLE", 1, { term: "CTO" }, "Role you want: CTO"],
    ["WANTED_ROLE", 1, {}, "A role you want"],
    ["WANTED_RELATIONSHIP", 1, { term: "open-networker" }, "A relationship you want: Open networker"],
    ["WANTED_RELATIONSHIP", 1, { term: "robot" }, "A relationship you want"],
    ["MUTUAL_CONNECTIONS", 1, { count: 12 }, "12 mutual connections"],
    ["MUTUAL_CONNECTIONS", 1, { count: 1 }, "One mutual connection"],
    ["MUTUAL_CONNECTIONS", -1, { count: 0 }, "No mutual connections"],
    ["MUTUAL_CONNECTIONS", 1, {}, "Mutual connections"],
    ["RECRUITER", 1, {}, "Seems to work in recruiting"],
    ["RECRUITER", -1, {}, "Seems to work in recruiting"],
    ["USUAL", 1, {}, "People tend to accept invitations worded like this"],
    ["USUAL", -1, {}, "People tend to ignore invitations worded like this"],
    ["PERSONAL", 1, {}, "You tend to accept invitations like this"],
    ["SALES_LANGUAGE", -1, { term: "ignored, it has no place" }, "Sounds like a sales pitch"],
  ] as const)("%s with %d and %o", (code, weight, params, words) => {
    expect(reasonWords(reason(code, weight, params))).toBe(words);
  });

  it("with a word of surprise where it stands on the side that it seldom stands on", () => {
    expect(reasonWords(reason("AVOIDED_TOPIC", 0.2, { term: "crypto" }))).toBe(
      "Topic you avoid: crypto (counts in favour here)",
    );
    expect(reasonWords(reason("VERIFIED", -0.2))).toBe("Verified by LinkedIn (counts against here)");
  });

  it("not at all where a newer host knows more than we have words for", () => {
    expect(reasonWords(reason("MOON_PHASE", 1, { term: "full" }))).toBe("");
  });
});

describe("what would turn the verdict", () => {
  const judged = (verdict: Judgement["verdict"], unless: Reason | null): Judgement => ({
    ...{ id: "person:a", verdict, score: 0.4, relationship: "other", reasons: [], unless, settles: null },
    plan: { place: "your-call", because: null, at: null },
  });

  it.each([
    ["ignore", reason("SALES_LANGUAGE", -2), "Would be “Accept”, if not for: Sounds like a sales pitch"],
    ["accept", reason("NEAR_YOU", 2), "Would be “Ignore”, if not for: Lives or works near you"],
    ["ignore", reason("MOON_PHASE", -2), ""],
    ["ignore", null, ""],
  ] as const)("from %s", (verdict, unless, words) => {
    expect(unlessWords(judged(verdict, unless))).toBe(words);
  });
});

it("who the sender would be is told in a sentence, and nothing where nothing tells", () => {
  expect(senderWords("open-networker")).toBe("Seems to connect with everyone");
  expect(senderWords("other")).toBe("");
});

describe("the one reason beside a verdict", () => {
  const [pitch, role] = [reason("SALES_LANGUAGE", -2), reason("WANTED_ROLE", 1)];
  const against = () => reasonWords(pitch);
  const speaksFor = () => reasonWords(role);

  it.each([
    ["accept", speaksFor],
    ["later", speaksFor],
    ["ignore", against],
    ["unsure", against],
  ] as const)("of %s speaks for it where one does", (verdict, words) => {
    expect(mainReason({ verdict, reasons: [pitch, role] })).toBe(words());
  });

  it("is the other one where none does, and empty where there are no words", () => {
    expect(mainReason({ verdict: "accept", reasons: [pitch] })).toBe(against());
    expect(mainReason({ verdict: "accept", reasons: [reason("MOON_PHASE", 1)] })).toBe("");
  });
});
