/**
 * The words of SuperLink. Every text a person reads comes from `_locales` through here, so that a key that does
 * not exist is a compile error and a language is changed in one place. Pages and overlay share it.
 */
import type messages from "../../_locales/en/messages.json";
import { lookUp } from "./words";
import { zoned } from "./zone";

export type MessageKey = keyof typeof messages;
/** Stems of the messages that come as `<stem>_one` and `<stem>_other`. */
export type PluralKey = PluralStem<MessageKey>;
type PluralStem<Key> = Key extends `${infer Stem}_one` ? Stem : never;
export type Substitution = string | number;

/** The message in the chosen or the browser's language (English where we lack it), its placeholders filled in order. */
export function t(key: MessageKey, substitutions: readonly Substitution[] = []): string {
  return lookUp(key, substitutions.map(String)) || key;
}

/** The message for this many, by the language's own rule. `$1` is the count; further substitutions follow. */
export function tCount(stem: PluralKey, count: number, more: readonly Substitution[] = []): string {
  const form = new Intl.PluralRules(locale()).select(count) === "one" ? "one" : "other";
  return t(`${stem}_${form}`, [formatNumber(count), ...more]);
}

/**
 * The BCP 47 tag to format dates and numbers with, which is always of the language the words are in: the
 * browser's own tag (for its region) where we speak that language, else the language of our words.
 */
export function locale(): string {
  const words = t("language_code");
  const browser = browserLanguage();
  return browser.split("-")[0] === words ? browser : words;
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** A moment as these options tell it, in the zone of the person's week. */
export function formatTime(time: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), zoned(options)).format(time);
}

/** The browser's own direction, unless it reads from right to left and our words, for want of its language, do not. */
export function direction(): "ltr" | "rtl" {
  const ours = locale() === browserLanguage();
  return ours && chrome.i18n.getMessage("@@bidi_dir") === "rtl" ? "rtl" : "ltr";
}

function browserLanguage(): string {
  return chrome.i18n.getUILanguage().replaceAll("_", "-");
}

/** Tells the document its language, direction and title. Call before the first paint, and when the language changes. */
export function localiseDocument(title: MessageKey): void {
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
  document.title = t(title);
}
