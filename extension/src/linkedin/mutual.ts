/**
 * "Maribel Undertow and 12 other mutual connections" as a number and names. Patterns are matched from the end of
 * the line, because names may hold digits, commas and "and": "Agent 47 and 3 other ..." is four people.
 */
import type { Line } from "./lines";
import { parseAddress } from "./links";
import { trailingNumber } from "./numbers";
import { clean, clip } from "./text";
import type { MutualPatterns, Words } from "./words";

export interface Mutual {
  /** Named people plus the number. */
  total: number;
  names: string[];
  /** False if the pattern is so short that another line could match it by chance. */
  telling: boolean;
}

const mostNames = 10;
const comparable = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad]/g;

/** What the line says about mutual connections, or null if it is no such line in this language. */
export function readMutual(line: Line, words: Words): Mutual | null {
  const text = clean(line.text)
    .replace(comparable, "")
    .replace(/[\u2018\u2019]/g, "'");
  const { mutual } = words;
  return (
    firstMatch(mutual.others, text, (names, n) => withOthers(split(names, line), n, true)) ??
    firstMatch(mutual.othersShort ?? [], text, (names, n) => withOthers(split(names, line), n, false)) ??
    firstMatch(mutual.list, text, (names) => named(splitList(names, words, line))) ??
    firstMatch(mutual.one, text, (names) => named([names])) ??
    firstMatch(mutual.count, text, (_, n) => ({ total: n ?? 0, names: [], telling: true }))
  );
}

function withOthers(names: string[], n: number | null, telling: boolean): Mutual {
  return { total: names.length + (n ?? 1), names: shown(names), telling };
}

function named(names: string[]): Mutual {
  return { total: names.length, names: shown(names), telling: true };
}

function shown(names: readonly string[]): string[] {
  return names.slice(0, mostNames).map((name) => clip(name, 500));
}

function firstMatch(
  patterns: MutualPatterns["count"],
  text: string,
  make: (names: string, n: number | null) => Mutual,
): Mutual | null {
  for (const pattern of patterns) {
    const match = matchFromEnd(pattern, text);
    if (match !== null) return make(match.names, match.n);
  }
  return null;
}

/** Matches one pattern against the whole text, last part first. */
export function matchFromEnd(pattern: string, text: string): { names: string; n: number | null } | null {
  const lower = text.toLowerCase();
  // A letter whose lower case is longer would shift every place: compare such texts as they are.
  const haystack = lower.length === text.length ? lower : text;
  const parts = pattern.split(/(\{names\}|\{n\})/).filter((part) => part !== "");
  let end = text.length;
  let n: number | null = null;
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] as string;
    if (part === "{names}") return namesBefore(parts.slice(0, at).join(""), text, haystack, end, n);
    if (part === "{n}") {
      const number = trailingNumber(text.slice(0, end));
      if (number === null) return null;
      n = number.value;
      end = number.start;
    } else {
      const literal = part.toLowerCase();
      if (!haystack.endsWith(literal, end)) return null;
      end -= literal.length;
    }
  }
  return end === 0 ? { names: "", n } : null;
}

function namesBefore(prefix: string, text: string, haystack: string, end: number, n: number | null) {
  if (!haystack.startsWith(prefix.toLowerCase())) return null;
  const names = text.slice(prefix.length, end).trim();
  return names === "" ? null : { names, n };
}

/** "A, B" as names. Where they are links, the links tell them apart for certain. */
function split(names: string, line: Line): string[] {
  const links = memberLinks(line);
  return links.length > 0 ? links : joinTitles(names.split(/,(?:\s|$)|[،、，]/).map((name) => name.trim()));
}

/** "A, B and C": as `split`, and once more at the last "and". */
function splitList(names: string, words: Words, line: Line): string[] {
  const links = memberLinks(line);
  if (links.length > 0) return links;
  for (const and of words.and) {
    const at = Math.max(names.lastIndexOf(` ${and} `), names.lastIndexOf(and === "と" ? and : ` ${and} `));
    if (at > 0) {
      const last = names.slice(at).trim().slice(and.length).trim();
      return [...split(names.slice(0, at), line), last];
    }
  }
  return split(names, line);
}

function memberLinks(line: Line): string[] {
  return [...line.element.querySelectorAll("a[href]")]
    .filter((anchor) => parseAddress(anchor.getAttribute("href") ?? "")?.kind === "member")
    .map((anchor) => clean(anchor.textContent ?? "", 500))
    .filter((name) => name !== "" && line.text !== name);
}

const title =
  /^(?:jr|sr|phd|mba|esq|md|dds|rn|cpa|pmp|[A-Z][A-Za-z]{0,3}\.(?:[A-Za-z]{1,3}\.?)*|[A-Z]{2,5})$/i;

/** "Ambrose Kettlewell, Ph.D." is one person. */
function joinTitles(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    if (part === "") continue;
    const isTitle = part.length <= 8 && !part.includes(" ") && title.test(part);
    if (
      isTitle &&
      names.length > 0 &&
      (part.includes(".") || part === part.toUpperCase() || part.length <= 3)
    ) {
      names[names.length - 1] += `, ${part}`;
    } else {
      names.push(part);
    }
  }
  return names;
}
