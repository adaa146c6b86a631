import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, type Driver, launch, pageExpected, pageHtml } from "../browser";
import { mutations, redesign } from "./mutations";
import { compared, type Expected, pageNames, readPage } from "./reading";

describe("after a redesign", () => {
  let driver: Driver;
  let script: string;
  beforeAll(async () => {
    driver = await launch("chromium");
    script = await bundle("linkedin/index.ts", "linkedin");
  });
  afterAll(() => driver.close());

  describe.each(mutations)("in which $what", ({ run }) => {
    // The phrases to translate are those of the pages of the first folder.
    const names = run.translate ? pageNames() : [...pageNames(), ...pageNames("more")];
    it.each(names)("every invitation of %s is found, with its name, link and headline", async (pageName) => {
      const page = await driver.open(pageHtml(pageName));
      await page.evaluate(redesign, run);
      await page.addScriptTag({ content: script });
      const readings = await readPage(page);
      const expected = pageExpected(pageName) as Expected[];
      const without = run.translate ? ["mutualConnections", "note", "sentAgo", "ageDays", "kind"] : [];
      expect(readings.map(({ invitation }) => compared(invitation, without))).toEqual(
        expected.map((one) => compared(one, without)),
      );
      for (const { confidence, invitation } of readings) {
        if (run.translate && invitation.mutualConnections === null) {
          expect(confidence.mutualConnections).toBe("unknown");
        }
      }
      await page.close();
    });
  });
});
