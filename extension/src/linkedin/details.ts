/**
 * The lines of a card behind its name: headline, mutual connections, age. In a known language each line is told
 * by its words, whole; the order (headline, mutual connections, age) settles what words leave open, because an
 * inviter can write "12 mutual connections" as a headline. In an unknown language only structure speaks: the
 * faces beside a mutual line, the button around it, a `<time>`.
 */
import { ageInDays, isAge, looksLikeAge } from "./ages";
import type { Line } from "./lines";
import { type Mutual, readMutual } from "./mutual";
import { digitRuns } from "./numbers";
import type { Confidence } from "./read";
import { captionsOf, type Subject } from "./subject";
import { fold, saysNothing } from "./text";
import { knowsMutual, type Words } from "./words";

export interface Details {
  headline: string | null;
  headlineConfidence: Confidence;
  mutual: Mutual | null;
  mutualConfidence: Confidence;
  sentAgo: string | null;
  ageDays: number | null;
  ageConfidence: Confidence;
  /** What stands behind the name in its line, or in a line of its own: "wants to connect". */
  status: string;
  /** A line before the controls that is none of the above and may be a note. */
  noteElement: Element | null;
}

/** The language that a card speaks. */
export interface CardLanguage {
  language: string;
  words: Words | null;
  /** The card's own controls say so; otherwise it is only what the page claims. */
  sure: boolean;
}

/** What a line is, by what stands around it. */
type Sign = "faces" | "button" | "accent" | "time" | "quote" | null;

interface Marked extends Line {
  sign: Sign;
}

export function readDetails(
  subject: Subject,
  isPerson: boolean,
  first: Element,
  spoken: CardLanguage,
): Details {
  const { words, language } = spoken;
  const { rest, status } = linesBehindName(subject, words, language);
  const lines = rest.map((line) => ({ ...line, sign: signOf(line, first) }));
  const age = takeAge(lines, spoken);
  const mutual = takeMutual(lines, words);
  const known = spoken.sure && words !== null && knowsMutual(words);
  const { headline, note } = known ? headlineByWords(lines, mutual.at) : headlineByShape(lines);
  return {
    headline: isPerson ? headline : null,
    headlineConfidence: !isPerson || known ? "sure" : headline === null ? "unknown" : "unsure",
    mutual: mutual.value,
    mutualConfidence: known ? (mutual.unread ? "unknown" : mutual.doubt ? "unsure" : "sure") : "unknown",
    sentAgo: age.text,
    ageDays: age.text === null ? null : ageInDays(age.text, language, words),
    ageConfidence: age.confidence,
    status,
    noteElement: isPerson ? note : null,
  };
}

/** The lines behind the name, without captions and status phrases. */
function linesBehindName(subject: Subject, words: Words | null, language: string) {
  const at = subject.nameLine === null ? -1 : subject.lines.indexOf(subject.nameLine);
  const captions = captionsOf(language);
  const folded = fold(subject.name);
  const statuses = (words?.status ?? []).flatMap((phrase) => [fold(phrase), `${folded} ${fold(phrase)}`]);
  let status = subject.nameLine?.text.slice(subject.name.length) ?? "";
  const rest: Line[] = [];
  for (const [index, line] of subject.lines.slice(at + 1).entries()) {
    const text = fold(line.text);
    if (captions.has(text) || text === folded || saysNothing(text) || isDegree(text)) continue;
    if (statuses.includes(text)) status += ` ${line.text}`;
    else if (!isCaption(subject.lines, at, at + 1 + index)) rest.push(line);
  }
  return { rest, status };
}

/** "· 2nd": how far away in the network, in other layouts. */
function isDegree(text: string): boolean {
  return /^[·•]\s?\d\p{L}{0,3}\+?$/u.test(text);
}

/**
 * Captions of a language we do not know: where a line in the same place as the name stands before it, lines come
 * in twos, caption and value, and the one right behind the name is a caption.
 */
function isCaption(lines: readonly Line[], name: number, at: number): boolean {
  const nameLine = lines[name];
  const before = lines[name - 1];
  if (at !== name + 1 || nameLine === undefined || before === undefined) return false;
  const place = nameLine.element.parentElement;
  const inPlace = (line: Line | undefined) => line !== undefined && line.element.parentElement === place;
  const caption = lines[at];
  if (nameLine.element.localName !== "span" || !inPlace(before) || caption === undefined || !inPlace(caption))
    return false;
  const looks = (line: Line) => line.element.getAttribute("class");
  const looksAlike = looks(before) === looks(caption) && looks(caption) !== looks(nameLine);
  return looksAlike || inPlace(lines[at + 1]);
}

