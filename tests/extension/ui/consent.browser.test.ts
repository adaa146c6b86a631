/** Who agreed once does not wait for that to be told again; who did not, or took it back, is asked nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { allWell } from "../popup/popup-stage";
import { type OwnPage, ok, openOwn, type PageName } from "./own-page";

const noted = ({ page }: OwnPage) => page.evaluate(() => localStorage.getItem("superlink.agreed"));
const asked = async ({ calls }: OwnPage) => (await calls()).map(([call]) => call);

describe.each(ownPageBrowsers)("in %s, the page", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  describe.each<PageName>(["popup", "review", "panel", "dashboard", "settings"])("%s", (own) => {
    test("asks the host at once where an earlier page noted that the person agreed", async () => {
      const opened = await openOwn(driver, own, {
        agreed: true,
        answers: { ...allWell, "consent.get": "never" },
      });
      await opened.page.waitForFunction(() =>
        (globalThis as unknown as { fake: { calls: string[][] } }).fake.calls.some(
          ([call]) => call === "host.check",
        ),
      );
      expect(await opened.page.$("[data-consent=none]")).toBeNull();
      expect(opened.complaints).toEqual([]);
      await opened.page.close();
    });

    test("believes no note against what it is told, and notes that", async () => {
      const opened = await openOwn(driver, own, {
        agreed: true,
        answers: { ...allWell, "consent.get": ok({ given: false }) },
      });
      await opened.page.waitForSelector("[data-consent=none]");
      expect(await noted(opened)).toBeNull();
      await opened.page.close();
    });

    test("without a note asks only for the consent, and notes what it is told", async () => {
      const opened = await openOwn(driver, own, { answers: { ...allWell, "consent.get": "never" } });
      expect(await asked(opened)).not.toContain("host.check");
      await opened.page.close();
      const told = await openOwn(driver, own, { answers: allWell });
      await told.page.waitForFunction(() => localStorage.getItem("superlink.agreed") === "yes");
      expect(await asked(told)).toContain("host.check");
      await told.page.close();
    });
  });
});
