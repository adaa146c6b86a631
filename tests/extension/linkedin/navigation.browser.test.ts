import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browserNames, bundle, type Driver, launch, receivedUrl } from "../browser";

declare global {
  interface Window {
    visited: string[];
    ended: AbortController;
  }
}

describe.each(browserNames)("in %s, going somewhere else within LinkedIn", (browser) => {
  let driver: Driver;
  let script: string;
  let page: Page;

  beforeAll(async () => {
    driver = await launch(browser);
    script = await bundle("linkedin/index.ts", "linkedin");
  });
  afterAll(() => driver.close());
  beforeEach(async () => {
    page = await driver.open(
      "<!DOCTYPE html><title>LinkedIn</title><main></main>",
      "https://www.linkedin.com/feed/",
    );
    await page.addScriptTag({ content: script });
  });
  afterEach(() => page.close());

  const watch = () =>
    page.evaluate(() => {
      window.visited = [];
      window.ended = new AbortController();
      window.linkedin.watchAddress(window, (url) => window.visited.push(url), window.ended.signal);
    });
  const visits = async (count: number) => {
    await page.waitForFunction((least) => window.visited.length >= least, {}, count);
    return page.evaluate(() => window.visited);
  };

  it("is told when the page pushes and replaces addresses, and when the person goes back", async () => {
    await watch();
    await page.evaluate((url) => history.pushState(null, "", url), receivedUrl);
    expect(await visits(1)).toEqual([receivedUrl]);
    await page.evaluate(() => history.replaceState(null, "", "/mynetwork/grow/"));
    expect((await visits(2))[1]).toBe("https://www.linkedin.com/mynetwork/grow/");
    await page.evaluate(() => history.back());
    expect((await visits(3))[2]).toBe("https://www.linkedin.com/feed/");
  });

  it("is told where the browser has no Navigation API", async () => {
    await page.evaluate(() => Object.defineProperty(window, "navigation", { value: undefined }));
    await watch();
    await page.evaluate((url) => history.pushState(null, "", url), receivedUrl);
    expect(await visits(1)).toEqual([receivedUrl]);
  });

  it("is not told of the same address again, nor after the end", async () => {
    await watch();
    await page.evaluate(() => history.pushState(null, "", location.href));
    await page.evaluate((url) => history.pushState(null, "", url), receivedUrl);
    expect(await visits(1)).toEqual([receivedUrl]);
    await page.evaluate(() => {
      window.ended.abort();
      history.pushState(null, "", "/feed/");
    });
    expect(await page.evaluate(() => window.visited.length)).toBe(1);
  });
});
