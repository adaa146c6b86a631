import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualPrefs } from "../../../extension/src/prefs";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import { madeBudget } from "../ui/made-plan";
import { type Answers, emptySettings, ok, openOwn, ready, type Scenario } from "../ui/own-page";
import { madePreview } from "./made-preview";

const answers: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "settings.get": ok({
    settings: {
      ...emptySettings,
      goals: [{ kind: "learn", text: "Lighting", priority: "normal" }],
      want: { ...emptySettings.want, roles: ["Curator"] },
      energy: "low",
      reviewSlot: { day: "Friday", at: "16:00", minutes: 20 },
    },
    updatedAt: 1,
  }),
  "budget.get": ok(madeBudget(4, 15, { suggestion: { weeklyBudget: 8, used: 6, weeks: 4 } })),
  "plan.preview": ok(madePreview(20)),
  "prefs.get": ok(usualPrefs),
  "data.summary": ok({ invitations: 31, decisions: 12, corrections: 0, bytes: 4096, since: 1 }),
  "reasons.list": ok({ corrections: [], ledger: [] }),
};
const shown = ["form", "[data-preview=here]", "#show-badges", "[data-suggestion]"];

describe.each(ownPageBrowsers)("the settings are within reach in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  test("at 320 px, as at 400 % zoom, nothing sticks out", async () => {
    const { page } = await openOwn(driver, "settings", { answers, width: 320, language: "de" });
    for (const part of shown) await page.waitForSelector(part);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  test("every control can be reached, is named, and is at least 24 px large", async () => {
    const { page } = await openOwn(driver, "settings", { answers });
    for (const part of shown) await page.waitForSelector(part);
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

  // Firefox has no way to pretend a dark theme here; the colours are the same ones.
  const looks: [string, Scenario][] = [
    ["light", {}],
    ["right to left", { direction: "rtl" }],
    ...(name === "chromium" ? [["dark", { theme: "dark", width: 1400 }] as [string, Scenario]] : []),
  ];
  test.each(looks)("axe finds nothing in %s, nor while suggestions are open", async (_, look) => {
    const { page } = await openOwn(driver, "settings", {
      answers: { ...answers, "settings.suggest": ok({ terms: ["Architect"] }) },
      ...look,
    });
    for (const part of shown) await page.waitForSelector(part);
    await page.type("#want-roles", "arch");
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("ArrowDown");
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test("on a wide window the preview stands beside the form, and stays in sight like the bar while one scrolls", async () => {
    const { page } = await openOwn(driver, "settings", { answers, width: 1400 });
    for (const part of shown) await page.waitForSelector(part);
    await page.type("#about-me", "!");
    await page.waitForSelector("[data-dirty=true]");
    await page.evaluate(() => window.scrollTo(0, 900));
    const inSight = await page.$$eval("#preview, .save-bar", (parts) =>
      parts.map((part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }),
    );
    expect(inSight).toEqual([true, true]);
    const [fields, preview] = await page.$$eval(".fields, .preview", (parts) =>
      parts.map((part) => {
        const { left, right } = part.getBoundingClientRect();
        return { left, right };
      }),
    );
    expect(preview?.left).toBeGreaterThan(fields?.right ?? Number.POSITIVE_INFINITY);
    await page.close();
  });
});
