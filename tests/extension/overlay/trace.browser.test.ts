import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browserNames, type Driver, launch, pageHtml } from "../browser";
import { bodyOf, openStage, type Scripts, scripts } from "./play";

declare global {
  interface Window {
    /** What a script of the page can find out about every element, and about itself. */
    probe(): { nodes: string[]; globals: string[]; loaded: string[]; sheets: number; seen: string[] };
    heard: string[];
    places(): Record<string, string>;
  }
}

/** Runs in the page, as a curious script of LinkedIn's would. */
function bringProbe(): void {
  const seen: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { type, target } of records) seen.push(`${type} of ${target.nodeName}`);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.probe = () => ({
    nodes: [...document.querySelectorAll("*")].map((element) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
      return `${element.localName} ${attributes.join(" ")} ${element.childNodes.length} ${element.shadowRoot}`;
    }),
    globals: Object.getOwnPropertyNames(window).sort(),
    loaded: performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes("extension://")),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    seen,
  });
  window.heard = [];
  for (const type of ["click", "pointerdown", "mousedown", "mouseup", "keydown", "keyup"]) {
    document.querySelector("main")?.addEventListener(type, () => window.heard.push(type));
  }
  /** Where everything in the cards stands, seen from its card. */
  window.places = () => {
    const places: Record<string, string> = {};
    for (const [number, card] of [...document.querySelectorAll("[role=listitem]")].entries()) {
      const { left, top } = card.getBoundingClientRect();
      for (const [at, element] of [...card.querySelectorAll("*")].entries()) {
        const box = element.getBoundingClientRect();
        const size = [box.left - left, box.top - top, box.width, box.height].map((one) => one.toFixed(1));
        places[`${number} ${at} ${element.localName}`] = size.join(" ");
      }
    }
    return places;
  };
}

describe.each(browserNames)("in %s, a badge on a card of today's layout", (name) => {
  let browser: Driver;
  let parts: Scripts;
  let page: Page;
  beforeAll(async () => {
    [browser, parts] = await Promise.all([launch(name), scripts()]);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await openStage(browser, parts, bodyOf(pageHtml("era-c2-lazycolumn")));
    await page.evaluate(bringProbe);
  });
  afterEach(() => page.close());

  const begin = async () => {
    await page.addScriptTag({ content: parts.content });
    await page.evaluate(() => window.stage.settle());
  };

  it("adds no node, attribute, name, address or style sheet that the page could find", async () => {
    const before = await page.evaluate(() => window.probe());
    await page.evaluate(parts.content); // as a content script: no element carries it
    await page.evaluate(() => window.stage.settle());
    const after = await page.evaluate(() => window.probe());
    expect(await page.evaluate(() => window.stage.drawn().length)).toBe(14);
    expect(after).toEqual({ ...before, seen: [], loaded: [] });
  });

  it("leaves everything of LinkedIn's where it stood in its card", async () => {
    const before = await page.evaluate(() => window.places());
    await begin();
    const after = await page.evaluate(() => window.places());
    const moved = Object.entries(before).filter(([what, place]) => after[what] !== place);
    expect(moved.map(([what, place]) => `${what}: ${place}, now ${after[what]}`)).toEqual([]);
    expect(Object.keys(before).length).toBeGreaterThan(300);
  });

  it("opens nothing for events that the page made up", async () => {
    await begin();
    const open = await page.evaluate(() => {
      const types = ["click", "pointerenter", "pointerover", "mouseover", "focus", "focusin", "keydown"];
      for (const { host, pill } of window.stage.drawn()) {
        for (const target of [host, pill]) {
          for (const type of types)
            target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
          target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
          (target as HTMLElement).click();
        }
      }
      return window.stage.drawn().filter(({ explained }) => explained !== null).length;
    });
    expect(open).toBe(0);
  });

  it("opens and closes for a person's click, of which the card's own listeners hear nothing", async () => {
    await begin();
    const place = await page.evaluate(() => {
      const pill = window.stage.drawn()[0]?.pill as HTMLElement;
      pill.scrollIntoView({ block: "center" });
      const { left, top, width, height } = pill.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const opened = () => page.evaluate(() => window.stage.drawn()[0]?.explained ?? null);
    await page.mouse.click(place.x, place.y);
    expect(await opened()).toContain("Ottoline Grackle");
    await page.keyboard.press("Escape");
    expect(await opened()).toBeNull();
    await page.keyboard.press("Enter");
    expect(await opened()).toContain("Ottoline Grackle");
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });
});
