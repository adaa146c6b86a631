import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserNames, type Driver, launch } from "../browser";
import { type Answers, emptySettings, ok, openOwn, ready } from "../ui/own-page";

const answers: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({
    settings: {
      ...emptySettings,
      goals: [{ kind: "learn", text: "Lighting", priority: "normal" }],
      want: { ...emptySettings.want, roles: ["Curator"] },
      reviewSlot: { day: "Friday", at: "16:00", minutes: 20 },
    },
    updatedAt: 1,
  }),
};

describe.each(browserNames)("the settings are within reach in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  test("at 320 px, as at 400 % zoom, nothing sticks out", async () => {
    const { page } = await openOwn(driver, "settings", { answers, width: 320, language: "de" });
    await page.waitForSelector("form");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  test("every control can be reached, is named, and is at least 24 px large", async () => {
    const { page } = await openOwn(driver, "settings", { answers });
    await page.waitForSelector("form");
    const poor = await page.$$eval("button, a, input, select, textarea", (controls) =>
      controls
        .filter((control) => {
          const target = control.closest("label") ?? control;
          const { width, height } = target.getBoundingClientRect();
          const labels = (control as HTMLInputElement).labels?.length ?? 0;
          const named = labels > 0 || control.hasAttribute("aria-label") || control.textContent?.trim();
          return !named || width < 24 || height < 24 || (control as HTMLElement).tabIndex < 0;
        })
        .map((control) => control.outerHTML.slice(0, 120)),
    );
    expect(poor).toEqual([]);
    await page.close();
  });
});
