/**
 * Which badge belongs to which card. LinkedIn's React owns the cards: it may re-render, reorder, recycle or remove
 * them at any time. A badge is only ever appended at a card's end, which React never looks at, and is tied to the
 * card's element; when the element comes to show another invitation it gets that one's badge.
 */
import type { Judgement } from "../native/protocol";
import { type Badge, makeBadge } from "./badge";

interface Shown {
  badge: Badge;
  judgement: Judgement;
  name: string;
}

export class Overlay {
  #shown = new Map<Element, Shown>();
  #hosts = new WeakSet<Node>();

  /** Is this node one that we inserted? */
  owns(node: Node): boolean {
    return this.#hosts.has(node);
  }

  /** Shows `judgement` on the card, and again if the page threw the badge away. */
  show(card: Element, judgement: Judgement, name: string): void {
    const shown = this.#shown.get(card) ?? this.#add(card, judgement, name);
    if (shown.badge.host.parentElement !== card) card.append(shown.badge.host);
    if (shown.judgement !== judgement || shown.name !== name) {
      shown.judgement = judgement;
      shown.name = name;
      shown.badge.show(judgement, name);
    }
  }

  /** Takes away the badges of all cards but these. */
  keepOnly(cards: Set<Element>): void {
    for (const [card, { badge }] of this.#shown) {
      if (cards.has(card)) continue;
      badge.remove();
      this.#shown.delete(card);
    }
  }

  clear(): void {
    this.keepOnly(new Set());
  }

  #add(card: Element, judgement: Judgement, name: string): Shown {
    const shown = { badge: makeBadge(), judgement, name };
    this.#hosts.add(shown.badge.host);
    this.#shown.set(card, shown);
    card.append(shown.badge.host); // first into the page: the badge looks at what is painted behind it
    shown.badge.show(judgement, name);
    return shown;
  }
}
