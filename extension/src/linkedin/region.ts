/**
 * How far a card reaches around its accept/ignore pair. Hooks and list items say it outright; without them the
 * region grows outward from the pair until it names someone, and then on as long as what it takes in can belong
 * to the same invitation (its note, its picture), never another person, heading, list or control.
 */
import { type Control, describe, isControl, type Pair } from "./actions";
import { closest, controlSelector, isElement, parentOf } from "./dom";
import { linesOf } from "./lines";
import { hasNamedLink, isMessaging, linksIn, parseAddress } from "./links";
import { spokenPart } from "./names";
import { clean, fold } from "./text";

/** Marks that LinkedIn itself has put on invitations; they strengthen, nothing depends on them. */
export const hooks =
  '[componentkey^="urn:li:invitation:"], li.invitation-card, [data-view-name="pending-invitation"]';
const items = `li, [role=listitem], article, ${hooks}`;
const landmarks = "body, main, [role=main], footer";
const containers = `${landmarks}, ul, ol, [role=list], [role=feed], table, tbody`;
const headings = "h1, h2, h3, h4, h5, h6, [role=heading]";
/** What begins something else than the rest of this card. */
const foreign = `${headings}, nav, aside, main, ${items}, ul, ol, [role=list]`;

export interface Region {
  root: Element;
  /** A list item, an article or an element that LinkedIn marks as an invitation. */
  isItem: boolean;
}

export function isItem(element: Element): boolean {
  return element.matches(items);
}

/** The region of the card around a pair; null if the pair belongs to no single invitation. */
export function regionOf(pair: Pair, language: string): Region | null {
  let root = pair.around;
  let at: Element = pair.around;
  if (!saysOnly(at, pair) && holdsRival(at, pair, null, language)) return null;
  let named = namesSomeone(at, pair);
  for (;;) {
    if (at.matches(items) && (named || isWholeItem(at, pair))) return { root: at, isItem: true };
    const parent = parentOf(at);
    if (parent === null || parent.matches(named ? containers : landmarks)) break;
    if (!named && holdsOther(parent, at)) break;
    if (holdsRival(parent, pair, at, language) || (named && !belongs(at, parent))) break;
    const grew = addsContent(at, parent);
    at = parent;
    if (grew || !named) root = at;
    named = named || namesSomeone(at, pair);
  }
  return named ? { root, isItem: false } : null;
}

/** What no card holds: on the way out to a name, the pair has left its own surroundings. */
const pageParts = "h1, nav, main, aside, [role=navigation], [role=tablist], [role=main]";

/** True if beside the pair stand parts of the page, or people in items of their own: it is a toolbar over them. */
function holdsOther(parent: Element, taken: Element): boolean {
  for (const element of parent.querySelectorAll(`${pageParts}, ${items}`)) {
    if (taken.contains(element)) continue;
    if (element.matches(pageParts) || linksIn(element).length > 0) return true;
  }
  return false;
}

/** True for an item that names no one, but is a card by its mark or by saying more than its two controls. */
function isWholeItem(element: Element, pair: Pair): boolean {
  if (element.matches(hooks)) return true;
  const parent = parentOf(element);
  return !saysOnly(element, pair) && (parent === null || closest(parent, items) === null);
}

/** True if the element holds no text but that of the two controls. */
function saysOnly(element: Element, { accept, ignore }: Pair): boolean {
  const text = clean(element.textContent ?? "", 2_000);
  return text.length <= accept.text.length + ignore.text.length + 1;
}

/** True if a link says where it leads, or a line without a link begins with what both controls name. */
function namesSomeone(element: Element, pair: Pair): boolean {
  if (hasNamedLink(element)) return true;
  const { accept, ignore } = pair;
  if (accept.label === null || ignore.label === null || saysOnly(element, pair)) return false;
  const labels = [fold(accept.label), fold(ignore.label)];
  return linesOf(element, null).some((line) => {
    const names = labels.map((label) => spokenPart(line.text, [label]));
    return names[0] !== "" && names[0] === names[1] && !isOwnText(line.text, pair);
  });
}

function isOwnText(text: string, pair: Pair): boolean {
  return pair.accept.text.startsWith(text) || pair.ignore.text.startsWith(text);
}

/** True if the element, apart from the part already taken in, has another control that accepts or ignores. */
function holdsRival(element: Element, pair: Pair, taken: Element | null, language: string): boolean {
  const own = [pair.accept, pair.ignore];
  const texts = own.map((control) => fold(control.text));
  for (const other of element.querySelectorAll(controlSelector)) {
    if (taken?.contains(other) || own.some((control) => isPartOf(other, control))) continue;
    if (isControl(other) && isRival(describe(other, language), texts)) return true;
  }
  return false;
}

function isPartOf(element: Element, control: Control): boolean {
  return control.element.contains(element) || element.contains(control.element);
}

function isRival(other: Control, texts: readonly string[]): boolean {
  return other.role === "accept" || other.role === "ignore" || texts.includes(fold(other.text));
}

/** True if everything that `parent` has beside `child` can be part of the same card. */
function belongs(child: Element, parent: Element): boolean {
  const siblings = [...parent.children].filter((sibling) => sibling !== child && !isNeutral(sibling));
  if (parent.matches(items))
    return !siblings.some((sibling) => sibling.matches(headings) || sibling.querySelector(headings));
  const slugs = new Set(linksIn(child).map((link) => link.slug));
  return !siblings.some((sibling) => {
    const before = (sibling.compareDocumentPosition(child) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return isForeign(sibling, before, slugs);
  });
}

function isNeutral(element: Element): boolean {
  return (
    (element.textContent ?? "").trim() === "" &&
    element.querySelector("a, button, img, [role=button]") === null
  );
}

function isForeign(element: Element, before: boolean, slugs: ReadonlySet<string>): boolean {
  if (element.matches(foreign) || element.querySelector(foreign) !== null) return true;
  const anchors = element.matches("a[href]") ? [element] : [...element.querySelectorAll("a[href]")];
  let answers = false;
  for (const anchor of anchors) {
    const href = anchor.getAttribute("href") ?? "";
    const address = parseAddress(href);
    if (address === null && isMessaging(href)) answers = true;
    else if (address === null ? href.startsWith("/") : !slugs.has(address.slug)) return true;
  }
  const hasControl =
    element.matches(controlSelector) || element.querySelector("button, [role=button]") !== null;
  // Behind the pair a note may have a control to unfold it; a control by itself is "Load more".
  return hasControl && (before || !(answers || hasOwnText(element)));
}

function hasOwnText(element: Element): boolean {
  if (element.matches(controlSelector)) return false;
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && (child.textContent ?? "").trim() !== "") return true;
    if (isElement(child) && hasOwnText(child)) return true;
  }
  return false;
}

function addsContent(child: Element, parent: Element): boolean {
  for (const node of parent.childNodes) {
    if (node === child) continue;
    if (node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "") return true;
    if (isElement(node) && !isNeutral(node)) return true;
  }
  return false;
}
