/**
 * One of the extension's own pages in a real browser, without the extension: bundled as the build does it, served
 * under the manifest's own content security policy, with a stand-in for `chrome` whose answers the test decides.
 * Words come from the real `_locales`.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { HTTPRequest, Page } from "puppeteer-core";
import type { HostState, PageEvents, PageMessages, Reply } from "../../../extension/src/messages";
import type { Settings } from "../../../extension/src/native/protocol";
import type { Driver } from "../browser";
import { type FakeChrome, installFakeChrome } from "./fake-chrome";

const here = dirname(fileURLToPath(import.meta.url));
const extension = join(here, "../../../extension");
const origin = "https://superlink.test";

export type PageName = "popup" | "review" | "dashboard" | "settings" | "welcome" | "panel";
/** What the background answers; a type left out, or "never", is not answered at all. */
export type Answers = { [M in keyof PageMessages]?: Reply<PageMessages[M]["value"]> | "never" };

export interface Scenario {
  answers?: Answers;
  /** Whether the browser lets the extension see linkedin.com. */
  access?: boolean;
  language?: "en" | "de" | "fr" | "es" | "pt";
  direction?: "ltr" | "rtl";
  theme?: "light" | "dark";
  width?: number;
}

export interface OwnPage {
  page: Page;
  /** Everything that the browser complained about: errors, and breaches of the policy. */
  complaints: string[];
  calls(): Promise<FakeChrome["calls"]>;
  answer(answers: Answers): Promise<void>;
  /** The page hears this event as if the background or a content script had sent it. */
  emit<E extends keyof PageEvents>(type: E, params: PageEvents[E]["params"]): Promise<void>;
  text(selector: string): Promise<string>;
}

export const emptySettings: Settings = {
  about: "",
  goals: [],
  want: { roles: [], industries: [], companies: [], places: [], topics: [] },
  avoid: { roles: [], industries: [], companies: [], places: [], topics: [] },
  relationships: [],
  energy: "normal",
  energyUntil: null,
  weeklyBudget: 10,
  reviewSlot: null,
  week: { firstDay: null, timeZone: null },
};

export const ready: HostState = { state: "ready", version: "0.1.0" };
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** Opens the page; the promise resolves when its first paint is there, not when it has all its answers. */
export async function openOwn(driver: Driver, name: PageName, scenario: Scenario = {}): Promise<OwnPage> {
  const page = await driver.browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.setViewport({ width: scenario.width ?? (name === "popup" ? 360 : 1100), height: 800 });
  if (scenario.theme) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scenario.theme }]);
  }
  const files = await filesOf(name);
  await page.setRequestInterception(true);
  page.on("request", (request) => respond(request, files).catch(() => undefined));
  await page.evaluateOnNewDocument(installFakeChrome, {
    messages: messagesOf(scenario.language ?? "en"),
    language: scenario.language ?? "en",
    direction: scenario.direction ?? "ltr",
    access: scenario.access ?? true,
    answers: scenario.answers ?? {},
    version: "0.1.0",
  });
  await page.goto(`${origin}/${name}/${name}.html`);
  await page.waitForSelector("main");
  return {
    page,
    complaints,
    // As text, because Firefox's protocol cuts deep objects off.
    calls: async () =>
      JSON.parse(
        await page.evaluate(() => JSON.stringify((globalThis as unknown as { fake: FakeChrome }).fake.calls)),
      ) as FakeChrome["calls"],
    answer: (answers) =>
      page.evaluate((more) => {
        Object.assign((globalThis as unknown as { fake: FakeChrome }).fake.answers, more);
      }, answers),
    emit: (type, params) =>
      page.evaluate((message) => (globalThis as unknown as { fake: FakeChrome }).fake.emit(message), {
        type,
        params,
      } as { type: string; params: object }),
    text: (selector) => page.$eval(selector, (element) => element.textContent ?? ""),
  };
}

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

export function messagesOf(language: string): Messages {
  return JSON.parse(readFileSync(join(extension, "_locales", language, "messages.json"), "utf8")) as Messages;
}

interface Served {
  contentType: string;
  body: string | Buffer;
}

const built = new Map<PageName, Promise<Map<string, Served>>>();

function filesOf(name: PageName): Promise<Map<string, Served>> {
  const known = built.get(name) ?? bundlePage(name);
  built.set(name, known);
  return known;
}

async function bundlePage(name: PageName): Promise<Map<string, Served>> {
  const folder = join(extension, "src", name);
  const bundled = async (file: string) => {
    const out = await build({
      entryPoints: [join(folder, file)],
      bundle: true,
      write: false,
      format: "iife",
      target: "es2022",
    });
    return out.outputFiles[0]?.text ?? "";
  };
  return new Map([
    [
      `/${name}/${name}.html`,
      { contentType: "text/html; charset=utf-8", body: readFileSync(join(folder, `${name}.html`)) },
    ],
    [`/${name}/${name}.js`, { contentType: "text/javascript", body: await bundled(`${name}.tsx`) }],
    [`/${name}/${name}.css`, { contentType: "text/css", body: await bundled(`${name}.css`) }],
    [
      "/icons/icon-32.png",
      { contentType: "image/png", body: readFileSync(join(extension, "icons/icon-32.png")) },
    ],
  ]);
}

function respond(request: HTTPRequest, files: Map<string, Served>): Promise<void> {
  const served = files.get(new URL(request.url()).pathname);
  return served
    ? request.respond({ status: 200, headers: { "Content-Security-Policy": policy() }, ...served })
    : request.respond({ status: request.url().endsWith("/favicon.ico") ? 204 : 404, body: "" });
}

function policy(): string {
  const manifest = JSON.parse(readFileSync(join(here, "../../../manifests/extension.json"), "utf8")) as {
    content_security_policy: { extension_pages: string };
  };
  return manifest.content_security_policy.extension_pages;
}
