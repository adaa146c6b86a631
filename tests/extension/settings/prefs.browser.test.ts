import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wordsOf } from "../../../extension/src/languages";
import { type Prefs, usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { type Answers, emptySettings, ok, openOwn, ready } from "../ui/own-page";

const answers: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({ settings: emptySettings, updatedAt: 1 }),
  "prefs.get": ok(usualPrefs),
};

describe.each(ownPageBrowsers)("how SuperLink shows itself, in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (more: Answers = {}) => {
    const own = await openOwn(driver, "settings", { answers: { ...answers, ...more } });
    await own.page.waitForSelector("#show-badges");
    const set = async () =>
      (await own.calls()).filter(([call]) => call === "prefs.set").map(([, part]) => part);
    const keeps = (prefs: Partial<Prefs>) => own.answer({ "prefs.set": ok({ ...usualPrefs, ...prefs }) });
    const kept = (kind: string) => own.page.waitForSelector(`[data-kept=${kind}]`);
    return { ...own, set, keeps, kept };
  };

  test("each choice is kept at once, said, and undone with one press", async () => {
    const { page, text, set, keeps, kept } = await open();
    await keeps({ look: "outlined" });
    await page.click("input[name=look][value=outlined]");
    await kept("saved");
    expect(await text("[data-kept] output")).toBe("Saved");
    await keeps({});
    await page.click("[data-action=prefs-undo]");
    await kept("undone");
    expect(await set()).toEqual([{ look: "outlined" }, { look: "filled" }]);
    expect(await page.$eval("input[value=filled]", (field) => (field as HTMLInputElement).checked)).toBe(
      true,
    );
    expect(await text(".save-state")).toBe("Nothing to save");
    await page.close();
  });

  test("look, density and badges are seen on a sample before any page of LinkedIn is opened", async () => {
    const { page, keeps, kept } = await open();
    expect(await page.$$(".sample-reason")).toHaveLength(2);
    await keeps({ density: "compact", look: "outlined" });
    await page.click("input[name=density][value=compact]");
    await kept("saved");
    expect(await page.$$(".sample-badge")).toHaveLength(2);
    expect(await page.$$(".sample-reason")).toHaveLength(0);
    expect(await page.$eval(".sample-verdict", (badge) => getComputedStyle(badge).backgroundColor)).toBe(
      "rgba(0, 0, 0, 0)",
    );
    await keeps({ showBadges: false });
    await page.click("#show-badges");
    await page.waitForSelector(".sample[data-shown=false]");
    expect(await page.$(".sample-badge")).toBeNull();
    await page.close();
  });

  test("the side panel is said to change nothing on the page, the badges what LinkedIn says of them", async () => {
    const { page, set, text, keeps, kept } = await open();
    expect(await text("label:has(> input[value=page])")).toContain("section 8.2");
    expect(await text("label:has(> input[value=panel])")).toContain("nothing on it changes");
    await keeps({ mode: "panel" });
    await page.click("input[name=mode][value=panel]");
    await kept("saved");
    await keeps({ mode: "panel", iconCount: "never" });
    await page.select("#icon-count", "never");
    await page.waitForFunction(() =>
      (globalThis as unknown as { fake: { calls: [string, unknown][] } }).fake.calls.some(
        ([call, part]) => call === "prefs.set" && JSON.stringify(part).includes("never"),
      ),
    );
    expect(await set()).toEqual([{ mode: "panel" }, { iconCount: "never" }]);
    await page.close();
  });

  test("a choice that could not be kept is not left standing", async () => {
    const { page, text, kept } = await open({ "prefs.set": { ok: false, code: "EXTENSION_GONE" } });
    await page.click("input[name=look][value=outlined]");
    await kept("failed");
    expect(await page.$eval("input[value=filled]", (field) => (field as HTMLInputElement).checked)).toBe(
      true,
    );
    expect(await text("[data-kept] output")).toContain("could not be kept");
    await page.close();
  });

  test("what is chosen in another window is seen here", async () => {
    const { page, emit } = await open();
    await emit("prefs.changed", { ...usualPrefs, showBadges: false });
    await page.waitForFunction(() => !(document.querySelector("#show-badges") as HTMLInputElement).checked);
    await page.close();
  });

  test("choices that cannot be read are said, and asked again", async () => {
    const { page, answer } = await openOwn(driver, "settings", {
      answers: { ...answers, "prefs.get": { ok: false, code: "EXTENSION_GONE" } },
    });
    await page.waitForSelector("[data-action=prefs-again]");
    await answer({ "prefs.get": ok(usualPrefs) });
    await page.click("[data-action=prefs-again]");
    await page.waitForSelector("#show-badges");
    await page.close();
  });

  test("another language is there at once with all that was typed, and again on the next page's first paint", async () => {
    const german = ok(wordsOf("de"));
    const { page, keeps, answer, text } = await open({ "words.get": german });
    await page.type("#about-me", "Glass");
    await keeps({ language: "de" });
    await page.select("#language", "de");
    await page.waitForFunction(() => document.documentElement.lang === "de");
    expect(await text("h1")).toBe("Was suchst du?");
    expect(await text("#slot-on + span")).toBe("Jede Woche eine Zeit reservieren");
    expect(await page.title()).toBe("SuperLink-Einstellungen");
    expect(await page.$eval("#about-me", (field) => (field as HTMLTextAreaElement).value)).toBe("Glass");

    const next = await openOwn(driver, "welcome", {
      answers: { "consent.get": ok({ given: false }), "words.get": german },
    });
    expect(await next.text("h1")).toBe("Willkommen bei SuperLink");
    expect((await next.calls())[0]).toEqual(["words.get", {}]);
    // Back to the browser's language, told to the other page as well.
    await next.emit("prefs.changed", usualPrefs);
    await next.page.waitForFunction(() => document.documentElement.lang === "en");
    expect(await next.text("h1")).toBe("Welcome to SuperLink");
    await next.page.close();

    await answer({ "words.get": ok(null) });
    await keeps({});
    await page.select("#language", "auto");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.close();
  });

  test("in the browser's own language no page asks for words", async () => {
    const { page, calls } = await open();
    expect((await calls()).map(([call]) => call)).not.toContain("words.get");
    await page.close();
  });

  test("a background that has no words leaves the browser's", async () => {
    const { page, keeps, text } = await open({ "words.get": { ok: false, code: "EXTENSION_GONE" } });
    await keeps({ language: "fr" });
    await page.select("#language", "fr");
    await page.waitForFunction(() => localStorage.getItem("superlink.language") === "fr");
    expect(await text("h1")).toBe("What are you looking for?");
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });
});
