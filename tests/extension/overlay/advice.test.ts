import { afterEach, expect, it } from "vitest";
import { Advice } from "../../../extension/src/advice";
import type { Seen } from "../../../extension/src/linkedin";
import type { Invitation, Judgement } from "../../../extension/src/native/protocol";

const asked: Invitation[][] = [];

/** A host that judges by the ids it is sent. */
function answer({ params }: { params: { invitations: Invitation[] } }) {
  asked.push(params.invitations);
  const judgements = params.invitations.map(({ id }) => ({ id, verdict: "unsure", reasons: [] }));
  return Promise.resolve({ ok: true, value: { judgements } });
}

function seen(id: string): Seen {
  const texts = { profileId: null, name: "Ada", headline: null, subject: null, note: null, sentAgo: null };
  const invitation = { id, kind: "person", ...texts, mutualConnections: null, mutualNames: [], badges: [] };
  return { card: {}, reading: { invitation, confidence: {} } } as unknown as Seen;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "chrome");
  asked.length = 0;
});

it.each([
  ["half a character", "person:~\ud800:1"],
  ["more than the host takes", `newsletter:${"n".repeat(500)}:${"s".repeat(500)}`],
])("an invitation whose id holds %s gets its judgement, and is asked about once", async (_, id) => {
  Object.assign(globalThis, { chrome: { runtime: { sendMessage: answer } } });
  let shown: (Judgement | undefined)[] = [];
  let told: () => void = () => undefined;
  const ended = new AbortController();
  const advice = new Advice((cards, judgementOf) => {
    shown = cards.map(judgementOf);
    told();
  }, ended.signal);
  advice.update([seen(id)]);
  await new Promise<void>((resolve) => (told = resolve));
  expect(shown[0]?.verdict).toBe("unsure");
  expect(advice.verdictOf(id)).toBe("unsure");
  advice.update([seen(id)]);
  expect(asked).toHaveLength(1);
  ended.abort();
});
