import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HeldCorrections } from "../../../extension/src/corrections";
import type { Correction } from "../../../extension/src/native/protocol";

const less: Correction = { code: "RECRUITER", correction: "less", invitationId: null };
const never: Correction = { code: "RECRUITER", correction: "never", invitationId: null };
const holding = (...corrections: Correction[]) => ({ ok: true, value: { corrections, ledger: [] } });
const refused = { ok: false, code: "STORAGE_FULL" };

/** The background: every question waits until the test answers it. */
let questions: { type: string; answer: (reply: unknown) => void }[];
let changes: number;
let ended: AbortController;
let held: HeldCorrections;

beforeEach(() => {
  questions = [];
  changes = 0;
  ended = new AbortController();
  const sendMessage = ({ type }: { type: string }) =>
    new Promise((answer) => questions.push({ type, answer }));
  Object.assign(globalThis, { chrome: { runtime: { sendMessage } } });
  held = new HeldCorrections(() => changes++, ended.signal);
});
afterEach(() => void Reflect.deleteProperty(globalThis, "chrome"));

async function answer(at: number, reply: unknown): Promise<void> {
  questions[at]?.answer(reply);
  await new Promise((resolve) => setTimeout(resolve));
}

describe("what was said of reasons", () => {
  it("is asked for when a badge first needs it, and once", async () => {
    expect(held.all()).toEqual([]);
    held.all();
    await answer(0, holding(less));
    expect(held.all()).toEqual([less]);
    expect(questions.map(({ type }) => type)).toEqual(["reasons.list"]);
    expect(changes).toBe(1);
  });

  it("is asked for again when it may have changed, and stands until the answer comes", async () => {
    held.all();
    await answer(0, holding(less));
    held.forget();
    expect(held.all()).toEqual([less]);
    await answer(1, holding());
    expect(held.all()).toEqual([]);
  });

  it("is asked for again after the host was away", async () => {
    held.all();
    await answer(0, refused);
    expect(changes).toBe(0);
    held.all();
    expect(questions).toHaveLength(2);
  });

  it("is what the newest question brought, in whatever order the answers come", async () => {
    held.all();
    const made = held.correct({ ...never });
    await answer(1, holding(never));
    await answer(0, holding(less));
    expect(held.all()).toEqual([never]);
    expect(await made).toBe(true);
  });

  it("is not changed by a correction that could not be kept, which is told", async () => {
    held.all();
    await answer(0, holding(less));
    const made = held.correct({ ...never });
    await answer(1, refused);
    expect(await made).toBe(false);
    expect(held.all()).toEqual([less]);
  });

  it("reaches no page that is gone", async () => {
    held.all();
    ended.abort();
    await answer(0, holding(less));
    expect(changes).toBe(0);
  });
});
