/**
 * The received invitations on a page. A card is a region that names someone and holds one pair of controls, one
 * to accept and one to ignore, which speak of that someone. Class names, test hooks and nesting may all change;
 * hooks that are there strengthen, none is needed. Words are used where the language is known, position where not.
 *
 * Not cards, whatever they look like: suggestions ("Connect", "×"), message requests, cookie banners, dialogs,
 * bulk toolbars, acknowledgements, advertisements, sent invitations.
 */
import { collectControls, findPairs, isAdWord, isElsewhere, type Pair } from "./actions";
import { closest, parentOf, shadowRoots } from "./dom";
import { mentions, sharesWord } from "./names";
import { hooks, type Region, regionOf } from "./region";
import { carrying, type Subject, subjectOf } from "./subject";
import { clean, fold } from "./text";

export interface Card {
  /** The smallest element that holds all of the invitation. */
  root: Element;
  accept: Element;
  ignore: Element;
  /** LinkedIn's own key of the invitation ("urn:li:invitation:..."), where the page still has it. */
  key: string | null;
}

export interface FindOptions {
  /** The page's language; that of `<html lang>` unless given. */
  language?: string;
  /** Controls that need not be looked at, since their card is known. */
  skip?: (control: Element) => boolean;
  /** The open shadow roots to look into; all of them unless given. */
  shadows?: readonly ShadowRoot[];
  /** Also the second rendering of an invitation. */
  copies?: boolean;
  /** What is known of this page's pairs from earlier calls; filled by each. */
  words?: PairWords;
}

/** What the controls of this page's cards say, so that shape alone is believed only of controls that say the same. */
export type PairWords = Set<string>;

/** A card and whom it is about: worked out once, used to judge, to compare and to read. */
interface Found {
  card: Card;
  subject: Subject;
  /** What its two controls say. */
  words: string;
  /** Told by words or by LinkedIn's own marks, not by shape alone. */
  firm: boolean;
}

/**
 * All cards below `root`, in document order, each invitation once. A card is a snapshot: when the page has
 * changed within it, find it again. Never throws on any page, never clicks.
 */
export function findCards(root: Document | Element, options: FindOptions = {}): Card[] {
  const language = options.language ?? languageOf(root);
  const shadows = options.shadows ?? shadowRoots(root);
  const controls = collectControls(root, { language, shadows, skip: options.skip });
  const outside = new Map<Element, boolean>();
  let found: Found[] = [];
  for (const pair of findPairs(controls)) {
    const one = cardOf(pair, language, outside);
    if (one !== null) found.push(one);
  }
  found = sayingTheSame(found, options.words ?? new Set());
  return options.copies ? found.map(({ card }) => card) : onlyOnce(found);
}

export function languageOf(root: Document | Element): string {
  const page = root.nodeType === Node.DOCUMENT_NODE ? (root as Document) : root.ownerDocument;
  return page?.documentElement?.getAttribute("lang") ?? "";
}

function cardOf(pair: Pair, language: string, outside: Map<Element, boolean>): Found | null {
  if (isOutside(pair.around, outside)) return null;
  const region = regionOf(pair, language);
  if (region === null) return null;
  const parts = { root: region.root, accept: pair.accept.element, ignore: pair.ignore.element };
  const subject = subjectOf(parts, [pair.accept, pair.ignore], language);
  if (!isInvitation(pair, region, subject)) return null;
  const card = carrying({ ...parts, key: keyOf(parts.root) }, subject);
  const words = [pair.accept.text, pair.ignore.text].map(fold).sort().join("\n");
  return { card, subject, words, firm: pair.byWords || isHooked(region.root) };
}

/**
 * In a language that we do not know, two controls that name a member may also connect and remove. All cards of a
 * page say the same, and invitations stand first: what says otherwise is something else.
 */
function sayingTheSame(found: readonly Found[], known: PairWords): Found[] {
  for (const one of found) if (one.firm) known.add(one.words);
  const first = found[0];
  if (known.size === 0 && first !== undefined) known.add(first.words);
  return found.filter((one) => one.firm || known.has(one.words));
}

function isHooked(root: Element): boolean {
  return closest(root, hooks) !== null;
}

/** The last question: do the controls speak of someone whom the region names? */
function isInvitation(pair: Pair, region: Region, subject: Subject): boolean {
  const hooked = isHooked(region.root);
  if (!hooked && subject.lines.some((line) => isAdWord(line.text))) return false;
  const { labels } = subject;
  const namesOne = subject.sender !== null || subject.target !== null || subject.name !== "";
  if (!namesOne) return pair.byWords && (hooked || isNameless(region, labels));
  if (labels.length === 2 && !speakOf(labels, subject)) return hooked && pair.byWords;
  // Nothing said aloud and no word known: the shape alone is too little outside a list.
  return labels.length === 2 || pair.byWords || hooked || region.isItem;
}

/** A list item with a portrait that names no one we can read: found, so that the failure shows, never badged. */
function isNameless(region: Region, labels: readonly string[]): boolean {
  return region.isItem && labels.length === 0 && region.root.querySelector("img") !== null;
}

/** True if both labels name the same: the sender, or what the invitation is for. */
function speakOf(labels: readonly string[], subject: Subject): boolean {
  const texts = [subject.name, subject.sender?.text ?? "", subject.target?.text ?? ""].filter(
    (text) => text !== "",
  );
  return texts.some((text) =>
    labels.every((label) => mentions([label], text) || (text === subject.name && sharesWord([label], text))),
  );
}

/** True if the element stands in something that holds no invitations. Neighbours share most of the answer. */
function isOutside(element: Element, known: Map<Element, boolean>): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const above = parentOf(element);
  const answer = isElsewhere(element) || (above !== null && isOutside(above, known));
  known.set(element, answer);
  return answer;
}

function keyOf(root: Element): string | null {
  const selector = '[componentkey^="urn:li:invitation:"]';
  const marked = closest(root, selector) ?? root.querySelector(selector);
  return marked?.getAttribute("componentkey") ?? null;
}

/** Drops the second rendering of the same invitation; a visible one is preferred to one that is hidden. */
function onlyOnce(found: readonly Found[]): Card[] {
  const kept: Card[] = [];
  const seen = new Map<string, number>();
  for (const one of found) {
    const identities = identitiesOf(one);
    const twin = identities.map((identity) => seen.get(identity)).find((at) => at !== undefined);
    if (twin === undefined) {
      for (const identity of identities) seen.set(identity, kept.length);
      kept.push(one.card);
    } else if (isHidden((kept[twin] as Card).root) && !isHidden(one.card.root)) {
      kept[twin] = one.card;
    }
  }
  return kept;
}

/** What two renderings of one invitation share: LinkedIn's key, or sender and thing. */
function identitiesOf({ card, subject }: Found): string[] {
  const { sender, target, name } = subject;
  const identities = card.key === null ? [] : [`key ${card.key}`];
  if (sender !== null)
    identities.push(`who ${sender.kind}/${sender.slug} ${target?.kind}/${target?.slug} ${name}`);
  else identities.push(`text ${clean(card.root.textContent ?? "")}`);
  return identities;
}

export function isHidden(element: Element): boolean {
  return closest(element, "[aria-hidden=true], [hidden]") !== null;
}
