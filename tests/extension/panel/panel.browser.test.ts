import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ListedCard } from "../../../extension/src/messages";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import type { FakeChrome } from "../ui/fake-chrome";
import { madePlan } from "../ui/made-plan";
import { type Answers, type OwnPage, ok, openOwn, ready, type Scenario } from "../ui/own-page";

const plan = madePlan({ planned: 2, later: 1, lapse: 3 });
const cards: ListedCard[] = madePlan({ planned: 2, "ask-first": 1, later: 1, lapse: 2 }).items.map(
  ({ invitation, judgement }, at) => ({ invitation, judgement: at === 5 ? null : judgement }),
);
const name = (at: number) => cards[at]?.invitation.name;

const allWell: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "plan.get": ok(plan),
  "page.list": ok(cards),
  "prefs.get": ok(usualPrefs),
  "prefs.set": ok({ ...usualPrefs, mode: "panel" }),
  "reasons.list": ok({ corrections: [], ledger: [] }),
  "page.reveal": ok({ found: true }),
};

const rowNames = ({ page }: OwnPage) =>
  page.$$eval("[data-card] .row-name", (all) => all.map((one) => one.textContent));

describe.each(ownPageBrowsers)("the side panel in %s", (browser) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(browser);
  });
  afterAll(() => driver.close());

  const open = (answers: Answers = {}, more: Omit<Scenario, "answers"> = {}) =>
    openOwn(driver, "panel", { width: 360, answers: { ...allWell, ...answers }, ...more });

  test("lists the page's cards in the page's order, each with its verdict and one reason", async () => {
    const own = await open();
    const { page, text, complaints, calls } = own;
    await page.waitForSelector("[data-list=page]");
    expect(await rowNames(own)).toEqual(cards.map(({ invitation }) => invitation.name));
    expect(await page.$$eval("[data-card] .verdict", (all) => all.map((one) => one.textContent))).toEqual([
      "✓Accept",
      "✓Accept",
      "?Unsure",
      "»Later",
      "–Ignore",
    ]);
    expect(await text("[data-card] .row-why")).toBe("Role you want: Head of Data");
    expect(await text("[data-card]:last-child")).toContain("Not judged yet");
    expect(await text("[data-used]")).toContain("4 of 15 accepted");
    expect(await calls()).toContainEqual(["page.list", { tabId: 7 }]);
    expect(await page.$eval(".head a", (link) => (link as HTMLAnchorElement).href)).toMatch(
      /review\/review\.html$/,
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("a press on a row shows the card on the page, and says so where it is gone", async () => {
    const { page, answer, calls } = await open();
    await page.waitForSelector("[data-list=page]");
    await page.click("[data-card] .row");
    expect(await calls()).toContainEqual(["page.reveal", { invitationId: cards[0]?.invitation.id }]);
    await answer({ "page.reveal": ok({ found: false }) });
    await page.click("[data-card] .row");
    await page.waitForFunction(() =>
      document.querySelector(".gone")?.textContent?.includes("does not show this card"),
    );
    await page.close();
  });

  test("a row opens its reasons, by the keyboard too, and they can be corrected there", async () => {
    const held = { code: "WANTED_ROLE", correction: "never", invitationId: null } as const;
    const { page, text, calls } = await open({
      "reasons.correct": ok({ corrections: [held], ledger: [] }),
    });
    await page.waitForSelector(".more");
    await page.focus(".more");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".details");
    expect(await text(".details")).toContain("Could become a client");
    await page.click("[data-at='choices WANTED_ROLE']");
    await page.click("[data-at='never WANTED_ROLE']");
    await page.waitForSelector("[data-at='undo WANTED_ROLE']");
    expect(await calls()).toContainEqual(["reasons.correct", held]);
    await page.close();
  });

  test("is filtered by verdict, and offers only those that are there", async () => {
    const own = await open({ "page.list": ok(cards.slice(0, 4)) });
    const { page } = own;
    await page.waitForSelector("[data-filter=later]");
    expect(await page.$("[data-filter=ignore]")).toBeNull();
    await page.click("[data-filter=later]");
    await page.waitForSelector("[data-filter=later][aria-pressed=true]");
    expect(await rowNames(own)).toEqual([name(3)]);
    await page.click("[data-filter=all]");
    await page.waitForFunction(() => document.querySelectorAll("[data-card]").length === 4);
    await page.close();
  });

  test("follows the page, the plan and the active tab", async () => {
    const own = await open({ "page.list": ok(cards.slice(0, 1)) });
    const { page } = own;
    const shows = (count: number) =>
      page.waitForFunction((many) => document.querySelectorAll("[data-card]").length === many, {}, count);
    await shows(1);
    await own.answer({ "page.list": ok(cards.slice(0, 2)) });
    await own.emit("page.changed", {});
    await shows(2);
    await own.answer({ "page.list": ok(cards.slice(0, 3)) });
    await own.emit("plan.changed", {});
    await shows(3);
    await own.answer({ "page.list": ok(cards.slice(0, 4)) });
    await page.evaluate(() => (globalThis as unknown as { fake: FakeChrome }).fake.changeTab(9));
    await shows(4);
    expect(await own.calls()).toContainEqual(["page.list", { tabId: 9 }]);
    await page.close();
  });

  test("away from the invitations it shows this week's plan and the way there", async () => {
    const own = await open({ "page.list": ok(null) });
    const { page } = own;
    await page.waitForSelector("[data-list=planned]");
    expect(await rowNames(own)).toEqual(plan.items.slice(0, 2).map(({ invitation }) => invitation.name));
    expect(await page.$eval(".away a", (link) => (link as HTMLAnchorElement).href)).toBe(
      "https://www.linkedin.com/mynetwork/invitation-manager/received/",
    );
    await own.answer({ "plan.get": ok(madePlan({})) });
    await own.emit("plan.changed", {});
    await page.waitForFunction(() =>
      document.querySelector("[data-list=planned]")?.textContent?.includes("Nobody is planned"),
    );
    await page.close();
  });

  test("says whether badges stand on the page, and switches them off and on", async () => {
    const { page, text, answer, calls } = await open();
    await page.waitForSelector("[data-badges=on]");
    expect(await text(".mode")).toContain("Without them SuperLink inserts nothing there");
    await page.click(".switch input");
    await page.waitForSelector("[data-badges=off]");
    expect(await text(".mode")).toContain("SuperLink inserts nothing in LinkedIn’s page.");
    await answer({ "prefs.set": ok(usualPrefs) });
    await page.click(".switch input");
    await page.waitForSelector("[data-badges=on]");
    const asked = (await calls()).filter(([call]) => call === "prefs.set").map(([, params]) => params);
    expect(asked).toEqual([{ mode: "panel" }, { mode: "page", showBadges: true }]);
    await answer({ "prefs.set": { ok: false, code: "INTERNAL" } });
    await page.click(".switch input");
    await page.waitForFunction(() => document.querySelector(".mode .error")?.textContent !== "");
    expect(await page.$eval(".switch input", (one) => (one as HTMLInputElement).checked)).toBe(true);
    await page.close();
  });

  test("hears of badges that were switched elsewhere", async () => {
    const { page, emit } = await open();
    await page.waitForSelector("[data-badges=on]");
    await emit("prefs.changed", { ...usualPrefs, showBadges: false });
    await page.waitForSelector("[data-badges=off]");
    await page.close();
  });

  test("before consent it asks nothing but consent", async () => {
    const { page, calls } = await open({ "consent.get": ok({ given: false }) });
    await page.waitForSelector("[data-consent=none]");
    expect(await calls()).toEqual([["consent.get", {}]]);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test("a missing host is told with its mend, and nothing is listed meanwhile", async () => {
    const { page } = await open({ "host.check": ok({ state: "missing" }) });
    await page.waitForSelector("[data-mend=missing]");
    expect(await page.$("[data-list]")).toBeNull();
    await page.close();
  });

  test("a plan that cannot be read hides no card, and is asked for again", async () => {
    const { page, answer } = await open({ "plan.get": { ok: false, code: "BUSY" } });
    await page.waitForSelector("[data-plan=failed]");
    await page.waitForSelector("[data-list=page]");
    await answer({ "plan.get": ok(plan) });
    await page.click("[data-action=again]");
    await page.waitForSelector("[data-used]");
    expect(await page.$("[data-plan=failed]")).toBeNull();
    await page.close();
  });

  test("what strangers wrote is text, and stays within a narrow panel", async () => {
    const hostile = cards.map(({ invitation, judgement }) => ({
      invitation: { ...invitation, name: "<b>W</b>".repeat(100) },
      judgement,
    }));
    const { page } = await open({ "page.list": ok(hostile) }, { width: 300 });
    await page.waitForSelector(".more");
    expect(await page.$("main b")).toBeNull();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });

  test.each([
    // Firefox cannot be told a theme by the test.
    ...(browser === "chromium" ? ([{ theme: "light" }, { theme: "dark" }] as const) : []),
    { direction: "rtl", language: "pt" },
    { width: 300, language: "de" },
  ] as const)("with %j axe finds nothing and nothing sticks out", async (scenario) => {
    const { page } = await open({}, scenario);
    await page.waitForSelector(".more");
    await page.click(".more");
    await page.waitForSelector(".details");
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });
});
