/**
 * A person with a browser: the built extension in a real headless Chromium or Firefox, the real host registered by
 * the real installer, a real database, all in a throwaway home. LinkedIn's page is served at its own address by the
 * test; nothing reaches the network.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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
  /** Browser and host go by the story's clock: it runs like the real one, and setClock and advance move it. */
  clock?: boolean;
  /** What that clock shows at the beginning; implies `clock`. Years from today work as well. */
  now?: Moment;
  /** The computer's time zone, as an IANA name: that of browser, host and command line. */
  timeZone?: string;
  /** Optional permissions that the person has granted: no test can press the browser's own button for it. */
  granted?: readonly string[];
}

/** A moment, or milliseconds since 1970. */
export type Moment = Date | number;

export type Theme = "light" | "dark";

export class Story {
  /** What is served at LinkedIn's addresses; the page's own scripts may change it as LinkedIn's would. */
  html = "";
  #browser!: Browser;
  #timeZone: string | undefined;
  #granted: readonly string[] = [];
  #hasHost = false;
  #metFirstRun = false;
  /** Further browsers in this home; only the story that began has them. */
  readonly #others: Story[] = [];
  #ended = false;

  private constructor(
    readonly name: BrowserName,
    readonly home: string,
    readonly profile: string,
    /** The story whose home this one shares. */
    private readonly first?: Story,
  ) {}

  static async begin(name: BrowserName, options: StoryOptions = {}): Promise<Story> {
    const home = mkdtempSync(join(tmpdir(), "superlink-story-"));
    const story = new Story(name, home, join(home, "profile"));
    story.#timeZone = options.timeZone;
    story.#granted = options.granted ?? [];
    if (!options.withoutHost) story.installHost();
    if (options.clock || options.now !== undefined) {
      layClock(home);
      story.setClock(options.now ?? Date.now());
    }
    await story.#launch();
    return story;
  }

