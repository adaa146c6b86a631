/**
 * The lines of text of a region as a reader sees them, told by markup alone: block elements and paragraphs are
 * lines; inline elements side by side without text between them are lines too (older layouts stack spans).
 * Style is not asked: it costs the browser work, and class names rotate.
 */
import { childrenOf, isElement } from "./dom";
import { clean, saysNothing } from "./text";

export interface Line {
  text: string;
  /** The innermost element that holds the whole line. */
  element: Element;
}

/** An inviter's text is at most a few thousand characters; beyond this a "line" is a trap. */
const longestLine = 20_000;

const blocks = new Set(
  (
    "address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th tr ul"
  ).split(" "),
);
const blockSelector = [...blocks].join(",");
/** One line each, whatever they hold. */
const paragraphs = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "time", "dt", "dd", "figcaption"]);
const silent = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "select",
  "textarea",
  "input",
  "iframe",
]);

/** The lines of `root` up to `until` (not included); all of them if it is null. */
export function linesOf(root: Element, until: Element | null): Line[] {
  const lines: Line[] = [];
  const walker = { until, done: false, emit: (line: Line) => lines.push(line) };
  walkBlock(root, walker);
  return withoutCopies(lines, root);
}

interface Walker {
  until: Element | null;
  done: boolean;
  emit(line: Line): void;
}

function walkBlock(element: Element, walker: Walker): void {
  let run: Node[] = [];
  const flush = () => {
    emitRun(run, element, walker);
    run = [];
  };
  for (const child of nodesOf(element)) {
    const holdsEnd = walker.until !== null && child.contains(walker.until);
    if (isElement(child) && (holdsEnd || isBlocky(child))) {
      flush();
      if (child === walker.until) walker.done = true;
      else if (paragraphs.has(child.localName) && !holdsEnd) emitLine(nodesOf(child), child, walker);
      else if (!isSilent(child)) walkBlock(child, walker);
    } else {
      run.push(child);
    }
    if (walker.done) return;
  }
  flush();
}

function isBlocky(element: Element): boolean {
  if (blocks.has(element.localName) || paragraphs.has(element.localName)) return true;
  return (
    element.shadowRoot !== null ||
    element.localName === "slot" ||
    element.querySelector(blockSelector) !== null
  );
}

/** Inline nodes in a row: one line if text stands directly among them, else a line for each element. */
function emitRun(nodes: readonly Node[], parent: Element, walker: Walker): void {
  const speaking = nodes.filter(speaks);
  const elements = speaking.filter(isElement);
  if (elements.length < speaking.length) {
    emitLine(nodes, parent, walker);
    return;
  }
  for (const element of elements) emitRun(nodesOf(element), element, walker);
}

function speaks(node: Node): boolean {
  if (isElement(node) && isSilent(node)) return false;
  // A slot's text stands elsewhere.
  return (node.textContent ?? "").trim() !== "" || (isElement(node) && node.localName === "slot");
}

function emitLine(nodes: readonly Node[], element: Element, walker: Walker): void {
  const texts: string[] = [];
  const elementsOnly = nodes.every((node) => isElement(node) || textOf(node).trim() === "");
  for (const node of nodes) {
    const text = textOf(node);
    // A paragraph may hold its text twice, once for the eye and once for the screen reader.
    const isCopy = elementsOnly && text.trim() !== "" && texts.includes(text);
    if (!isCopy) texts.push(text);
  }
  const text = clean(texts.join(""), longestLine);
  if (text !== "" && !saysNothing(text)) walker.emit({ text, element });
}

/** What a node says, line breaks as spaces; pictures, styles and hidden parts say nothing. */
export function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (!isElement(node) || isSilent(node)) return "";
  if (node.localName === "br") return " ";
  let text = "";
  for (const child of nodesOf(node)) text += textOf(child);
  return text;
}

export function isSilent(element: Element): boolean {
  return silent.has(element.localName) || element.hasAttribute("hidden");
}

export function nodesOf(element: Element): Node[] {
  if (element.localName === "slot") {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return childrenOf(element);
}

/** Drops the second of two copies: one of them hidden from screen readers, or both in the same place. */
function withoutCopies(lines: readonly Line[], root: Element): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const twin = kept.findIndex((other) => other.text === line.text);
    const copy = kept[twin];
    if (copy === undefined) kept.push(line);
    else if (isHidden(copy.element, root)) kept[twin] = line;
    else if (!isHidden(line.element, root)) kept.push(line);
  }
  return kept;
}

function isHidden(element: Element, root: Element): boolean {
  for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) {
    if (at.getAttribute("aria-hidden") === "true") return true;
  }
  return false;
}
