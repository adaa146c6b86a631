import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Correction, Judgement, Reason } from "../../../extension/src/native/protocol";
import { browserNames, type Driver, launch, pageHtml } from "../browser";
import { messagesOf } from "../ui/own-page";
import { bodyOf, openStage, type Scripts, scripts } from "./play";

const pitch = "Sounds like a sales pitch";

/** Runs in the page: a host that takes everyone for a seller nearby, as long as it may say so. */
function bringHost(words: ReturnType<typeof messagesOf>): void {
  window.stage.words = words;
  window.stage.judge = (id: string, corrections: readonly Correction[]): Judgement => {
    const isSilent = ({ code }: Reason) =>
      corrections.some(
        (held) => held.code === code && (held.correction === "never" || held.invitationId === id),
      );
    const evidence = { source: "headline", words: "<img src=x> I help \u202efounders" } as const;
    const reasons: Reason[] = [
      { code: "SALES_LANGUAGE", params: {}, weight: -1.8, evidence, agreed: { times: 14, of: 17 } },
      { code: "NEAR_YOU", params: {}, weight: 0.4, evidence: null, agreed: null },
    ];
    const spoken = reasons.filter((reason) => !isSilent(reason));
    const sells = spoken.find(({ weight }) => weight < 0) ?? null;
    const verdict = sells ? "ignore" : "accept";
    const plan = window.staging.noPlan;
    const rest = { score: 0.3, relationship: "vendor", unless: sells, settles: null, plan } as const;
    return { id, verdict, reasons: spoken, ...rest };
  };
}

