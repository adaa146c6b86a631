/**
 * Whether a line is the age of an invitation ("2 weeks ago", "Vor 2 Tagen", "昨日"). The browser itself knows how
 * relative times are said in every language it has, so no list of words is needed for most; only whole lines
 * count, since headlines and notes speak of time too.
 */
import { digitRuns, digitValue } from "./numbers";
import { fold } from "./text";
import type { Words } from "./words";

const units = ["second", "minute", "hour", "day", "week", "month", "year"] as const;
const styles = ["long", "short", "narrow"] as const;
const longest = 60;

const formatters = new Map<string, Intl.RelativeTimeFormat[]>();
const phrases = new Map<string, ReadonlySet<string>>();

/** True if the whole line is an age in this language ("de", "pt-BR"), as the browser or our words say it. */
export function isAge(line: string, language: string, words: Words | null): boolean {
  if (line.length > longest) return false;
  const text = asciiDigits(fold(line));
  if (words?.ages?.some((age) => fold(age) === text)) return true;
  const { runs, last } = digitRuns(text);
  if (runs > 1 || last > 99) return false;
  // Some languages have words of their own for one and two of a unit.
  return runs === 1 ? phrasesFor(language, [last]).has(text) : phrasesFor(language, [0, 1, 2]).has(text);
}

/**
 * In a language that even the browser does not know: a few words around one small number, as an age has. Said
 * only of the last line before the controls.
 */
export function looksLikeAge(line: string): boolean {
  if (line.length > 40 || line.split(" ").length > 5) return false;
  const { runs, last } = digitRuns(line);
  return runs === 1 && last > 0 && last < 60 && /^[\p{L}\p{M}\p{Nd}\s.']+$/u.test(line);
}

function phrasesFor(language: string, counts: readonly number[]): ReadonlySet<string> {
  const key = `${language} ${counts.join(",")}`;
  const known = phrases.get(key);
  if (known !== undefined) return known;
  const made = new Set<string>();
  for (const formatter of formattersFor(language)) {
    for (const unit of units) {
      for (const count of counts) made.add(asciiDigits(fold(formatter.format(-count, unit))));
    }
  }
  phrases.set(key, made);
  return made;
}

function formattersFor(language: string): Intl.RelativeTimeFormat[] {
  const known = formatters.get(language);
  if (known !== undefined) return known;
  const made: Intl.RelativeTimeFormat[] = [];
  if (isSupported(language)) {
    for (const numeric of ["always", "auto"] as const) {
      for (const style of styles) made.push(new Intl.RelativeTimeFormat(language, { numeric, style }));
    }
  }
  formatters.set(language, made);
  return made;
}

function isSupported(language: string): boolean {
  try {
    return Intl.RelativeTimeFormat.supportedLocalesOf([language]).length > 0;
  } catch {
    return false; // a lang attribute may hold anything
  }
}

function asciiDigits(text: string): string {
  let plain = "";
  for (const character of text) {
    const value = digitValue(character);
    plain += value >= 0 ? String(value) : character;
  }
  return plain;
}
