import { describe, expect, it } from "vitest";
import { HostError } from "../../../extension/src/native/client";
import { maxOutboxItems, Outbox, type OutboxStorage } from "../../../extension/src/native/outbox";
import type { Decision } from "../../../extension/src/native/protocol";

class Memory implements OutboxStorage {
  items: Record<string, unknown> = {};
  async get(key: string) {
    return structuredClone({ [key]: this.items[key] });
  }
  async set(items: Record<string, unknown>) {
    Object.assign(this.items, structuredClone(items));
  }
}

const invitation = {
  id: "person:a",
  kind: "person" as const,
  profileId: "a",
  name: "A",
  headline: null,
  subject: null,
  mutualConnections: null,
  mutualNames: [],
  note: null,
  sentAgo: null,
  ageDays: null,
  badges: [],
};

function decision(key: string): Decision {
  return { key, action: "accept", decidedAt: 1, invitation, verdict: null };
}

const unavailable = () => Promise.reject(new HostError("HOST_UNAVAILABLE"));

describe("a decision", () => {
  it("waits in storage until the host has it, across restarts of the extension", async () => {
    const storage = new Memory();
    const first = new Outbox(storage, unavailable);
    await first.add(decision("one"));
    await first.add(decision("two"));
    await expect(first.drain()).rejects.toThrow("HOST_UNAVAILABLE");
    const sent: string[] = [];
    const second = new Outbox(storage, async ({ key }) => void sent.push(key));
    expect(await second.count()).toEqual({ waiting: 2, refused: 0 });
    await second.drain();
    expect(sent).toEqual(["one", "two"]);
    expect(await second.count()).toEqual({ waiting: 0, refused: 0 });
  });

  it("is kept when the extension is put to sleep between sending and the answer, and sent again", async () => {
    const storage = new Memory();
    let reached: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const asleep = new Outbox(storage, () => {
      reached();
      return new Promise(() => undefined); // no answer ever comes
    });
    await asleep.add(decision("one"));
    void asleep.drain();
    await arrived;
    const sent: string[] = [];
    await new Outbox(storage, async ({ key }) => void sent.push(key)).drain();
    expect(sent).toEqual(["one"]);
  });

  it("that is added while others are being sent is sent too, and none twice", async () => {
    const storage = new Memory();
    const sent: string[] = [];
    const outbox: Outbox = new Outbox(storage, async ({ key }) => {
      sent.push(key);
      if (key === "one") await outbox.add(decision("late"));
    });
    await Promise.all([
      outbox.add(decision("one")),
      outbox.add(decision("two")),
      outbox.add(decision("one")),
    ]);
    await Promise.all([outbox.drain(), outbox.drain()]);
    expect(sent).toEqual(["one", "two", "late"]);
  });

  it("that the host refuses for good is kept and marked, and holds up no other", async () => {
    const storage = new Memory();
    const sent: string[] = [];
    const outbox = new Outbox(storage, async ({ key }) => {
      if (key === "bad") throw new HostError("INVALID_PARAMS");
      sent.push(key);
    });
    for (const key of ["bad", "good"]) await outbox.add(decision(key));
    await outbox.drain();
    expect(sent).toEqual(["good"]);
    expect(await outbox.count()).toEqual({ waiting: 0, refused: 1 });
  });

  it("is refused visibly rather than an old one dropped when there is no more room", async () => {
    const storage = new Memory();
    storage.items.outbox = Array.from({ length: maxOutboxItems }, (_, at) => ({
      decision: decision(`k${at}`),
    }));
    await expect(new Outbox(storage, unavailable).add(decision("more"))).rejects.toThrow("OUTBOX_FULL");
    expect((storage.items.outbox as unknown[]).length).toBe(maxOutboxItems);
  });
});
