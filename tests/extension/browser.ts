/**
 * Headless Chromium and Firefox for page tests: one page at LinkedIn's own address, served from the test, with
 * one of our modules bundled into it. Nothing reaches the network. Stories with the whole extension use
 * tests/e2e/ instead.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

export const browserNames = ["chromium", "firefox"] as const;
export type BrowserName = (typeof browserNames)[number];
/**
 * Where our own pages are tested. The stories show them in both browsers, so that an ordinary run does the details in
 * one; `SUPERLINK_ALL_BROWSERS=1` (`tests/run.sh --all-browsers`) does them in both.
 */
export const ownPageBrowsers: readonly BrowserName[] = process.env.SUPERLINK_ALL_BROWSERS
  ? browserNames
  : ["chromium"];

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "../../extension/src");
export const receivedUrl = "https://www.linkedin.com/mynetwork/invitation-manager/received/";

export interface Driver {
  browser: Browser;
  /** Opens `html` at `url` (LinkedIn's received page unless told). */
  open(html: string, url?: string): Promise<Page>;
  close(): Promise<void>;
}

export async function launch(name: BrowserName): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), "superlink-browser-"));
  const browser = await puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: name === "firefox" ? "/usr/bin/firefox-esr" : "/usr/bin/chromium",
    headless: true,
    args: name === "firefox" ? [] : ["--no-sandbox", "--no-first-run", "--disable-gpu"],
    env: { ...process.env, HOME: home },
    ...(name === "firefox" ? { extraPrefsFirefox: { "privacy.reduceTimerPrecision": false } } : {}),
  });
  return {
    browser,
    async open(html, url = receivedUrl) {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on("request", (request) => {
        const answer = request.isNavigationRequest()
          ? request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: html })
          : request.url().startsWith("data:")
            ? request.continue()
            : request.respond({ status: 404, body: "" });
        answer.catch(() => undefined); // the page was closed meanwhile
      });
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A page of LinkedIn as we know it: tests/pages/NAME.html. */
export function pageHtml(name: string): string {
  return readFileSync(join(here, "../pages", `${name}.html`), "utf8");
}

/** What a perfect reader returns for it: tests/pages/NAME.expected.json. */
export function pageExpected(name: string): unknown {
  return JSON.parse(readFileSync(join(here, "../pages", `${name}.expected.json`), "utf8"));
}

/** One of our modules (a path below extension/src) as a script that puts its exports into `globalThis[global]`. */
export async function bundle(module: string, global: string): Promise<string> {
  const out = await build({
    entryPoints: [join(source, module)],
    bundle: true,
    write: false,
    format: "iife",
    globalName: global,
    target: "es2022",
  });
  const file = out.outputFiles[0];
  if (!file) throw new Error(`esbuild made nothing of ${module}`);
  return file.text;
}
