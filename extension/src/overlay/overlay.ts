/**
 * Which badge belongs to which card. LinkedIn's React owns the cards: it may re-render, reorder, recycle or remove
 * them at any time. A badge is tied to the card's element and to one invitation; when the element comes to show
 * another, the badge goes at once and that one's takes its place as soon as there is a judgement.
 */
import type { Judgement } from "../native/protocol";
import { type Badge, type Dress, makeBadge } from "./badge";
import type { Corrector } from "./explanation";

/** Of whom a badge speaks. */
export interface About {
  /** The invitation's. */
  id: string;
  name: string;
}

interface Shown {
  badge: Badge;
  judgement: Judgement | null;
  about: About;
}

export class Overlay {
  #shown = new Map<Element, Shown>();
  #added = new WeakSet<Node>();
  #dress: Dress;
  readonly #corrector: Corrector;

  constructor(corrector: Corrector, dress: Dress) {
    this.#corrector = corrector;
    this.#dress = dress;
  }

  /** Is this node one that we inserted? */
  owns(node: Node): boolean {
    return this.#added.has(node);
  }

  /** Shows `judgement` on the card, and again if the page threw the badge away. */
  show(card: Element, judgement: Judgement, about: About): void {
    const shown = this.#shown.get(card) ?? this.#add(card, about);
    if (shown.judgement === judgement && shown.about.name === about.name) {
      shown.badge.restore();
    } else {
      this.#shown.set(card, { ...shown, judgement, about });
      shown.badge.show(judgement, about.name, this.#dress);
    }
  }

  /** The badges are to look so, and say what they say in the words that hold now. */
  redraw(dress: Dress): void {
    this.#dress = dress;
    for (const { badge, judgement, about } of this.#shown.values()) {
      if (judgement) badge.show(judgement, about.name, dress);
    }
  }

  /** Takes away all badges but those that are still on their invitation's card: each card with the id it shows. */
  keepOnly(cards: ReadonlyMap<Element, string>): void {
    for (const [card, { badge, about }] of this.#shown) {
      if (cards.get(card) === about.id) continue;
      badge.remove();
      this.#shown.delete(card);
    }
  }

  /** Other corrections hold than before. */
  refresh(): void {
    for (const { badge } of this.#shown.values()) badge.refresh();
  }

  clear(): void {
    this.keepOnly(new Map());
  }

  #add(card: Element, about: About): Shown {
    const shown = { badge: makeBadge(card, this.#corrector), judgement: null, about };
    if (shown.badge.added) this.#added.add(shown.badge.added);
    return shown;
  }
}
