import { expect, test } from "vitest";
import { wordsOf } from "../../../extension/src/languages";
import { direction, formatNumber, locale, t, tCount } from "../../../extension/src/ui/i18n";
import { setWords } from "../../../extension/src/ui/words";
import { speak } from "./fake-words";

test("substitutions fill the placeholders in order", () => {
  speak("en");
  expect(t("budget_used", [12, 15])).toBe("12 of 15 accepted");
});

test("counts follow the language's own rule: French says one for none", () => {
  speak("en");
  expect(tCount("page_read", 0, ["0"])).toBe("0 invitations seen, 0 read.");
  expect(tCount("page_read", 1, ["1"])).toBe("1 invitation seen, 1 read.");
  speak("fr");
  expect(tCount("page_read", 0, ["0"])).toBe("0 invitation vue, 0 lue.");
});

test("dates and numbers follow the browser's region where we speak its language", () => {
  speak("de", "de-AT");
  expect(locale()).toBe("de-AT");
  speak("pt", "pt_BR");
  expect(locale()).toBe("pt-BR");
});

test("in a browser whose language we lack, dates and numbers are in the language of the words", () => {
  speak("en", "ja");
  expect(locale()).toBe("en");
  expect(formatNumber(1234)).toBe("1,234");
});

test("the page reads from right to left with the browser, but never with words that do not", () => {
  speak("en", "en", "rtl");
  expect(direction()).toBe("rtl");
  speak("en", "he", "rtl");
  expect(direction()).toBe("ltr");
});

test("a chosen language that reads from left to right does so in a browser that does not", () => {
  speak("en", "he", "rtl");
  setWords(wordsOf("fr"));
  expect([locale(), direction()]).toEqual(["fr", "ltr"]);
  setWords(null);
});
