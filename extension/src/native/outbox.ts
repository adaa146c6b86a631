/**
 * Decisions on their way to the host: kept in the extension's storage from the moment they happen until the host
 * has acknowledged them, in order, so that neither a sleeping background nor a missing host loses one. The host
 * records a key once, so sending twice is harmless. A decision that the host refuses for good stays here, marked,
 * and no longer holds up the others.
 */
import { HostError } from "./client";
import type { Decision } from "./protocol";

export interface OutboxStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

interface Item {
  decision: Decision;
  /** The host's code, once it has refused this decision for good. */
  refused?: string;
}

const storageKey = "outbox";
/** Far beyond a week offline; beyond it a new decision is refused rather than an old one dropped. */
export const maxOutboxItems = 5000;
/** Errors that sending again cannot mend. */
const finalCodes = new Set(["INVALID_PARAMS", "INVALID_MESSAGE", "IDEMPOTENCY_CONFLICT"]);

export class Outbox {
  #storage: OutboxStorage;
  #send: (decision: Decision) => Promise<unknown>;
  /** All access is one after the other: storage has no transactions. */
  #turn: Promise<unknown> = Promise.resolve();
  #draining: Promise<void> | null = null;

  constructor(storage: OutboxStorage, send: (decision: Decision) => Promise<unknown>) {
    this.#storage = storage;
    this.#send = send;
  }

  /** Resolves when the decision is safe in storage. Rejects with `OUTBOX_FULL` or the storage's own error. */
  add(decision: Decision): Promise<void> {
    return this.#inTurn(async () => {
      const items = await this.#read();
      if (items.some((item) => item.decision.key === decision.key)) return;
      if (items.length >= maxOutboxItems) throw new HostError("OUTBOX_FULL");
      await this.#write([...items, { decision }]);
    });
  }

  /** Sends what waits, oldest first, until all is sent or the host does not answer (then it rejects). */
  drain(): Promise<void> {
    this.#draining ??= this.#drainAll().finally(() => {
      this.#draining = null;
    });
    return this.#draining;
  }

  async count(): Promise<{ waiting: number; refused: number }> {
    const items = await this.#inTurn(() => this.#read());
    const refused = items.filter((item) => item.refused).length;
    return { waiting: items.length - refused, refused };
  }

  async #drainAll(): Promise<void> {
    for (;;) {
      const items = await this.#inTurn(() => this.#read());
      const next = items.find((item) => !item.refused);
      if (!next) return;
      const refused = await this.#deliver(next.decision);
      await this.#inTurn(async () => {
        const now = await this.#read();
        const { key } = next.decision;
        await this.#write(
          refused
            ? now.map((item) => (item.decision.key === key ? { ...item, refused } : item))
            : now.filter((item) => item.decision.key !== key),
        );
      });
    }
  }

  /** The code of a final refusal, or null when the host has it. */
  async #deliver(decision: Decision): Promise<string | null> {
    try {
      await this.#send(decision);
      return null;
    } catch (error) {
      if (error instanceof HostError && finalCodes.has(error.code)) return error.code;
      throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #read(): Promise<Item[]> {
    const stored = (await this.#storage.get(storageKey))[storageKey];
    return Array.isArray(stored) ? (stored as Item[]) : [];
  }

  #write(items: Item[]): Promise<void> {
    return this.#storage.set({ [storageKey]: items });
  }
}
