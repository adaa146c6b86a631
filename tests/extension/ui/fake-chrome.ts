/**
 * A stand-in for the browser's `chrome` object, put into a page before its scripts run, or into Node's globals for
 * the pure parts. It must stand alone: puppeteer sends the function's text to the browser.
 */
export interface FakeScenario {
  messages: Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
  language: string;
  direction: "ltr" | "rtl";
  access: boolean;
  answers: Record<string, unknown>;
  version: string;
}

export interface FakeChrome {
  /** Every call that a test may want to see, in order: [name, argument]. */
  calls: [name: string, argument: unknown][];
  /**
   * By message type, or by type and parameters (`plan.get {"from":100,"most":100}`); "never" or nothing leaves the
   * page waiting.
   */
  answers: Record<string, unknown>;
  /** Lets the page hear a message, as from the background. */
  emit(message: object): void;
  /** The active tab's id, and what lets the page hear that the tabs changed. */
  tab: number;
  changeTab(id: number): void;
}

export function installFakeChrome(scenario: FakeScenario): void {
  type Listener = (message: object, sender: { id: string }) => void;
  const listeners = new Set<Listener>();
  const fake: FakeChrome = {
    calls: [],
    answers: { ...scenario.answers },
    emit: (message) => {
      for (const listener of listeners) listener(message, { id: "superlink" });
    },
    tab: 7,
    changeTab: (id) => {
      fake.tab = id;
      for (const listener of tabListeners) listener();
    },
  };
  const tabListeners = new Set<() => void>();
  const tabEvent = {
    addListener: (listener: () => void) => void tabListeners.add(listener),
    removeListener: (listener: () => void) => void tabListeners.delete(listener),
  };
  const note = (name: string, argument: unknown) => fake.calls.push([name, argument]);

  const getMessage = (key: string, substitutions: string[] = []): string => {
    if (key === "@@bidi_dir") return scenario.direction;
    const entry = scenario.messages[key];
    if (!entry) return "";
    return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content;
      return content === undefined ? whole : (substitutions[Number(content.slice(1)) - 1] ?? "");
    });
  };
  const sendMessage = (message: { type: string; params: unknown }): Promise<unknown> => {
    note(message.type, message.params);
    const exact = fake.answers[`${message.type} ${JSON.stringify(message.params)}`];
    const answer = exact ?? fake.answers[message.type];
    if (answer === undefined || answer === "never") return new Promise(() => undefined);
    return Promise.resolve(structuredClone(answer));
  };
  const chrome = {
    i18n: { getMessage, getUILanguage: () => scenario.language },
    runtime: {
      id: "superlink",
      sendMessage,
      onMessage: {
        addListener: (listener: Listener) => void listeners.add(listener),
        removeListener: (listener: Listener) => void listeners.delete(listener),
      },
      getManifest: () => ({ version: scenario.version }),
      getURL: (path: string) => `https://superlink.test/${path}`,
      openOptionsPage: () => Promise.resolve(void note("openOptionsPage", null)),
      reload: () => note("reload", null),
    },
    tabs: {
      query: () => Promise.resolve([{ id: fake.tab }]),
      onActivated: tabEvent,
      onUpdated: tabEvent,
      create: (options: unknown) => Promise.resolve(void note("tabs.create", options)),
    },
    permissions: {
      contains: () => Promise.resolve(scenario.access),
      request: (wanted: unknown) => {
        note("permissions.request", wanted);
        return Promise.resolve(fake.answers["permissions.request"] !== false);
      },
    },
  };
  // A real popup goes away when it closes itself; here that would take the test's page with it.
  if (typeof window !== "undefined") window.close = () => void note("window.close", null);
  Object.defineProperty(globalThis, "chrome", { value: chrome, configurable: true, writable: true });
  Object.defineProperty(globalThis, "fake", { value: fake, configurable: true });
}
