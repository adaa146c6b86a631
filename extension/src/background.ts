/**
 * The extension's middle: the gate for messages, and what wakes the background. It may be put to sleep at any moment,
 * so listeners are registered at once and nothing that must last is kept in variables. Content scripts run inside a
 * page that strangers write to: they may submit what they read, learn its judgement and correct its reasons, nothing
 * more.
 */
import { deliver, planChanged } from "./background/changes";
import { forContent, forPages } from "./background/handlers";
import { followHost } from "./background/host";
import { isBroken, showHost } from "./background/icon";
import { consent } from "./background/kept";
import { endSession, greet, listenForClicks, refresh } from "./background/review-time";
import { linkedin } from "./background/speak";
import { alarmNames } from "./background/week";
import type { Reply } from "./messages";
import { HostError } from "./native/client";

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
  void refresh();
  if (reason !== "install") return;
  void consent().then(({ given }) => {
    if (!given) return chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
    return undefined;
  });
});

chrome.runtime.onStartup.addListener(() => {
  deliver();
  void greet();
});

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === alarmNames.start) void greet();
  if (name === alarmNames.end) void endSession();
  if (name === alarmNames.reset) planChanged();
});

listenForClicks();
chrome.permissions.onAdded.addListener(listenForClicks);

let wasBroken = false;
followHost(({ state }) => {
  void showHost(state);
  if (wasBroken && state === "ready") planChanged();
  wasBroken = isBroken(state);
});
deliver();

/** Who speaks decides what may be asked. Events are for our pages: nothing here listens to them. */
function handlerFor(message: unknown, sender: chrome.runtime.MessageSender): (() => Promise<unknown>) | null {
  if (typeof message !== "object" || message === null || sender.id !== chrome.runtime.id) return null;
  const { type, params } = message as { type?: unknown; params?: unknown };
  const handlers = handlersFor(sender);
  if (typeof type !== "string" || typeof params !== "object" || !handlers || !Object.hasOwn(handlers, type)) {
    return null;
  }
  const handler = handlers[type as keyof typeof handlers] as (
    params: unknown,
    sender: chrome.runtime.MessageSender,
  ) => Promise<unknown>;
  return () => handler(params, sender);
}

function handlersFor(sender: chrome.runtime.MessageSender): object | null {
  if (sender.url?.startsWith(chrome.runtime.getURL(""))) return forPages;
  const onLinkedIn = sender.url?.startsWith(`${linkedin}/`) && sender.frameId === 0;
  return onLinkedIn && sender.tab && !sender.tab.incognito ? forContent : null;
}
