/**
 * The invitations on a page that changes: LinkedIn adds cards while the list scrolls, renders them anew, recycles
 * and reorders their nodes. One MutationObserver marks what was touched; once per frame (by a timer in a hidden
 * tab, where frames stall) the touched cards are read again and new ones looked for. Cards that nothing touched
 * are never read twice, and a page at rest costs nothing.
 */

import { standsElsewhere } from "./actions";
import { type Card, findCards, isHidden, languageOf, type PairWords } from "./cards";
import { controlSelector, isElement, parentOf, precedes, shadowRoots } from "./dom";
import { type Reading, readCard } from "./read";
import { isItem } from "./region";

export interface Seen {
  card: Card;
  reading: Reading;
}

export interface Change {
  /** Every invitation now on the page that could be read, in document order, each once. */
  cards: Seen[];
  /** Those of an identity that was not there before. */
  added: Seen[];
  /** Those that were there before and now read otherwise. */
  changed: Seen[];
  /** The identities that are gone. */
  removed: string[];
  /** How many cards there are, and how many of them name no one that could be read. */
  seen: number;
  unread: number;
}

export interface WatchOptions {
  document: Document;
  onChange(change: Change): void;
  /** Ends the watch; nothing is left behind. */
  signal: AbortSignal;
  /** True for nodes that the extension has put into the page: what happens in them is no change. */
  isOurs?(node: Node): boolean;
}

/** What of an element's attributes can make, unmake or rewrite a card. */
const attributeFilter = [
  "aria-hidden",
  "aria-label",
  "alt",
  "componentkey",
  "hidden",
  "href",
  "lang",
  "role",
];
/** A frame that does not come (occluded window) is not waited for longer than this, in milliseconds. */
const longestFrame = 100;

/** Tells of the invitations on the page, first soon after the call, then whenever they change. */
export function watchInvitations(options: WatchOptions): void {
  const { document, signal } = options;
  if (signal.aborted) return;
  const watch = new Watch(options);
  const schedule = scheduler(document, signal, () => watch.update());
  const observer = new MutationObserver((records) => {
    if (watch.note(records)) schedule();
  });
  watch.observe = (tree) =>
    observer.observe(tree, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter,
    });
  watch.observe(document);
  watch.addShadows(document);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  schedule();
}

/** Calls `run` once in the next frame, or soon by a timer where no frame comes. */
function scheduler(document: Document, signal: AbortSignal, run: () => void): () => void {
  const view = document.defaultView ?? globalThis;
  let waiting = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    view.cancelAnimationFrame(frame);
    clearTimeout(timer);
    waiting = false;
  };
  signal.addEventListener("abort", cancel, { once: true });
  const due = () => {
    cancel();
    if (!signal.aborted) run();
  };
  return () => {
    if (waiting || signal.aborted) return;
    waiting = true;
    const hidden = document.visibilityState === "hidden";
    if (!hidden) frame = view.requestAnimationFrame(due);
    timer = setTimeout(due, hidden ? 0 : longestFrame);
  };
}

/** A card that was read, and what tells it from others. */
interface Entry extends Seen {
  seen: Seen;
  identity: string;
}

class Watch {
  observe: (tree: Node) => void = () => undefined;
  private readonly known = new Map<Element, Entry>();
  /** From everything in a card that may be a control to the card's root. */
  private readonly rootOf = new WeakMap<Element, Element>();
  private readonly touched = new Set<Element>();
  private readonly shadows = new Set<ShadowRoot>();
  private readonly words: PairWords = new Set();
  private shown = new Map<string, Entry>();
  private language = "";
  private counts = "";

  constructor(private readonly options: WatchOptions) {}

  /** Marks what the records touch; false if nothing of it can matter. */
  note(records: readonly MutationRecord[]): boolean {
    let matters = false;
    for (const record of records) matters = this.noteOne(record) || matters;
    return matters;
  }

  addShadows(below: Document | Element): void {
    for (const shadow of shadowRoots(below)) {
      if (this.shadows.has(shadow) || this.isOurs(shadow.host)) continue;
      this.shadows.add(shadow);
      this.observe(shadow);
    }
  }

  /** Reads what was touched, finds what is new, and tells if anything changed. */
  update(): void {
    const { document } = this.options;
    const language = languageOf(document);
    if (language !== this.language) {
      this.known.clear();
      this.words.clear();
    }
    this.language = language;
    for (const root of this.touched) this.known.delete(root);
    this.touched.clear();
    for (const [root, { card }] of this.known) if (!isWhole(card)) this.known.delete(root);
    for (const shadow of this.shadows) if (!shadow.host.isConnected) this.shadows.delete(shadow);
    const place = new Map<Element, number>();
    const skip = (control: Element) => {
      const root = this.rootOf.get(control) ?? control;
      if (!place.has(root)) place.set(root, place.size);
      return this.known.has(root) || this.isOurs(control);
    };
    const { words } = this;
    const shadows = [...this.shadows];
    for (const card of findCards(document, { language, skip, shadows, words, copies: true }))
      this.remember(card);
    this.tell(place);
  }

