import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserNames, bundle, type Driver, launch, pageHtml } from "../browser";
import { pagesFolder, readingsOf, readPage } from "./reading";

const names = readdirSync(join(pagesFolder, "lookalikes")).map(
  (file) => `lookalikes/${file.replace(".html", "")}`,
);

describe.each(browserNames)("in %s", (browser) => {
  let driver: Driver;
  let script: string;
  beforeAll(async () => {
    driver = await launch(browser);
    script = await bundle("linkedin/index.ts", "linkedin");
  });
  afterAll(() => driver.close());

  it.each(["sent-tab", ...names])("nothing on %s is taken for a received invitation", async (name) => {
    const page = await driver.open(pageHtml(name));
    await page.addScriptTag({ content: script });
    expect(readingsOf(await readPage(page))).toEqual([]);
    await page.close();
  });
});
