import { afterEach, expect, test } from "vitest";
import { wordsOf } from "../../../extension/src/languages";
import { formatNumber, locale, t, tCount } from "../../../extension/src/ui/i18n";
import { sayFromBrowser } from "../../../extension/src/ui/reason-words";
import { lookUp, setWords } from "../../../extension/src/ui/words";
import { speak } from "./fake-words";
import { messagesOf } from "./own-page";

afterEach(() => setWords(null));

test("without a choice the words are the browser's", () => {
  speak("fr");
  expect(wordsOf("auto")).toBe(null);
  setWords(wordsOf("auto"));
  expect(t("save_button")).toBe("Enregistrer");
});

test("a chosen language goes before the browser's: words, reasons, plurals, numbers and dates", () => {
  speak("en", "en-US");
  setWords(wordsOf("de"));
  expect(t("save_button")).toBe("Speichern");
  expect(sayFromBrowser("verdict_accept")).toBe("Annehmen");
  expect(tCount("save_invalid", 2)).toBe("2 Felder brauchen noch einen Blick");
  expect(locale()).toBe("de");
  expect(formatNumber(1234.5)).toBe("1.234,5");
  setWords(null);
  expect(t("save_button")).toBe("Save");
  expect(locale()).toBe("en-US");
});

test("a key that no language has is empty for reasons, and shown as it is on a page", () => {
  speak("en");
  setWords(wordsOf("es"));
  expect(sayFromBrowser("reason_OF_A_NEWER_HOST")).toBe("");
  expect(lookUp("of_no_language")).toBe("");
});

test.each(["en", "de", "fr", "es", "pt"] as const)(
  "in %s every message says the same chosen as in a browser of that language",
  (language) => {
    speak(language);
    const values = ["1", "$2", "$1 $$", "4"];
    const keys = Object.keys(messagesOf(language));
    const inBrowser = keys.map((key) => lookUp(key, values));
    speak("en");
    setWords(wordsOf(language));
    expect(keys.map((key) => lookUp(key, values))).toEqual(inBrowser);
  },
);

test("what is filled in stays as it is, though it looks like a place to fill", () => {
  setWords({ both: "$2, then $1, for $$5" });
  expect(lookUp("both", ["$2", "$$"])).toBe("$$, then $2, for $5");
  expect(lookUp("both", [])).toBe(", then , for $5");
});
