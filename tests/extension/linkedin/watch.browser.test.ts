import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../../extension/src/linkedin";
import { browserNames, bundle, type Driver, launch } from "../browser";

const html =
  '<!DOCTYPE html><html lang="en"><head><title>Invitations</title></head><body><main></main><aside></aside></body></html>';

declare global {
  interface Window {
    changes: Change[];
    ending: AbortController;
    /** The names now told, in order. */
    names(): string[];
    /** Resolves with the number of changes once there are at least `count`. */
    changed(count: number): Promise<number>;
    /** How often anything asked the page for elements since the last call. */
    looked(): number;
  }
}

describe.each(browserNames)("in %s, the watch", (browser) => {
  let driver: Driver;
  let scripts: string[];
  let page: Page;

  beforeAll(async () => {
    driver = await launch(browser);
    scripts = [
      await bundle("linkedin/index.ts", "linkedin"),
      await bundle("../../tests/extension/linkedin/made.ts", "made"),
    ];
  });
  afterAll(() => driver.close());

  beforeEach(async () => {
    page = await driver.open(html);
    for (const content of scripts) await page.addScriptTag({ content });
    await page.evaluate(async () => {
      window.changes = [];
      window.ending = new AbortController();
      window.names = () => (window.changes.at(-1)?.cards ?? []).map(({ reading }) => reading.invitation.name);
      window.changed = async (count) => {
        while (window.changes.length < count) await window.made.frames(1);
        return window.changes.length;
      };
      let asked = 0;
      const original = Document.prototype.querySelectorAll;
      Document.prototype.querySelectorAll = function (this: Document, selector: string) {
        asked++;
        return original.call(this, selector);
      } as typeof original;
      window.looked = () => {
        const count = asked;
        asked = 0;
        return count;
      };
      window.made.list(4);
      window.linkedin.watchInvitations({
        document,
        signal: window.ending.signal,
        isOurs: (node) => node instanceof Element && node.localName === "x-ours",
        onChange: (change) => window.changes.push(change),
      });
      await window.changed(1);
    });
  });
  afterEach(() => page.close());

  it("tells first of all cards that are there, in order", async () => {
    const [first] = await page.evaluate(() =>
      window.changes.map(({ cards, added, removed, seen, unread }) => ({
        names: cards.map(({ reading }) => reading.invitation.name),
        added: added.length,
        removed,
        seen,
        unread,
      })),
    );
    expect(first).toEqual({
      names: ["Ada Nowhere 0", "Ada Nowhere 1", "Ada Nowhere 2", "Ada Nowhere 3"],
      added: 4,
      removed: [],
      seen: 4,
      unread: 0,
    });
  });

  it("tells of a card that scrolling brings before it is painted twice, and reads no other again", async () => {
    const result = await page.evaluate(async () => {
      document.querySelector("#list")?.append(window.made.card(window.made.person(9)));
      await window.made.frames(2);
      const [before, after] = window.changes;
      return {
        changes: window.changes.length,
        added: after?.added.map(({ reading }) => reading.invitation.id),
        removed: after?.removed,
        untouched: before?.cards.every((seen, at) => seen === after?.cards[at]),
        names: window.names().length,
      };
    });
    expect(result).toEqual({
      changes: 2,
      added: ["person:ada-nowhere-9"],
      removed: [],
      untouched: true,
      names: 5,
    });
  });

  it("tells of many cards that come in one go once", async () => {
    const result = await page.evaluate(async () => {
      for (let at = 10; at < 40; at++)
        document.querySelector("#list")?.append(window.made.card(window.made.person(at)));
      await window.made.frames(3);
      return { changes: window.changes.length, added: window.changes[1]?.added.length };
    });
    expect(result).toEqual({ changes: 2, added: 30 });
  });

  it("knows a node that is recycled for someone else", async () => {
    const result = await page.evaluate(async () => {
      const root = document.querySelector("#list")?.children[1] as Element;
      root.replaceChildren(...window.made.card(window.made.person(7)).childNodes);
      await window.changed(2);
      const last = window.changes.at(-1);
      return {
        names: window.names(),
        added: last?.added.map(({ reading }) => reading.invitation.id),
        removed: last?.removed,
        sameNode: last?.cards[1]?.card.root === root,
      };
    });
    expect(result).toEqual({
      names: ["Ada Nowhere 0", "Ada Nowhere 7", "Ada Nowhere 2", "Ada Nowhere 3"],
      added: ["person:ada-nowhere-7"],
      removed: ["person:ada-nowhere-1"],
      sameNode: true,
    });
  });

  it("knows a node whose texts and addresses alone are recycled", async () => {
    const names = await page.evaluate(async () => {
      const root = document.querySelector("#list")?.children[0] as Element;
      for (const anchor of root.querySelectorAll("a")) anchor.setAttribute("href", "/in/nia-else/");
      const text = root.querySelector("strong")?.firstChild as Text;
      text.data = "Nia Else";
      root.querySelector("img[alt]")?.setAttribute("alt", "Nia Else’s profile picture");
      root
        .querySelector(".ignore")
        ?.setAttribute("aria-label", "Ignore an invitation to connect from Nia Else");
      root.querySelector(".accept")?.setAttribute("aria-label", "Accept Nia Else’s invitation");
      await window.changed(2);
      return {
        names: window.names(),
        ids: window.changes.at(-1)?.added.map(({ reading }) => reading.invitation.id),
      };
    });
    expect(names.names[0]).toBe("Nia Else");
    expect(names.ids).toEqual(["person:nia-else"]);
  });

  it("follows a card that is rendered anew, without taking it for another", async () => {
    const result = await page.evaluate(async () => {
      const fresh = window.made.card(window.made.person(2));
      document.querySelector("#list")?.children[2]?.replaceWith(fresh);
      await window.changed(2);
      const last = window.changes.at(-1);
      return {
        added: last?.added.length,
        removed: last?.removed.length,
        follows: last?.cards[2]?.card.root === fresh,
      };
    });
    expect(result).toEqual({ added: 0, removed: 0, follows: true });
  });

  it("tells the new order when cards change places", async () => {
    const result = await page.evaluate(async () => {
      const list = document.querySelector("#list") as Element;
      list.prepend(list.children[3] as Element);
      await window.changed(2);
      const last = window.changes.at(-1);
      return { names: window.names(), added: last?.added.length, removed: last?.removed.length };
    });
    expect(result).toEqual({
      names: ["Ada Nowhere 3", "Ada Nowhere 0", "Ada Nowhere 1", "Ada Nowhere 2"],
      added: 0,
      removed: 0,
    });
  });

  it("tells of cards that go, one or all", async () => {
    const result = await page.evaluate(async () => {
      document.querySelector("#list")?.children[0]?.remove();
      await window.changed(2);
      const one = window.changes.at(-1)?.removed;
      document.querySelector("#list")?.remove();
      await window.changed(3);
      return { one, all: window.changes.at(-1)?.removed.length, left: window.names() };
    });
    expect(result).toEqual({ one: ["person:ada-nowhere-0"], all: 3, left: [] });
  });

  it("tells what reads otherwise now", async () => {
    const result = await page.evaluate(async () => {
      const headline = document.querySelector(".headline") as Element;
      headline.textContent = "Retired";
      await window.changed(2);
      const last = window.changes.at(-1);
      return [last?.added.length, last?.changed.map(({ reading }) => reading.invitation.headline)];
    });
    expect(result).toEqual([0, ["Retired"]]);
  });

  it("waits for a card that comes in pieces", async () => {
    const names = await page.evaluate(async () => {
      const whole = window.made.card(window.made.person(8));
      const details = whole.firstElementChild as Element;
      details.remove();
      document.querySelector("#list")?.append(whole);
      await window.made.frames(3);
      whole.prepend(details);
      while (window.names().length < 5) await window.made.frames(1);
      return window.names();
    });
    expect(names.at(-1)).toBe("Ada Nowhere 8");
  });

  it("does not look at the page when nothing happens, nor for what we do ourselves", async () => {
    const looked = await page.evaluate(async () => {
      await window.made.frames(2);
      window.looked();
      await window.made.frames(5);
      const idle = window.looked();
      const ours = document.createElement("x-ours");
      document.querySelector("#list")?.children[0]?.append(ours);
      ours.append("Advice");
      ours.setAttribute("aria-label", "Advice");
      ours.remove();
      await window.made.frames(5);
      return { idle, ours: window.looked(), changes: window.changes.length };
    });
    expect(looked).toEqual({ idle: 0, ours: 0, changes: 1 });
  });

  it("does not look for what happens in the messaging overlay", async () => {
    const looked = await page.evaluate(async () => {
      await window.made.frames(2);
      window.looked();
      document.querySelector("aside")?.append(document.createElement("button"), "Hello");
      await window.made.frames(5);
      return window.looked();
    });
    expect(looked).toBe(0);
  });

  it("tells of new cards in a hidden tab, where no frames come", async () => {
    const names = await page.evaluate(async () => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      window.requestAnimationFrame = () => 0;
      document.querySelector("#list")?.append(window.made.card(window.made.person(5)));
      while (window.changes.length < 2) await new Promise((resolve) => setTimeout(resolve));
      return window.names();
    });
    expect(names).toContain("Ada Nowhere 5");
  });

  it("counts a card that names no one as seen and unread", async () => {
    const result = await page.evaluate(async () => {
      const nameless = window.made.card(window.made.person(6));
      for (const part of nameless.querySelectorAll("a, p, img")) part.remove();
      for (const button of nameless.querySelectorAll("button")) button.removeAttribute("aria-label");
      document.querySelector("#list")?.append(nameless);
      await window.changed(2);
      const last = window.changes.at(-1);
      return { seen: last?.seen, unread: last?.unread, cards: last?.cards.length, added: last?.added.length };
    });
    expect(result).toEqual({ seen: 5, unread: 1, cards: 4, added: 0 });
  });

  it("tells of an invitation once, though it is rendered twice", async () => {
    const result = await page.evaluate(async () => {
      const copy = window.made.card(window.made.person(0));
      copy.removeAttribute("componentkey");
      document.querySelector("#list")?.append(copy);
      await window.made.frames(3);
      const before = window.names().length;
      document.querySelector("#list")?.children[0]?.remove();
      await window.changed(2);
      return { before, after: window.names(), removed: window.changes.at(-1)?.removed };
    });
    expect(result.before).toBe(4);
    expect(result.after).toEqual(["Ada Nowhere 1", "Ada Nowhere 2", "Ada Nowhere 3", "Ada Nowhere 0"]);
    expect(result.removed).toEqual([]);
  });

  it("sees into open shadow trees that come later", async () => {
    const names = await page.evaluate(async () => {
      const host = document.createElement("div");
      const shadow = host.attachShadow({ mode: "open" });
      document.querySelector("main")?.append(host);
      await window.made.frames(2);
      shadow.append(window.made.card(window.made.person(5)));
      await window.changed(2);
      return window.names();
    });
    expect(names.at(-1)).toBe("Ada Nowhere 5");
  });

  it("leaves nothing behind when it ends", async () => {
    const result = await page.evaluate(async () => {
      window.ending.abort();
      window.looked();
      document.querySelector("#list")?.append(window.made.card(window.made.person(5)));
      await window.made.frames(4);
      return { looked: window.looked(), changes: window.changes.length };
    });
    expect(result).toEqual({ looked: 0, changes: 1 });
  });
});
