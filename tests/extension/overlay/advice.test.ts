import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Advice } from "../../../extension/src/advice";
import type { Seen } from "../../../extension/src/linkedin";
import type { Invitation } from "../../../extension/src/native/protocol";
import { setZone } from "../../../extension/src/ui/zone";

/** The background: every batch waits until the test answers it. */
let asked: { ids: string[]; answer: (reply: unknown) => void }[];
let changes: number;
let rezoned: number;
let ended: AbortController;
let advice: Advice;

function seen(id: string): Seen {
  const texts = { profileId: null, name: "Ada", headline: null, subject: null, note: null, sentAgo: null };
  const numbers = { mutualConnections: null, ageDays: null };
  const invitation = { id, kind: "person", ...texts, ...numbers, mutualNames: [], badges: [] };
  return { card: {}, reading: { invitation, confidence: {} } } as unknown as Seen;
}

beforeEach(() => {
  asked = [];
  changes = 0;
  rezoned = 0;
  const sendMessage = ({ params }: { params: { invitations: Invitation[] } }) =>
    new Promise((answer) => asked.push({ ids: params.invitations.map(({ id }) => id), answer }));
  Object.assign(globalThis, { chrome: { runtime: { sendMessage } } });
  ended = new AbortController();
  advice = new Advice({ changed: () => changes++, rezoned: () => rezoned++ }, ended.signal);
});
afterEach(() => {
  ended.abort();
  setZone(null);
  Reflect.deleteProperty(globalThis, "chrome");
});

/** The host judges all of a batch alike. */
async function judge(at: number, verdict: string, timeZone: string | null = null): Promise<void> {
  const batch = asked[at];
  const judgements = batch?.ids.map((id) => ({ id, verdict, reasons: [] }));
  batch?.answer({ ok: true, value: { judgements, timeZone } });
  await new Promise((resolve) => setTimeout(resolve));
}

it.each([
  ["half a character", "person:~\ud800:1"],
  ["more than the host takes", `newsletter:${"n".repeat(500)}:${"s".repeat(500)}`],
])("an invitation whose id holds %s gets its judgement, and is asked about once", async (_, id) => {
  const card = seen(id);
  advice.update([card]);
  await judge(0, "unsure");
  expect(advice.judgementOf(card)?.verdict).toBe("unsure");
  expect(advice.verdictOf(id)).toBe("unsure");
  advice.update([seen(id)]);
  expect(asked).toHaveLength(1);
  const [listed] = advice.listed();
  expect(listed?.judgement?.verdict).toBe("unsure");
  expect(listed?.invitation.id).not.toBe(id);
  expect(advice.cardOf(listed?.invitation.id ?? "")?.reading.invitation.id).toBe(id);
});

describe("when the settings changed", () => {
  const [ada, bo] = [seen("person:ada"), seen("person:bo")];
  beforeEach(async () => {
    advice.update([ada, bo]);
    await judge(0, "accept");
  });

  it("all cards are asked about again, and what was said stands until the new is there", async () => {
    advice.refresh();
    expect(asked[1]?.ids).toEqual(["person:ada", "person:bo"]);
    advice.update([ada, bo]); // the list moves meanwhile
    expect(asked).toHaveLength(2);
    expect(advice.judgementOf(ada)?.verdict).toBe("accept");
    expect(advice.verdictOf("person:bo")).toBe("accept");
    await judge(1, "later");
    expect(advice.judgementOf(ada)?.verdict).toBe("later");
    expect(advice.verdictOf("person:bo")).toBe("later");
  });

  it("a card that was decided and taken away keeps what its badge said, until its decision is told", async () => {
    advice.update([bo]); // LinkedIn took the other away; its decision is confirmed some seconds later
    advice.refresh(); // because another decision was stored meanwhile
    await judge(1, "ignore");
    expect(advice.verdictOf("person:ada")).toBe("accept");
    advice.update([ada, bo]); // it comes back: then what was said is old
    expect(asked[2]?.ids).toEqual(["person:ada"]);
  });

  it("a judgement that says the same again changes nothing", async () => {
    const [before, told] = [advice.judgementOf(ada), changes];
    advice.refresh();
    await judge(1, "accept");
    expect(advice.judgementOf(ada)).toBe(before);
    expect(changes).toBe(told);
    advice.update([ada, bo]);
    expect(asked).toHaveLength(2);
  });

  it("what tells its days is told anew where the week is counted in another zone, before what is new", async () => {
    const told = changes;
    advice.refresh();
    await judge(1, "accept", "Pacific/Kiritimati");
    expect(rezoned).toBe(1);
    expect(changes).toBe(told);
    advice.refresh();
    await judge(2, "later", "Pacific/Kiritimati");
    expect(rezoned).toBe(1);
    expect(changes).toBe(told + 1);
  });

  it("an answer to what was asked before is not believed", async () => {
    advice.refresh();
    advice.refresh();
    await judge(1, "ignore");
    expect(advice.judgementOf(ada)?.verdict).toBe("accept");
    await judge(2, "later");
    expect(advice.judgementOf(ada)?.verdict).toBe("later");
  });

  it("what was said stands while the host is away", async () => {
    advice.refresh();
    asked[1]?.answer({ ok: false, code: "HOST_UNAVAILABLE" });
    await new Promise((resolve) => setTimeout(resolve));
    expect(advice.judgementOf(ada)?.verdict).toBe("accept");
  });
});

it("cards beyond one batch are each asked about once, even when the settings change in between", async () => {
  const cards = Array.from({ length: 250 }, (_, at) => seen(`person:${at}`));
  advice.update(cards);
  advice.refresh();
  for (let at = 0; at < asked.length; at++) await judge(at, "accept");
  const afterwards = asked.slice(1).flatMap(({ ids }) => ids);
  expect(afterwards).toHaveLength(250);
  expect(new Set(afterwards).size).toBe(250);
  expect(advice.listed().every(({ judgement }) => judgement?.verdict === "accept")).toBe(true);
});
