/**
 * The extension's middle: one connection to the host, the decisions that wait for it, and the gate for messages.
 * It may be put to sleep at any moment, so listeners are registered at once and nothing that must last is kept in
 * variables. Content scripts run inside a page that strangers write to: they may submit what they read, learn its
 * judgement and correct its reasons, nothing more.
 */
import type {
  Consent,
  ContentMessages,
  HostState,
  PageMessages,
  PageReport,
  ReasonMessages,
  Reply,
  TabMessages,
} from "./messages";
import { HostClient, HostError } from "./native/client";
import { Outbox } from "./native/outbox";
import { hostName, maxBatch } from "./native/protocol";

const linkedin = "https://www.linkedin.com";

const client = new HostClient({
  connect: () => chrome.runtime.connectNative(hostName),
  // Chromium tells through lastError, Firefox through the port itself.
  closeReason: (port) =>
    (port as { error?: { message?: string } }).error?.message ?? chrome.runtime.lastError?.message ?? "",
  version: chrome.runtime.getManifest().version,
  onState: showHostState,
});

const outbox = new Outbox(chrome.storage.local, (decision) => client.call("decisions.record", decision));

type Handlers<Map> = {
  [M in keyof Map]: Map[M] extends { params: infer Params; value: infer Value }
    ? (params: Params) => Promise<Value>
    : never;
};

const aboutReasons: Handlers<ReasonMessages> = {
  "reasons.correct": async ({ code, correction, invitationId }) => {
    const held = await client.call("reasons.correct", { code, correction, invitationId });
    await tellTabs("judgements.stale", {});
    return held;
  },
  "reasons.list": () => client.call("reasons.list", {}),
};

const forContent: Handlers<ContentMessages> = {
  "page.open": async () => ({ active: (await consent()).given }),
  "invitations.score": async ({ invitations }) => {
    await requireConsent();
    return client.call("invitations.score", { invitations: invitations.slice(0, maxBatch) });
  },
  "decisions.record": async ({ decision }) => {
    await requireConsent();
    await outbox.add(decision);
    deliver();
    return null;
  },
  "reasons.correct": async (params) => {
    await requireConsent();
    return aboutReasons["reasons.correct"](params);
  },
  "reasons.list": async (params) => {
    await requireConsent();
    return aboutReasons["reasons.list"](params);
  },
};

const forPages: Handlers<PageMessages> = {
  ...aboutReasons,
  "consent.get": consent,
  "consent.set": setConsent,
  "host.check": async () => {
    client.forgive();
    await client.call("budget.get", {}).catch(() => undefined); // the state tells what came of it
    deliver();
    return client.state;
  },
  "budget.get": async () => {
    // What the person just did counts, even if the host is hearing of it only now.
    await outbox.drain().catch(() => undefined);
    return client.call("budget.get", {});
  },
  "settings.get": () => client.call("settings.get", {}),
  "settings.put": async ({ settings }) => {
    const saved = await client.call("settings.put", { settings });
    await tellTabs("judgements.stale", {});
    return saved;
  },
  "page.get": async ({ tabId }) => (await askTab(tabId, "page.describe")) as PageReport | null,
  "page.skeleton": async ({ tabId }) => {
    const skeleton = await askTab(tabId, "page.skeleton");
    return typeof skeleton === "string" ? skeleton : null;
  },
  "outbox.get": () => outbox.count(),
};

chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply<unknown>) => void) => {
  const handler = handlerFor(message, sender);
  if (!handler) return false;
  handler().then(
    (value) => respond({ ok: true, value }),
    (error: unknown) => respond({ ok: false, code: error instanceof HostError ? error.code : "INTERNAL" }),
  );
  return true; // the answer comes later
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason !== "install") return;
  void consent().then(({ given }) => {
    if (!given) return chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
    return undefined;
  });
});

chrome.runtime.onStartup.addListener(deliver);
deliver();

/** Who speaks decides what may be asked. */
function handlerFor(message: unknown, sender: chrome.runtime.MessageSender): (() => Promise<unknown>) | null {
  if (typeof message !== "object" || message === null || sender.id !== chrome.runtime.id) return null;
  const { type, params } = message as { type?: unknown; params?: unknown };
  const handlers = handlersFor(sender);
  if (typeof type !== "string" || typeof params !== "object" || !handlers || !Object.hasOwn(handlers, type)) {
    return null;
  }
  const handler = handlers[type as keyof typeof handlers] as (params: unknown) => Promise<unknown>;
  return () => handler(params);
}

function handlersFor(sender: chrome.runtime.MessageSender): object | null {
  if (sender.url?.startsWith(chrome.runtime.getURL(""))) return forPages;
  const onLinkedIn = sender.url?.startsWith(`${linkedin}/`) && sender.frameId === 0;
  return onLinkedIn && sender.tab && !sender.tab.incognito ? forContent : null;
}

/** Read once while the background is awake: it is asked for with every batch of cards. */
let known: Promise<Consent> | null = null;

function consent(): Promise<Consent> {
  known ??= chrome.storage.local
    .get("consent")
    .then(({ consent: stored }) => ({ given: (stored as Consent | undefined)?.given === true }));
  return known;
}

async function setConsent({ given }: Consent): Promise<Consent> {
  known = null;
  await chrome.storage.local.set({ consent: { given: given === true } });
  known = null; // it may have been asked for meanwhile
  await tellTabs("consent.changed", { given });
  return { given };
}

async function requireConsent(): Promise<void> {
  if (!(await consent()).given) throw new HostError("NO_CONSENT");
}

async function tellTabs<M extends keyof TabMessages>(
  type: M,
  params: TabMessages[M]["params"],
): Promise<void> {
  const tabs = await chrome.tabs.query({ url: `${linkedin}/*` });
  await Promise.allSettled(
    tabs.map((tab) => (tab.id === undefined ? null : chrome.tabs.sendMessage(tab.id, { type, params }))),
  );
}

/** What the content script of a tab answers; null if there is none: not LinkedIn, or not loaded yet. */
async function askTab(tabId: number, type: "page.describe" | "page.skeleton"): Promise<unknown> {
  try {
    return (await chrome.tabs.sendMessage(tabId, { type, params: {} })) ?? null;
  } catch {
    return null;
  }
}

/** Decisions that cannot be delivered now wait for the next occasion: a call, a start, the person's Retry. */
function deliver(): void {
  outbox.drain().catch(scheduleDelivery);
}

let delivery: ReturnType<typeof setTimeout> | undefined;
function scheduleDelivery(): void {
  clearTimeout(delivery);
  delivery = setTimeout(deliver, 5_000);
}

let wasBroken = false;

/** A mark on the toolbar icon when the host needs the person's help; nothing while all is well. */
function showHostState({ state }: HostState): void {
  const broken = state !== "ready" && state !== "connecting";
  void chrome.action.setBadgeText({ text: broken ? "!" : "" });
  if (broken) void chrome.action.setBadgeBackgroundColor({ color: "#b3261e" });
  if (wasBroken && state === "ready") void tellTabs("judgements.stale", {});
  wasBroken = broken;
}
