/** A list of short texts (roles, places, ...) as a person types it: what is added, what is kept out and why. Pure. */
import type { MessageKey } from "../ui/i18n";
import { limits } from "./draft";

export interface Added {
  terms: string[];
  /** Those of `terms` that were not there before. */
  fresh: string[];
  /** What stays in the field because it could not be added. */
  rest: string;
  problem: { message: MessageKey; substitutions: number[] } | null;
}

/** Comma, semicolon and line end, in the shapes that other scripts give them. */
export const separators = /[,;\n，、；،؛]/u;

/** Adds what `typed` holds, one term or several. A term that is there already, in any case, is quietly left out. */
export function addTerms(terms: readonly string[], typed: string): Added {
  const next = [...terms];
  const fresh: string[] = [];
  const wanted = typed.split(separators).map(tidy).filter(Boolean);
  for (const [index, term] of wanted.entries()) {
    if (next.some((known) => fold(known) === fold(term))) continue;
    const problem = refusal(next, term);
    if (problem) return { terms: next, fresh, rest: wanted.slice(index).join(", "), problem };
    next.push(term);
    fresh.push(term);
  }
  return { terms: next, fresh, rest: "", problem: null };
}

/** Terms that stand in both lists, in the spelling of the first. */
export function inBoth(wanted: readonly string[], avoided: readonly string[]): string[] {
  const other = new Set(avoided.map(fold));
  return wanted.filter((term) => other.has(fold(term)));
}

function refusal(terms: readonly string[], term: string): Added["problem"] {
  if (terms.length >= limits.terms) return { message: "error_list_full", substitutions: [limits.terms] };
  return [...term].length > limits.term ? { message: "error_too_long", substitutions: [limits.term] } : null;
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** For comparing: without the difference of case. */
export function fold(text: string): string {
  return text.toLocaleLowerCase("und");
}
