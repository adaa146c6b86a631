/**
 * The words of every language we know something of. LinkedIn's language follows the account, not the browser, and
 * `<html lang>` may be missing or wrong: hence, besides the lookup by language, one over all languages for the
 * two controls that make a card a card.
 */
import { fold } from "../text";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { it } from "./it";
import { ja } from "./ja";
import { nl } from "./nl";
import { pl } from "./pl";
import { pt } from "./pt";
import { stemLanguages } from "./stems";
import { tr } from "./tr";
import type { Words } from "./types";

export type { MutualPatterns, Words } from "./types";

/** What a control does, as far as its words tell. */
export type Role = "accept" | "ignore" | "other";

export const allWords: readonly Words[] = [en, de, fr, es, pt, it, nl, pl, tr, ja, ...stemLanguages];

const byLanguage = new Map(allWords.map((words) => [words.language, words]));
/** Norwegian and Filipino have several codes. */
const sameLanguage: Readonly<Record<string, string>> = { nb: "no", nn: "no", fil: "tl", iw: "he", in: "id" };

/** "pt-BR", "pt_BR" and "PT" are all "pt". */
export function baseLanguage(language: string): string {
  const base = language.split(/[-_]/)[0]?.toLowerCase() ?? "";
  return sameLanguage[base] ?? base;
}

/** The words of a language, or null for one that has no file. */
export function wordsOf(language: string): Words | null {
  return byLanguage.get(baseLanguage(language)) ?? null;
}

/** True if mutual connections can be read in this language, so that their absence means something. */
export function knowsMutual(words: Words): boolean {
  return words.mutual.others.length > 0;
}

interface Meaning {
  role: Role;
  language: string;
}

const meanings = new Map<string, Meaning[]>();
const stems: { stem: string; role: Role; language: string }[] = [];

function learn(text: string, role: Role, language: string): void {
  const key = fold(text);
  const known = meanings.get(key) ?? [];
  known.push({ role, language });
  meanings.set(key, known);
}

for (const words of allWords) {
  for (const text of words.accept) learn(text, "accept", words.language);
  for (const text of words.ignore) learn(text, "ignore", words.language);
  for (const text of words.other) learn(text, "other", words.language);
  for (const stem of words.acceptStems ?? [])
    stems.push({ stem: fold(stem), role: "accept", language: words.language });
  for (const stem of words.ignoreStems ?? [])
    stems.push({ stem: fold(stem), role: "ignore", language: words.language });
}

const none: readonly Meaning[] = [];

/** Everything that a control's whole text may mean, in any language. */
export function meaningsOf(text: string): readonly Meaning[] {
  const folded = fold(text);
  const whole = meanings.get(folded);
  if (whole !== undefined) return whole;
  // A stem is one word with an ending, not the beginning of a sentence.
  if (folded.length > 24 || folded.includes(" ")) return none;
  return stems.filter(({ stem }) => folded.startsWith(stem));
}

/** What a control's text means, the page's own language first; null if no language knows it. */
export function roleOf(text: string, language: string): Role | null {
  const known = meaningsOf(text);
  const base = baseLanguage(language);
  return (known.find((meaning) => meaning.language === base) ?? known[0])?.role ?? null;
}

/** What a control's spoken label means in one language: it begins or ends with a control's whole text. */
export function roleOfLabel(label: string, words: Words): "accept" | "ignore" | null {
  const own = endsOf(label)
    .flatMap((end) => meanings.get(end) ?? [])
    .find(({ role, language }) => role !== "other" && language === words.language);
  return own === undefined || own.role === "other" ? null : own.role;
}

/** As `roleOfLabel`, the page's own language first, then every other. */
export function roleOfAnyLabel(label: string, language: string): Role | null {
  const known = endsOf(label).flatMap((end) => meanings.get(end) ?? []);
  const acting = known.filter(({ role }) => role !== "other");
  const base = baseLanguage(language);
  return (acting.find((meaning) => meaning.language === base) ?? acting[0])?.role ?? null;
}

/** The first and last one, two and three words of a label. */
function endsOf(label: string): string[] {
  const words = fold(label).split(" ");
  return [1, 2, 3].flatMap((count) => [words.slice(0, count).join(" "), words.slice(-count).join(" ")]);
}
