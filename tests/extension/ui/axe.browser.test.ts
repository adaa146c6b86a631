import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "./axe";

const pageOf = (size: number) => `<!doctype html><html lang="en"><head><title>Two buttons</title>
  <style>button { width: ${size}px; height: ${size}px; padding: 0; border: 0; margin: 0; }</style></head>
  <body><main><h1>Two buttons</h1><button>a</button><button>b</button></main></body></html>`;

describe.each(ownPageBrowsers)("axe in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  test("finds targets below 24 px, and lets those of 24 px be", async () => {
    const small = await driver.open(pageOf(16));
    expect((await axeFindings(small)).map((finding) => finding.split(":")[0])).toEqual([
      "target-size",
      "target-size",
    ]);
    await small.close();
    const large = await driver.open(pageOf(24));
    expect(await axeFindings(large)).toEqual([]);
    await large.close();
  });
});
