import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Planned, Verdict } from "../../../extension/src/native/protocol";
import { browserNames, type Driver, launch, pageHtml } from "../browser";
import { messagesOf } from "../ui/own-page";
import { bodyOf, openStage, type Scripts, scripts } from "./play";

/** A week begins at midnight. */
const soon = new Date(new Date().getFullYear(), 11, 7).getTime();

declare global {
  interface Window {
    /** What was put into the clipboard; null while the browser lets nothing in. */
    copied: string[] | null;
  }
}

/** Runs in the page: everyone stands at the same place in the week. */
function bringHost(words: ReturnType<typeof messagesOf>, verdict: Verdict, plan: Planned): void {
  const { stage } = window;
  stage.words = words;
  stage.judge = (id) => ({
    id,
    verdict,
    score: 0.8,
    relationship: "client",
    reasons: [{ code: "NEAR_YOU", params: {}, weight: 0.4, evidence: null, agreed: null }],
    unless: null,
    settles: verdict === "unsure" ? "A_NOTE" : null,
    plan,
  });
  window.copied = [];
  Object.defineProperty(navigator, "clipboard", {
    value: {
      async writeText(text: string) {
        if (window.copied === null) throw new Error("not allowed");
        window.copied.push(text);
      },
    },
  });
}

describe.each(browserNames)("in %s, a badge", (name) => {
  let browser: Driver;
  let parts: Scripts;
  let page: Page;
  beforeAll(async () => {
    [browser, parts] = await Promise.all([launch(name), scripts()]);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await openStage(browser, parts, bodyOf(pageHtml("era-c2-lazycolumn")));
  });
  afterEach(() => page.close());

  const settle = () => page.evaluate(() => window.stage.settle());
  /** The explanation of the first badge, as it stands there. */
  const explained = () => page.evaluate(() => window.stage.drawn()[0]?.explained?.replace(/\s+/g, " ") ?? "");
  const begin = async (verdict: Verdict, plan: Planned) => {
    await page.evaluate(bringHost, messagesOf("en"), verdict, plan);
    await page.addScriptTag({ content: parts.content });
    await settle();
    await page.evaluate(() => window.stage.drawn()[0]?.pill.focus());
  };
  const label = () =>
    page.evaluate(() => window.stage.drawn()[0]?.root.activeElement?.getAttribute("aria-label") ?? "");
  const tabTo = async (start: string) => {
    for (let presses = 0; presses < 8 && !(await label()).startsWith(start); presses++) {
      await page.keyboard.press("Tab");
    }
    expect(await label()).toContain(start);
  };

  it.each([
    [
      "BUDGET_USED",
      soon,
      "This week’s places are taken. Its turn is likely to come in the week of December 7.",
    ],
    ["LOW_ENERGY", soon, "Your energy is low, so fewer people are planned. Its turn is likely"],
    ["VARIETY", null, "Several people much like this one are planned already.Speaks for"],
    [null, soon, "Its turn is likely to come in the week of December 7."],
  ] as const)(
    "of what is put off because of %s says so, and when its turn comes",
    async (because, at, words) => {
      await begin("later", { place: "later", because, at });
      const [pill, spoken] = await page.evaluate(() => {
        const [first] = window.stage.drawn();
        return [first?.pill.textContent, first?.pill.getAttribute("aria-label")];
      });
      expect(pill).toBe("»LaterLives or works near you");
      expect(spoken).toBe("SuperLink suggests: Later. Lives or works near you");
      expect(await explained()).toContain(words);
      expect(await explained()).not.toContain("Copy");
    },
  );

  it("tells that day as it is where the week is counted, and anew when that changes", async () => {
    const at = Date.UTC(new Date().getFullYear(), 11, 6, 10); // Monday begins there, and a day earlier it is Sunday
    await page.evaluate(() => {
      window.stage.timeZone = "Pacific/Kiritimati";
    });
    await begin("later", { place: "later", because: null, at });
    expect(await explained()).toContain("in the week of December 7.");
    await page.evaluate(() => {
      window.stage.timeZone = "Pacific/Honolulu";
      window.stage.tell({ type: "judgements.stale" });
    });
    await settle();
    expect(await explained()).toContain("in the week of December 6.");
  });

  it("of what is not worth accepting says that doing nothing is enough", async () => {
    await begin("ignore", { place: "lapse", because: null, at: null });
    expect(await explained()).toContain("Ignore it, or do nothing: invitations lapse by themselves");
  });

  it.each(["planned", "your-call", "free", "aside"] as const)(
    "of what is %s says nothing of other weeks and asks nobody",
    async (place) => {
      await begin("accept", { place, because: null, at: null });
      expect(await explained()).toContain("Lives or works near you");
      expect(await explained()).not.toMatch(/turn|lapse|You could ask/);
    },
  );

  describe("of an invitation that one could ask about first", () => {
    const line = "Thank you for your invitation! May I ask what made you want to connect?";
    beforeEach(() => begin("unsure", { place: "ask-first", because: null, at: null }));

    it("offers a line, which one key copies and nothing sends", async () => {
      expect(await explained()).toContain(`SuperLink sends nothing.${line}Copy`);
      const asked = await page.evaluate(() => window.stage.asked.length);
      await tabTo("Copy");
      expect(await label()).toBe(`Copy: ${line}`);
      await page.keyboard.press("Enter");
      await settle();
      expect(await page.evaluate(() => window.copied)).toEqual([line]);
      expect(await explained()).toContain("Copied.");
      expect(await label()).toBe(`Copy: ${line}`);
      expect(await page.evaluate(() => window.stage.asked.length)).toBe(asked);
    });

    it("says so when the browser lets nothing be copied", async () => {
      await page.evaluate(() => {
        window.copied = null;
      });
      await tabTo("Copy");
      await page.keyboard.press("Enter");
      await settle();
      expect(await explained()).toContain("That could not be copied.");
    });

    it("copies nothing for events that the page made up", async () => {
      await page.evaluate(() => {
        const root = window.stage.drawn()[0]?.root;
        for (const button of root?.querySelectorAll<HTMLElement>("[role=dialog] button") ?? [])
          button.click();
      });
      await settle();
      expect(await page.evaluate(() => window.copied)).toEqual([]);
    });
  });
});
