// What SuperLink reads on a saved page of LinkedIn, as JSON in the form of tests/pages/*.expected.json:
// `npm run read-page -- FILE.html [--url URL] [--full] [--firefox]`. The page is opened in a headless browser at
// LinkedIn's address, but from the file: its own scripts do not run and nothing reaches the network.

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";

const usage = `usage: npm run read-page -- FILE.html [options]

  --url URL   the address at which the page was saved (else as the file says, else the received invitations)
  --full      every field of each invitation, with how sure the reading is
  --firefox   read in Firefox instead of Chromium

The browser is looked for on the PATH; SUPERLINK_BROWSER=/path/to/it names another.
Exit code: 0 read (also if there was nothing to read), 1 the page could not be read, 2 wrong usage.`;

const receivedUrl = "https://www.linkedin.com/mynetwork/invitation-manager/received/";
const here = dirname(fileURLToPath(import.meta.url));

/** What is told to the person without a stack trace. */
class Trouble extends Error {
  /** @param {string} message */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        url: { type: "string" },
        full: { type: "boolean", default: false },
        firefox: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return { ...values, files: positionals };
  } catch (error) {
    throw new Trouble(`${/** @type {Error} */ (error).message}\n\n${usage}`, 2);
  }
}

/** @param {string} file as typed where npm was called, which npm itself leaves for this folder */
function htmlOf(file) {
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Trouble(code === "ENOENT" ? `There is no file ${path}.` : `${path} cannot be read: ${code}.`);
  }
  const start = bytes.subarray(0, 4_096).toString("utf8");
  if (/^(?:From|MIME-Version|Content-Type):/im.test(start) && !/^\s*</.test(start)) {
    throw new Trouble(`${path} is a web archive (MHTML). Save the page as "HTML only" or "complete".`);
  }
  if (
    start.includes("\0") ||
    !/^\ufeff?\s*</.test(start) ||
    !/<(?:!doctype|html|head|body|main|div|ul)\b/i.test(start)
  ) {
    throw new Trouble(`${path} is not HTML.`);
  }
  return bytes;
}

/** The address: as told, else as browsers note it in what they save, else that of the received invitations. */
function addressOf(/** @type {Buffer} */ html, /** @type {string | undefined} */ told) {
  const saved = /<!-- saved from url=\(\d+\)(https:\/\/[^\s]+) -->/.exec(
    html.subarray(0, 4_096).toString("utf8"),
  )?.[1];
  const url = told ?? (saved !== undefined && URL.canParse(saved) ? saved : receivedUrl);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Trouble(`${url} is no address of a page.`, 2);
  return new URL(url).href;
}

function browserPath(/** @type {boolean} */ firefox) {
  const told = process.env.SUPERLINK_BROWSER;
  const names = firefox
    ? ["firefox", "firefox-esr"]
    : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const ending = process.platform === "win32" ? ".exe" : "";
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  if (process.platform === "darwin") {
    const app = firefox
      ? "Firefox.app/Contents/MacOS/firefox"
      : "Google Chrome.app/Contents/MacOS/Google Chrome";
    places.push(`/Applications/${app}`);
  }
  const found = told ?? places.find((place) => existsSync(place));
  if (found !== undefined && existsSync(found)) return found;
  const name = firefox ? "Firefox" : "Chromium or Chrome";
  throw new Trouble(
    told !== undefined
      ? `There is no browser at ${told} (SUPERLINK_BROWSER).`
      : `${name} was not found on the PATH. Install it, or name it in SUPERLINK_BROWSER=/path/to/it.`,
  );
}

async function reader() {
  const out = await build({
    entryPoints: [join(here, "src/linkedin/index.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "linkedin",
    target: ["chrome120", "firefox128"],
    logLevel: "silent",
  });
  return out.outputFiles[0]?.text ?? "";
}

/**
 * Answers the page itself from the file, once, and nothing else: no script of the page runs, nothing is loaded, and
 * wherever the page wants to go, it stays.
 * @param {import("puppeteer-core").Page} page
 * @param {Buffer} html
 */
async function serve(page, html) {
  let isServed = false;
  const answer = (/** @type {import("puppeteer-core").HTTPRequest} */ request) => {
    if (!request.isNavigationRequest()) return request.abort();
    if (isServed) return request.respond({ status: 204, body: "" });
    isServed = true;
    return request.respond({
      status: 200,
      contentType: "text/html; charset=utf-8",
      headers: {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      },
      body: html,
    });
  };
  await page.setRequestInterception(true);
  page.on("request", (request) => void answer(request).catch(() => undefined));
}

/** @returns {Promise<{ isInvitations: boolean, readings: any[] }>} what the extension would read at the address */
async function read(/** @type {Buffer} */ html, /** @type {string} */ url, /** @type {boolean} */ firefox) {
  const executablePath = browserPath(firefox);
  const home = mkdtempSync(join(tmpdir(), "superlink-read-"));
  const asRoot = process.getuid?.() === 0; // where Chromium's sandbox does not work
  const args = ["--no-first-run", "--disable-gpu", ...(asRoot ? ["--no-sandbox"] : [])];
  let browser;
  try {
    browser = await puppeteer.launch({
      browser: firefox ? "firefox" : "chrome",
      executablePath,
      headless: true,
      args: firefox ? [] : args,
      env: { ...process.env, HOME: home },
    });
    const page = await browser.newPage();
    await serve(page, html);
    await page.goto(url, { waitUntil: "domcontentloaded" });
    // As text, because Firefox's protocol cuts deep objects off.
    const text = await page.evaluate(`(() => { ${await reader()}
      const isInvitations = linkedin.invitationsPage(location.href) !== null;
      const cards = isInvitations ? linkedin.findCards(document) : [];
      return JSON.stringify({ isInvitations, readings: cards.map((card) => linkedin.readCard(card)) });
    })()`);
    return JSON.parse(String(text));
  } catch (error) {
    throw new Trouble(
      `The browser ${executablePath} could not read the page: ${/** @type {Error} */ (error).message}`,
    );
  } finally {
    await browser?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function main() {
  const { files, url: told, full, firefox, help } = options();
  if (help) return console.log(usage);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Trouble(usage, 2);
  const html = htmlOf(file);
  const url = addressOf(html, told);
  const { isInvitations, readings } = await read(html, url, firefox ?? false);
  if (!isInvitations)
    console.error(`SuperLink reads nothing at ${url}: it is no page of received invitations.`);
  const invitations = readings.map(({ invitation, confidence }) => {
    if (full) return { ...invitation, confidence };
    const { profileId, name, headline, mutualConnections, note, sentAgo, ageDays, kind } = invitation;
    return { profileId, name, headline, mutualConnections, note, sentAgo, ageDays, kind };
  });
  console.log(JSON.stringify(invitations, null, 1));
}

main().catch((error) => {
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = error instanceof Trouble ? error.exitCode : 1;
});
