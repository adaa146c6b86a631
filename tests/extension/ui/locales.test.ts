import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  corrections,
  evidenceSources,
  relationships,
  settlers,
} from "../../../extension/src/native/protocol";
import { relationshipKey } from "../../../extension/src/ui/relationship-words";

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}

const extension = join(dirname(fileURLToPath(import.meta.url)), "../../../extension");
const languages = ["en", "de", "fr", "es", "pt"];
const read = (language: string): Record<string, Message> =>
  JSON.parse(readFileSync(join(extension, "_locales", language, "messages.json"), "utf8")) as Record<
    string,
    Message
  >;
const english = read("en");

/** The placeholders that the words use, in lower case, in alphabetical order. */
const used = (message: string) =>
  [...new Set([...message.matchAll(/\$(\w+)\$/g)].map((found) => (found[1] ?? "").toLowerCase()))].sort();
const declared = (message: Message) =>
  Object.fromEntries(
    Object.entries(message.placeholders ?? {}).map(([name, { content }]) => [name, content]),
  );

test("SuperLink speaks exactly these five languages", () => {
  expect(readdirSync(join(extension, "_locales")).sort()).toEqual([...languages].sort());
});

test("every English message tells translators what it is for", () => {
  const silent = Object.entries(english).filter(([, message]) => !message.description?.trim());
  expect(silent.map(([key]) => key)).toEqual([]);
});

test("every placeholder of an English message has an example and is numbered in order", () => {
  for (const [key, { placeholders }] of Object.entries(english)) {
    for (const [index, { content, example }] of Object.values(placeholders ?? {}).entries()) {
      expect(content, key).toBe(`$${index + 1}`);
      expect(example, key).toBeTruthy();
    }
  }
});

describe.each(languages)("in %s", (language) => {
  const messages = read(language);

  test("every message is there, and none that English does not have", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  test("no message is empty, and none is padded", () => {
    const odd = Object.entries(messages).filter(([, { message }]) => !message || message !== message.trim());
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  test("every message takes the same values as in English, and uses only those it declares", () => {
    for (const [key, message] of Object.entries(messages)) {
      const original = english[key];
      if (!original) continue;
      expect(declared(message), key).toEqual(declared(original));
      expect(used(message.message), key).toEqual(used(original.message));
      for (const name of used(message.message)) expect(declared(message), key).toHaveProperty(name);
    }
  });

  test("its file says which language it is", () => {
    expect(messages.language_code?.message).toBe(language);
  });

  test("the description fits into the stores' 132 characters", () => {
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });

  test("no straight quotes stand around words, and no straight apostrophe in them", () => {
    const straight = Object.entries(messages).filter(([, { message }]) => /["']/.test(message));
    expect(straight.map(([key]) => key)).toEqual([]);
  });
});

describe("what the host can say has words", () => {
  const vocabulary = JSON.parse(
    readFileSync(join(extension, "../tests/contract/vocabulary.json"), "utf8"),
  ) as { reasons: string[] };
  const wishes = vocabulary.reasons.filter((code) => /^(WANTED|AVOIDED)_|^GOAL_WORDS$/.test(code));

  test.each(vocabulary.reasons)("%s, for and against, without its parameters", (code) => {
    const bare = [`reason_${code}`, `reason_${code}_for`, `reason_${code}_against`].filter(
      (key) => key in english,
    );
    expect(bare.length === 1 ? bare[0] : bare.length).toBe(bare.length === 1 ? `reason_${code}` : 2);
    for (const key of bare) expect(used(english[key]?.message ?? "")).toEqual([]);
  });

  test.each(wishes)("%s, with the wish that it answers", (code) => {
    expect(used(english[`reason_${code}_term`]?.message ?? "")).toEqual(["term"]);
  });

  test("MUTUAL_CONNECTIONS, with how many there are", () => {
    const placeholders = ["none", "single", "count"].map((form) =>
      used(english[`reason_MUTUAL_CONNECTIONS_${form}`]?.message ?? "-$MISSING$"),
    );
    expect(placeholders).toEqual([[], [], ["count"]]);
  });

  test.each(relationships)("the relationship %s", (name) => {
    expect(english).toHaveProperty(relationshipKey(name));
    if (name !== "other") expect(english).toHaveProperty(`sender_${name.replaceAll("-", "_")}`);
  });

  test("what would settle a doubt, where words stand, and what can be said of a reason", () => {
    const keys = [
      ...settlers.map((code) => `settles_${code}`),
      ...evidenceSources.map((source) => `evidence_${source}`),
      ...corrections.flatMap((correction) => [`correct_${correction}`, `held_${correction}`]),
    ];
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });
});

test.each(languages)("in %s, the verdicts that would be are called by the badge's words", (language) => {
  const messages = read(language);
  for (const verdict of ["accept", "ignore"]) {
    const word = messages[`verdict_${verdict}`]?.message ?? "-";
    expect(messages[`badge_unless_${verdict}`]?.message).toContain(word);
  }
});
