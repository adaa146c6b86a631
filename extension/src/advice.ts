/**
 * What a page of invitations and the host have to say to each other while the page is open: new cards go out in
 * one batch per burst, judgements come back and are shown, and are asked for again when the settings changed or
 * the host was away. Until the new one is there the old one stands, and one that says the same again changes nothing.
 */
import type { Seen } from "./linkedin";
import { ask, type ListedCard } from "./messages";
import { clipped } from "./native/clip";
import { type Invitation, type Judgement, maxBatch, type Verdict } from "./native/protocol";
import { setZone } from "./ui/zone";

const firstPause = 1_000;
const longestPause = 60_000;

/** An invitation by the page's own id, and as the host is asked about it: clipped, its id as well. */
interface Question {
  id: string;
  asked: Invitation;
  /** What is asked, as text: two readings that ask the same are one question. */
  read: string;
}

/** The watch hands out the same reading until a card changes: what is made of it is made once, not at every scroll. */
const questions = new WeakMap<Invitation, Question>();

function questionOf(invitation: Invitation): Question {
  const known = questions.get(invitation);
  if (known) return known;
  const asked = clipped(invitation);
  const question = { id: invitation.id, asked, read: JSON.stringify(asked) };
  questions.set(invitation, question);
  return question;
}

interface Answer {
  read: string;
  /** In which age it was asked for; in a later one it is out of date. */
  age: number;
  judgement: Judgement;
}

export interface Told {
  /** Cards or judgements are others than before. */
  changed(): void;
  /** The same judgements read otherwise: the person's week is counted in another time zone. */
  rezoned(): void;
}

export class Advice {
  #judgements = new Map<string, Answer>();
  #asked = new Set<string>();
  /** Counts the refreshes: an answer that was asked for before one is out of date. */
  #age = 0;
  #cards: readonly Seen[] = [];
  #pause = firstPause;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #signal: AbortSignal;
  readonly #told: Told;

  constructor(told: Told, signal: AbortSignal) {
    this.#told = told;
    this.#signal = signal;
    signal.addEventListener("abort", () => clearTimeout(this.#retry), { once: true });
  }

  /** The cards now on the page. */
  update(cards: readonly Seen[]): void {
    this.#cards = cards;
    this.#told.changed();
    void this.#askForMissing();
  }

  /**
   * The settings or the host changed: what was said before may no longer hold. It is kept all the same, also of cards
   * that are gone: their decisions are told some seconds later, with what the badge said.
   */
  refresh(): void {
    this.#age += 1;
    this.#asked.clear();
    this.#pause = firstPause;
    void this.#askForMissing();
  }

  verdictOf(id: string): Verdict | null {
    return this.#judgements.get(id)?.judgement.verdict ?? null;
  }

  /** The cards now on the page, in its order. */
  get cards(): readonly Seen[] {
    return this.#cards;
  }

  judgementOf({ reading }: Seen): Judgement | undefined {
    return this.#judgements.get(reading.invitation.id)?.judgement;
  }

  /** All cards as the host knows them. */
  listed(): ListedCard[] {
    return this.#cards.map((seen) => ({
      invitation: questionOf(seen.reading.invitation).asked,
      judgement: this.judgementOf(seen) ?? null,
    }));
  }

  /** The card of an invitation, by the id that the host knows. */
  cardOf(askedId: string): Seen | undefined {
    return this.#cards.find(({ reading }) => questionOf(reading.invitation).asked.id === askedId);
  }

  async #askForMissing(): Promise<void> {
    clearTimeout(this.#retry);
    const missing = this.#cards
      .map(({ reading }) => questionOf(reading.invitation))
      .filter((question) => this.#isMissing(question));
    for (let from = 0; from < missing.length; from += maxBatch) {
      // Meanwhile others may have been asked about by a later call.
      const batch = missing.slice(from, from + maxBatch).filter((question) => this.#isMissing(question));
      if (batch.length > 0) await this.#askBatch(batch);
    }
  }

  #isMissing({ id, read }: Question): boolean {
    const known = this.#judgements.get(id);
    return (known?.read !== read || known.age !== this.#age) && !this.#asked.has(read);
  }

  async #askBatch(batch: Question[]): Promise<void> {
    const invitations = batch.map(({ asked }) => asked);
    for (const { read } of batch) this.#asked.add(read);
    const age = this.#age;
    const reply = await ask("invitations.score", { invitations });
    if (this.#signal.aborted || age !== this.#age) return;
    for (const { read } of batch) this.#asked.delete(read);
    if (!reply.ok) {
      this.#tryLater(reply.code);
      return;
    }
    this.#pause = firstPause;
    if (setZone(reply.value.timeZone)) this.#told.rezoned();
    if (this.#learn(batch, reply.value.judgements)) this.#told.changed();
  }

  /** True if any of it is new. */
  #learn(batch: readonly Question[], judgements: readonly Judgement[]): boolean {
    let news = false;
    judgements.forEach((judgement, at) => {
      const question = batch[at];
      if (!question) return;
      const before = this.#judgements.get(question.id)?.judgement;
      const same = before !== undefined && JSON.stringify(before) === JSON.stringify(judgement);
      news ||= !same;
      const { id, read } = question;
      this.#judgements.set(id, { read, age: this.#age, judgement: same ? before : judgement });
    });
    return news;
  }

  /** An extension that was updated or unloaded under an open page answers no more; all else may come back. */
  #tryLater(code: string): void {
    if (code === "EXTENSION_GONE" || code === "NO_CONSENT") return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#askForMissing(), this.#pause);
    this.#pause = Math.min(longestPause, this.#pause * 2);
  }
}
