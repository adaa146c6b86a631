import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Correction } from "../../../extension/src/native/protocol";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import { type Answers, emptySettings, ok, openOwn, ready } from "../ui/own-page";

const never: Correction = { code: "SALES_LANGUAGE", correction: "never", invitationId: null };
const wrong: Correction = { code: "SENIORITY", correction: "wrong", invitationId: "person:ada" };
const unknown: Correction = { code: "A_REASON_OF_TOMORROW", correction: "less", invitationId: null };
const list = (...corrections: Correction[]) => ok({ corrections, ledger: [] });

describe.each(ownPageBrowsers)("what was said of reasons, in the settings in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (answers: Answers, until: string) => {
    const own = await openOwn(driver, "settings", {
      answers: {
        "consent.get": ok({ given: true }),
        "host.check": ok(ready),
        "settings.get": ok({ settings: emptySettings, updatedAt: 1 }),
        ...answers,
      },
    });
    await own.page.waitForSelector(until);
    return own;
  };

  test("stands in words, one about an invitation without naming it, unknown reasons left out", async () => {
    const { page } = await open({ "reasons.list": list(unknown, never, wrong) }, "#said li");
    expect(
      await page.$$eval("#said li > div", (rows) =>
        rows.map((row) => [...row.children].map((one) => one.textContent)),
      ),
    ).toEqual([
      ["Sounds like a sales pitch", "Not used any more"],
      ["Their level of experience", "Wrong about one invitation"],
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test("is taken back, and said again by the same button in the same place", async () => {
    const { page, text, calls, answer } = await open(
      { "reasons.list": list(never, wrong), "reasons.correct": list(never) },
      "#said li",
    );
    await page.focus("#said [data-said=wrong] button");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#said [data-said=wrong][data-back=true]");
    expect(await text("#said [data-said=wrong] button")).toBe("Undo");
    expect(await text("#said > output")).toBe("Taken back: Their level of experience");
    await answer({ "reasons.correct": list(never, wrong) });
    await page.keyboard.press("Enter");
    await page.waitForSelector("#said [data-said=wrong][data-back=false]");
    expect(
      (await calls()).filter(([call]) => call === "reasons.correct").map(([, params]) => params),
    ).toEqual([{ ...wrong, correction: "none" }, wrong]);
    await page.close();
  });

  test("what could not be taken back stays, and says so", async () => {
    const { page, text } = await open(
      { "reasons.list": list(never), "reasons.correct": { ok: false, code: "BUSY" } },
      "#said li",
    );
    await page.click("#said li button");
    await page.waitForSelector("#said > output.error");
    expect(await text("#said > output")).toBe("That could not be kept. Please try again.");
    expect(await page.$("#said [data-back=false]")).not.toBeNull();
    await page.close();
  });

  test("a correction made on a page appears", async () => {
    const { page, answer, emit } = await open({ "reasons.list": list() }, "#said .empty");
    await answer({ "reasons.list": list(never) });
    await emit("plan.changed", {});
    await page.waitForSelector("#said [data-said=never]");
    expect(await page.$("#said .empty")).toBeNull();
    await page.close();
  });

  test("a list that cannot be read is asked again", async () => {
    const { page, answer } = await open(
      { "reasons.list": { ok: false, code: "TIMEOUT" } },
      "[data-said=failed]",
    );
    await answer({ "reasons.list": list(never) });
    await page.click("[data-said=failed] button");
    await page.waitForSelector("#said li");
    await page.close();
  });
});