function takeAge(lines: Marked[], { words, language, sure }: CardLanguage) {
  const taken = (at: number, confidence: Confidence) => {
    const [line] = lines.splice(at, 1);
    return { text: line?.text ?? null, confidence };
  };
  const time = lines.findIndex((line) => line.sign === "time");
  if (time >= 0) return taken(time, "sure");
  const last = lines.length - 1;
  const isLast = (line: Marked, at: number) => at === last && line.sign !== "accent" && line.sign !== "faces";
  const said = lines.findIndex((line, at) => isLast(line, at) && isAge(line.text, language, words));
  if (said >= 0) return taken(said, "sure");
  const other = lines.findIndex(
    (line, at) => at > 0 && line.sign === null && isAge(line.text, language, words),
  );
  if (other >= 0) return taken(other, "unsure");
  const likely = !sure ? lines.findIndex((l, at) => isLast(l, at) && looksLikeAge(l.text)) : -1;
  if (likely >= 0) return { ...taken(likely, "unknown"), text: null };
  return { text: null, confidence: (sure ? "sure" : "unknown") as Confidence };
}

interface MutualLine {
  value: Mutual | null;
  /** Where the line stood; the lines before it are the headline. */
  at: number | null;
  doubt: boolean;
  /** There is such a line, and its words are not known. */
  unread: boolean;
}

/** Takes the mutual line out of `lines`: the one with faces or in a button, else the last that says so. */
function takeMutual(lines: Marked[], words: Words | null): MutualLine {
  const signed = lines.map((line) => line.sign === "faces" || line.sign === "button").lastIndexOf(true);
  const signedLine = lines[signed];
  if (signedLine !== undefined) {
    lines.splice(signed, 1);
    const value = words === null ? null : readMutual(signedLine, words);
    return { value, at: signed, doubt: false, unread: value === null };
  }
  for (let at = lines.length - 1; at >= 0 && words !== null; at--) {
    const line = lines[at] as Marked;
    const value = line.sign === "accent" ? null : readMutual(line, words);
    if (value === null || (!value.telling && at === 0)) continue;
    lines.splice(at, 1);
    return { value, at, doubt: at === 0, unread: false };
  }
  const unread =
    words === null ? -1 : lines.map((line, at) => at > 0 && resemblesMutual(line, words)).lastIndexOf(true);
  if (unread >= 0) lines.splice(unread, 1);
  return { value: null, at: unread < 0 ? null : unread, doubt: false, unread: unread >= 0 };
}

/** A number and the words of mutual connections, in a sentence that no pattern knows. */
function resemblesMutual(line: Line, words: Words): boolean {
  if (line.text.length > 200 || digitRuns(line.text).runs === 0) return false;
  const said = new Set(fold(line.text).split(" "));
  const counting = words.mutual.count.map((pattern) => fold(pattern.replace("{n}", "")).split(" "));
  return counting.some((needed) => needed.every((word) => said.has(word)));
}

/** Everything before the mutual line; what is behind it, or quoted, is a note. */
function headlineByWords(lines: readonly Marked[], mutualAt: number | null) {
  const quote = lines.findIndex((line) => line.sign === "quote");
  const end = Math.min(mutualAt ?? lines.length, quote < 0 ? lines.length : quote);
  const headline = lines.slice(0, end).map((line) => line.text);
  const note = lines[end]?.element ?? null;
  return { headline: headline.length === 0 ? null : headline.join(" "), note };
}

/** Only the first line: a second may be anything. */
function headlineByShape(lines: readonly Marked[]) {
  const line = lines.find((candidate) => candidate.sign === null || candidate.sign === "accent");
  return { headline: line?.text ?? null, note: null };
}

function signOf(line: Line, first: Element): Sign {
  if (line.element.closest("time") !== null || line.element.localName === "time") return "time";
  if (line.element.closest("blockquote, q") !== null) return "quote";
  const button = line.element.closest("button, [role=button]");
  if (button !== null && !button.contains(first)) return "button";
  const own = (line.element.textContent ?? "").trim();
  for (let at: Element | null = line.element; at !== null && !at.contains(first); at = at.parentElement) {
    if (at !== line.element && (at.textContent ?? "").trim() !== own) return null;
    if (at.querySelector('svg[id^="company-accent"]') !== null) return "accent";
    if (at.querySelector("img") !== null) return "faces";
  }
  return null;
}
