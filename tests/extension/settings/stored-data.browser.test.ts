import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StoredRecord } from "../../../extension/src/native/protocol";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import { type Answers, emptySettings, type OwnPage, ok, openOwn, ready, type Scenario } from "../ui/own-page";

const records = (count: number): StoredRecord[] =>
  Array.from({ length: count }, (_, number) => ({ record: "invitation", number }));
const stored = {
  invitations: 312,
  decisions: 80,
  corrections: 0,
  bytes: 1_234_567,
  since: Date.UTC(2026, 2, 3, 12),
};
const allWell: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({ settings: emptySettings, updatedAt: 1 }),
  "prefs.get": ok(usualPrefs),
  "prefs.set": ok(usualPrefs),
  "reasons.list": ok({ corrections: [], ledger: [] }),
  "data.summary": ok(stored),
  "data.export": ok({ records: records(3), next: null }),
  "data.import": ok({ imported: 60, known: 15 }),
  "data.erase": ok({ erased: true }),
};
const askedFor = async (own: OwnPage, name: string) =>
  (await own.calls()).filter(([call]) => call === name).map(([, params]) => params);
const soundFile = (count: number) => ({
  format: "superlink-export",
  version: 1,
  exportedAt: Date.UTC(2026, 10, 28, 12),
  prefs: { ...usualPrefs, look: "outlined" },
  records: records(count),
});

