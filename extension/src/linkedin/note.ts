/**
 * The note of an invitation: the text after its two controls. All of it is in the page, folded away by style
 * only, so nothing is ever clicked to read it. Nothing in it is interpreted: it may say "Accept", name numbers
 * of mutual connections or hold what looks like markup.
 */
import { controlSelector, isElement, parentOf } from "./dom";
import { isSilent, nodesOf } from "./lines";
import { isMessaging } from "./links";
import { cleanLines, fold, saysNothing } from "./text";
import type { Words } from "./words";

export const longestNote = 20_000;

const lineBreaking =
  "address,article,aside,blockquote,dd,div,dl,dt,footer,header,li,ol,p,pre,section,ul,h1,h2,h3,h4,h5,h6";

/** The text of `root` behind `last`, without controls, links to answer and what unfolds it; null if there is none. */
export function readNote(root: Element, last: Element, words: Words | null, name: string): string | null {
  const reader: Reader = { shown: "", hidden: "", words };
  for (let at: Element | null = last; at !== null && at !== root; at = parentOf(at)) {
    for (let node = at.nextSibling; node !== null; node = node.nextSibling) visit(node, reader, false);
    append(reader, "\n", false);
  }
  const shown = withoutReply(cleanLines(reader.shown, longestNote), words, name);
  const text = shown !== "" ? shown : cleanLines(reader.hidden, longestNote);
  return text === "" || saysNothing(text) ? null : text;
}

/** The text of an element that is known to hold a note. */
export function noteWithin(element: Element, words: Words | null): string | null {
  const reader: Reader = { shown: "", hidden: "", words };
  for (const child of nodesOf(element)) visit(child, reader, false);
  const text = cleanLines(reader.shown, longestNote);
  return text === "" ? null : text;
}

interface Reader {
  shown: string;
  /** What is hidden from screen readers: mostly ornaments, the note itself only if nothing else is there. */
  hidden: string;
  words: Words | null;
}

function visit(node: Node, reader: Reader, hidden: boolean): void {
  if (node.nodeType === Node.TEXT_NODE) {
    append(reader, spaced(node), hidden);
    return;
  }
  if (!isElement(node) || isSilent(node)) return;
  if (node.localName === "br") append(reader, "\n", hidden);
  if (isControl(node) || unfolds(node, reader.words)) return;
  const breaks = node.matches(lineBreaking);
  if (breaks) append(reader, "\n", hidden);
  const nowHidden = hidden || node.getAttribute("aria-hidden") === "true";
  for (const child of nodesOf(node)) visit(child, reader, nowHidden);
  if (breaks) append(reader, "\n", hidden);
}

function append(reader: Reader, text: string, hidden: boolean): void {
  if (hidden) reader.hidden += text;
  else reader.shown += text;
}

/** White space as it is seen: a line break in the source is one on the screen only where style says so. */
function spaced(node: Node): string {
  const text = node.textContent ?? "";
  if (!text.includes("\n") || text.trim() === "") return text.replaceAll("\n", " ");
  const parent = parentOf(node);
  const style = parent ? getComputedStyle(parent).whiteSpace : "";
  return style.startsWith("pre") || style.startsWith("break") ? text : text.replaceAll("\n", " ");
}

function isControl(element: Element): boolean {
  if (!element.matches(controlSelector)) return false;
  if (element.localName !== "a" || element.getAttribute("role") === "button") return true;
  const href = element.getAttribute("href") ?? "";
  return href === "" || href.startsWith("#") || isMessaging(href);
}

/** "… show more" that is not marked up as a control. */
function unfolds(element: Element, words: Words | null): boolean {
  if (words?.more === undefined || element.childElementCount > 1) return false;
  const raw = element.textContent ?? "";
  if (raw.length > 40) return false;
  const text = fold(raw).replace(/^[….\s]+/, "");
  return words.more.some((more) => fold(more) === text) && /^\s*[….]/.test(raw);
}

/** Drops a last line that only offers to answer. */
function withoutReply(note: string, words: Words | null, name: string): string {
  const lines = note.split("\n");
  const last = fold(lines.at(-1) ?? "");
  const first = fold(name).split(" ")[0] ?? "";
  const offers = (words?.reply ?? [])
    .filter((reply) => reply.includes("{name}"))
    .flatMap((reply) => [first, fold(name)].map((who) => fold(reply.replace("{name}", who))));
  return offers.includes(last) ? lines.slice(0, -1).join("\n").trim() : note;
}
