import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PageReport } from "../../../extension/src/messages";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { type Answers, ok, openOwn, type Scenario } from "../ui/own-page";
import { allWell } from "./popup-stage";

const changed: PageReport = { seen: 12, read: 3, unsure: 0, items: 0 };
const skeleton = [
  "SuperLink 0.1.0: how LinkedIn's page is built. No text, name, number or address of it is in here.",
  "page: received; language: en; cards: 12 seen, 3 read, 0 unsure; list items: 0",
  "",
  ...Array.from({ length: 150 }, (_, line) => `${" ".repeat(line % 20)}li classes=8 > text~20`),
  "the last line",
].join("\n");

const answers: Answers = { ...allWell, "page.get": ok(changed), "page.skeleton": ok(skeleton) };

/** Puts a clipboard into the page that takes or refuses what is written, and remembers it. */
function clipboard(page: Page, allows: boolean): Promise<void> {
  return page.evaluate((willing) => {
    const written: string[] = [];
    Object.assign(globalThis, { written });
    const writeText = (text: string) =>
      willing && navigator.userActivation?.isActive !== false
        ? Promise.resolve(void written.push(text))
        : Promise.reject(new DOMException("no", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  }, allows);
}
const written = (page: Page) => page.evaluate(() => (globalThis as unknown as { written: string[] }).written);

describe.each(ownPageBrowsers)("the report in the popup in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = (more: Answers = {}, scenario: Omit<Scenario, "answers"> = {}) =>
    openOwn(driver, "popup", { answers: { ...answers, ...more }, ...scenario });
  const show = async (page: Page) => {
    await page.waitForSelector("[data-action=report]");
    await page.focus("[data-action=report]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-report=shown]");
  };

  test("is shown in full before it can be copied, and only then is it asked for", async () => {
    const { page, calls, text, complaints } = await open();
    await page.waitForSelector("[data-page=changed] [data-action=report]");
    expect(await page.$("[data-action=copy-report]")).toBeNull();
    expect((await calls()).map(([type]) => type)).not.toContain("page.skeleton");
    await show(page);
    expect(await calls()).toContainEqual(["page.skeleton", { tabId: 7 }]);
    expect(await page.$eval("textarea", (field) => field.value)).toBe(skeleton);
    expect(await page.$eval("textarea", (field) => field.readOnly)).toBe(true);
    expect(await page.$eval("textarea", (field) => document.activeElement === field)).toBe(true);
    expect(await text("[data-report=shown]")).toContain("SuperLink sends it nowhere");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("is copied by the person's own click, letter for letter, and that is confirmed", async () => {
    const { page, text } = await open();
    await show(page);
    await clipboard(page, true);
    expect(await text("[data-report] output")).toBe("");
    await page.click("[data-action=copy-report]");
    await page.waitForFunction(() => document.querySelector("[data-report] output")?.textContent !== "");
    expect(await text("[data-report] output")).toMatch(/^Copied/);
    expect(await written(page)).toEqual([skeleton]);
    await page.close();
  });

  test("is selected when the browser refuses to copy, so that the keyboard can", async () => {
    const { page, text } = await open();
    await show(page);
    await clipboard(page, false);
    await page.click("[data-action=copy-report]");
    await page.waitForFunction(() => document.querySelector("[data-report] output")?.textContent !== "");
    expect(await text("[data-report] output")).toContain("copy it with the keyboard");
    const selected = await page.$eval("textarea", (field) => [field.selectionStart, field.selectionEnd]);
    expect(selected).toEqual([0, skeleton.length]);
    await page.close();
  });

  test("a page that gives none is told, and may be asked again", async () => {
    const { page, text, answer } = await open({ "page.skeleton": ok(null) });
    await page.waitForSelector("[data-action=report]");
    await page.click("[data-action=report]");
    await page.waitForSelector("[data-report=none]");
    expect(await text("[data-report] output")).toContain("Reload it");
    await answer({ "page.skeleton": ok(skeleton) });
    await show(page);
    await page.close();
  });

  test("is offered when most cards are in doubt, with words that say so", async () => {
    const { page, text } = await open({ "page.get": ok({ seen: 12, read: 12, unsure: 9, items: 0 }) });
    await page.waitForSelector("[data-page=unsure] [data-action=report]");
    expect(await text("[data-page] h2")).toBe(
      "LinkedIn may have changed its page: 12 cards read, 9 in doubt",
    );
    await page.close();
  });

  test("is offered without alarm where lists hold no card that SuperLink knows", async () => {
    const { page, text } = await open({ "page.get": ok({ seen: 0, read: 0, unsure: 0, items: 4 }) });
    await page.waitForSelector("[data-page=missed] [data-action=report]");
    expect(await text("[data-page] p")).toMatch(/^No invitations found on this page\./);
    expect(await page.$(".notice-warn")).toBeNull();
    await page.close();
  });

  test.each([
    ["all is well", { seen: 12, read: 12, unsure: 1, items: 0 }],
    ["there is nothing to read", { seen: 0, read: 0, unsure: 0, items: 0 }],
    ["the tab is another page", null],
  ])("is not offered when %s", async (_when, report) => {
    const { page } = await open({ "page.get": ok(report) });
    await page.waitForSelector("[data-page]");
    expect(await page.$("[data-action=report]")).toBeNull();
    await page.close();
  });

  test.each(["de", "fr", "es", "pt"] as const)("fits into the popup in the language %s", async (language) => {
    const { page } = await open({}, { language });
    await show(page);
    await page.waitForSelector("[data-budget]");
    const wide = await page.$$eval("body *", (all) =>
      all
        .filter(
          (one) => one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0,
        )
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
    await page.close();
  });
});
