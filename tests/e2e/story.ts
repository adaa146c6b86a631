/**
 * A person with a browser: the built extension in a real headless Chromium or Firefox, the real host registered by
 * the real installer, a real database, all in a throwaway home. LinkedIn's page is served at its own address by the
 * test; nothing reaches the network.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { type BadgeSeen, badgesOn } from "./badges";

export const browserNames = ["chromium", "firefox"] as const;
export type BrowserName = (typeof browserNames)[number];

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const build = process.env.SUPERLINK_BUILD ?? join(root, "build");
const chromiumId = "caniejdnfapanpblmoanligkflnoifom";
const firefoxId = "superlink@superlink.io";
const firefoxUuid = "5d1a9a52-41b5-4b0e-8a37-0c7d5f6c2b11";
export const receivedUrl = "https://www.linkedin.com/mynetwork/invitation-manager/received/";

export interface StoryOptions {
  /** Leave the host out, as on a computer where only the extension was installed. */
  withoutHost?: boolean;
}

export class Story {
  readonly home: string;
  /** What is served at LinkedIn's addresses; the page's own scripts may change it as LinkedIn's would. */
  html = "";
  #browser!: Browser;

  private constructor(readonly name: BrowserName) {
    this.home = mkdtempSync(join(tmpdir(), "superlink-story-"));
  }

  static async begin(name: BrowserName, options: StoryOptions = {}): Promise<Story> {
    const story = new Story(name);
    if (!options.withoutHost) story.installHost();
    story.#browser = await (name === "chromium" ? story.#chromium() : story.#firefox());
    return story;
  }

  get profile(): string {
    return join(this.home, "profile");
  }

  /** The environment of everything in this story: its own HOME and no trace of ours. */
  get environment(): Record<string, string> {
    const { PATH = "", LANG = "C.UTF-8" } = process.env;
    return { PATH, LANG, HOME: this.home, TMPDIR: process.env.TMPDIR ?? "/tmp" };
  }

  cli(...args: string[]): string {
    return execFileSync(join(build, "superlink"), args, { env: this.environment, encoding: "utf8" });
  }

  installHost(): void {
    const [directory, family] =
      this.name === "chromium" ? [this.profile, "chromium"] : [join(this.home, ".mozilla"), "firefox"];
    mkdirSync(directory, { recursive: true });
    this.cli("install", "--browser-dir", directory, "--family", family);
  }

  /** A tab of LinkedIn. */
  async linkedin(url = receivedUrl): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.setViewport({ width: 1100, height: 900 });
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const { hostname } = new URL(request.url());
      const answer =
        hostname === "www.linkedin.com" && request.isNavigationRequest()
          ? request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: this.html })
          : hostname === "www.linkedin.com"
            ? request.respond({ status: 404, body: "" })
            : request.continue();
      answer.catch(() => undefined); // the page was closed meanwhile
    });
    await page.goto(url);
    return page;
  }

  /** One of the extension's own pages, in a tab: "popup", "settings", "welcome". */
  async own(name: string, viewport = { width: 380, height: 640 }): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.setViewport(viewport);
    await this.#go(page, `${name}/${name}.html`);
    await page.bringToFront();
    return page;
  }

  /** The first-run page that installing the extension has opened; Puppeteer cannot find that tab in Firefox. */
  async firstRun(): Promise<Page> {
    if (this.name === "firefox") return this.own("welcome", { width: 1000, height: 900 });
    return until(async () => {
      const pages = await this.#browser.pages();
      return pages.find((page) => page.url().endsWith("/welcome/welcome.html"));
    }, "the first-run page");
  }

  /** Agrees on the first-run page, as a person does. */
  async agree(): Promise<void> {
    const page = await this.firstRun();
    await page.bringToFront();
    await page.waitForSelector("[data-action=agree]");
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-consent=given]");
    await page.close();
  }

  badges(page: Page): Promise<BadgeSeen[]> {
    return badgesOn(page, this.name, this.#browser);
  }

  /** Waits until the page shows as many badges and returns them. */
  async badgesOnceThere(page: Page, count: number): Promise<BadgeSeen[]> {
    return until(async () => {
      const badges = await this.badges(page);
      return badges.length === count ? badges : null;
    }, `${count} badges`);
  }

  /** Process ids of the hosts that this story's browser runs. */
  hosts(): number[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => isHostOf(pid, this.home));
  }

  databaseRows(sql: string): Record<string, unknown>[] {
    const file = join(this.home, ".local/share/superlink/superlink.db");
    const out = execFileSync("sqlite3", ["-json", "-cmd", ".timeout 10000", file, sql], { encoding: "utf8" });
    return out.trim() === "" ? [] : JSON.parse(out);
  }

  async end(): Promise<void> {
    await this.#browser.close();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  get browser(): Browser {
    return this.#browser;
  }

  async #go(page: Page, path: string): Promise<void> {
    if (this.name === "chromium") {
      await page.goto(`chrome-extension://${chromiumId}/${path}`);
      return;
    }
    // Puppeteer's own goto never ends on extension pages of Firefox.
    const { connection } = this.#browser as unknown as { connection: BidiConnection };
    const context = (page.mainFrame() as unknown as { _id: string })._id;
    const url = `moz-extension://${firefoxUuid}/${path}`;
    await connection.send("browsingContext.navigate", { context, url, wait: "complete" });
  }

  async #chromium(): Promise<Browser> {
    const extension = join(root, "extension/dist/chromium");
    const browser = await puppeteer.launch({
      executablePath: "/usr/bin/chromium",
      headless: true,
      userDataDir: this.profile,
      pipe: true,
      enableExtensions: [extension],
      args: ["--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-background-networking"],
      env: this.environment,
    });
    await browser.waitForTarget((target) => target.type() === "service_worker");
    return browser;
  }

  async #firefox(): Promise<Browser> {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      headless: true,
      args: ["--remote-allow-system-access"], // to open moz-extension: pages
      env: this.environment,
      extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: firefoxUuid }) },
    });
    await browser.installExtension(join(root, "extension/dist/firefox"));
    return browser;
  }
}

export interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Asks again until there is an answer: waits for conditions, never for time. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>, what: string): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isHostOf(pid: number, home: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    const environment = readFileSync(`/proc/${pid}/environ`, "utf8");
    return command.includes("superlink-host") && environment.split("\0").includes(`HOME=${home}`);
  } catch {
    return false; // it has just left
  }
}
