import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Settings } from "../../../extension/src/native/protocol";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { madeBudget } from "../ui/made-plan";
import { type Answers, emptySettings, type OwnPage, ok, openOwn, ready, type Scenario } from "../ui/own-page";
import { madePreview } from "./made-preview";

const answers: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({ settings: { ...emptySettings, weeklyBudget: 15 }, updatedAt: 1 }),
  "settings.put": { ok: false, code: "BUSY" },
  "prefs.get": ok(usualPrefs),
  "plan.preview": ok(madePreview(0)),
};

/** What pressing Save sends. */
async function sent({ page, calls }: OwnPage): Promise<Settings> {
  await page.click("[data-action=save]");
  await page.waitForSelector("[data-progress=failed]");
  const saves = (await calls()).filter(([call]) => call === "settings.put");
  const [, params] = saves.at(-1) ?? [];
  return (params as { settings: Settings }).settings;
}
const endOfLocalDay = (page: Page, days: number) =>
  page.evaluate((ahead) => {
    const now = new Date();
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead + 1).getTime();
  }, days);

describe.each(ownPageBrowsers)("the person's week in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (more: Answers = {}, scenario: Scenario = {}) => {
    const own = await openOwn(driver, "settings", { ...scenario, answers: { ...answers, ...more } });
    await own.page.waitForSelector("form");
    return own;
  };

  test("each energy tells what it would plan before it is saved", async () => {
    const { page, text } = await open();
    await page.waitForSelector("[data-preview=here]");
    expect(await text("[data-effect=low]")).toBe("Plans 4 of the 31 people waiting, instead of 11.");
    expect(await text("[data-effect=normal]")).toBe("Plans 11 of the 31 people waiting.");
    await page.close();
  });

  test("low energy holds until it is changed, until the week ends, for a week, or until a day of one's own", async () => {
    const own = await open();
    const { page } = own;
    expect(await page.$("#energy-span")).toBeNull();
    await page.click("input[name=energy][value=low]");
    await page.waitForSelector("#energy-span");
    expect(await sent(own)).toMatchObject({ energy: "low", energyUntil: null });

    await page.select("#energy-span", "week");
    expect((await sent(own)).energyUntil).toBe(await endOfLocalDay(page, 7));

    await page.select("#first-day", "Monday");
    await page.select("#energy-span", "week-end");
    const toSunday = await page.evaluate(() => (7 - new Date().getDay()) % 7);
    expect((await sent(own)).energyUntil).toBe(await endOfLocalDay(page, toSunday));

    await page.select("#energy-span", "own");
    await page.waitForSelector("#energy-date");
    const chosen = await page.evaluate(() => {
      const field = document.querySelector("#energy-date") as HTMLInputElement;
      const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
      field.value = day;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
      return new Date(year, month - 1, date + 1).getTime();
    });
    expect((await sent(own)).energyUntil).toBe(chosen);

    await page.click("input[name=energy][value=normal]");
    await page.waitForFunction(() => !document.querySelector("#energy-span"));
    await page.close();
  });

  test("a day that is over is told at its field and not sent", async () => {
    const own = await open({
      "settings.get": ok({
        settings: { ...emptySettings, energy: "high", energyUntil: Date.now() + 20 * 86_400_000 },
        updatedAt: 1,
      }),
    });
    const { page, text } = own;
    // An end that fits none of the usual ones shows its date.
    await page.waitForSelector("#energy-date");
    await page.$eval("#energy-date", (field) => {
      (field as HTMLInputElement).value = "2020-01-01";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.click("[data-action=save]");
    await page.waitForSelector("[data-progress=invalid]");
    expect(await text("#energy-date-error")).toBe("Choose today or a day to come.");
    expect((await own.calls()).some(([call]) => call === "settings.put")).toBe(false);
    await page.close();
  });

  test("the suggested budget is told, put into the field by its button, and saved by nobody but the person", async () => {
    const own = await open({
      "budget.get": ok(madeBudget(4, 15, { suggestion: { weeklyBudget: 8, used: 6.25, weeks: 4 } })),
    });
    const { page, text } = own;
    await page.waitForSelector("[data-suggestion='8']");
    expect(await text("[data-suggestion] p")).toBe("You set 15 and accepted 6.3 a week in the last 4 weeks.");
    await page.click("[data-action=take-suggestion]");
    await page.waitForFunction(() => !document.querySelector("[data-suggestion]"));
    expect(await page.$eval("#weekly-budget", (field) => (field as HTMLInputElement).value)).toBe("8");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("weekly-budget");
    expect((await own.calls()).some(([call]) => call === "settings.put")).toBe(false);
    expect((await sent(own)).weeklyBudget).toBe(8);
    await page.close();
  });

  test("its first day and time zone follow language and computer, or are chosen", async () => {
    const own = await open();
    const { page, text } = own;
    expect(await text("#first-day option")).toBe("By language: Sunday");
    expect(await text("#time-zone-notes")).toContain("Follows this computer");
    await page.select("#first-day", "Saturday");
    await page.select("#time-zone", "Europe/Lisbon");
    await page.waitForFunction(() =>
      document.querySelector("#time-zone-notes")?.textContent?.startsWith("Stays"),
    );
    expect((await sent(own)).week).toEqual({ firstDay: "Saturday", timeZone: "Europe/Lisbon" });
    await page.select("#time-zone", "");
    await page.select("#first-day", "");
    await page.waitForFunction(() =>
      document.querySelector("#time-zone-notes")?.textContent?.startsWith("Follows"),
    );
    await page.close();
  });

  test("setting a review time asks for notifications in the same press, and only then", async () => {
    const { page, calls } = await open({}, { access: false });
    const asked = async () => (await calls()).filter(([call]) => call === "permissions.request");
    expect(await asked()).toEqual([]);
    await page.click("#slot-on");
    await page.waitForSelector("[data-notifying=allowed]");
    expect(await asked()).toEqual([["permissions.request", { permissions: ["notifications"] }]]);
    await page.close();
  });

  test("where notifications are allowed already nobody is asked again", async () => {
    const { page, calls } = await open();
    await page.click("#slot-on");
    await page.waitForSelector("[data-notifying=allowed]");
    expect((await calls()).some(([call]) => call === "permissions.request")).toBe(false);
    await page.close();
  });

  test("refused notifications are taken kindly: the time still counts, and can be asked for later", async () => {
    const own = await open({ "permissions.request": false } as Answers, { access: false });
    const { page, text, answer } = own;
    await page.click("#slot-on");
    await page.waitForSelector("[data-notifying=refused]");
    expect(await text(".reminder output")).toBe(
      "All right: no notification will come. The time counts all the same.",
    );
    expect((await sent(own)).reviewSlot).toEqual({ day: "Friday", at: "16:00", minutes: 20 });
    await answer({ "permissions.request": true } as Answers);
    await page.click("[data-action=notify]");
    await page.waitForSelector("[data-notifying=allowed]");
    await page.close();
  });
});
