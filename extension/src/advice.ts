/**
 * What a page of invitations and the host have to say to each other while the page is open: new cards go out in
 * one batch per burst, judgements come back and are shown, and are asked for again when the settings changed or
 * the host was away.
 */
import type { Seen } from "./linkedin";
import { ask } from "./messages";
import { clipped } from "./native/clip";
import { type Invitation, type Judgement, maxBatch, type Verdict } from "./native/protocol";

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

export class Advice {
  #judgements = new Map<string, { read: string; judgement: Judgement }>();
  #asked = new Set<string>();
  /** Counts the refreshes: an answer that was asked for before one is out of date. */
  #age = 0;
  #cards: readonly Seen[] = [];
  #pause = firstPause;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #signal: AbortSignal;
  #show: (cards: readonly Seen[], judgementOf: (seen: Seen) => Judgement | undefined) => void;

  constructor(
    show: (cards: readonly Seen[], judgementOf: (seen: Seen) => Judgement | undefined) => void,
    signal: AbortSignal,
  ) {
    this.#show = show;
    this.#signal = signal;
    signal.addEventListener("abort", () => clearTimeout(this.#retry), { once: true });
  }

  /** The cards now on the page. */
  update(cards: readonly Seen[]): void {
    this.#cards = cards;
    this.#present();
    void this.#askForMissing();
  }

  /** The settings or the host changed: what was said before may no longer hold. */
  refresh(): void {
    this.#age += 1;
    this.#judgements.clear();
    this.#asked.clear();
    this.#pause = firstPause;
    void this.#askForMissing();
  }

  verdictOf(id: string): Verdict | null {
    return this.#judgements.get(id)?.judgement.verdict ?? null;
  }

  #present(): void {
    this.#show(this.#cards, ({ reading }) => this.#judgements.get(reading.invitation.id)?.judgement);
  }

  async #askForMissing(): Promise<void> {
    clearTimeout(this.#retry);
    const missing = this.#cards
      .map(({ reading }) => questionOf(reading.invitation))
      .filter((question) => this.#isMissing(question));
    if (missing.length === 0) return;
    for (let from = 0; from < missing.length; from += maxBatch) {
      await this.#askBatch(missing.slice(from, from + maxBatch));
    }
  }

  #isMissing({ id, read }: Question): boolean {
    return this.#judgements.get(id)?.read !== read && !this.#asked.has(read);
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
    reply.value.judgements.forEach((judgement, at) => {
      const question = batch[at];
      if (question) this.#judgements.set(question.id, { read: question.read, judgement });
    });
    this.#present();
  }

  /** An extension that was updated or unloaded under an open page answers no more; all else may come back. */
  #tryLater(code: string): void {
    if (code === "EXTENSION_GONE" || code === "NO_CONSENT") return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#askForMissing(), this.#pause);
    this.#pause = Math.min(longestPause, this.#pause * 2);
  }
}
