import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserNames, type Driver, launch } from "../browser";
import { openStage, type Scripts, scripts } from "./play";
import { startingModel } from "./react-driver";
import { type Model, Page } from "./react-page";

const empty = '<div id="root"></div><main><div id="portal"></div></main>';

describe.each(browserNames)("in %s, on a page of LinkedIn's that React drives", (name) => {
  let browser: Driver;
  let parts: Scripts;
  beforeAll(async () => {
    [browser, parts] = await Promise.all([launch(name), scripts()]);
  });
  afterAll(() => browser?.close());

  it.each([
    ["div", 20261122, 1_000],
    ["li", 42, 300],
  ] as const)(
    "every card of %s shows exactly its own badge and React notices nothing (seed %i, %i operations)",
    async (items, seed, count) => {
      const page = await openStage(browser, parts, empty);
      await page.addScriptTag({ content: parts.content });
      const result = await page.evaluate(
        (...[kind, from, times]) => new window.react.Driver(window.stage, kind, from).run(times),
        items,
        seed,
        count,
      );
      expect(result.wrong).toEqual([]);
      expect(result.done).toBe(count);
      expect(result.badges).toBeGreaterThan(2 * count);
      expect(result.explanations).toBeGreaterThan(count / 100);
      const rate = Math.round((count * 1_000) / result.milliseconds);
      const { badges, explanations } = result;
      console.log(
        `${name}, ${items}, seed ${seed}: ${count} operations, ${rate} a second, ` +
          `${badges} badges and ${explanations} explanations looked at`,
      );
      await page.close();
    },
  );

  const server = (model: Model) =>
    renderToString(createElement(Page, { model, around: { nextMount: () => 0, portal: null, gate: null } }));

  it.each([
    ["at once", false],
    ["later, part by part", true],
  ])("React takes over the server's page %s, though badges are there already", async (_, suspended) => {
    const page = await openStage(browser, parts, `<div id="root">${server(startingModel("div"))}</div>`);
    await page.addScriptTag({ content: parts.content });
    const result = await page.evaluate(async (waits) => {
      const { stage, react } = window;
      await stage.settle();
      const before = stage.drawn().map(({ id }) => id);
      let open: () => void = () => undefined;
      const gate = waits ? new Promise<void>((resolve) => (open = resolve)) : null;
      const check = await react.hydrate(stage, react.startingModel("div"), gate);
      await stage.settle();
      stage.tell({ type: "consent.changed" }); // the badges go and come back meanwhile
      await stage.settle();
      open();
      for (let tasks = 0; tasks < 50; tasks++) await window.staging.nextTask();
      await stage.settle();
      check();
      return {
        before,
        after: stage.drawn().map(({ id }) => id),
        cards: react.cardsNow().map(({ id }) => id),
        complaints: stage.complaints,
      };
    }, suspended);
    expect(result.complaints).toEqual([]);
    expect(result.cards).toHaveLength(8);
    expect(result.before).toEqual(result.cards);
    expect(result.after).toEqual(result.cards);
    await page.close();
  });
});
