/**
 * The explanation behind a badge while it lives: it tells the judgement that stands now, opens the choices of a
 * reason, has corrections made and taken back, and remembers what was shown, so that a reason which a correction
 * silenced can be given its voice again where the person silenced it.
 */
import type { Correction, CorrectionRequest, Judgement, Reason } from "../native/protocol";
import { sayFromBrowser as say } from "../ui/reason-words";
import { Panel } from "./panel";
import { contentsOf } from "./reasons";

/** Who keeps the person's corrections. */
export interface Corrector {
  /** Those that hold, as far as it is known yet; the badges are refreshed when more is known. */
  all(): readonly Correction[];
  /** False if it could not be kept. */
  correct(request: CorrectionRequest): Promise<boolean>;
}

export class Explanation {
  #told: { judgement: Judgement; senderName: string } | null = null;
  #shown = new Map<string, Reason>();
  /** The reason whose choices are open. */
  #open: string | null = null;
  #busy = false;
  readonly #panel: Panel;
  readonly #corrector: Corrector;

  constructor(frame: HTMLElement, pill: HTMLButtonElement, corrector: Corrector) {
    this.#corrector = corrector;
    this.#panel = new Panel(frame, pill, () => this.#contents());
  }

  tell(judgement: Judgement, senderName: string): void {
    this.#told = { judgement, senderName };
    for (const reason of judgement.reasons) this.#shown.set(reason.code, reason);
    this.#panel.refill();
  }

  refresh(): void {
    this.#panel.refill();
  }

  close(): void {
    this.#panel.close();
  }

  closeIfHidden(): void {
    this.#panel.closeIfHidden();
  }

  #contents(): Node[] {
    if (!this.#told) return [];
    const corrections = this.#corrector.all();
    const told = { ...this.#told, shown: this.#shown, corrections, open: this.#open };
    return contentsOf(told, {
      toggle: (key) => {
        this.#open = this.#open === key ? null : key;
        this.#panel.refill();
      },
      correct: (request, said) => void this.#correct(request, said),
      copy: (text) => void this.#copy(text),
    });
  }

  /** Called within the person's click, without which no browser lets anything into the clipboard. */
  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#panel.say(say("ask_copied"), false);
    } catch {
      this.#panel.say(say("ask_failed"), false);
    }
  }

  async #correct(request: CorrectionRequest, said: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const kept = await this.#corrector.correct(request);
    this.#busy = false;
    if (!kept) return this.#panel.say(say("correct_failed"), false);
    this.#open = null;
    this.#panel.say(said, true);
    this.#panel.refill(`${request.correction === "none" ? "choices" : "undo"} ${request.code}`);
  }
}
