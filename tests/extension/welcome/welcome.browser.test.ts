import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserNames, type Driver, launch } from "../browser";
import { ok, openOwn, ready } from "../ui/own-page";

describe.each(browserNames)("the first-run page in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const asked = { "consent.get": ok({ given: false }), "host.check": ok(ready) };

  test("says what is read, where it stays and what LinkedIn says, and asks; the host is left alone", async () => {
    const { page, text, calls, complaints } = await openOwn(driver, "welcome", { answers: asked });
    const words = await text("main");
    for (const part of [
      "name and headline",
      "mutual connections",
      "note",
      "on this computer",
      "never clicks",
    ]) {
      expect(words).toContain(part);
    }
    expect(await text("[data-fact=terms]")).toContain("section 8.2");
    await page.waitForFunction(
      () => (globalThis as unknown as { fake: { calls: unknown[] } }).fake.calls.length > 0,
    );
    expect(await calls()).toEqual([["consent.get", {}]]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("the two answers weigh the same: same size, same look, one beside the other", async () => {
    const { page } = await openOwn(driver, "welcome", { answers: asked });
    const looks = await page.$$eval(".answers button", (buttons) =>
      buttons.map((button) => {
        const { width, height, top } = button.getBoundingClientRect();
        const { color, backgroundColor, borderTopColor, fontWeight, fontSize } = getComputedStyle(button);
        return { width, height, top, color, backgroundColor, borderTopColor, fontWeight, fontSize };
      }),
    );
    expect(looks).toHaveLength(2);
    expect(looks[0]).toEqual(looks[1]);
    await page.close();
  });

  test("agreeing is kept, and leads on: host, settings, invitations", async () => {
    const { page, text, calls, answer } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.set": ok({ given: true }), "host.check": ok({ state: "missing" }) },
    });
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-mend=missing]");
    expect(await calls()).toContainEqual(["consent.set", { given: true }]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("next");
    expect(await page.$("[data-action=agree]")).toBeNull();
    // The person runs the installer; the page notices by itself.
    await answer({ "host.check": ok(ready) });
    await page.waitForSelector("[data-host=ready]");
    expect(await text("[data-host]")).toBe("Host ready, version 0.1.0");
    await page.click("[data-action=settings]");
    await page.waitForFunction(() =>
      (globalThis as unknown as { fake: { calls: string[][] } }).fake.calls.some(
        ([call]) => call === "openOptionsPage",
      ),
    );
    expect(await page.$eval(".steps a", (link) => (link as HTMLAnchorElement).href)).toBe(
      "https://www.linkedin.com/mynetwork/invitation-manager/received/",
    );
    await page.close();
  });

  test("not now is kept too, is taken kindly, and can be changed", async () => {
    const { page, text, calls } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.set": ok({ given: false }) },
    });
    await page.click("[data-action=decline]");
    await page.waitForSelector("[data-consent=declined]");
    expect(await text(".question output")).toContain("nothing is read");
    expect((await calls()).map(([call]) => call)).toEqual(["consent.get", "consent.set"]);
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-consent=given]");
    await page.close();
  });

  test("an answer that could not be kept is not taken as given", async () => {
    const { page, text } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.set": { ok: false, code: "EXTENSION_GONE" } },
    });
    await page.click("[data-action=agree]");
    await page.waitForSelector("[data-consent=failed]");
    expect(await text(".question output")).toContain("could not be kept");
    expect(await page.$(".steps")).toBeNull();
    await page.close();
  });

  test("who agreed before finds the next steps, not the question", async () => {
    const { page } = await openOwn(driver, "welcome", {
      answers: { ...asked, "consent.get": ok({ given: true }) },
    });
    await page.waitForSelector(".steps [data-host=ready]");
    expect(await page.$(".answers")).toBeNull();
    await page.close();
  });

  test("on a narrow window, as at 400 % zoom, nothing sticks out", async () => {
    const { page } = await openOwn(driver, "welcome", { answers: asked, width: 320, language: "de" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});
