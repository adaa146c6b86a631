import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Settings } from "../../../extension/src/native/protocol";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { type Answers, emptySettings, type OwnPage, ok, openOwn, ready } from "../ui/own-page";

const stored: Settings = {
  ...emptySettings,
  about: "I run a small design studio.",
  want: { ...emptySettings.want, roles: ["Curator"] },
  weeklyBudget: 12,
};
const allWell: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({ settings: stored, updatedAt: 1 }),
  "prefs.get": ok(usualPrefs),
};
const away = { ok: false, code: "HOST_UNAVAILABLE" } as const;

const chipsOf = (page: Page, id: string) =>
  page.$$eval(`[data-chips=${id}] .chip > span`, (chips) => chips.map((chip) => chip.textContent));
const progress = (page: Page, kind: string) => page.waitForSelector(`[data-progress=${kind}]`);
const saves = async (own: OwnPage) =>
  (await own.calls())
    .filter(([call]) => call === "settings.put")
    .map(([, params]) => (params as { settings: Settings }).settings);

describe.each(ownPageBrowsers)("the settings in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (answers: Answers = {}) => {
    const own = await openOwn(driver, "settings", { answers: { ...allWell, ...answers } });
    await own.page.waitForSelector("form");
    return own;
  };

  test("show what is stored, with nothing to save, and the browser has nothing to complain of", async () => {
    const { page, text, complaints } = await open();
    expect(await page.$eval("#about-me", (field) => (field as HTMLTextAreaElement).value)).toBe(stored.about);
    expect(await page.$eval("#weekly-budget", (field) => (field as HTMLInputElement).value)).toBe("12");
    expect(await chipsOf(page, "want-roles")).toEqual(["Curator"]);
    expect(await text(".save-state")).toBe("Nothing to save");
    expect(await text("#about")).toContain("Extension, version 0.1.0");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("chips are added by Enter, comma and leaving the field, taken back by Backspace, removed by their button", async () => {
    const { page, text } = await open();
    await page.type("#want-roles", "CTO");
    await page.keyboard.press("Enter");
    await page.type("#want-roles", "Editor,curator,Mentor");
    await page.keyboard.press("Tab");
    expect(await chipsOf(page, "want-roles")).toEqual(["Curator", "CTO", "Editor", "Mentor"]);
    await page.focus("#want-roles");
    await page.keyboard.press("Backspace");
    expect(await chipsOf(page, "want-roles")).toEqual(["Curator", "CTO", "Editor"]);
    expect(await text("[data-chips=want-roles] output:last-child")).toBe("Removed: Mentor");
    // The buttons stand before the field in the order of Tab.
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Remove Editor",
    );
    await page.keyboard.press("Enter");
    expect(await chipsOf(page, "want-roles")).toEqual(["Curator", "CTO"]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("want-roles");
    expect(await text(".save-state")).toBe("Unsaved changes");
    await page.close();
  });

  test("a term both wanted and avoided is pointed out in both lists, and may stay", async () => {
    const { page, text } = await open();
    await page.type("#avoid-roles", "curator\n");
    await page.waitForSelector(".chip-doubt");
    expect(await text("#want-roles-notes")).toBe("In both lists: Curator");
    expect(await text("#avoid-roles-notes")).toBe("In both lists: curator");
    await page.close();
  });

  test("save sends everything, says so, and undo brings the previous settings back", async () => {
    const own = await open();
    const { page, text, answer } = own;
    const changed: Settings = {
      ...stored,
      goals: [{ kind: "hire", text: "A second designer", priority: "high" }],
      relationships: ["mentor", "client"],
      energy: "low",
      weeklyBudget: 13,
      reviewSlot: { day: "Sunday", at: "16:00", minutes: 20 },
    };
    await page.click("[data-action=add-goal]");
    await page.waitForSelector(".goal");
    await page.select(".goal-kind select", "hire");
    await page.type(".goal-text input", "A second designer");
    await page.select(".goal-priority select", "high");
    await page.click("input[value=mentor]");
    await page.click("input[value=client]");
    await page.click("input[name=energy][value=low]");
    await page.focus("#weekly-budget");
    await page.keyboard.press("ArrowUp");
    await page.focus("#slot-on");
    await page.keyboard.press(" ");
    await page.waitForSelector("#slot-day");
    await page.select("#slot-day", "Sunday");
    await answer({ "settings.put": ok({ settings: changed, updatedAt: 2 }) });
    await page.click("[data-action=save]");
    await progress(page, "saved");
    expect(await saves(own)).toEqual([changed]);
    expect(await text(".save-state")).toBe("Saved");

    await answer({ "settings.put": ok({ settings: stored, updatedAt: 3 }) });
    await page.click("[data-action=undo]");
    await progress(page, "undone");
    expect((await saves(own))[1]).toEqual(stored);
    expect(await page.$eval("#weekly-budget", (field) => (field as HTMLInputElement).value)).toBe("12");
    expect(await page.$(".goal")).toBeNull();
    await page.close();
  });

  test("what is typed while a save is under way is neither lost nor taken for saved", async () => {
    const { page, text, answer } = await open({ "settings.put": ok({ settings: stored, updatedAt: 2 }) });
    await page.type("#about-me", " First.");
    // The answer to the save is held back until more has been typed.
    await page.evaluate(() => {
      const runtime = chrome.runtime as unknown as {
        sendMessage(message: { type: string }): Promise<unknown>;
      };
      const send = runtime.sendMessage;
      runtime.sendMessage = async (message) => {
        if (message.type === "settings.put") {
          await new Promise((resolve) => document.addEventListener("answer", resolve, { once: true }));
        }
        return send(message);
      };
    });
    await answer({
      "settings.put": ok({ settings: { ...stored, about: `${stored.about} First.` }, updatedAt: 2 }),
    });
    await page.click("[data-action=save]");
    await progress(page, "saving");
    await page.type("#about-me", " Second.");
    await page.evaluate(() => document.dispatchEvent(new Event("answer")));
    await progress(page, "saved");
    expect(await page.$eval("#about-me", (field) => (field as HTMLTextAreaElement).value)).toMatch(
      /First\. Second\.$/,
    );
    expect(await text(".save-state")).toBe("Unsaved changes");
    expect(await page.$("[data-action=undo]")).toBeNull();
    await page.close();
  });

  test("saving with Enter from a goal leaves the cursor where it was", async () => {
    const goals: Settings["goals"] = [{ kind: "learn", text: "Lighting", priority: "normal" }];
    const { page } = await open({
      "settings.get": ok({ settings: { ...stored, goals }, updatedAt: 1 }),
      "settings.put": ok({
        settings: { ...stored, goals: [{ kind: "learn", text: "Lighting!", priority: "normal" }] },
        updatedAt: 2,
      }),
    });
    await page.type(".goal-text input", "!");
    await page.keyboard.press("Enter");
    await progress(page, "saved");
    expect(await page.evaluate(() => document.activeElement?.matches(".goal-text input"))).toBe(true);
    await page.close();
  });

  test("a save that fails keeps every word, says why, shows the mend, and works once the host is back", async () => {
    const own = await open({ "settings.put": away });
    const { page, text, answer } = own;
    await page.type("#about-me", " And I teach.");
    await answer({ "host.check": ok({ state: "exited" }) });
    await page.click("[data-action=save]");
    await progress(page, "failed");
    expect(await text(".save-state")).toContain("Your changes are still here");
    await page.waitForSelector("[data-mend=exited]");
    expect(await page.$eval("#about-me", (field) => (field as HTMLTextAreaElement).value)).toContain(
      "And I teach.",
    );

    const taught = { ...stored, about: `${stored.about} And I teach.` };
    await answer({ "host.check": ok(ready), "settings.put": ok({ settings: taught, updatedAt: 2 }) });
    await page.click("[data-action=save]");
    await progress(page, "saved");
    expect((await saves(own)).at(-1)).toEqual(taught);
    await page.close();
  });

  test("what is amiss is told at its field, the first of them gets the focus, and nothing is sent", async () => {
    const own = await open();
    const { page, text } = own;
    await page.click("[data-action=add-goal]");
    await page.focus("#weekly-budget");
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.click("[data-action=save]");
    await progress(page, "invalid");
    expect(await text(".save-state")).toBe("2 fields need another look");
    expect(await text("#weekly-budget-error")).toBe("A whole number from 0 to 1000, please.");
    await page.waitForFunction(() => document.activeElement?.matches(".goal-text input[aria-invalid=true]"));
    expect(await saves(own)).toEqual([]);
    // Mending the fields takes the complaints away while typing.
    await page.keyboard.type("Museums");
    await page.waitForFunction(
      () => document.querySelector(".save-state")?.textContent === "1 field needs another look",
    );
    await page.close();
  });

  test("removing a goal leaves the focus at hand", async () => {
    const { page } = await open({
      "settings.get": ok({
        settings: { ...stored, goals: [{ kind: "learn", text: "Lighting", priority: "normal" }] },
        updatedAt: 1,
      }),
    });
    await page.click(".goal-remove");
    await page.waitForFunction(() => !document.querySelector(".goal"));
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-action"))).toBe("add-goal");
    await page.close();
  });

  test("leaving with unsaved changes warns, leaving without does not", async () => {
    const { page } = await open();
    const warned = () =>
      page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    expect(await warned()).toBe(false);
    await page.type("#about-me", "!");
    await page.waitForSelector("[data-dirty=true]");
    expect(await warned()).toBe(true);
    await page.keyboard.press("Backspace");
    await page.waitForSelector("[data-dirty=false]");
    expect(await warned()).toBe(false);
    await page.close();
  });

  test("while the host is missing no empty form tempts to overwrite; once it is there the settings come", async () => {
    const { page, answer } = await openOwn(driver, "settings", {
      answers: { ...allWell, "host.check": ok({ state: "missing" }) },
    });
    await page.waitForSelector("[data-mend=missing]");
    expect(await page.$("form")).toBeNull();
    await answer({ "host.check": ok(ready) });
    await page.click("[data-action=retry]");
    await page.waitForSelector("form");
    await page.close();
  });

  test("settings that cannot be read are said, and asked again", async () => {
    const { page, text, answer } = await openOwn(driver, "settings", {
      answers: { ...allWell, "settings.get": { ok: false, code: "INTERNAL" } },
    });
    await page.waitForSelector("[data-settings=failed]");
    expect(await text(".notice-bad")).toContain("INTERNAL");
    await answer({ "settings.get": ok({ settings: stored, updatedAt: 1 }) });
    await page.click(".notice-bad button");
    await page.waitForSelector("form");
    await page.close();
  });

  test("before the person has agreed nothing is asked of the host; how SuperLink looks can be chosen all the same", async () => {
    const { page, calls } = await openOwn(driver, "settings", {
      answers: { ...allWell, "consent.get": ok({ given: false }) },
    });
    await page.waitForSelector("main [data-action=welcome]");
    await page.waitForSelector("#show-badges");
    expect(await page.$("form")).toBeNull();
    const asked = new Set((await calls()).map(([call]) => call));
    expect([...asked].sort()).toEqual(["consent.get", "prefs.get"]);
    // What is stored from before is looked at only when the person wants to.
    await page.click("[data-action=stored]");
    await page.waitForSelector("#stored");
    await page.waitForSelector("[data-host=ready]");
    await page.close();
  });

  test("who comes back from agreeing finds the settings", async () => {
    const { page, answer } = await openOwn(driver, "settings", {
      answers: { ...allWell, "consent.get": ok({ given: false }) },
    });
    await page.waitForSelector("main [data-action=welcome]");
    await answer({ "consent.get": ok({ given: true }) });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.waitForSelector("form");
    await page.close();
  });

  test("withdrawing one's consent takes away nothing that was typed; erasing everything takes it all", async () => {
    const { page, answer, emit } = await open({ "consent.set": ok({ given: false }) });
    await page.type("#about-me", " And I teach.");
    await answer({ "consent.get": ok({ given: false }) });
    await page.click("[data-action=withdraw]");
    await page.waitForSelector("main > [data-consent=none]");
    expect(await page.$eval("#about-me", (field) => (field as HTMLTextAreaElement).value)).toContain("teach");
    await emit("plan.changed", {});
    await page.waitForFunction(() => !document.querySelector("form"));
    await page.close();
  });

  test("what is changed elsewhere arrives here, and what is being typed stays", async () => {
    const { page, answer, emit } = await open();
    await page.type("#about-me", " And I teach.");
    await answer({
      "settings.get": ok({ settings: { ...stored, energy: "low", weeklyBudget: 9 }, updatedAt: 2 }),
    });
    await emit("plan.changed", {});
    await page.waitForFunction(
      () => (document.querySelector("#weekly-budget") as HTMLInputElement).value === "9",
    );
    expect(
      await page.$eval("input[name=energy][value=low]", (field) => (field as HTMLInputElement).checked),
    ).toBe(true);
    expect(await page.$eval("#about-me", (field) => (field as HTMLTextAreaElement).value)).toContain("teach");
    await page.close();
  });

  test("consent is withdrawn with one press, whether the host answers or not", async () => {
    const { page, calls, answer } = await openOwn(driver, "settings", {
      answers: { ...allWell, "host.check": ok({ state: "missing" }), "consent.set": ok({ given: false }) },
    });
    await page.waitForSelector("[data-consent=given]");
    await answer({ "consent.get": ok({ given: false }) });
    await page.click("[data-action=withdraw]");
    await page.waitForSelector("[data-consent=none]");
    expect(await calls()).toContainEqual(["consent.set", { given: false }]);
    await page.close();
  });
});
