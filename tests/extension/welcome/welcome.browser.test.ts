import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import { ok, openOwn, ready, type Scenario } from "../ui/own-page";

describe.each(ownPageBrowsers)("the first-run page in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const asked = {
    "consent.get": ok({ given: false }),
    "host.check": ok(ready),
    "prefs.get": ok(usualPrefs),
    "prefs.set": ok(usualPrefs),
  };

  test("says what is read, where it stays and what LinkedIn says, and asks; the host is left alone", async () => {
    const { page, text, calls, complaints } = await openOwn(driver, "welcome", { answers: asked });
    const words = await text("main");
    for (const part of [
      "name and headline",
      "mutual connections",
      "note",
      "on this computer",
      "never clicks",
    ]) {
      expect(words).toContain(part);
    }
    expect(await text("[data-fact=terms]")).toContain("section 8.2");
    await page.waitForFunction(
      () => (globalThis as unknown as { fake: { calls: unknown[] } }).fake.calls.length > 0,
    );
    expect(await calls()).toEqual([["consent.get", {}]]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("the two answers weigh the same: same size, same look, one beside the other", async () => {
    const { page } = await openOwn(driver, "welcome", { answers: asked });
    const looks = await page.$$eval(".answers button", (buttons) =>
      buttons.map((button) => {
        const { width, height, top } = button.getBoundingClientRect();
        const { color, backgroundColor, borderTopColor, fontWeight, fontSize } = getComputedStyle(button);
        return { width, height, top, color, backgroundColor, borderTopColor, fontWeight, fontSize };
      }),
    );
    expect(looks).toHaveLength(2);
    expect(looks[0]).toEqual(looks[1]);
    await page.close();
  });

  test("badges and side panel weigh the same, side by side, before the question, and none is chosen beforehand", async () => {
    const { page, text } = await openOwn(driver, "welcome", { answers: asked });
    const modes = await page.$$eval(".mode", (labels) =>
      labels.map((label) => {
        const { width, height, top } = label.getBoundingClientRect();
        const { color, backgroundColor, borderTopColor, fontWeight, fontSize } = getComputedStyle(label);
        const checked = label.querySelector("input")?.checked;
        return { width, height, top, color, backgroundColor, borderTopColor, fontWeight, fontSize, checked };
      }),
    );
    expect(modes).toHaveLength(2);
    expect(modes[0]).toEqual(modes[1]);
    expect(modes[0]?.checked).toBe(false);
    expect(await text(".mode:has([value=panel])")).toContain("It changes nothing on the page");
    expect(
      await page.evaluate(() => {
        const [terms, question] = ["[data-fact=terms]", ".question"].map((part) =>
          document.querySelector(part),
        );
        return (
          terms && question && terms.compareDocumentPosition(question) & Node.DOCUMENT_POSITION_FOLLOWING
        );
      }),
    ).toBeTruthy();
    await page.close();
  });

  test("agreeing without a mode asks for it, and keeps nothing", async () => {
    const { page, text, calls } = await openOwn(driver, "welcome", { answers: asked });
    await page.click("[data-action=agree]");
    await page.waitForFunction(() => document.querySelector("#mode-missed")?.textContent);
    expect(await text("#mode-missed")).toBe("Choose one of the two first, please.");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("mode");
    await page.click("input[value=panel]");
    await page.waitForFunction(() => !document.querySelector("#mode-missed")?.textContent);
    expect((await calls()).map(([call]) => call)).toEqual(["consent.get"]);
    await page.close();
  });

  test.each(["page", "panel"] as const)(
    "the mode %s is kept before the consent, so that it holds from the first card on",
    async (mode) => {
      const { page, calls, text } = await openOwn(driver, "welcome", {
        answers: { ...asked, "consent.set": ok({ given: true }), "prefs.get": ok({ ...usualPrefs, mode }) },
      });
      await page.click(`input[value=${mode}]`);
      await page.click("[data-action=agree]");
      await page.waitForSelector(".steps [data-host=ready]");
      const kept = (await calls()).filter(([call]) => call.endsWith(".set"));
      expect(kept).toEqual([
        ["prefs.set", { mode }],
        ["consent.set", { given: true }],
      ]);
      await page.waitForFunction(
        (words) => document.querySelector(".steps")?.textContent?.includes(words),
        {},
        mode === "page" ? "A badge appears" : "in the side panel",
      );
      expect(await text(".steps")).not.toContain(mode === "page" ? "in the side panel" : "A badge appears");
      await page.close();
    },
  );

  test("a mode that could not be kept stops the agreement", async () => {
    const { page, calls } = await openOwn(driver, "welcome", {
      answers: { ...asked, "prefs.set": { ok: false, code: "EXTENSION_GONE" } },
    });
    await page.click("input[value=panel]");
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-consent=failed]");
    expect((await calls()).map(([call]) => call)).not.toContain("consent.set");
    await page.close();
  });

  // Firefox has no way to pretend a dark theme here; the colours are the same ones.
  const looks: [string, Scenario][] = [
    ["light", {}],
    ["right to left", { direction: "rtl" }],
    ...(name === "chromium" ? [["dark", { theme: "dark" }] as [string, Scenario]] : []),
  ];
  test.each(looks)("axe finds nothing in %s, before the question and after it", async (_, look) => {
    for (const given of [false, true]) {
      const { page } = await openOwn(driver, "welcome", {
        answers: { ...asked, "consent.get": ok({ given }) },
        ...look,
      });
      await page.waitForSelector(given ? ".steps [data-host=ready]" : ".answers");
      expect(await axeFindings(page)).toEqual([]);
      await page.close();
    }
  });

  test("agreeing is kept, and leads on: host, settings, invitations", async () => {
    const { page, text, calls, answer } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.set": ok({ given: true }), "host.check": ok({ state: "missing" }) },
    });
    await page.click("input[value=page]");
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-mend=missing]");
    expect(await calls()).toContainEqual(["consent.set", { given: true }]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("next");
    expect(await page.$("[data-action=agree]")).toBeNull();
    // The person runs the installer; the page notices by itself.
    await answer({ "host.check": ok(ready) });
    await page.waitForSelector("[data-host=ready]");
    expect(await text("[data-host]")).toBe("Host ready, version 0.1.0");
    await page.click("[data-action=settings]");
    await page.waitForFunction(() =>
      (globalThis as unknown as { fake: { calls: string[][] } }).fake.calls.some(
        ([call]) => call === "openOptionsPage",
      ),
    );
    expect(await page.$eval(".steps a", (link) => (link as HTMLAnchorElement).href)).toBe(
      "https://www.linkedin.com/mynetwork/invitation-manager/received/",
    );
    await page.close();
  });

  test("not now is kept too, is taken kindly, and can be changed", async () => {
    const { page, text, calls } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.set": ok({ given: false }) },
    });
    await page.click("[data-action=decline]");
    await page.waitForSelector("[data-consent=declined]");
    expect(await text(".question output")).toContain("nothing is read");
    expect((await calls()).map(([call]) => call)).toEqual(["consent.get", "consent.set"]);
    await page.click("input[value=page]");
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-consent=given]");
    await page.close();
  });

  test("an answer that could not be kept is not taken as given", async () => {
    const { page, text } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.set": { ok: false, code: "EXTENSION_GONE" } },
    });
    await page.click("input[value=page]");
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-consent=failed]");
    expect(await text(".question output")).toContain("could not be kept");
    expect(await page.$(".steps")).toBeNull();
    await page.close();
  });

  test("who agreed before finds the next steps and LinkedIn's terms, not the question", async () => {
    const { page, text } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.get": ok({ given: true }) },
    });
    await page.waitForSelector(".steps [data-host=ready]");
    expect(await page.$(".answers, .mode")).toBeNull();
    expect(await text("[data-fact=terms]")).toContain("section 8.2");
    await page.close();
  });

  test("on a narrow window, as at 400 % zoom, nothing sticks out", async () => {
    const { page } = await openOwn(driver, "welcome", { answers: asked, width: 320, language: "de" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});
