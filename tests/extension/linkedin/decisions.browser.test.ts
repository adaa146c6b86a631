import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browserNames, bundle, type Driver, launch } from "../browser";

const html = `<!DOCTYPE html><html lang="en"><head><title>Invitations</title></head><body>
<main><div class="toolbar"><input type="checkbox"><button class="all-ignore">Ignore</button><button class="all-accept">Accept</button></div></main></body></html>`;

declare global {
  interface Window {
    /** "accept Ada Nowhere 1", ... as they are told. */
    told: string[];
    leaving: AbortController;
    /** Lets this many milliseconds of the watch's own time pass. */
    pass(milliseconds: number): void;
    cardOf(number: number): HTMLElement;
    /** What LinkedIn does when a control of the card is used; set by a test. */
    answer(card: HTMLElement, control: string): void;
    settled(): Promise<void>;
  }
}

/** Runs in the page: cards that answer clicks as told, a watch, and a clock in our hands. */
async function prepare(): Promise<void> {
  const { watchInvitations, watchDecisions } = window.linkedin;
  let now = 0;
  let next = 1;
  const due = new Map<number, { at: number; run: () => void }>();
  window.pass = (milliseconds) => {
    const end = now + milliseconds;
    for (;;) {
      const first = [...due].sort((a, b) => a[1].at - b[1].at)[0];
      if (!first || first[1].at > end) break;
      now = first[1].at;
      due.delete(first[0]);
      first[1].run();
    }
    now = end;
  };
  window.told = [];
  window.leaving = new AbortController();
  const list = window.made.list(4);
  for (const card of list.children) {
    const box = document.createElement("input");
    box.type = "checkbox";
    card.prepend(box);
  }
  window.cardOf = (number) => document.querySelector(`[componentkey$="nowhere-${number}"]`) as HTMLElement;
  window.answer = () => undefined;
  list.addEventListener("click", (event) => {
    const control = (event.target as Element).closest("button, [role=button]");
    const card = control?.closest("[role=listitem]");
    if (card && control) window.answer(card as HTMLElement, control.className);
  });
  let cards: readonly import("../../../extension/src/linkedin").Seen[] = [];
  const { signal } = window.leaving;
  let changes = 0;
  watchInvitations({
    document,
    signal,
    onChange: (change) => {
      cards = change.cards;
      changes++;
    },
  });
  window.settled = async () => {
    await window.made.frames(3);
  };
  while (changes === 0) await window.made.frames(1);
  watchDecisions({
    document,
    signal,
    cards: () => cards,
    isOurs: (node) => node instanceof Element && node.localName === "x-ours",
    onDecision: ({ invitation, action }) => window.told.push(`${action} ${invitation.name}`),
    timers: {
      setTimeout: (run, milliseconds) => {
        due.set(next, { at: now + milliseconds, run });
        return next++;
      },
      clearTimeout: (timer) => due.delete(timer),
    },
  });
}

