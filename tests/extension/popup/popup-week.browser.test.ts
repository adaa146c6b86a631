/** What a person does with the week in the popup: enters, switches, opens. And how it looks for everyone. */
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Plan } from "../../../extension/src/native/protocol";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import { madeBudget, madePlan } from "../ui/made-plan";
import { type Answers, emptySettings, ok, openOwn, type Scenario } from "../ui/own-page";
import { allWell } from "./popup-stage";

const minute = 60_000;
const failed = { ok: false, code: "BUSY" } as const;
const withPlan = (plan: Plan): Answers => ({ "plan.get": ok(plan) });
const called = (page: Page, type: string, times = 1) =>
  page.waitForFunction(
    (name, least) =>
      (globalThis as unknown as { fake: { calls: string[][] } }).fake.calls.filter(([call]) => call === name)
        .length >= least,
    {},
    type,
    times,
  );
const sticksOut = (page: Page) =>
  page.$$eval("body *", (all) =>
    all
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        return width > 1 && (left < -0.5 || right > document.documentElement.clientWidth + 0.5);
      })
      .map((one) => one.outerHTML.slice(0, 90)),
  );

describe.each(ownPageBrowsers)("the week in the popup in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (answers: Answers = {}, more: Omit<Scenario, "answers"> = {}) => {
    const own = await openOwn(driver, "popup", { answers: { ...allWell, ...answers }, ...more });
    await own.page.waitForSelector("html[data-complete]");
    return own;
  };
  const paramsOf = async (calls: () => Promise<[string, unknown][]>, type: string) =>
    (await calls()).filter(([call]) => call === type).map(([, params]) => params);

  describe("people accepted elsewhere", () => {
    test("are entered with one press each, saved at once, and taken back with one", async () => {
      const { page, calls, answer, text } = await open();
      const entered = (elsewhere: number) => {
        const budget = madeBudget(12 + elsewhere, 15, { elsewhere });
        return answer({ "budget.put": ok(budget), ...withPlan(madePlan({ planned: 2 }, { budget })) });
      };
      await page.click(".elsewhere summary");
      await entered(1);
      await page.click("[data-action=more]");
      await page.waitForSelector("[data-used='13']");
      await entered(2);
      await page.click("[data-action=more]");
      await page.waitForSelector("[data-used='14']");
      expect(await text(".elsewhere summary")).toBe("Accepted elsewhere: 2");
      await entered(0);
      await page.click("[data-action=undo-elsewhere]");
      await page.waitForSelector("[data-used='12']");
      expect(await paramsOf(calls, "budget.put")).toEqual([
        { elsewhere: 1 },
        { elsewhere: 2 },
        { elsewhere: 0 },
      ]);
      await page.waitForFunction(() => !document.querySelector("[data-action=undo-elsewhere]"));
      expect(await page.$eval(".stepper input", (field) => document.activeElement === field)).toBe(true);
      expect(await text(".elsewhere summary")).toBe("Accepted elsewhere: 0");
      await page.close();
    });

    test("can be typed, but not below nobody, and nonsense changes nothing", async () => {
      const { page, calls } = await open({ "budget.put": ok(madeBudget(15, 15, { elsewhere: 7 })) });
      await page.click(".elsewhere summary");
      await page.click("[data-action=fewer]");
      await page.click(".stepper input", { count: 3 });
      await page.keyboard.type("7");
      await page.keyboard.press("Tab");
      await called(page, "budget.put");
      await page.click(".stepper input", { count: 3 });
      await page.keyboard.press("Delete");
      await page.keyboard.press("Tab");
      expect(await page.$eval(".stepper input", (field) => (field as HTMLInputElement).value)).toBe("7");
      expect(await paramsOf(calls, "budget.put")).toEqual([{ elsewhere: 7 }]);
      await page.close();
    });

    test("that could not be saved are said so, and the figure stays what it was", async () => {
      const { page, text } = await open({ "budget.put": failed });
      await page.click(".elsewhere summary");
      await page.click("[data-action=more]");
      await page.waitForFunction(() => document.querySelector(".stepper output")?.textContent !== "");
      expect(await text(".stepper output")).toContain("could not be saved");
      await page.waitForSelector("[data-elsewhere='0']");
      await page.close();
    });
  });

  describe("the energy", () => {
    const low = madePlan(
      { planned: 1 },
      { energy: { level: "low", until: new Date(2026, 11, 1).getTime() }, budget: madeBudget(12, 15) },
    );

    test("is switched with one press, until the week is over, and its effect is told with a way back", async () => {
      const { page, calls, answer, text } = await open({
        "settings.put": ok({ settings: { ...emptySettings, energy: "low" }, updatedAt: 2 }),
      });
      const [before] = [allWell["plan.get"] as { value: Plan }];
      await answer(withPlan(low));
      await page.click("input[value=low]");
      await page.waitForSelector("[data-action=undo-energy]");
      expect(await text("#energy-effect")).toBe("Low until Tuesday, December 1: 1 planned instead of 3.");
      expect(await paramsOf(calls, "settings.put")).toEqual([
        { settings: { ...emptySettings, energy: "low", energyUntil: before.value.budget.resetsAt } },
      ]);
      await answer({ "plan.get": ok(before.value) });
      await page.click("[data-action=undo-energy]");
      await page.waitForSelector("[data-energy=normal]");
      await called(page, "settings.put", 2);
      expect((await paramsOf(calls, "settings.put"))[1]).toEqual({ settings: emptySettings });
      await page.waitForFunction(() => !document.querySelector("[data-action=undo-energy]"));
      expect(await page.$eval("input[value=normal]", (radio) => (radio as HTMLInputElement).checked)).toBe(
        true,
      );
      await page.close();
    });

    test("is switched by the keyboard as every group of choices is", async () => {
      const { page, calls } = await open({
        "settings.put": ok({ settings: { ...emptySettings, energy: "high" }, updatedAt: 2 }),
      });
      await page.focus("input[value=normal]");
      await page.keyboard.press("ArrowRight");
      await called(page, "settings.put");
      expect(await paramsOf(calls, "settings.put")).toMatchObject([{ settings: { energy: "high" } }]);
      await page.close();
    });

    test("that holds until a day says so, and one that could not be saved too", async () => {
      const { page, text } = await open({ ...withPlan(low), "settings.put": failed });
      expect(await text("#energy-effect")).toBe("Holds until Tuesday, December 1.");
      await page.click("input[value=high]");
      await page.waitForFunction(() =>
        document.querySelector("#energy-effect")?.textContent?.includes("could not be saved"),
      );
      expect(await page.$eval("input[value=low]", (radio) => (radio as HTMLInputElement).checked)).toBe(true);
      await page.close();
    });
  });

  describe("the best of the plan", () => {
    test("are three at most, each with verdict and a reason, and lead to their cards on LinkedIn", async () => {
      const { page, text, calls } = await open(withPlan(madePlan({ planned: 3, "your-call": 40 })));
      expect(await page.$$(".person")).toHaveLength(3);
      expect(await text(".person-name")).toBe("Ottoline Grackle");
      expect(await text(".person .chip")).toBe("Accept");
      expect(await text(".person-reason")).toContain("Head of Data");
      await page.focus(".person");
      await page.keyboard.press("Enter");
      await called(page, "page.reveal");
      expect(await paramsOf(calls, "page.reveal")).toEqual([{ invitationId: "person:ottoline-grackle-0" }]);
      await page.close();
    });

    test("are none where nothing is known yet, and the way to the invitations is shown", async () => {
      const { page, text } = await open(withPlan(madePlan({})));
      expect(await text("[data-best='0']")).toContain("knows no pending invitation yet");
      expect(await page.$(".best a[href*=invitation-manager]")).not.toBeNull();
      await page.close();
    });

    test("are none where nobody is planned, and it is said who is there", async () => {
      const { page, text } = await open(withPlan(madePlan({ "ask-first": 1, "your-call": 5, later: 12 })));
      expect(await text("[data-best='0'] .hint")).toBe(
        "Nobody is planned for this week. 6 are for you to decide. 12 can wait for another week.",
      );
      await page.close();
    });
  });

  test.each([
    ["review", "https://superlink.test/review/review.html"],
    ["dashboard", "https://superlink.test/dashboard/dashboard.html"],
  ])("the %s opens in a tab of its own", async (door, url) => {
    const { page, calls } = await open();
    await page.click(`[data-action=${door}]`);
    await called(page, "window.close");
    expect(await calls()).toContainEqual(["tabs.create", { url }]);
    await page.close();
  });

  test("the side panel opens within the very click, in Chromium's way or in Firefox's", async () => {
    const { page, emit, calls } = await open();
    await page.evaluate((firefox) => {
      const opened: unknown[] = [];
      const note = (what: unknown) => Promise.resolve(void opened.push(what));
      if (firefox) Object.assign(globalThis, { browser: { sidebarAction: { open: () => note("sidebar") } } });
      else Object.assign(chrome, { sidePanel: { open: (options: unknown) => note(options) } });
      Object.assign(globalThis, { opened });
      Object.assign(chrome.tabs, { query: () => Promise.resolve([{ id: 8, windowId: 3 }]) });
    }, name === "firefox");
    await emit("page.changed", {});
    await called(page, "page.get", 2);
    expect(await paramsOf(calls, "page.get")).toEqual([{ tabId: 7 }, { tabId: 8 }]);
    await page.click("[data-action=panel]");
    await called(page, "window.close");
    const opened = await page.evaluate(() => (globalThis as unknown as { opened: unknown[] }).opened);
    expect(opened).toEqual(name === "firefox" ? ["sidebar"] : [{ windowId: 3 }]);
    await page.close();
  });

  test.each<[string, Plan["review"], RegExp]>([
    [
      "next",
      { startsAt: Date.now() + 2 * 1440 * minute, endsAt: Date.now() + 2 * 1440 * minute + 1, minutes: 20 },
      /^Next review: [A-Z]\w+day, \d/,
    ],
    [
      "running",
      { startsAt: Date.now() - minute, endsAt: Date.now() + 60 * minute, minutes: 20 },
      /^Your review time is now, until \d/,
    ],
    ["none", null, /^No review time set\. Set one$/],
  ])("the review time is told: %s", async (state, review, words) => {
    const { page, text } = await open(withPlan(madePlan({ planned: 1 }, { review })));
    expect(await text(`[data-review=${state}]`)).toMatch(words);
    await page.close();
  });

  test("badges are switched off and on here, and with the side panel chosen there are none", async () => {
    const off = { ...usualPrefs, showBadges: false };
    const { page, calls, emit, text } = await open({ "prefs.set": ok(off) });
    await page.click("[data-action=badges]");
    await called(page, "prefs.set");
    expect(await paramsOf(calls, "prefs.set")).toEqual([{ showBadges: false }]);
    const checked = () => page.$eval("[data-action=badges]", (box) => (box as HTMLInputElement).checked);
    expect(await checked()).toBe(false);
    await emit("prefs.changed", { ...usualPrefs, mode: "panel" });
    await page.waitForSelector("#badges-hint");
    expect(await checked()).toBe(false);
    expect(await text("#badges-hint")).toContain("nothing is added");
    await page.click("[data-action=badges]");
    await called(page, "prefs.set", 2);
    expect((await paramsOf(calls, "prefs.set"))[1]).toEqual({ showBadges: true, mode: "page" });
    await page.close();
  });

  test("what happens elsewhere while it is open is seen at once", async () => {
    const { page, answer, emit } = await open();
    await answer(withPlan(madePlan({ planned: 2 }, { budget: madeBudget(13, 15) })));
    await emit("plan.changed", {});
    await page.waitForSelector("[data-used='13']");
    await answer({ "page.get": ok({ seen: 11, read: 11, unsure: 0, items: 0 }) });
    await emit("page.changed", {});
    await page.waitForFunction(() => document.querySelector("[data-page]")?.textContent?.startsWith("11"));
    await page.close();
  });

  const longest = madePlan(
    { planned: 3, later: 297 },
    {
      budget: madeBudget(1234, 1000, {
        elsewhere: 999,
        suggestion: { weeklyBudget: 800, used: 777, weeks: 4 },
      }),
      energy: { level: "high", until: Date.now() + 9 * 1440 * minute },
    },
  );
  for (const { invitation } of longest.items)
    invitation.name = "Wolfeschlegelsteinhausenbergerdorff".repeat(5);
  const looks: [string, Answers, Omit<Scenario, "answers">][] = [
    ["light", {}, { theme: "light" }],
    ["dark", {}, { theme: "dark" }],
    ["rtl", {}, { direction: "rtl", theme: "light" }],
    ["narrow", {}, { width: 180 }],
    [
      "longest",
      { ...withPlan(longest), "settings.get": ok({ settings: emptySettings, updatedAt: null }) },
      {},
    ],
    ["longest-narrow", withPlan(longest), { width: 180, language: "de" }],
    ["empty", { ...withPlan(madePlan({}, { review: null })), "page.get": ok(null) }, {}],
    ["failed", { "plan.get": failed }, {}],
    ["missing", { "host.check": ok({ state: "missing" }), "plan.get": failed, "settings.get": failed }, {}],
    ["panel", { "prefs.get": ok({ ...usualPrefs, mode: "panel" }) }, { language: "fr" }],
    ["german", {}, { language: "de" }],
    ["spanish", {}, { language: "es", theme: "dark" }],
    ["portuguese", {}, { language: "pt" }],
  ];
  test.each(looks)(
    "it is fit to be seen and used by everyone: %s",
    async (look, answers, { theme, ...more }) => {
      // Puppeteer cannot choose Firefox's theme; the colours are the same tokens.
      const themed = theme && name === "chromium" ? { theme } : {};
      const { page, complaints } = await open(answers, { ...more, ...themed });
      await page.waitForFunction(() => document.body.offsetWidth <= document.documentElement.clientWidth);
      for (const details of await page.$$("details"))
        await details.evaluate((one) => one.setAttribute("open", ""));
      expect(await sticksOut(page)).toEqual([]);
      const small = await page.$$eval("button, a, input, summary", (all) =>
        all
          .map((one) => (one.closest("label") ?? one) as HTMLElement)
          .filter((one) => one.offsetHeight < 24 || one.offsetWidth < 24)
          .map((one) => one.outerHTML.slice(0, 90)),
      );
      expect(small).toEqual([]);
      if (process.env.SHOTS) {
        mkdirSync(process.env.SHOTS, { recursive: true });
        await page.screenshot({ path: `${process.env.SHOTS}/${name}-${look}.png`, fullPage: true });
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
