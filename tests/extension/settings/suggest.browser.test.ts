import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { type Answers, emptySettings, ok, openOwn, ready } from "../ui/own-page";
import { answerOldest, hold, waiting } from "./held";

const answers: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({
    settings: { ...emptySettings, want: { ...emptySettings.want, roles: ["Curator"] } },
    updatedAt: 1,
  }),
  "prefs.get": ok(usualPrefs),
  "settings.suggest": ok({ terms: ["Curator", "Curator of modern art", "Curriculum designer"] }),
};

describe.each(ownPageBrowsers)("suggestions while typing in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (more: Answers = {}) => {
    const own = await openOwn(driver, "settings", { answers: { ...answers, ...more } });
    await own.page.waitForSelector("form");
    const chips = () =>
      own.page.$$eval("[data-chips=want-roles] .chip > span", (all) => all.map((chip) => chip.textContent));
    const offered = () => own.page.$$eval("[role=option]", (all) => all.map((option) => option.textContent));
    const field = (attribute: string) =>
      own.page.$eval("#want-roles", (input, wanted) => input.getAttribute(wanted), attribute);
    return { ...own, chips, offered, field };
  };

  test("come from the host's vocabulary for that list, without what is there already", async () => {
    const { page, calls, offered, field, text } = await open();
    await page.type("#want-roles", "cur");
    await page.waitForSelector("[role=option]");
    expect(await offered()).toEqual(["Curator of modern art", "Curriculum designer"]);
    expect(await field("aria-expanded")).toBe("true");
    expect(await text("[data-chips=want-roles] [role=listbox] + output")).toBe("2 suggestions");
    expect(await calls()).toContainEqual(["settings.suggest", { list: "roles", text: "cur" }]);
    await page.close();
  });

  test("arrows point round and round, Enter picks, and the field is ready for the next", async () => {
    const { page, chips, field } = await open();
    await page.type("#want-roles", "cur");
    await page.waitForSelector("[role=option]");
    for (const [key, option] of [
      ["ArrowDown", 0],
      ["ArrowDown", 1],
      ["ArrowDown", null],
      ["ArrowUp", 1],
    ] as const) {
      await page.keyboard.press(key);
      const id = option === null ? null : `want-roles-option-${option}`;
      await page.waitForFunction(
        (wanted) =>
          document.querySelector("#want-roles")?.getAttribute("aria-activedescendant") === wanted &&
          (document.querySelector("[aria-selected=true]")?.id ?? null) === wanted,
        {},
        id,
      );
    }
    await page.keyboard.press("Enter");
    expect(await chips()).toEqual(["Curator", "Curriculum designer"]);
    expect(await field("aria-expanded")).toBe("false");
    expect(await page.$eval("#want-roles", (input) => (input as HTMLInputElement).value)).toBe("");
    await page.close();
  });

  test("one press of the mouse picks, and does not add what was half typed", async () => {
    const { page, chips } = await open();
    await page.type("#want-roles", "cur");
    await page.waitForSelector("#want-roles-option-0");
    await page.click("#want-roles-option-0");
    await page.waitForFunction(() => !document.querySelector("[role=option]"));
    expect(await chips()).toEqual(["Curator", "Curator of modern art"]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("want-roles");
    await page.close();
  });

  test("Escape closes them and keeps the word; Enter then adds it as typed; the down arrow opens them again", async () => {
    const { page, chips } = await open();
    await page.type("#want-roles", "cur");
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("[role=option]"));
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("[role=option]"));
    await page.keyboard.press("Enter");
    expect(await chips()).toEqual(["Curator", "cur"]);
    await page.close();
  });

  test("a slow host is asked once at a time, the newest text next, and a stale answer is not offered", async () => {
    const { page, offered } = await open();
    await hold(page, "settings.suggest");
    await page.type("#want-roles", "mentor");
    expect(await waiting(page, 1)).toEqual([{ list: "roles", text: "m" }]);
    await answerOldest(page, ok({ terms: ["Manager", "Mentoring lead"] }));
    expect(await waiting(page, 1)).toEqual([{ list: "roles", text: "mentor" }]);
    expect(await offered()).toEqual(["Mentoring lead"]);
    await answerOldest(page, ok({ terms: ["Mentor", "Mentoring lead"] }));
    await page.waitForFunction(() => document.querySelectorAll("[role=option]").length === 2);
    // An answer that comes when the text is gone opens nothing.
    await page.keyboard.press("Backspace");
    await waiting(page, 1);
    await page.keyboard.press("Enter");
    await answerOldest(page, ok({ terms: ["Mento"] }));
    expect(await offered()).toEqual([]);
    await page.close();
  });

  test("while the host says nothing or refuses, typing goes on as ever", async () => {
    for (const reply of ["never", { ok: false, code: "HOST_UNAVAILABLE" }] as const) {
      const { page, chips, complaints } = await open({ "settings.suggest": reply });
      await page.type("#want-roles", "Editor");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await chips()).toEqual(["Curator", "Editor"]);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test("a first goal can begin as an example, to be written over", async () => {
    const { page } = await open();
    await page.click("[data-starter=hire]");
    await page.waitForSelector(".goal");
    expect(await page.$eval(".goal-kind select", (field) => (field as HTMLSelectElement).value)).toBe("hire");
    expect(await page.$eval(".goal-text input", (field) => (field as HTMLInputElement).value)).toContain(
      "Hire",
    );
    await page.keyboard.type("A second designer");
    expect(await page.$eval(".goal-text input", (field) => (field as HTMLInputElement).value)).toBe(
      "A second designer",
    );
    expect(await page.$("[data-starter]")).toBeNull();
    await page.close();
  });
});
