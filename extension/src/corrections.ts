/**
 * What the person said of reasons, for the badges of an open page. The host keeps it; here is what it said last,
 * asked for when a badge first needs it and again when it may have changed elsewhere.
 */
import { ask, type Reply } from "./messages";
import type { Correction, CorrectionRequest, Corrections } from "./native/protocol";

export class HeldCorrections {
  #held: readonly Correction[] = [];
  #known = false;
  /** Counts the questions: only the answer to the newest tells what holds. */
  #asked = 0;
  readonly #changed: () => void;
  readonly #signal: AbortSignal;

  /** `changed` is called when an answer brought something new. */
  constructor(changed: () => void, signal: AbortSignal) {
    this.#changed = changed;
    this.#signal = signal;
  }

  /** Those that hold, as far as it is known yet. */
  all(): readonly Correction[] {
    if (!this.#known) void this.#take(ask("reasons.list", {}));
    return this.#held;
  }

  /** Makes a correction or takes one back; false if the host could not keep it. */
  correct(request: CorrectionRequest): Promise<boolean> {
    return this.#take(ask("reasons.correct", request));
  }

  /** It may have changed: the next to look asks again. */
  forget(): void {
    this.#known = false;
  }

  async #take(answer: Promise<Reply<Corrections>>): Promise<boolean> {
    const question = ++this.#asked;
    this.#known = true;
    const reply = await answer;
    if (this.#signal.aborted) return false;
    if (!reply.ok) {
      if (question === this.#asked) this.#known = false;
      return false;
    }
    if (question === this.#asked) {
      this.#held = reply.value.corrections;
      this.#changed();
    }
    return true;
  }
}
