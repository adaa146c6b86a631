/**
 * One visit to an invitations page, from the moment when its address is one and the person has agreed, until the
 * address changes, consent is withdrawn or the page goes. The cards are read, judged, and decisions on them noticed,
 * whether badges are shown or not: where they are not, nothing is inserted in the page.
 */
import { Advice } from "./advice";
import { HeldCorrections } from "./corrections";
import {
  type Change,
  invitationsPage,
  reportOn,
  selfCheck,
  watchDecisions,
  watchInvitations,
} from "./linkedin";
import { ask, type ListedCard, type PageReport } from "./messages";
import { clipped } from "./native/clip";
import type { Action, Invitation } from "./native/protocol";
import { Overlay } from "./overlay/overlay";
import { reveal } from "./overlay/reveal";
import type { Prefs } from "./prefs";

export class Visit {
  #prefs: Prefs;
  #last: Change | null = null;
  readonly #ended = new AbortController();
  readonly #corrections: HeldCorrections;
  readonly #overlay: Overlay;
  readonly #advice: Advice;
  readonly #announce: () => void;

  constructor(prefs: Prefs) {
    const { signal } = this.#ended;
    this.#prefs = prefs;
    this.#corrections = new HeldCorrections(() => this.#overlay.refresh(), signal);
    this.#overlay = new Overlay(this.#corrections, prefs);
    this.#announce = announcer(signal);
    const changed = () => {
      this.#draw();
      this.#announce();
    };
    this.#advice = new Advice({ changed, rezoned: () => this.#overlay.redraw(this.#prefs) }, signal);
    const onPage = { document, signal, isOurs: (node: Node) => this.#overlay.owns(node) };
    watchInvitations({
      ...onPage,
      onChange: (change) => {
        this.#last = change;
        this.#advice.update(change.cards);
      },
    });
    watchDecisions({
      ...onPage,
      cards: () => this.#advice.cards,
      onDecision: ({ invitation, action }) => this.#tell(invitation, action),
    });
  }

  /** The settings, the host or what a reason counts changed. */
  renew(): void {
    this.#corrections.forget();
    this.#advice.refresh();
  }

  /** The person wants badges otherwise, or in other words. */
  adopt(prefs: Prefs): void {
    this.#prefs = prefs;
    this.#overlay.redraw(prefs);
    this.#draw();
  }

  describe(): PageReport {
    return selfCheck(document, this.#last);
  }

  /** The page's markup without anything that it says, for a report. */
  skeleton(): string {
    const { version } = chrome.runtime.getManifest();
    const check = selfCheck(document, this.#last);
    const isOurs = (node: Node) => this.#overlay.owns(node);
    return reportOn(document, { version, page: invitationsPage(location.href), check, isOurs });
  }

  list(): ListedCard[] {
    return this.#advice.listed();
  }

  /** False where the page does not hold the card (yet). */
  reveal(invitationId: string): boolean {
    const seen = this.#advice.cardOf(invitationId);
    return seen !== undefined && reveal(seen.card.root, this.#prefs.mode === "page");
  }

  end(): void {
    this.#ended.abort();
    this.#overlay.clear();
  }

  #draw(): void {
    const { showBadges, mode } = this.#prefs;
    const cards = showBadges && mode === "page" ? this.#advice.cards : [];
    this.#overlay.keepOnly(new Map(cards.map(({ card, reading }) => [card.root, reading.invitation.id])));
    for (const seen of cards) {
      const judgement = this.#advice.judgementOf(seen);
      if (judgement) this.#overlay.show(seen.card.root, judgement, seen.reading.invitation);
    }
  }

  #tell(invitation: Invitation, action: Action): void {
    const verdict = this.#advice.verdictOf(invitation.id);
    const decision = { key: crypto.randomUUID(), action, decidedAt: Date.now(), verdict };
    void ask("decisions.record", { decision: { ...decision, invitation: clipped(invitation) } });
  }
}

/** Tells the side panel that there is something new, once per frame, and of a page out of sight when it is back. */
function announcer(signal: AbortSignal): () => void {
  let isDue = false;
  const wait = () => {
    if (document.visibilityState === "visible") requestAnimationFrame(tell);
  };
  const tell = () => {
    if (!isDue || signal.aborted || document.visibilityState !== "visible") return;
    isDue = false;
    void ask("page.changed", {});
  };
  document.addEventListener("visibilitychange", () => isDue && wait(), { signal });
  return () => {
    if (isDue) return;
    isDue = true;
    wait();
  };
}
