import type {
  Correction,
  CorrectionRequest,
  Corrections,
  Decision,
  Judgement,
  Planned,
  Reason,
} from "../../../extension/src/native/protocol";
import { type Prefs, usualPrefs } from "../../../extension/src/prefs";

/**
 * What the real content script finds in place of a browser's extension: a `chrome` whose host answers with a
 * badge that names its invitation, frames that come when the test says so, and a record of every closed shadow
 * root. Runs in the page, before everything else.
 */

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
type Answer = (value: unknown) => void;
type Listener = (message: unknown, sender: { id: string }, respond: Answer) => void;

export interface Drawn {
  /** The element that holds the closed root. */
  host: Element;
  root: ShadowRoot;
  pill: HTMLElement;
  /** The id of the invitation that was judged. */
  id: string;
  /** All text of the explanation; null while it is closed. */
  explained: string | null;
}

export class Stage {
  readonly complaints: string[] = [];
  /** Everything the content script asked of the background. */
  readonly asked: string[] = [];
  /** The decisions among it. */
  readonly decisions: Decision[] = [];
  /** While true, the host takes its time. */
  holds = false;
  /** The product's words; without them a message is its values, or its key. */
  words: Messages | null = null;
  /** The host's judgement of an invitation, given what was said of reasons. */
  judge: (id: string, corrections: readonly Correction[]) => Judgement = judgementOf;
  /** What was said of reasons and holds, as the host keeps it. */
  corrections: Correction[] = [];
  /** While true, the host cannot keep what is said of reasons. */
  full = false;
  /** How the person wants the extension to show itself, and the words of the language that they chose. */
  prefs: Prefs = usualPrefs;
  chosen: Record<string, string> | null = null;
  /** In which the person's week is counted. */
  timeZone: string | null = null;
  #frames = new Map<number, FrameRequestCallback>();
  #frame = 0;
  #roots = new Map<Element, ShadowRoot>();
  #late: (() => void)[] = [];
  #listeners: Listener[] = [];

  constructor() {
    this.#recordRoots();
    this.#recordComplaints();
    window.requestAnimationFrame = (run) => {
      this.#frames.set(++this.#frame, run);
      return this.#frame;
    };
    window.cancelAnimationFrame = (frame) => void this.#frames.delete(frame);
  }

