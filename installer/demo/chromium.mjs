// A real Chromium with SuperLink in it, as apart from the person's own as can be: a throwaway home and profile, the
// host registered for that profile alone, LinkedIn's addresses answered from here, every other address refused.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const puppeteer = createRequire(join(root, "extension/package.json"))("puppeteer-core");

/** Wide enough for the page's two columns, high enough for its first cards. */
export const window = { width: 1180, height: 1096 };

export async function startChromium({ show }) {
  for (const part of ["build/superlink", "build/superlink-host", "extension/dist/chromium"]) {
    if (!existsSync(join(root, part))) throw new Error(`${part} is not built: run installer/quickstart.sh`);
  }
  const home = mkdtempSync(join(tmpdir(), "superlink-demo-"));
  process.on("exit", () => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  const profile = join(home, "profile");
  mkdirSync(profile);
  preferFonts(home);
  const env = environment(home, show);
  execFileSync(join(root, "build/superlink"), ["install", "--browser-dir", profile, "--family", "chromium"], {
    env,
  });
  const browser = await launch({
    executablePath: chromiumProgram(),
    headless: !show,
    userDataDir: profile,
    pipe: true,
    enableExtensions: [join(root, "extension/dist/chromium")],
    defaultViewport: null,
    env,
    args: [
      "--no-first-run",
      "--disable-background-networking",
      "--disable-dev-shm-usage", // containers have little of it
      "--lang=en-US",
      `--window-size=${window.width},${window.height + 90}`,
      ...(show ? [] : ["--disable-gpu"]),
    ],
  });
  await serveSample(browser);
  return browser;
}

function chromiumProgram() {
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((file) => existsSync(file));
  if (!found) throw new Error("Chromium is not installed: sudo apt-get install chromium");
  return found;
}

/** Chromium's sandbox refuses to run as root and in most containers; this one only ever sees the sample page. */
async function launch(options) {
  const unconfined = { ...options, args: [...options.args, "--no-sandbox"] };
  if (process.getuid() === 0) return puppeteer.launch(unconfined);
  return puppeteer.launch(options).catch(() => puppeteer.launch(unconfined));
}

function environment(home, show) {
  const { PATH = "", TMPDIR = "/tmp", DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, XAUTHORITY } = process.env;
  const base = { PATH, TMPDIR, HOME: home, LANG: "C.UTF-8", LANGUAGE: "en_US" };
  if (!show) return base;
  const display = { DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR };
  display.XAUTHORITY = XAUTHORITY ?? join(homedir(), ".Xauthority");
  return { ...base, ...Object.fromEntries(Object.entries(display).filter(([, value]) => value)) };
}

/** The same letters everywhere the demo runs, whatever a system without a desktop takes for its own. */
function preferFonts(home) {
  const alias = (family) =>
    `<match target="pattern"><test name="family"><string>${family}</string></test>` +
    '<edit name="family" mode="prepend" binding="strong"><string>Roboto</string></edit></match>';
  mkdirSync(join(home, ".config/fontconfig"), { recursive: true });
  writeFileSync(
    join(home, ".config/fontconfig/fonts.conf"),
    `<?xml version="1.0"?><fontconfig>${alias("system-ui")}${alias("sans-serif")}</fontconfig>`,
  );
}

/** Answers for LinkedIn in every tab, also those that the person opens, for as long as the browser runs. */
async function serveSample(browser) {
  const sample = readFileSync(join(here, "invitations.html")).toString("base64");
  const network = await browser.target().createCDPSession();
  network.on("Fetch.requestPaused", ({ requestId, request, resourceType }) => {
    const isPage = new URL(request.url).hostname === "www.linkedin.com" && resourceType === "Document";
    const answer = isPage
      ? network.send("Fetch.fulfillRequest", {
          requestId,
          responseCode: 200,
          responseHeaders: [{ name: "Content-Type", value: "text/html; charset=utf-8" }],
          body: sample,
        })
      : network.send("Fetch.failRequest", { requestId, errorReason: "InternetDisconnected" });
    answer.catch(() => undefined); // the tab was closed meanwhile
  });
  await network.send("Fetch.enable", { patterns: [{ urlPattern: "http://*" }, { urlPattern: "https://*" }] });
}
