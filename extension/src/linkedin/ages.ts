/**
 * Whether a line is the age of an invitation ("2 weeks ago", "Vor 2 Tagen", "昨日"), and how many days that is. The
 * browser itself knows how relative times are said in every language it has, so no list of words is needed for most;
 * only whole lines count, since headlines and notes speak of time too.
 */
import { digitRuns, digitValue } from "./numbers";
import { fold } from "./text";
import type { Words } from "./words";

/** How many hours each unit is; of what rounds to none, hundreds are still no day. */
const units = {
  second: 0,
  minute: 0,
  hour: 1,
  day: 24,
  week: 7 * 24,
  month: 30 * 24,
  year: 365 * 24,
} as const;
type Unit = keyof typeof units;
const styles = ["long", "short", "narrow"] as const;
const longest = 60;

const formatters = new Map<string, Intl.RelativeTimeFormat[]>();
const ownPhrases = new WeakMap<Words, ReadonlyMap<string, number>>();
const phrases = new Map<string, ReadonlyMap<string, number>>();

/** True if the whole line is an age in this language ("de", "pt-BR"), as the browser or our words say it. */
export function isAge(line: string, language: string, words: Words | null): boolean {
  return ageInDays(line, language, words) !== null;
}

/** The age that the whole line is, in whole days at least ("2 weeks ago" is 14); null if it is none that we know. */
export function ageInDays(line: string, language: string, words: Words | null): number | null {
  if (line.length > longest) return null;
  const text = asciiDigits(fold(line));
  const own = words === null ? undefined : ownAges(words).get(text);
  if (own !== undefined) return own;
  const { runs, last } = digitRuns(text);
  if (runs > 1 || last > 99) return null;
  // Some languages have words of their own for one and two of a unit.
  return phrasesFor(language, runs === 1 ? [last] : [0, 1, 2]).get(text) ?? null;
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

function ownAges(words: Words): ReadonlyMap<string, number> {
  const known = ownPhrases.get(words);
  if (known !== undefined) return known;
  const made = new Map(Object.entries(words.ages ?? {}).map(([age, days]) => [fold(age), days]));
  ownPhrases.set(words, made);
  return made;
}

/** Each phrase with its days; of a phrase that is said of several ages ("1 m"), the youngest holds. */
function phrasesFor(language: string, counts: readonly number[]): ReadonlyMap<string, number> {
  const key = `${language} ${counts.join(",")}`;
  const known = phrases.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (const formatter of formattersFor(language)) {
    for (const unit of Object.keys(units) as Unit[]) {
      for (const count of counts) {
        const phrase = asciiDigits(fold(formatter.format(-count, unit)));
        const days = Math.floor((count * units[unit]) / 24);
        made.set(phrase, Math.min(days, made.get(phrase) ?? days));
      }
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
