// SuperLink's main job, shown for real: the built extension in a real Chromium, the built host beside it, a sample
// invitations page at LinkedIn's own address. `node installer/demo/demo.mjs [--show]`; needs build/ and
// extension/dist/chromium. Saves demo/page.png and demo/popup.png. With --show the window stays open to play with.

import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openExplanation, readCards, until } from "./badges.mjs";
import { startChromium, window } from "./chromium.mjs";
import { printTable } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const pictures = resolve(here, "../../demo");
const address = "https://www.linkedin.com/mynetwork/invitation-manager/received/";
/** Whose explanation stands open in the picture: there is much to say, and room for it on the first screen. */
const explained = "Marta Eskelund";
/** How many people the demo accepts, so that the week's budget has something to show. */
const peopleToAccept = 2;

/** The first-run page that the extension opens by itself: agree, as a person does. */
async function agree(browser) {
  const page = await until(
    async () => (await browser.pages()).find((each) => each.url().endsWith("/welcome/welcome.html")),
    "the extension's first-run page",
  );
  await page.bringToFront();
  await page.waitForSelector("[data-action=agree]");
  await page.click("input[name=mode][value=page]");
  await page.click("[data-action=agree]");
  await page.waitForSelector("[data-consent=given]");
  return page;
}

/** Asks the extension's background, as its own pages do. */
async function ask(ownPage, type, params = {}) {
  const reply = await ownPage.evaluate((message) => chrome.runtime.sendMessage(message), { type, params });
  if (!reply?.ok) throw new Error(`the extension answers ${reply?.code ?? "nothing"} to ${type}`);
  return reply.value;
}

/** Runs in the sample page: when the first card stood there, and when the latest badge did. */
function watchArrivals() {
  const times = { cards: 0, badges: 0 };
  globalThis.arrivals = times;
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const isBadge = target.role === "listitem" && addedNodes[0]?.attributes?.length === 0;
      if (isBadge) times.badges = performance.now();
      else if (!times.cards && document.querySelector("#invitations [role=listitem]"))
        times.cards = performance.now();
    }
  }).observe(document, { childList: true, subtree: true });
}

async function openInvitations(browser, show) {
  const page = await browser.newPage();
  if (!show) await page.setViewport({ ...window, deviceScaleFactor: 2 });
  await page.evaluateOnNewDocument(watchArrivals);
  await page.goto(address);
  await page.bringToFront();
  const session = await page.createCDPSession();
  const cards = await until(async () => {
    const read = await readCards(session);
    return read.length > 0 && read.every(({ badge }) => badge) && read;
  }, "a badge on every card");
  const { cards: from, badges: to } = await page.evaluate(() => globalThis.arrivals);
  const took = Math.round(to - from);
  console.log(
    `${cards.length} badges stood ${took} ms after the invitations, in a browser that has only just started.\n`,
  );
  return { page, session, cards };
}

async function readVerdicts({ session, cards }) {
  const read = [];
  for (const card of cards) read.push({ ...card, ...(await openExplanation(session, card.badge)) });
  return read;
}

/** The page from its top, with one explanation open. */
async function picturePage({ page, session }, cards) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(() => document.querySelector("main").scrollTo(0, 0));
  await openExplanation(session, cards.find(({ name }) => name === explained).badge);
  await page.screenshot({ path: join(pictures, "page.png") });
  await page.keyboard.press("Escape");
}

/** Accepts the best of what SuperLink suggests, by a click in the page, and waits until the host has counted it. */
async function acceptBest({ page }, cards, ownPage) {
  const best = cards.filter(({ verdict }) => verdict === "accept").sort((a, b) => b.score - a.score);
  const names = best.slice(0, peopleToAccept).map(({ name }) => name);
  for (const name of names) {
    const accept = `[aria-label="Accept ${name}’s invitation"]`;
    await page.click(accept);
    await page.waitForSelector(accept, { hidden: true });
  }
  const budget = await until(async () => {
    const week = await ask(ownPage, "budget.get");
    return week.used >= names.length && week;
  }, "the week's budget moving after an Accept");
  console.log(
    `\nAccepted ${names.join(" and ")} in the page: ${budget.left} of ${budget.weeklyBudget} left this week.`,
  );
}

const popupPage = "/popup/popup.html";

/** The popup behind the toolbar's icon, if this browser opens it without a person. */
async function openPopup(browser) {
  const worker = await (await browser.waitForTarget((target) => target.type() === "service_worker")).worker();
  try {
    await worker.evaluate("chrome.action.openPopup()");
    const isPopup = (target) => target.url().endsWith(popupPage);
    return await (await browser.waitForTarget(isPopup, { timeout: 5_000 })).asPage();
  } catch {
    return null;
  }
}

/** Everything that it asks for is there. */
async function filled(popup) {
  await popup.waitForSelector("[data-used]", { timeout: 15_000 });
  await popup.waitForSelector("[data-page]", { timeout: 15_000 });
}

/** Pictured in a tab as wide as the popup: a headless browser draws no more of a real one than it shows. */
async function picturePopup(browser, ownPage) {
  const popup = await openPopup(browser);
  if (popup) {
    await filled(popup);
    await popup.close().catch(() => undefined);
  }
  const tab = await browser.newPage();
  await tab.setViewport({ width: 360, height: 300, deviceScaleFactor: 2 });
  await tab.goto(ownPage.url().replace("/welcome/welcome.html", popupPage));
  await filled(tab);
  await tab.screenshot({ path: join(pictures, "popup.png"), fullPage: true });
  await tab.close();
}

async function demonstrate(show) {
  mkdirSync(pictures, { recursive: true });
  const browser = await startChromium({ show });
  try {
    const ownPage = await agree(browser);
    const settings = JSON.parse(readFileSync(join(here, "settings.json"), "utf8"));
    await ask(ownPage, "settings.put", { settings });
    const invitations = await openInvitations(browser, show);
    const cards = await readVerdicts(invitations);
    printTable(cards);
    await picturePage(invitations, cards);
    await acceptBest(invitations, cards, ownPage);
    await picturePopup(browser, ownPage);
    console.log(`Pictures: ${pictures}/page.png and popup.png`);
    if (!show) return;
    await ownPage.close();
    console.log("\nThe window stays open: point at badges, accept, ignore, open the popup. Close it to end.");
    await new Promise((resolve) => browser.once("disconnected", resolve));
  } finally {
    await browser.close().catch(() => undefined);
  }
}

const unknown = process.argv.slice(2).find((option) => option !== "--show");
if (unknown) {
  console.error(`demo.mjs: unknown option ${unknown}; there is only --show`);
  process.exit(2);
}
try {
  await demonstrate(process.argv.includes("--show"));
} catch (error) {
  console.error(`The demo failed: ${error.message}`);
  process.exit(1);
}
