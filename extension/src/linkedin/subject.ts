/**
 * Whom a card is about: the sender, and what a newsletter, page, event or group invitation asks to join. The
 * sender is told by the link that bears the name, cross-checked with the spoken labels of the two controls,
 * which name the sender or the thing in every language seen. A picture's link says nothing, mutual connections
 * may be links too, and any link may be hidden behind a second copy: hence never "the first link".
 */
import { type Control, describeAgain } from "./actions";
import { type Line, linesOf } from "./lines";
import { type Link, linksIn } from "./links";
import { mentions, sharesWord, spokenPart } from "./names";
import { clean, fold } from "./text";
import { wordsOf } from "./words";

export interface Subject {
  /** The control to accept and the one to ignore, as they were described. */
  controls: readonly [Control, Control];
  /** What the two say beyond what they show, folded. */
  labels: readonly string[];
  /** The link that bears the sender's name, else the one around the picture. */
  sender: Link | null;
  /** The second link: newsletter, company page, event or group. */
  target: Link | null;
  /** Empty if none can be read. */
  name: string;
  /** How sure the name is: a control or picture says it too, or it is only the text of the link. */
  nameSure: boolean;
  /** The line in which the name stands; null if only the labels say it. */
  nameLine: Line | null;
  /** The lines of the card, and whether they stand before the controls (where LinkedIn puts them). */
  lines: Line[];
  linesBefore: boolean;
}

export interface Parts {
  root: Element;
  accept: Element;
  ignore: Element;
}

/** Reads whom the card is about. Never throws; a card that names no one has an empty name. */
export function subjectOf(card: Parts, controls: readonly [Control, Control], language: string): Subject {
  const first = firstOf(card);
  const all = linksIn(card.root);
  const before = all.filter((link) => isBefore(link.element, first));
  const linesBefore = before.some((link) => link.text !== "") || !all.some((link) => link.text !== "");
  const links = linesBefore ? before : all;
  const lines = linesOf(card.root, linesBefore ? first : null);
  const labels = controls.flatMap(({ label }) => (label === null ? [] : [fold(label)]));
  const sender = senderAmong(links, labels);
  const target = targetAmong(links, sender);
  const name = nameOf(card, sender, target, lines, labels, language);
  return { controls, labels, sender, target, lines, linesBefore, ...name };
}

/** The earlier of the two controls. */
export function firstOf(card: Parts): Element {
  return isBefore(card.accept, card.ignore) ? card.accept : card.ignore;
}

export function lastOf(card: Parts): Element {
  return firstOf(card) === card.accept ? card.ignore : card.accept;
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function senderAmong(links: readonly Link[], labels: readonly string[]): Link | null {
  const members = links.filter((link) => link.kind === "member");
  const named = members.filter((link) => link.text !== "");
  const spoken =
    named.find((link) => mentions(labels, link.text)) ?? named.find((link) => bearsName(link, labels));
  if (spoken !== undefined) return spoken;
  // The labels name a thing ("Accept invitation for ..."), or there are none: the first who is named.
  const things = links.filter((link) => link.kind !== "member" && link.text !== "");
  if (labels.length === 0 || things.some((link) => mentions(labels, link.text))) {
    return named[0] ?? members[0] ?? things.find((link) => link.kind === "company") ?? null;
  }
  // Someone else than the labels name: a mutual connection's link. The picture's link has no text to tell.
  const company = things.find((link) => link.kind === "company" && bearsName(link, labels));
  return (
    company ??
    members.find((link) => link.text === "") ??
    named.find((link) => sharesWord(labels, link.text)) ??
    null
  );
}

/** True if a line of the link begins with what the labels name: badges and captions may stand beside it. */
function bearsName(link: Link, labels: readonly string[]): boolean {
  return (
    labels.length > 0 && linesOf(link.element, null).some((line) => spokenPart(line.text, labels) !== "")
  );
}

function targetAmong(links: readonly Link[], sender: Link | null): Link | null {
  const others = links.filter(
    (link) => link.kind !== "member" && link.text !== "" && link.slug !== sender?.slug,
  );
  return others.find((link) => link.kind !== "company") ?? others[0] ?? null;
}

interface Name {
  name: string;
  nameSure: boolean;
  nameLine: Line | null;
}

function nameOf(
  card: Parts,
  sender: Link | null,
  target: Link | null,
  lines: readonly Line[],
  labels: readonly string[],
  language: string,
): Name {
  const evidence = [...labels, ...pictureTexts(card.root, sender)];
  const own = sender === null ? [] : linesOf(sender.element, null);
  const known = captionsOf(language);
  const candidates = own.length > 0 ? own : lines;
  for (const line of candidates) {
    const name = spokenPart(line.text, evidence);
    const isTarget = target !== null && name === target.text;
    if (name !== "" && !isTarget)
      return { name: clean(name, 500), nameSure: true, nameLine: lineAround(lines, line, name) };
  }
  const bold = sender?.element.querySelector("strong, b, h1, h2, h3, h4") ?? null;
  const line = own.find((candidate) => !known.has(fold(candidate.text)));
  const text = bold ? clean(bold.textContent ?? "", 500) : (line?.text ?? "");
  return { name: clean(text, 500), nameSure: false, nameLine: line ? lineAround(lines, line, text) : null };
}

const captions = new Map<string, ReadonlySet<string>>();

/** What screen readers are told before names and headlines, folded. */
export function captionsOf(language: string): ReadonlySet<string> {
  const known = captions.get(language) ?? new Set((wordsOf(language)?.captions ?? []).map(fold));
  captions.set(language, known);
  return known;
}

/** The line of the card in which a line of the link stands: the same one, or a longer one around it. */
function lineAround(lines: readonly Line[], inner: Line, name: string): Line | null {
  return (
    lines.find((line) => line.element === inner.element || inner.element.contains(line.element)) ??
    lines.find((line) => line.element.contains(inner.element) && line.text.includes(name)) ??
    lines.find((line) => line.text.includes(name)) ??
    null
  );
}

/** What the pictures of the sender say: the name, in some sentence. */
function pictureTexts(root: Element, sender: Link | null): string[] {
  const texts: string[] = [];
  for (const picture of root.querySelectorAll("img[alt]")) {
    const anchor = picture.closest("a[href]");
    const isSenders =
      anchor === null ||
      sender === null ||
      anchor.getAttribute("href") === sender.element.getAttribute("href");
    const alt = fold(picture.getAttribute("alt") ?? "");
    if (isSenders && alt !== "") texts.push(alt);
  }
  return texts;
}

/** A card that still carries its subject: reading right after finding need not work it out again. */
interface Carrying extends Parts {
  subject?: Subject | undefined;
}

export function carrying<T extends Parts>(card: T, subject: Subject): T {
  return Object.assign(card, { subject });
}

/** The subject that the card carries, once: the page may have changed by the next time. */
export function takeSubject(card: Carrying, language: string): Subject {
  const { subject } = card;
  card.subject = undefined;
  return (
    subject ??
    subjectOf(card, [describeAgain(card.accept, language), describeAgain(card.ignore, language)], language)
  );
}