  private remember(card: Card): void {
    const seen: Seen = { card, reading: readCard(card, this.language) };
    this.known.set(card.root, { ...seen, seen, identity: identityOf(seen) });
    for (const control of card.root.querySelectorAll(controlSelector)) this.rootOf.set(control, card.root);
  }

  private noteOne(record: MutationRecord): boolean {
    const { target } = record;
    const isChildList = record.type === "childList";
    const nodes = isChildList ? [...record.addedNodes, ...record.removedNodes] : [];
    if (isChildList && nodes.every((node) => this.isOurs(node))) return false;
    for (const node of record.addedNodes) if (isElement(node)) this.addShadows(node);
    for (let at: Node | null = target; at !== null; at = parentOf(at)) {
      if (this.isOurs(at)) return false;
      if (isElement(at) && this.known.has(at)) {
        this.touched.add(at);
        return true;
      }
    }
    if (isElement(target) && standsElsewhere(target)) return false;
    // Without a list item around it a card may grow at its end.
    const before = record.previousSibling;
    if (before !== null && isElement(before) && this.known.has(before) && !isItem(before))
      this.touched.add(before);
    return isChildList ? nodes.some(canMatter) : true;
  }

  private tell(place: ReadonlyMap<Element, number>): void {
    const all = inOrder([...this.known.values()], this.shadows.size > 0 ? null : place);
    const readable = all.filter(isReadable);
    const now = onlyOnce(readable);
    const before = this.shown;
    const unread = all.length - readable.length;
    const counts = `${now.size} ${unread}`;
    const cards = [...now.values()].map(({ seen }) => seen);
    const same = counts === this.counts && sameCards(before, now);
    this.shown = now;
    this.counts = counts;
    if (same) return;
    const entries = [...now];
    const added = entries.filter(([identity]) => !before.has(identity)).map(([, { seen }]) => seen);
    const changed = entries
      .filter(([identity, one]) => isChanged(before.get(identity), one))
      .map(([, { seen }]) => seen);
    const gone = [...before].filter(([identity]) => !now.has(identity));
    const removed = gone.map(([, { reading }]) => reading.invitation.id);
    this.options.onChange({ cards, added, changed, removed, seen: cards.length + unread, unread });
  }

  private isOurs(node: Node): boolean {
    return this.options.isOurs?.(node) ?? false;
  }
}

function isWhole(card: Card): boolean {
  return card.root.isConnected && card.root.contains(card.accept) && card.root.contains(card.ignore);
}

/** True if a node that came or went can have been part of a card. */
function canMatter(node: Node): boolean {
  if (!isElement(node)) return (node.textContent ?? "").trim() !== "";
  return node.matches(controlSelector) || node.querySelector(controlSelector) !== null || hasText(node);
}

function hasText(element: Element): boolean {
  return (element.textContent ?? "").trim() !== "" || element.shadowRoot !== null;
}

function isReadable(one: Seen): boolean {
  return one.reading.invitation.name !== "";
}

/** Members without a name share an id at times; LinkedIn's key tells them apart. */
function identityOf({ card, reading }: Seen): string {
  const { profileId, id, kind } = reading.invitation;
  return profileId === null && kind === "person" ? `${id} ${card.key ?? ""}` : id;
}

function isChanged(before: Entry | undefined, now: Entry): boolean {
  if (before === undefined || before === now) return false;
  return JSON.stringify(before.reading) !== JSON.stringify(now.reading);
}

function sameCards(before: ReadonlyMap<string, Entry>, now: ReadonlyMap<string, Entry>): boolean {
  const entries = before.values();
  return before.size === now.size && [...now.values()].every((one) => entries.next().value === one);
}

/** In document order: by the places at which the search met them, which do not tell of shadow trees. */
function inOrder(entries: Entry[], place: ReadonlyMap<Element, number> | null): Entry[] {
  if (place === null) return entries.sort((a, b) => (precedes(a.card.root, b.card.root) ? -1 : 1));
  const placeOf = ({ card }: Entry) =>
    place.get(card.root) ?? place.get(card.accept) ?? place.get(card.ignore) ?? 0;
  return entries.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The first rendering of each invitation, a visible one before a hidden one; by identity, in document order. */
function onlyOnce(entries: readonly Entry[]): Map<string, Entry> {
  const kept = new Map<string, Entry>();
  for (const one of entries) {
    const twin = kept.get(one.identity);
    if (twin !== undefined && (!isHidden(twin.card.root) || isHidden(one.card.root))) continue;
    kept.delete(one.identity);
    kept.set(one.identity, one);
  }
  return kept;
}