describe.each(browserNames)("in %s, a reason on the badge", (name) => {
  let browser: Driver;
  let parts: Scripts;
  let page: Page;
  beforeAll(async () => {
    [browser, parts] = await Promise.all([launch(name), scripts()]);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await openStage(browser, parts, bodyOf(pageHtml("era-c2-lazycolumn")));
    await page.evaluate(bringHost, messagesOf("en"));
    await page.addScriptTag({ content: parts.content });
    await settle();
    await page.evaluate(() => window.stage.drawn()[0]?.pill.focus());
    await settle();
  });
  afterEach(() => page.close());

  const settle = () => page.evaluate(() => window.stage.settle());
  const explained = () => page.evaluate(() => window.stage.drawn()[0]?.explained ?? null);
  const labels = () =>
    page.evaluate(() => window.stage.drawn().map(({ pill }) => pill.getAttribute("aria-label") ?? ""));
  const held = () => page.evaluate(() => window.stage.corrections);
  const focused = () =>
    page.evaluate(() => {
      const active = window.stage.drawn()[0]?.root.activeElement;
      return active?.getAttribute("aria-label") ?? active?.textContent ?? null;
    });
  /** Tabs on to the control that a screen reader calls so. */
  const tabTo = async (label: string) => {
    for (let presses = 0; presses < 12 && (await focused()) !== label; presses++) {
      await page.keyboard.press("Tab");
    }
    expect(await focused()).toBe(label);
  };
  const choose = async (choice: string) => {
    await tabTo(`Correct this reason: ${pitch}`);
    await page.keyboard.press("Enter");
    await tabTo(`${choice}: ${pitch}`);
    await page.keyboard.press("Enter");
    await settle();
  };
  const countOfPitches = async () => (await labels()).filter((label) => label.includes(pitch)).length;

  it("is told with who the sender is, the card's own words as text, its record, and what it turns", async () => {
    const text = (await explained())?.replace(/\s+/g, " ");
    expect(text).toContain("Seems to want to sell you something");
    expect(text).toContain("Headline: “<img src=x> I help \u202efounders”");
    expect(text).toContain("Agreed with you 14 of 17 times");
    expect(text).toContain(`Would be “Accept”, if not for: ${pitch}`);
    const shape = await page.evaluate(() => {
      const root = window.stage.drawn()[0]?.root;
      const quote = [...(root?.querySelectorAll("bdi") ?? [])].find((bdi) =>
        bdi.textContent?.includes("<img"),
      );
      return { images: root?.querySelectorAll("img").length, quoteIsAlone: quote?.children.length === 0 };
    });
    expect(shape).toEqual({ images: 0, quoteIsAlone: true });
  });

  it("counts less after a few keys, says so, and is as before after one more", async () => {
    const asked = () =>
      page.evaluate(() => window.stage.asked.filter((type) => type === "invitations.score").length);
    const before = await asked();
    await choose("Counts less");
    expect(await held()).toEqual([{ code: "SALES_LANGUAGE", correction: "less", invitationId: null }]);
    expect(await explained()).toContain("Counts less now");
    expect(await asked()).toBe(before + 1);
    expect(await focused()).toBe(`Undo: ${pitch}`);
    await page.keyboard.press("Enter");
    await settle();
    expect(await held()).toEqual([]);
    expect(await explained()).not.toContain("Counts less now");
    expect(await focused()).toBe(`Correct this reason: ${pitch}`);
    await page.keyboard.press("Escape");
    expect(await explained()).toBeNull();
    expect(await focused()).toContain("SuperLink suggests");
  });

  it("that is wrong here is silent on this card alone, whose explanation stays open", async () => {
    const all = (await labels()).length;
    await choose("This is wrong here");
    const [first, ...others] = await labels();
    expect(first).toContain("Accept. Lives or works near you");
    expect(others.filter((label) => label.includes(pitch))).toHaveLength(all - 1);
    expect(await explained()).toContain(`What you changed${pitch}Does not count on this card`);
    expect(await focused()).toBe(`Undo: ${pitch}`);
    await page.keyboard.press("Enter");
    await settle();
    expect(await countOfPitches()).toBe(all);
    expect(await explained()).not.toContain("What you changed");
  });

  it("that is never to be used is silent on every card, and gets its voice back where it lost it", async () => {
    const all = (await labels()).length;
    await choose("Never use");
    expect(await countOfPitches()).toBe(0);
    expect(await explained()).toContain(`${pitch}Not used any more`);
    await page.keyboard.press("Enter");
    await settle();
    expect(await countOfPitches()).toBe(all);
  });

  it("has controls of 24 pixels at least, also for the pointer, which leave the panel in the window", async () => {
    await page.setViewport({ width: 800, height: 420 });
    await tabTo(`Correct this reason: ${pitch}`);
    await page.keyboard.press("Enter");
    const { buttons, panel, height } = await page.evaluate(() => {
      const root = window.stage.drawn()[0]?.root;
      const box = (node: Element) => {
        const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
        return { name: node.getAttribute("aria-label") ?? "", left, top, right, bottom, width, height };
      };
      const dialog = root?.querySelector("[role=dialog]") as Element;
      return {
        buttons: [...dialog.querySelectorAll("button")].map(box),
        panel: box(dialog),
        height: innerHeight,
      };
    });
    expect(buttons.filter((one) => one.width < 24 || one.height < 24 || one.name === "")).toEqual([]);
    expect(buttons).toHaveLength(7);
    expect(panel.top).toBeGreaterThanOrEqual(0);
    expect(panel.bottom).toBeLessThanOrEqual(height);
    const more = buttons.find((one) => one.name === `Counts more: ${pitch}`);
    await page.mouse.click((more?.left ?? 0) + 12, (more?.top ?? 0) + 12);
    await settle();
    expect(await held()).toEqual([{ code: "SALES_LANGUAGE", correction: "more", invitationId: null }]);
    expect(await explained()).toContain("Counts more now");
  });

  it("stays as it is when the host cannot keep what was said, and that is told", async () => {
    await page.evaluate(() => {
      window.stage.full = true;
    });
    await choose("Counts less");
    expect(await explained()).toContain("That could not be kept");
    expect(await explained()).not.toContain("Counts less now");
    expect(await focused()).toBe(`Counts less: ${pitch}`);
  });

  it("is corrected by no event that the page made up", async () => {
    await tabTo(`Correct this reason: ${pitch}`);
    await page.keyboard.press("Enter");
    await page.evaluate(() => {
      for (const button of window.stage.drawn()[0]?.root.querySelectorAll("button") ?? []) button.click();
    });
    await settle();
    expect(await held()).toEqual([]);
    expect(await explained()).toContain("Counts less");
  });
});