  /** The browser's object, as far as the content script uses it. */
  readonly chrome = {
    i18n: {
      getMessage: (key: string, substitutions: string[] = []) => this.#message(key, substitutions),
      getUILanguage: () => "en",
    },
    runtime: {
      id: "stage",
      onMessage: { addListener: (listener: Listener) => void this.#listeners.push(listener) },
      // Answered as the background would be: never at once, and with values of its own.
      sendMessage: async (message: { type: string; params: unknown }) =>
        structuredClone(await this.#answer(message)),
    },
  };

  /** The background tells something; the answer, if there is one. */
  tell(message: { type: string; params?: unknown }): unknown {
    let answer: unknown;
    const respond = (value: unknown) => (answer = structuredClone(value));
    for (const listener of this.#listeners) listener(structuredClone(message), { id: "stage" }, respond);
    return answer;
  }

  countOf(type: string): number {
    return this.asked.filter((asked) => asked === type).length;
  }

  prefer(part: Partial<Prefs>): void {
    this.prefs = { ...this.prefs, ...part };
    this.tell({ type: "prefs.changed", params: this.prefs });
  }

  /** The reason of every badge is corrected on another page, or its correction taken back. */
  correctOrTakeBack(): void {
    const less = { code: "TOKEN", correction: "less", invitationId: null } as const;
    this.corrections = this.corrections.length > 0 ? [] : [less];
    this.tell({ type: "judgements.stale" });
  }

  /** The host answers all that it was asked. */
  release(): void {
    this.holds = false;
    for (const answer of this.#late.splice(0)) answer();
  }

  /** Lets frames pass until nothing waits for one: the watch has told, the overlay has drawn. */
  async settle(): Promise<void> {
    for (;;) {
      await nextTask();
      if (this.#frames.size === 0) return;
      const due = [...this.#frames.values()];
      this.#frames.clear();
      for (const run of due) run(performance.now());
    }
  }

  /** The badges that now stand in the page. */
  drawn(): Drawn[] {
    const drawn: Drawn[] = [];
    for (const [host, root] of this.#roots) {
      if (!host.isConnected) continue;
      for (const pill of root.querySelectorAll<HTMLElement>("button[aria-haspopup=dialog]")) {
        const explanation = root.querySelector("[role=dialog]");
        const id = pill.querySelector("bdi")?.textContent ?? "";
        drawn.push({ host, root, pill, id, explained: explanation?.textContent ?? null });
      }
    }
    return drawn;
  }

  #answer(message: { type: string; params: unknown }): Promise<unknown> {
    this.asked.push(message.type);
    if (message.type === "decisions.record")
      this.decisions.push((message.params as { decision: Decision }).decision);
    if (message.type === "page.open")
      return Promise.resolve({ ok: true, value: { active: true, prefs: this.prefs } });
    if (message.type === "words.get") return Promise.resolve({ ok: true, value: this.chosen });
    if (message.type === "reasons.list") return Promise.resolve({ ok: true, value: this.#held() });
    if (message.type === "reasons.correct") return this.#correct(message.params as CorrectionRequest);
    if (message.type !== "invitations.score") return Promise.resolve({ ok: true, value: null });
    const { invitations } = message.params as { invitations: { id: string }[] };
    const judgements = invitations.map(({ id }) => this.judge(id, this.corrections));
    const answer = { ok: true, value: { judgements, timeZone: this.timeZone } };
    if (!this.holds) return Promise.resolve(answer);
    return new Promise((resolve) => this.#late.push(() => resolve(answer)));
  }

  #held(): Corrections {
    return { corrections: this.corrections, ledger: [] };
  }

  async #correct({ code, correction, invitationId }: CorrectionRequest): Promise<unknown> {
    if (this.full) return { ok: false, code: "STORAGE_FULL" };
    const others = this.corrections.filter(
      (held) => held.code !== code || held.invitationId !== invitationId,
    );
    this.corrections = correction === "none" ? others : [...others, { code, correction, invitationId }];
    this.tell({ type: "judgements.stale" });
    return { ok: true, value: this.#held() };
  }

  #message(key: string, substitutions: string[]): string {
    if (!this.words) return substitutions.length > 0 ? substitutions.join(" ") : key;
    const { message, placeholders } = this.words[key] ?? { message: "" };
    return message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const content = placeholders?.[name.toLowerCase()]?.content ?? "";
      return substitutions[Number(content.slice(1)) - 1] ?? "";
    });
  }

  #recordRoots(): void {
    const attach = Element.prototype.attachShadow;
    const roots = this.#roots;
    Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
      const root = attach.call(this, init);
      roots.set(this, root);
      return root;
    };
  }

  #recordComplaints(): void {
    const complain = (what: string, about: unknown) => this.complaints.push(`${what}: ${String(about)}`);
    addEventListener("error", (event) => complain("error", event.message));
    addEventListener("unhandledrejection", (event) => complain("rejection", event.reason));
    for (const level of ["error", "warn"] as const) {
      console[level] = (...words: unknown[]) => complain(level, words.map(String).join(" ").slice(0, 600));
    }
  }
}

/** Neither good nor bad, and of no week. */
export const noPlan: Planned = { place: "your-call", because: null, at: null };

function judgementOf(id: string): Judgement {
  const verdict = (["accept", "ignore", "unsure", "later"] as const)[id.length % 4] ?? "unsure";
  const reasons: Reason[] = [
    { code: "TOKEN", params: { term: id }, weight: 1, evidence: null, agreed: null },
  ];
  const rest = { relationship: "other", unless: null, settles: null, plan: noPlan } as const;
  return { id, verdict, score: 0.5, reasons, ...rest };
}

/** After every microtask, mutation record and answer that is due; never a span of time. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
