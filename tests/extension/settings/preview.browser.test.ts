import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Settings } from "../../../extension/src/native/protocol";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { madeInvitation } from "../ui/made-plan";
import { type Answers, emptySettings, ok, openOwn, ready } from "../ui/own-page";
import { answerOldest, hold, waiting } from "./held";
import { countsOf, madePreview } from "./made-preview";

const answers: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({ settings: emptySettings, updatedAt: 1 }),
  "prefs.get": ok(usualPrefs),
  "plan.preview": ok(madePreview(0)),
};

describe.each(ownPageBrowsers)("the preview of a change in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (more: Answers = {}) => {
    const own = await openOwn(driver, "settings", { answers: { ...answers, ...more } });
    await own.page.waitForSelector("form");
    const row = (place: string) =>
      own.page.$$eval(`[data-place=${place}] :is(th, td)`, (cells) => cells.map((cell) => cell.textContent));
    return { ...own, row };
  };

  test("of nothing changed says that everything stays", async () => {
    const { page, text, row } = await open();
    await page.waitForSelector("[data-preview=here]");
    expect(await text(".preview-sum")).toBe("Nothing: every invitation stays where it is.");
    expect(await row("planned")).toEqual(["Accept this week", "11", "11"]);
    expect(await page.$(".changes")).toBeNull();
    await page.close();
  });

  test("is asked with the draft before anything is saved, and tells places and people", async () => {
    const { page, text, row, answer, calls } = await open();
    await page.waitForSelector("[data-preview=here]");
    await answer({ "plan.preview": ok(madePreview(4)) });
    await page.click("input[name=energy][value=low]");
    await page.waitForSelector("[data-changed='4']");
    expect(await text(".preview-sum")).toBe("4 invitations would stand elsewhere.");
    expect(await row("planned")).toEqual(["Accept this week", "15", "11"]);
    expect(await row("later")).toEqual(["Later", "3", "7"]);
    expect(await text(".changes li")).toBe(
      "Ottoline GrackleHead of Data @ Lumenfroth BankLater instead of Accept",
    );
    const asked = (await calls()).filter(([call]) => call === "plan.preview");
    expect(asked.at(-1)?.[1]).toEqual({ settings: { ...emptySettings, energy: "low" } });
    expect((await calls()).some(([call]) => call === "settings.put")).toBe(false);
    await page.close();
  });

  test("the latest draft wins: one question at a time, and nothing jumps while it is open", async () => {
    const { page, text } = await open();
    await page.waitForSelector("[data-preview=here]");
    await hold(page, "plan.preview");
    await page.type("#about-me", "Glass");
    const [first] = (await waiting(page, 1)) as { settings: Settings }[];
    expect(first?.settings.about).toBe("G");
    expect(await text(".preview-sum")).toContain("Nothing");
    expect(await page.$eval(".preview", (part) => part.getAttribute("aria-busy"))).toBe("true");
    await answerOldest(page, ok(madePreview(2)));
    const [second] = (await waiting(page, 1)) as { settings: Settings }[];
    expect(second?.settings.about).toBe("Glass");
    await answerOldest(page, ok(madePreview(3)));
    await page.waitForSelector(".preview[aria-busy=false] [data-changed='3']");
    await page.close();
  });

  test("goes on while a goal is still empty and a figure half typed", async () => {
    const { page } = await open({ "plan.preview": ok(madePreview(2)) });
    await page.waitForSelector("[data-changed='2']");
    await page.click("[data-action=add-goal]");
    await page.focus("#weekly-budget");
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    expect(await page.$("[data-changed='2']")).not.toBeNull();
    await page.close();
  });

  test("lists a few changes at first, all twenty on demand, and counts the rest", async () => {
    const { page, text } = await open({ "plan.preview": ok(madePreview(300)) });
    await page.waitForSelector(".changes");
    expect(await page.$$(".changes li")).toHaveLength(4);
    await page.click("[data-action=changes]");
    await page.waitForFunction(() => document.querySelectorAll(".changes li").length === 20);
    expect(await text("#preview")).toContain("and 280 more");
    await page.click("[data-action=changes]");
    await page.waitForFunction(() => document.querySelectorAll(".changes li").length === 4);
    await page.close();
  });

  test("strangers' words are only words, however long, and widen nothing", async () => {
    const stand = { verdict: "accept", place: "planned" } as const;
    const change = {
      invitation: madeInvitation(1, {
        name: "<img src=x onerror=alert(1)>".repeat(20),
        headline: "x".repeat(5000),
      }),
      before: stand,
      after: { verdict: "later", place: "later" } as const,
    };
    const { page, complaints } = await open({ "plan.preview": ok(madePreview(1, { changes: [change] })) });
    await page.waitForSelector(".changes");
    expect(await page.$(".changes img")).toBeNull();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("with nothing waiting it says how to come to something", async () => {
    const none = madePreview(0, { counts: { before: countsOf({}), after: countsOf({}) } });
    const { page, text } = await open({ "plan.preview": ok(none) });
    await page.waitForSelector("[data-preview=here]");
    expect(await text("#preview .empty")).toContain("Open your invitations on LinkedIn once");
    await page.close();
  });

  test("an error is said and can be tried again; a host that goes away takes no word of the draft", async () => {
    const { page, text, answer } = await open({ "plan.preview": { ok: false, code: "BUSY" } });
    await page.waitForSelector("[data-preview=failed]");
    expect(await text("#preview .error")).toContain("BUSY");
    await answer({ "plan.preview": ok(madePreview(1)) });
    await page.click("[data-action=preview-again]");
    await page.waitForSelector("[data-changed='1']");

    await page.type("#about-me", "Glass");
    const gone = { ok: false, code: "HOST_UNAVAILABLE" } as const;
    await answer({ "host.check": ok({ state: "exited" }), "settings.put": gone, "plan.preview": gone });
    await page.click("[data-action=save]");
    await page.waitForSelector("[data-preview=away]");
    expect(await page.$eval("#about-me", (field) => (field as HTMLTextAreaElement).value)).toBe("Glass");
    await page.close();
  });
});