  /**
   * A second browser profile of the same person: a browser of its own, beside the first, with the same home, and so
   * the same host and database. It must agree for itself. The home goes when the first story ends.
   */
  async another(): Promise<Story> {
    const first = this.first ?? this;
    const profile = join(this.home, `profile-${first.#others.length + 2}`);
    const story = new Story(this.name, this.home, profile, first);
    first.#others.push(story);
    story.#timeZone = this.#timeZone;
    story.#granted = this.#granted;
    story.html = this.html;
    if (this.#hasHost) story.installHost();
    await story.#launch();
    return story;
  }

  /**
   * Closes the browser and starts it again with the same profile, on a computer that may have travelled meanwhile.
   * Every page is gone then.
   */
  async restart({ timeZone = this.#timeZone }: { timeZone?: string | undefined } = {}): Promise<void> {
    await this.#browser.close();
    await until(async () => this.hosts().length === 0, "the host's end");
    this.#timeZone = timeZone;
    await this.#launch();
  }

  async #launch(): Promise<void> {
    this.#browser = await (this.name === "chromium" ? this.#chromium() : this.#firefox());
  }

  /** What the story's clock shows, in milliseconds; the real time if it has none. */
  now(): number {
    const file = join(this.home, clockFile);
    return Date.now() + (existsSync(file) ? Number(readFileSync(file).readBigInt64LE()) : 0);
  }

  /**
   * Sets the clock of everything that runs in this home, from this moment on. Timers that are running keep their
   * length, as when a person sets the computer's clock.
   */
  setClock(when: Moment): void {
    if (!existsSync(join(this.home, clockLibrary))) throw new Error("this story began without a clock");
    const offset = Buffer.alloc(8);
    offset.writeBigInt64LE(BigInt(Math.round(Number(when) - Date.now())));
    // In place: running processes have mapped this very file. Eight bytes at once are never seen half-written.
    const file = join(this.home, clockFile);
    writeFileSync(file, offset, { flag: existsSync(file) ? "r+" : "w" });
  }

  /** Moves the clock on, or back with negative numbers. Days have 24 hours here, whatever the time zone does. */
  advance({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): void {
    this.setClock(this.now() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  }

  /** The environment of everything in this story: its own HOME and no trace of ours. */
  get environment(): Record<string, string> {
    const { PATH = "", LANG = "C.UTF-8" } = process.env;
    const zone = this.#timeZone === undefined ? {} : { TZ: this.#timeZone };
    return { PATH, LANG, HOME: this.home, TMPDIR: process.env.TMPDIR ?? "/tmp", ...zone };
  }

  /** That of browser and host. The commands with which a story looks at what they did go by the real clock. */
  get #browserEnvironment(): Record<string, string> {
    const library = join(this.home, clockLibrary);
    const clock = existsSync(library)
      ? { LD_PRELOAD: library, STORY_CLOCK: join(this.home, clockFile) }
      : undefined;
    return { ...this.environment, [profileMark]: this.profile, ...clock };
  }

  cli(...args: string[]): string {
    return execFileSync(join(build, "superlink"), args, { env: this.environment, encoding: "utf8" });
  }

  installHost(): void {
    const [directory, family] =
      this.name === "chromium" ? [this.profile, "chromium"] : [join(this.home, ".mozilla"), "firefox"];
    mkdirSync(directory, { recursive: true });
    this.cli("install", "--browser-dir", directory, "--family", family);
    this.#hasHost = true;
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

  /** One of the extension's own pages, in a tab: "popup", "settings", or with what follows: "review?day=1#top". */
  async own(
    name: string,
    viewport = { width: 380, height: 640 },
    { theme }: { theme?: Theme } = {},
  ): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.setViewport(viewport);
    await this.#go(
      page,
      name.replace(/^[^?#]+/, (folder) => `${folder}/${folder}.html`),
    );
    await page.bringToFront();
    if (theme) await this.dress(page, theme);
    return page;
  }

  /** Shows a tab, which comes to the front, to a person who prefers light or dark pages. */
  async dress(page: Page, theme: Theme): Promise<void> {
    if (this.name === "chromium") {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
      return;
    }
    // Puppeteer cannot do it in Firefox; the browser's own window can, as its developer tools do.
    await page.bringToFront();
    const { connection } = this.#browser as unknown as { connection: BidiConnection };
    const { result } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const [window] = (result as { contexts: { context: string }[] }).contexts;
    await connection.send("script.evaluate", {
      expression: `gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = "${theme}"`,
      target: { context: window?.context },
      awaitPromise: false,
    });
    const shown = () =>
      page.evaluate((query) => matchMedia(query).matches, `(prefers-color-scheme: ${theme})`);
    await until(shown, `a ${theme} page`);
  }

  /**
   * The first-run page that installing the extension has opened, and later the same page opened anew. Puppeteer cannot
   * find the first tab in Firefox.
   */
  async firstRun(): Promise<Page> {
    if (this.name === "firefox" || this.#metFirstRun)
      return this.own("welcome", { width: 1000, height: 900 });
    this.#metFirstRun = true;
    return until(async () => {
      const pages = await this.#browser.pages();
      return pages.find((page) => page.url().endsWith("/welcome/welcome.html"));
    }, "the first-run page");
  }

  /** Agrees on the first-run page, as a person does: with badges on the page, or with the side panel alone. */
  async agree(mode: "page" | "panel" = "page"): Promise<void> {
    const page = await this.firstRun();
    await page.bringToFront();
    await page.waitForSelector("[data-action=agree]");
    await page.click(`input[name=mode][value=${mode}]`);
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-consent=given]");
    await page.close();
  }

  /** Saves settings as the settings page does: the usual ones with these changes. */
  async save(changes: Record<string, unknown>): Promise<void> {
    const page = await this.own("settings");
    const saved = await page.evaluate(async (json) => {
      const ask = (type: string, params: object) => chrome.runtime.sendMessage({ type, params });
      const { value } = await ask("settings.get", {});
      const reply = await ask("settings.put", { settings: { ...value.settings, ...JSON.parse(json) } });
      return JSON.stringify(reply);
    }, JSON.stringify(changes));
    if (!JSON.parse(saved).ok) throw new Error(`settings were not saved: ${saved}`);
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
      .filter((pid) => isHostOf(pid, this.profile));
  }

  /** Whatever the database file holds, readable or not. */
  databaseBytes(): string {
    return readFileSync(join(this.home, ".local/share/superlink/superlink.db"), "latin1");
  }

  databaseRows(sql: string): Record<string, unknown>[] {
    const file = join(this.home, ".local/share/superlink/superlink.db");
    const out = execFileSync("sqlite3", ["-json", "-cmd", ".timeout 10000", file, sql], { encoding: "utf8" });
    return out.trim() === "" ? [] : JSON.parse(out);
  }

  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await Promise.all(this.#others.map((other) => other.end()));
    await this.#browser?.close();
    if (!this.first) rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
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

  /** The built extension; where permissions were granted, a copy that has them from the start. */
  #extension(): string {
    const built = join(root, "extension/dist", this.name);
    if (this.#granted.length === 0) return built;
    const copy = join(this.home, "extension");
    cpSync(built, copy, { recursive: true });
    const file = join(copy, "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, string[]>;
    manifest.permissions?.push(...this.#granted);
    manifest.optional_permissions = (manifest.optional_permissions ?? []).filter(
      (permission) => !this.#granted.includes(permission),
    );
    writeFileSync(file, JSON.stringify(manifest));
    return copy;
  }

  async #chromium(): Promise<Browser> {
    const browser = await puppeteer.launch({
      executablePath: "/usr/bin/chromium",
      headless: true,
      userDataDir: this.profile,
      pipe: true,
      enableExtensions: [this.#extension()],
      args: ["--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-background-networking"],
      env: this.#browserEnvironment,
    });
    await browser.waitForTarget((target) => target.type() === "service_worker");
    return browser;
  }

  async #firefox(): Promise<Browser> {
    mkdirSync(this.profile, { recursive: true });
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      headless: true,
      userDataDir: this.profile,
      args: ["--remote-allow-system-access"], // to open moz-extension: pages, and to dress them
      env: this.#browserEnvironment,
      extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: firefoxUuid }) },
    });
    await browser.installExtension(this.#extension());
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

function isHostOf(pid: number, profile: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    const environment = readFileSync(`/proc/${pid}/environ`, "utf8");
    return (
      command.includes("superlink-host") && environment.split("\0").includes(`${profileMark}=${profile}`)
    );
  } catch {
    return false; // it has just left
  }
}

/** In the browser's environment and so in its host's, which thus can be told from that of another profile. */
const profileMark = "STORY_PROFILE";
const clockFile = "clock";
const clockLibrary = "clock.so";

/**
 * The clock of a story: what programs ask the C library for the time is answered with an offset that stands in a
 * file, in milliseconds. libfaketime would be this ready-made, but Firefox does not start with it: Firefox's malloc
 * asks for the time while it makes itself ready, and libfaketime calls malloc to answer. This one allocates nothing
 * and opens no file while it answers, so it works inside malloc and in a content process's sandbox. What measures
 * lengths of time (CLOCK_MONOTONIC) is left alone, or moving the clock would make timers fire at once or never.
 */
const clockSource = `
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *file;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("STORY_CLOCK");
  int opened = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (opened < 0) return;
  void *mapped = mmap(0, sizeof *file, PROT_READ, MAP_SHARED, opened, 0);
  close(opened);
  if (mapped != MAP_FAILED) file = mapped;
}

static void move(struct timespec *at, int64_t millis) {
  int64_t nanos = at->tv_nsec + millis % 1000 * 1000000;
  at->tv_sec += millis / 1000 + (nanos >= 1000000000) - (nanos < 0);
  at->tv_nsec = (nanos + 1000000000) % 1000000000;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
  int failed = (int)syscall(SYS_clock_gettime, clock, at);
  if (!failed && file && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) move(at, *file);
  return failed;
}

int gettimeofday(struct timeval *at, void *zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}

/* Firefox waits until moments that it computed from the moved clock; the kernel goes by the real one. Which clock a
   condition goes by cannot be asked: one that counts from the computer's start has not counted to 2001. */
int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
  struct timespec at = *until;
  if (at.tv_sec < 1000000000) return pthread_cond_clockwait(condition, mutex, CLOCK_MONOTONIC, &at);
  if (file) move(&at, -*file);
  return pthread_cond_clockwait(condition, mutex, CLOCK_REALTIME, &at);
}
`;

/** Builds the clock's library in a home, with the compiler that builds the host. */
function layClock(home: string): void {
  const flags = ["-x", "c", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"];
  execFileSync("cc", [...flags, "-", "-o", join(home, clockLibrary)], { input: clockSource });
}