describe.each(ownPageBrowsers)("what is stored, in the settings in %s", (name) => {
  let driver: Driver;
  const folder = mkdtempSync(join(tmpdir(), "superlink-files-"));
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (answers: Answers = {}, more: Omit<Scenario, "answers"> = {}) => {
    const own = await openOwn(driver, "settings", { answers: { ...allWell, ...answers }, ...more });
    await own.page.waitForSelector("[data-stored]");
    return own;
  };
  /** Lets the person choose a file with this text. */
  const choose = async ({ page }: OwnPage, text: string) => {
    const path = join(folder, "superlink-2026-11-28.json");
    writeFileSync(path, text);
    const field = (await page.$(".picker input")) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(path);
  };

  test("is told as counts, size and since when", async () => {
    const { page, text, complaints } = await open();
    expect(await text("[data-stored]")).toBe("312 invitations and 80 decisions: 1.2 MB, since March 3, 2026");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("is gathered first, then saved by a real link that has the focus and holds everything", async () => {
    const own = await open();
    const { page } = own;
    await page.click("[data-action=export]");
    await page.waitForSelector("[data-export=ready] a:focus");
    const link = await page.$eval("[data-export] a", (element) => {
      const { href, download, textContent } = element as HTMLAnchorElement;
      return { href, download, textContent };
    });
    expect(link.download).toMatch(/^superlink-\d{4}-\d\d-\d\d\.json$/);
    expect(link.textContent).toBe(`Save ${link.download}`);
    expect(link.href).toMatch(/^blob:/);
    expect(await askedFor(own, "data.export")).toEqual([{ from: null }]);
    await page.close();
  });

  test("an export that fails says so, and can be tried again", async () => {
    const { page, text, answer } = await open({ "data.export": { ok: false, code: "BUSY" } });
    await page.click("[data-action=export]");
    await page.waitForSelector("[data-export=failed]");
    expect(await text("[data-export] output")).toContain("BUSY");
    await answer({ "data.export": ok({ records: [], next: null }) });
    await page.click("[data-action=export]");
    await page.waitForSelector("[data-export=ready]");
    await page.close();
  });

  test("a file is told, asked about, and then brought in by parts, with the preferences", async () => {
    const own = await open();
    const { page, text } = own;
    await choose(own, JSON.stringify(soundFile(150)));
    await page.waitForSelector("[data-import=offered]");
    expect(await text("[data-offer]")).toBe("It holds 150 invitations. Bring it in?");
    expect(await askedFor(own, "data.import")).toEqual([]);
    await page.click("[data-action=import-yes]");
    await page.waitForSelector("[data-import=done]");
    const parts = (await askedFor(own, "data.import")) as { records: StoredRecord[] }[];
    expect(parts.map((part) => part.records.length)).toEqual([100, 50]);
    expect(parts.flatMap((part) => part.records)).toEqual(records(150));
    expect(await askedFor(own, "prefs.set")).toEqual([{ ...usualPrefs, look: "outlined" }]);
    expect(await text("[data-import] output")).toBe("Imported: 120. Known already: 30.");
    await page.waitForFunction(() => document.activeElement?.tagName === "OUTPUT");
    expect((await askedFor(own, "data.summary")).length).toBeGreaterThan(1);
    await page.close();
  });

  test("who does not want the preferences or the file at all is heard", async () => {
    const own = await open();
    const { page } = own;
    await choose(own, JSON.stringify(soundFile(2)));
    await page.waitForSelector("[data-import=offered]");
    await page.keyboard.press("Escape");
    await page.waitForSelector("[data-import=idle]");
    expect(await askedFor(own, "data.import")).toEqual([]);
    await choose(own, JSON.stringify(soundFile(2)));
    await page.waitForSelector("[data-import=offered]");
    await page.click("[data-import] input[type=checkbox]");
    await page.click("[data-action=import-yes]");
    await page.waitForSelector("[data-import=done]");
    expect(await askedFor(own, "prefs.set")).toEqual([]);
    await page.close();
  });

  test("a file that is not one of ours is refused with its reason, and a sound one taken after it", async () => {
    const own = await open();
    const { page, text } = own;
    await choose(own, "{ cut off");
    await page.waitForSelector("[data-import=problem]");
    expect(await text("[data-import] output")).toContain("not JSON");
    await choose(own, JSON.stringify({ ...soundFile(1), version: 2 }));
    await page.waitForFunction(() =>
      document.querySelector("[data-import] output")?.textContent?.includes("newer SuperLink"),
    );
    await choose(own, JSON.stringify(soundFile(1)));
    await page.waitForSelector("[data-import=offered]");
    await page.close();
  });

  test("a part that the host refuses ends the import with what was done until then", async () => {
    const own = await open({ "data.import": { ok: false, code: "INVALID_PARAMS" } });
    await choose(own, JSON.stringify(soundFile(3)));
    await own.page.waitForSelector("[data-import=offered]");
    await own.page.click("[data-action=import-yes]");
    await own.page.waitForSelector("[data-import=done]");
    const told = await own.text("[data-import] output");
    expect(told).toContain("something in it is damaged");
    expect(told).toContain("It stopped after 0 of 3 records");
    expect(await askedFor(own, "prefs.set")).toEqual([]);
    await own.page.close();
  });

  test("erasing takes a second press, with the harmless answer in focus, and Escape leaves everything", async () => {
    const own = await open();
    const { page, text } = own;
    expect(await text("[data-erase]")).toContain("your consent");
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.action);
    await page.focus("[data-action=erase]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-erase=asked]");
    expect(await focused()).toBe("erase-no");
    await page.keyboard.press("Escape");
    await page.waitForSelector("[data-erase=idle]");
    expect(await focused()).toBe("erase");
    expect(await askedFor(own, "data.erase")).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-erase=asked]");
    await page.click("[data-action=erase-yes]");
    await page.waitForSelector("[data-erased]");
    expect(await askedFor(own, "data.erase")).toEqual([{}]);
    expect(await page.$("#stored [data-stored], #stored [data-export]")).toBeNull();
    await page.click("[data-erased] [data-action=welcome]");
    expect(await askedFor(own, "tabs.create")).toEqual([
      { url: "https://superlink.test/welcome/welcome.html" },
    ]);
    await page.close();
  });

  test("what could not be erased is not said to be", async () => {
    const { page, text } = await open({ "data.erase": { ok: false, code: "BUSY" } });
    await page.click("[data-action=erase]");
    await page.waitForSelector("[data-erase=asked]");
    await page.click("[data-action=erase-yes]");
    await page.waitForFunction(() => document.querySelector("[data-erase] output")?.textContent !== "");
    expect(await text("[data-erase] output")).toContain("BUSY");
    expect(await page.$("[data-erased]")).toBeNull();
    await page.close();
  });

  test("counts that cannot be read are asked again, and do not bar the rest", async () => {
    const { page, text, answer } = await open({ "data.summary": { ok: false, code: "TIMEOUT" } });
    await page.waitForSelector("[data-stored=failed]");
    expect(await page.$("[data-action=export]")).not.toBeNull();
    await answer({ "data.summary": ok({ ...stored, invitations: 0, decisions: 0, since: null }) });
    await page.click("[data-stored=failed] button");
    await page.waitForSelector("p[data-stored]");
    expect(await text("p[data-stored]")).toBe("Nothing is stored yet.");
    await page.close();
  });

  // Puppeteer cannot choose Firefox's theme.
  const themes = name === "chromium" ? (["light", "dark"] as const) : [];
  test.each<[string, Omit<Scenario, "answers">]>([
    ...themes.map((theme): [string, Omit<Scenario, "answers">] => [theme, { theme }]),
    ["from right to left", { direction: "rtl" }],
    ["narrow", { width: 320 }],
  ])("axe-core finds nothing, with both questions open: %s", async (_what, scenario) => {
    const own = await open({}, scenario);
    const { page } = own;
    await page.click("[data-action=export]");
    await page.waitForSelector("[data-export=ready]");
    await choose(own, JSON.stringify(soundFile(3)));
    await page.waitForSelector("[data-import=offered]");
    await page.click("[data-action=erase]");
    await page.waitForSelector("[data-erase=asked]");
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.close();
  });
});
