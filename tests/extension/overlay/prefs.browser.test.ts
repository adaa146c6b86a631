import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ListedCard } from "../../../extension/src/messages";
import type { Prefs } from "../../../extension/src/prefs";
import { browserNames, type Driver, launch, pageHtml } from "../browser";
import { messagesOf } from "../ui/own-page";
import { bodyOf, openStage, type Scripts, scripts } from "./play";

declare global {
  interface Window {
    /** Everything that a script of the page could see of the cards. */
    trace(): string;
    /** What changed in the page since the first look. */
    touched: string[];
  }
}

/** Runs in the page. */
function bringWatcher(): void {
  window.touched = [];
  const observer = new MutationObserver((records) => {
    for (const { type, target } of records) window.touched.push(`${type} of ${target.nodeName}`);
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  window.trace = () => {
    const sheets = document.styleSheets.length + document.adoptedStyleSheets.length;
    return [...document.querySelectorAll("main *")]
      .map((at) => `${at.outerHTML.length} ${at.getBoundingClientRect().height}`)
      .concat(String(sheets))
      .join("\n");
  };
}

describe.each(browserNames)("in %s", (name) => {
  let browser: Driver;
  let parts: Scripts;
  let page: Page;
  beforeAll(async () => {
    [browser, parts] = await Promise.all([launch(name), scripts()]);
  });
  afterAll(() => browser?.close());
  afterEach(() => page.close());

  const settle = () => page.evaluate(() => window.stage.settle());
  const open = async (prefs: Partial<Prefs> = {}) => {
    page = await openStage(browser, parts, bodyOf(pageHtml("era-c2-lazycolumn")));
    await page.evaluate(bringWatcher);
    await page.evaluate((part) => {
      window.stage.prefs = { ...window.stage.prefs, ...part };
    }, prefs);
  };
  const begin = async () => {
    await page.evaluate(parts.content); // as a content script: no element carries it
    await settle();
  };
  /** Frames come only when the stage lets them: looked for by a timer. */
  const until = (what: string | (() => boolean)) => page.waitForFunction(what, { polling: 50 });
  const prefer = async (part: Partial<Prefs>) => {
    await page.evaluate((changed) => window.stage.prefer(changed), part);
    await settle();
  };
  const tell = (type: string, params: object = {}) =>
    page.evaluate((message) => window.stage.tell(message), { type, params });
  const list = async () => (await tell("page.list")) as ListedCard[] | null;
  const badges = () => page.evaluate(() => window.stage.drawn().length);
  const countOf = (type: string) => page.evaluate((asked) => window.stage.countOf(asked), type);
  const pills = () =>
    page.evaluate(() => window.stage.drawn().map(({ pill }) => pill.innerText.replace(/\s+/g, " ")));

  describe.each([
    ["without badges", { showBadges: false }],
    ["with the advice beside the page", { mode: "panel" }],
  ] as const)("%s", (_, hidden) => {
    it("the page is as if nobody read it, and yet its cards are read and judged", async () => {
      await open(hidden);
      const before = await page.evaluate(() => window.trace());
      await begin();
      expect(await page.evaluate(() => window.trace())).toBe(before);
      expect(await page.evaluate(() => window.touched)).toEqual([]);
      const attached = await page.evaluate(() =>
        [...document.querySelectorAll("main [role=listitem]")].every((card) => {
          card.attachShadow({ mode: "open" }); // throws where there is one already
          return true;
        }),
      );
      expect(attached).toBe(true);
      const listed = await list();
      expect(listed).toHaveLength(14);
      expect(listed?.every(({ judgement }) => judgement !== null)).toBe(true);
    });

    it("what the person decides is noticed, with what would have been advised", async () => {
      await open(hidden);
      await begin();
      const [first] = (await list()) ?? [];
      const button = await page.$("main [role=listitem] [aria-label^=Accept]");
      await button?.click();
      await page.evaluate(() => document.querySelector("main [role=listitem]")?.remove());
      await settle();
      await tell("consent.changed"); // the page is left; what it had confirmed is told
      await settle();
      const told = await page.evaluate(() =>
        window.stage.decisions.map(({ action, invitation, verdict }) => [action, invitation.id, verdict]),
      );
      expect(told).toEqual([["accept", first?.invitation.id, first?.judgement?.verdict]]);
    });

    it("badges come and go at once, and nobody is asked again", async () => {
      await open(hidden);
      await begin();
      const asked = await countOf("invitations.score");
      await prefer({ showBadges: true, mode: "page" });
      expect(await badges()).toBe(14);
      await prefer(hidden);
      expect(await badges()).toBe(0);
      await prefer({ showBadges: true, mode: "page" });
      expect(await badges()).toBe(14);
      expect(await countOf("invitations.score")).toBe(asked);
    });
  });

  it("badges look as the person wants them, at once", async () => {
    await open();
    await page.evaluate((words) => {
      const { stage } = window;
      const near = { code: "NEAR_YOU", params: {}, weight: 0.4, evidence: null, agreed: null };
      const { judge } = stage;
      stage.words = words;
      stage.judge = (id, held) => ({ ...judge(id, held), reasons: [near] });
    }, messagesOf("en"));
    await begin();
    const ground = () =>
      page.evaluate(() => {
        const verdict = window.stage.drawn()[0]?.pill.firstElementChild as Element;
        return getComputedStyle(verdict).backgroundColor;
      });
    const filled = await ground();
    const comfortable = await pills();
    await prefer({ look: "outlined" });
    expect(await ground()).not.toBe(filled);
    await prefer({ look: "filled", density: "compact" });
    expect(await ground()).toBe(filled);
    expect(await pills()).not.toEqual(comfortable);
    for (const words of await pills()) expect(words).toMatch(/^(✓|–|\?|») ?(Accept|Ignore|Unsure|Later)$/);
    const heights = await page.evaluate(() => window.stage.drawn().map(({ pill }) => pill.offsetHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
    await prefer({ density: "comfortable" });
    expect(await pills()).toEqual(comfortable);
  });

  describe("in a language that the person chose", () => {
    const german = Object.fromEntries(
      Object.entries(messagesOf("de")).map(([key, { message }]) => [key, message]),
    );
    const bringWords = (words: Record<string, string> | null) =>
      page.evaluate(
        (chosen, english) => {
          window.stage.chosen = chosen;
          window.stage.words = english;
        },
        words,
        messagesOf("en"),
      );

    it("badges speak it from the first one on, and the browser's again when that is chosen", async () => {
      await open({ language: "de" });
      await bringWords(german);
      await begin();
      const known = /Annehmen|Ignorieren|Unsicher|Später/;
      for (const words of await pills()) expect(words).toMatch(known);
      expect(await countOf("words.get")).toBe(1);
      await prefer({ language: "auto" });
      for (const words of await pills()) expect(words).toMatch(/Accept|Ignore|Unsure|Later/);
      await prefer({ language: "de" });
      for (const words of await pills()) expect(words).toMatch(known);
    });

    it("badges speak the browser's where the words cannot be had", async () => {
      await open({ language: "de" });
      await bringWords(null);
      await begin();
      for (const words of await pills()) expect(words).toMatch(/Accept|Ignore|Unsure|Later/);
    });
  });

  describe("the list of cards", () => {
    it("holds every card in the page's order, those without a judgement too", async () => {
      await open();
      await page.evaluate(() => {
        window.stage.holds = true;
      });
      await begin();
      const listed = await list();
      expect(listed).toHaveLength(14);
      expect(listed?.[0]?.invitation.id).toBe("person:ottoline-grackle");
      expect(listed?.every(({ judgement }) => judgement === null)).toBe(true);
      await page.evaluate(() => window.stage.release());
      await settle();
      const judged = await list();
      expect(judged?.map(({ judgement }) => judgement?.id)).toEqual(
        listed?.map(({ invitation }) => invitation.id),
      );
    });

    it("is none where nothing may be read", async () => {
      await open();
      await begin();
      expect(await list()).toHaveLength(14);
      await page.evaluate(() => history.pushState(null, "", "/feed/"));
      await until(() => window.stage.tell({ type: "page.list" }) === null);
      expect(await tell("page.reveal", { invitationId: "person:ottoline-grackle" })).toEqual({
        found: false,
      });
    });

    it("is told to have changed once for all that comes together, and not where nothing is new", async () => {
      await open();
      await begin();
      const told = await countOf("page.changed");
      expect(told).toBeGreaterThan(0);
      await tell("judgements.stale");
      await settle();
      expect(await countOf("page.changed")).toBe(told);
      await page.evaluate(() => {
        const [card] = document.querySelectorAll("main [role=listitem]");
        for (const at of [1, 2, 3]) {
          const copy = card?.cloneNode(true) as Element;
          for (const link of copy.querySelectorAll("a")) link.href = `/in/someone-${at}/`;
          card?.after(copy);
        }
        window.stage.holds = true;
      });
      await settle();
      expect(await list()).toHaveLength(17);
      expect(await countOf("page.changed")).toBe(told + 1);
      await page.evaluate(() => window.stage.release());
      await settle();
      expect(await countOf("page.changed")).toBe(told + 2);
    });

    it("is told to have changed only while the person can see the page", async () => {
      await open();
      await begin();
      const told = await countOf("page.changed");
      const show = (state: string) =>
        page.evaluate((visibilityState) => {
          Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }, state);
      await show("hidden");
      await page.evaluate(() => document.querySelector("main [role=listitem]")?.remove());
      await until(() => {
        const cards = window.stage.tell({ type: "page.list" }) as unknown[];
        return cards.length === 13;
      });
      await settle();
      expect(await countOf("page.changed")).toBe(told);
      await show("visible");
      await settle();
      expect(await countOf("page.changed")).toBe(told + 1);
    });
  });

  describe("a card that is asked for", () => {
    /** How far the middle of the last card is from the middle of the window. */
    const distance = () => {
      const cards = document.querySelectorAll("main [role=listitem]");
      const card = cards[cards.length - 1] as Element;
      const { top, height } = card.getBoundingClientRect();
      return Math.abs(top + height / 2 - innerHeight / 2);
    };
    const lastId = async () => (await list())?.at(-1)?.invitation.id ?? "";
    const lines = () => page.evaluate(() => document.getAnimations().map(({ playState }) => playState));
    const longPage = async (prefs: Partial<Prefs>) => {
      await open(prefs);
      await page.setViewport({ width: 900, height: 500 });
      await page.evaluate(() => {
        document.body.style.paddingBottom = "600px";
      });
      await page.evaluate(() => {
        window.touched.length = 0;
      });
      await begin();
    };

    it("comes into the middle with a line around it that ends by itself, and the focus stays", async () => {
      await longPage({});
      await page.evaluate(() => {
        document.querySelector("button")?.focus();
      });
      const before = await page.evaluate(() => [document.activeElement?.outerHTML, window.touched.length]);
      expect(await page.evaluate(distance)).toBeGreaterThan(500);
      expect(await tell("page.reveal", { invitationId: await lastId() })).toEqual({ found: true });
      expect(await lines()).toEqual(["running"]);
      await until(`(${distance})() < 60`);
      expect(await page.evaluate(() => [document.activeElement?.outerHTML, window.touched.length])).toEqual(
        before,
      );
      await until(() => document.getAnimations().length === 0);
    });

    it("comes without any movement where the person wants none", async () => {
      await longPage({});
      await page.evaluate(() => {
        window.matchMedia = (query) =>
          ({ matches: query === "(prefers-reduced-motion: reduce)" }) as MediaQueryList;
      });
      const id = await lastId();
      const colors = await page.evaluate(
        (invitationId, howFar) => {
          window.stage.tell({ type: "page.reveal", params: { invitationId } });
          const [line] = document.getAnimations();
          const frames = line?.effect instanceof KeyframeEffect ? line.effect.getKeyframes() : [];
          const middle = new Function(`return (${howFar})()`)() as number;
          return { colors: new Set(frames.map(({ outlineColor }) => outlineColor)).size, middle };
        },
        id,
        distance.toString(),
      );
      expect(colors.colors).toBe(1);
      expect(colors.middle).toBeLessThan(60);
    });

    it("gets no line where nothing may be inserted in the page", async () => {
      await longPage({ mode: "panel" });
      expect(await tell("page.reveal", { invitationId: await lastId() })).toEqual({ found: true });
      expect(await lines()).toEqual([]);
      await until(`(${distance})() < 60`);
      expect(await page.evaluate(() => window.touched)).toEqual([]);
    });

    it("is not found where the page does not hold it", async () => {
      await longPage({});
      expect(await tell("page.reveal", { invitationId: "person:nobody-here" })).toEqual({ found: false });
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  });
});
