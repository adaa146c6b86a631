/** The background's gate: who may have which reason corrected, and what comes of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Correction } from "../../extension/src/native/protocol";
import { FakePort, greetOn } from "./native/fake-port";

type Listener = (message: unknown, sender: object, respond: (reply: unknown) => void) => boolean;

const own = "chrome-extension://superlink/";
const card = {
  id: "superlink",
  url: "https://www.linkedin.com/mynetwork/invitation-manager/received/",
  frameId: 0,
  tab: { incognito: false },
};
const popup = { id: "superlink", url: `${own}popup/popup.html` };
const less: Correction = { code: "RECRUITER", correction: "less", invitationId: null };
const holding = { corrections: [less], ledger: [{ code: "RECRUITER", times: 14, of: 17 }] };

let listener: Listener;
let port: FakePort;
let consent: boolean;
/** What the open tabs of LinkedIn were told. */
let told: unknown[];

beforeEach(async () => {
  port = new FakePort();
  consent = true;
  told = [];
  const nothing = { addListener: () => undefined };
  const chrome = {
    runtime: {
      id: "superlink",
      getManifest: () => ({ version: "0.1.0" }),
      getURL: (path: string) => own + path,
      connectNative: () => port,
      onMessage: { addListener: (one: Listener) => (listener = one) },
      onInstalled: nothing,
      onStartup: nothing,
    },
    action: { setBadgeText: async () => undefined, setBadgeBackgroundColor: async () => undefined },
    storage: {
      local: { get: async (key: string) => (key === "consent" ? { consent: { given: consent } } : {}) },
    },
    tabs: {
      query: async () => [{ id: 7 }],
      sendMessage: async (_: number, message: unknown) => told.push(message),
    },
  };
  Object.assign(globalThis, { chrome });
  vi.resetModules();
  await import("../../extension/src/background");
  greetOn(port);
});
afterEach(() => void Reflect.deleteProperty(globalThis, "chrome"));

/** What the background answers; null where it does not listen to such a sender. */
function say(type: string, params: object, sender: object): Promise<unknown> | null {
  let answered: (reply: unknown) => void = () => undefined;
  const reply = new Promise<unknown>((resolve) => (answered = resolve));
  return listener({ type, params }, sender, answered) ? reply : null;
}

async function hostAnswers(method: string): Promise<unknown> {
  const { id, params } = await port.sent((message) => message.method === method);
  port.reply({ id, result: holding });
  return params;
}

describe.each([
  ["a card's badge", card],
  ["a page of our own", popup],
])("%s", (_, sender) => {
  it("has a reason corrected, of which the host learns what it needs, and all open pages that they are stale", async () => {
    const reply = say("reasons.correct", { ...less, more: "than we know" }, sender);
    expect(await hostAnswers("reasons.correct")).toEqual(less);
    expect(await reply).toEqual({ ok: true, value: holding });
    expect(told).toEqual([{ type: "judgements.stale", params: {} }]);
  });

  it("learns what was said of reasons, and nobody else hears of it", async () => {
    const reply = say("reasons.list", {}, sender);
    await hostAnswers("reasons.list");
    expect(await reply).toEqual({ ok: true, value: holding });
    expect(told).toEqual([]);
  });

  it("is told when the host refuses, and no page is disturbed", async () => {
    const reply = say("reasons.correct", { ...less, code: "MOON_PHASE" }, sender);
    const { id } = await port.sent(({ method }) => method === "reasons.correct");
    port.reply({ id, error: { code: "INVALID_PARAMS", message: "" } });
    expect(await reply).toEqual({ ok: false, code: "INVALID_PARAMS" });
    expect(told).toEqual([]);
  });
});

describe.each(["reasons.correct", "reasons.list"])("%s", (type) => {
  it("is refused to a badge without the person's consent", async () => {
    consent = false;
    expect(await say(type, less, card)).toEqual({ ok: false, code: "NO_CONSENT" });
    expect(port.messages).toEqual([]);
  });

  it.each([
    ["another extension", { ...card, id: "other" }],
    ["another site", { ...card, url: "https://www.linkedin.com.example/" }],
    ["a frame within the page", { ...card, frameId: 3 }],
    ["a private window", { ...card, tab: { incognito: true } }],
  ])("is not even heard from %s", (_, sender) => {
    expect(say(type, less, sender)).toBeNull();
  });
});
