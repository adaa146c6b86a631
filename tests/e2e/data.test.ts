/**
 * What is stored is the person's: they take it along, erase it, and bring it back; and who chose the side panel has
 * nothing inserted in LinkedIn's page.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitationsPage } from "./site";
import { browserNames, Story, until } from "./story";

const roomy = { width: 1100, height: 900 };

describe.each(browserNames)("in %s", (name) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin(name);
    story.html = invitationsPage();
  });
  afterAll(() => story?.end());

  const count = (table: string) =>
    Number(story.databaseRows(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? Number.NaN);

  async function press(page: Page, selector: string): Promise<void> {
    await page.waitForSelector(selector);
    await page.focus(selector);
    await page.keyboard.press("Enter");
  }

  it("with the side panel chosen the page is read and decisions are noticed, but nothing is inserted", async () => {
    await story.agree("panel");
    const page = await story.linkedin();
    const before = await page.evaluate("document.documentElement.outerHTML.length");
    await until(async () => story.hosts().length > 0 && count("invitations") === 14, "fourteen invitations");
    expect(await story.badges(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.outerHTML.length")).toBe(before);
    await page.bringToFront();
    await page.click("[aria-label='Accept Ottoline Grackle’s invitation']");
    await until(async () => count("decisions") === 1, "the decision");
    await page.close();
  });

  it("everything is exported, erased to the last byte, and brought back as it was", async () => {
    const page = await story.own("settings", roomy);
    await page.waitForSelector("[data-stored='14']");
    await page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => document.documentElement.setAttribute("data-exported", text));
        return make(blob);
      };
    });
    await press(page, "[data-action=export]");
    await page.waitForSelector("[data-export=ready] a[download]");
    const exported = await until(
      async () => page.$eval("html", (html) => html.getAttribute("data-exported")),
      "the file",
    );
    const file = JSON.parse(exported);
    expect(file.format).toBe("superlink-export");
    expect(file.records.filter(({ record }: { record: string }) => record === "invitation")).toHaveLength(14);
    expect(exported).toContain("Ottoline Grackle");

    await press(page, "[data-action=erase]");
    await press(page, "[data-action=erase-yes]");
    await page.waitForSelector("[data-erased=yes]");
    for (const table of ["invitations", "decisions", "settings", "corrections", "budgets", "elsewhere"]) {
      expect(count(table)).toBe(0);
    }
    expect(story.databaseBytes()).not.toContain("Ottoline");
    const popup = await story.own("popup");
    await popup.waitForSelector("[data-consent=none]");
    await popup.close();
    await page.close();

    await story.agree("panel");
    const again = await story.own("settings", roomy);
    const saved = join(story.home, "superlink-export.json");
    writeFileSync(saved, exported);
    await again.waitForSelector("[data-import=idle] input[type=file]");
    const field = (await again.$("[data-import] input[type=file]")) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(saved);
    await press(again, "[data-action=import-yes]");
    await again.waitForSelector("[data-import=done]");
    expect(count("invitations")).toBe(14);
    expect(count("decisions")).toBe(1);
    await again.close();
    const back = await story.own("popup");
    await back.waitForSelector("[data-used='1']");
    await back.close();
  });

  it("a file that is none of ours is refused with a reason, and nothing is changed", async () => {
    const page = await story.own("settings", roomy);
    const other = join(story.home, "other.json");
    writeFileSync(other, '{"format": "something else"}');
    await page.waitForSelector("[data-import=idle] input[type=file]");
    const field = (await page.$("[data-import] input[type=file]")) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(other);
    await page.waitForSelector("[data-import=problem] .error");
    expect(await page.$eval("[data-import] .error", (error) => error.textContent)).toMatch(/SuperLink/);
    expect(count("invitations")).toBe(14);
    await page.close();
  });

  it("another language is chosen in the settings, and every page speaks it from then on", async () => {
    const page = await story.own("settings", roomy);
    await page.waitForSelector("select#language");
    await page.select("select#language", "de");
    await until(async () => (await page.$eval("html", (html) => html.lang)) === "de", "a German page");
    await page.close();
    const popup = await story.own("popup");
    await popup.waitForSelector("[data-used='1']");
    expect(await popup.$eval("[data-used]", (line) => line.textContent)).toMatch(/angenommen/);
    expect(await popup.$eval("html", (html) => html.lang)).toBe("de");
    await popup.close();
  });
});