describe.each(browserNames)("in %s, what the person does", (browser) => {
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
    await page.evaluate(prepare);
  });
  afterEach(() => page.close());

  const selector = (number: number, control: string) => `[componentkey$="nowhere-${number}"] .${control}`;
  const use = (number: number, control: string) => page.click(selector(number, control));
  const told = () => page.evaluate(() => window.told);
  const pass = (milliseconds: number) =>
    page.evaluate(async (time) => {
      await window.settled();
      window.pass(time);
      await window.settled();
    }, milliseconds);
  const cardGoes = () =>
    page.evaluate(() => {
      window.answer = (card) => card.remove();
    });

  it("counts as an acceptance when the card goes after Accept, once", async () => {
    await cardGoes();
    await use(1, "accept");
    await pass(1_000);
    expect(await told()).toEqual([]);
    await pass(60_000);
    expect(await told()).toEqual(["accept Ada Nowhere 1"]);
  });

  it("counts as an ignoring when the card goes after Ignore", async () => {
    await cardGoes();
    await use(2, "ignore");
    await pass(5_000);
    expect(await told()).toEqual(["ignore Ada Nowhere 2"]);
  });

  it.each(["Enter", " "] as const)("counts with the key %j as with the mouse", async (key) => {
    await cardGoes();
    await page.focus(selector(0, "accept"));
    await page.keyboard.press(key);
    await pass(5_000);
    expect(await told()).toEqual(["accept Ada Nowhere 0"]);
  });

  it("counts with a key on a control that is no native button", async () => {
    await page.evaluate(async () => {
      const button = window.cardOf(1).querySelector(".accept") as Element;
      const made = document.createElement("div");
      for (const { name, value } of [...button.attributes]) made.setAttribute(name, value);
      made.setAttribute("role", "button");
      made.tabIndex = 0;
      made.textContent = "Accept";
      made.addEventListener("keydown", () => window.cardOf(1).remove());
      button.replaceWith(made);
      await window.settled();
    });
    await page.focus(selector(1, "accept"));
    await page.keyboard.press("Enter");
    await pass(5_000);
    expect(await told()).toEqual(["accept Ada Nowhere 1"]);
  });

  it("counts when an acknowledgement takes the place of the card's content", async () => {
    await page.evaluate(() => {
      window.answer = (card) => card.replaceChildren("Ada Nowhere 1 is now a connection");
    });
    await use(1, "accept");
    await pass(5_000);
    expect(await told()).toEqual(["accept Ada Nowhere 1"]);
  });

  it("does not count while the card stays", async () => {
    await use(1, "accept");
    await pass(11_000);
    await page.evaluate(() => window.cardOf(1).remove());
    await pass(60_000);
    expect(await told()).toEqual([]);
  });

  it("does not count when the card comes back: undone, or failed", async () => {
    await page.evaluate(() => {
      window.answer = (card) => card.remove();
    });
    await use(1, "ignore");
    await pass(2_000);
    await page.evaluate(() =>
      document.querySelector("#list")?.append(window.made.card(window.made.person(1))),
    );
    await pass(60_000);
    expect(await told()).toEqual([]);
  });

  it("counts once though the card is rendered anew in between", async () => {
    await page.evaluate(() => {
      window.answer = (card) => card.replaceWith(window.made.card(window.made.person(1)));
    });
    await use(1, "accept");
    await pass(1_000);
    await page.evaluate(() => window.cardOf(1).remove());
    await pass(60_000);
    expect(await told()).toEqual(["accept Ada Nowhere 1"]);
  });

  it("waits for LinkedIn's dialog, however long it is read, and counts if it is confirmed", async () => {
    await page.evaluate(() => {
      window.answer = () => {
        const dialog = document.createElement("div");
        dialog.setAttribute("role", "dialog");
        dialog.textContent = "Take care when connecting";
        document.body.append(dialog);
      };
    });
    await use(1, "accept");
    await pass(30_000);
    await page.evaluate(() => {
      document.querySelector("[role=dialog]")?.remove();
      window.cardOf(1).remove();
    });
    await pass(5_000);
    expect(await told()).toEqual(["accept Ada Nowhere 1"]);
  });

  it("does not count if the dialog is cancelled", async () => {
    await page.evaluate(() => {
      window.answer = () => {
        const dialog = document.createElement("dialog");
        document.body.append(dialog);
        dialog.showModal();
      };
    });
    await use(1, "accept");
    await pass(15_000);
    await page.evaluate(() => document.querySelector("dialog")?.remove());
    await pass(30_000);
    await page.evaluate(() => window.cardOf(1).remove());
    await pass(60_000);
    expect(await told()).toEqual([]);
  });

  it("waits while the controls are disabled", async () => {
    await page.evaluate(() => {
      window.answer = (card) => {
        for (const button of card.querySelectorAll("button")) button.disabled = true;
      };
    });
    await use(3, "accept");
    await pass(25_000);
    await page.evaluate(() => window.cardOf(3).remove());
    await pass(5_000);
    expect(await told()).toEqual(["accept Ada Nowhere 3"]);
  });

  it("does not count a card that leaves without a click", async () => {
    await page.evaluate(() => window.cardOf(1).remove());
    await pass(60_000);
    expect(await told()).toEqual([]);
  });

  it("does not count what a script clicks", async () => {
    await cardGoes();
    await page.evaluate(() => (window.cardOf(1).querySelector(".accept") as HTMLElement).click());
    await pass(60_000);
    expect(await told()).toEqual([]);
  });

  it("does not count clicks elsewhere on the card, nor on what we drew", async () => {
    await page.evaluate(() => {
      window.cardOf(1).addEventListener("click", () => window.cardOf(1).remove());
      const ours = document.createElement("x-ours");
      ours.textContent = "Advice";
      window.cardOf(2).querySelector(".accept")?.append(ours);
      window.cardOf(2).addEventListener("click", () => window.cardOf(2).remove());
    });
    await page.click('[componentkey$="nowhere-1"] .headline');
    await page.click('[componentkey$="nowhere-2"] x-ours');
    await pass(60_000);
    expect(await told()).toEqual([]);
  });

  it("does not count when the whole list goes with the page, without a word", async () => {
    await page.evaluate(() => {
      window.answer = () => {
        history.pushState(null, "", "/feed/");
        document.querySelector("#list")?.remove();
      };
    });
    await use(1, "accept");
    await pass(1_000);
    await page.evaluate(() => window.leaving.abort());
    expect(await told()).toEqual([]);
  });

  it("counts what the page had confirmed before it was left", async () => {
    await cardGoes();
    await use(1, "accept");
    await pass(500);
    await page.evaluate(() => window.leaving.abort());
    expect(await told()).toEqual(["accept Ada Nowhere 1"]);
  });

  it("counts the last click when both controls are used", async () => {
    await use(1, "accept");
    await cardGoes();
    await use(1, "ignore");
    await pass(5_000);
    expect(await told()).toEqual(["ignore Ada Nowhere 1"]);
  });

  it("counts every selected card when the toolbar accepts them all", async () => {
    await page.evaluate(() => {
      document.querySelector(".all-accept")?.addEventListener("click", () => {
        for (const box of document.querySelectorAll("[role=listitem] input:checked"))
          box.closest("[role=listitem]")?.remove();
      });
    });
    await page.click('[componentkey$="nowhere-0"] input');
    await page.click('[componentkey$="nowhere-3"] input');
    await page.click(".all-accept");
    await pass(5_000);
    expect((await told()).sort()).toEqual(["accept Ada Nowhere 0", "accept Ada Nowhere 3"]);
  });
});
