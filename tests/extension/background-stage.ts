/**
 * The background on its own: the browser around it and the host behind it are the test's. Every call that matters is
 * noted; alarms, notifications and pages' events are rung by the test.
 */
import { vi } from "vitest";
import { FakePort, type Sent } from "./native/fake-port";

export const own = "chrome-extension://superlink/";
export const receivedUrl = "https://www.linkedin.com/mynetwork/invitation-manager/received/";
export const card = {
  id: "superlink",
  url: receivedUrl,
  frameId: 0,
  tab: { id: 7, incognito: false },
};
export const popup = { id: "superlink", url: `${own}popup/popup.html` };

type Listener = (...args: never[]) => unknown;
export interface FakeTab {
  id: number;
  windowId: number;
  url: string;
  active: boolean;
}

class Event {
  listeners = new Set<Listener>();
  addListener = (listener: Listener) => void this.listeners.add(listener);
  removeListener = (listener: Listener) => void this.listeners.delete(listener);
  ring(...args: unknown[]): void {
    for (const listener of this.listeners) (listener as (...all: unknown[]) => unknown)(...args);
  }
}

function storage() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key: string) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
    set: async (items: object) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
  };
}

/** What the host says to each method: a result, or an error's code. */
export type Say = (params: unknown) => object | string;

export class Stage {
  port = new FakePort();
  /** By method; the greeting is answered by itself. A method without an answer is left waiting. */
  host: Record<string, Say> = {};
  local = storage();
  session = storage();
  alarms = new Map<string, number>();
  badge = "";
  title = "";
  /** Messages to LinkedIn's tabs, and events to our own pages. */
  toTabs: { tabId: number; type: string; params: unknown }[] = [];
  toPages: { type: string; params: unknown }[] = [];
  tabs: FakeTab[] = [{ id: 7, windowId: 1, url: receivedUrl, active: true }];
  /** What the content script of a tab answers; undefined: there is none. */
  tabAnswers: (tabId: number, type: string) => unknown = () => null;
  inFront: number[] = [];
  mayNotify = false;
  shown: { id: string; title: string; message: string }[] = [];
  events = {
    message: new Event(),
    installed: new Event(),
    startup: new Event(),
    alarm: new Event(),
    clicked: new Event(),
    permission: new Event(),
    updated: new Event(),
    removed: new Event(),
  };
  language = "en-US";

  /** The browser starts the background; what was stored before it stays. */
  async wake(): Promise<void> {
    for (const event of Object.values(this.events)) event.listeners.clear();
    this.port = new FakePort();
    Object.assign(globalThis, { chrome: this.#chrome() });
    vi.resetModules();
    await import("../../extension/src/background");
  }

  agreed(given = true): this {
    this.local.kept.set("consent", { given });
    return this;
  }

  /** What the background answers; null where it does not listen to such a sender. */
  say(type: string, params: object, sender: object = popup): Promise<unknown> | null {
    let answered: (reply: unknown) => void = () => undefined;
    const reply = new Promise<unknown>((resolve) => {
      answered = resolve;
    });
    const [listener] = this.events.message.listeners;
    const listens = (listener as unknown as (...all: unknown[]) => boolean)(
      { type, params },
      sender,
      answered,
    );
    return listens ? reply : null;
  }

  asked(method: string): unknown[] {
    return this.port.messages.filter((message) => message.method === method).map(({ params }) => params);
  }

  told(type: string): number {
    return this.toTabs.filter((message) => message.type === type).length;
  }

  #connect(): FakePort {
    if (this.port.closed) this.port = new FakePort();
    const { port } = this;
    const post = port.postMessage.bind(port);
    port.postMessage = (message) => {
      post(message);
      queueMicrotask(() => this.#answer(port, message as Sent));
    };
    return port;
  }

  #answer(port: FakePort, { id, method, params }: Sent): void {
    const hello: Say = () => ({ protocol: 3, version: "0.1.0" });
    const said = (method === "host.hello" ? hello : this.host[method])?.(params);
    if (said === undefined) return;
    port.reply(typeof said === "string" ? { id, error: { code: said, message: "" } } : { id, result: said });
  }

  #chrome() {
    const { events } = this;
    return {
      runtime: {
        id: "superlink",
        getManifest: () => ({ version: "0.1.0" }),
        getURL: (path: string) => own + path,
        connectNative: () => this.#connect(),
        sendMessage: async (message: { type: string; params: unknown }) => {
          this.toPages.push(message);
          throw new Error("Could not establish connection. Receiving end does not exist.");
        },
        onMessage: events.message,
        onInstalled: events.installed,
        onStartup: events.startup,
      },
      i18n: {
        getUILanguage: () => this.language,
        getMessage: (key: string, values: string[]) =>
          key === "language_code" ? "en" : [key, ...values].join("|"),
      },
      action: {
        getBadgeText: async () => this.badge,
        setBadgeText: async ({ text }: { text: string }) => {
          this.badge = text;
        },
        setBadgeBackgroundColor: async () => undefined,
        setTitle: async ({ title }: { title: string }) => {
          this.title = title;
        },
      },
      storage: { local: this.local, session: this.session },
      alarms: {
        create: async (name: string, { when }: { when: number }) => void this.alarms.set(name, when),
        clear: async (name: string) => this.alarms.delete(name),
        onAlarm: events.alarm,
      },
      permissions: { contains: async () => this.mayNotify, onAdded: events.permission },
      notifications: this.mayNotify ? this.#notifications() : undefined,
      tabs: this.#tabs(),
      windows: { update: async (id: number) => void this.inFront.push(id) },
    };
  }

  #notifications() {
    return {
      create: async (id: string, { title, message }: { title: string; message: string }) =>
        void this.shown.push({ id, title, message }),
      clear: async (id: string) => {
        this.shown = this.shown.filter((one) => one.id !== id);
      },
      onClicked: this.events.clicked,
    };
  }

  #tabs() {
    return {
      query: async ({ url }: { url: string }) =>
        this.tabs.filter((tab) => tab.url.startsWith(url.replace(/\*$/, ""))),
      create: async ({ url }: { url: string }) => {
        const tab = { id: 100 + this.tabs.length, windowId: 1, url, active: true };
        this.tabs.push(tab);
        return tab;
      },
      update: async (id: number) => {
        for (const tab of this.tabs) tab.active = tab.id === id;
        return this.tabs.find((tab) => tab.id === id);
      },
      sendMessage: async (tabId: number, { type, params }: { type: string; params: unknown }) => {
        this.toTabs.push({ tabId, type, params });
        const answer = this.tabAnswers(tabId, type);
        if (answer === undefined) throw new Error("Could not establish connection.");
        return answer;
      },
      onUpdated: this.events.updated,
      onRemoved: this.events.removed,
    };
  }
}

/** Lets everything that is under way come to its end; with fake timers, which the stage's tests all have. */
export const rest = () => vi.advanceTimersByTimeAsync(1_000);

/** After a test: nothing of it may speak into the next one. */
export async function clearStage(): Promise<void> {
  await rest();
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, "chrome");
}

export const settled = (condition: () => unknown) =>
  vi.waitFor(() => {
    if (!condition()) throw new Error("not yet");
  });
