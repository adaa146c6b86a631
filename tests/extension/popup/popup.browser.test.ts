import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Budget } from "../../../extension/src/native/protocol";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { madeBudget, madePlan } from "../ui/made-plan";
import { type Answers, emptySettings, ok, openOwn, ready, type Scenario } from "../ui/own-page";
import { allWell } from "./popup-stage";

const weekOf = (used: number, weeklyBudget: number, part: Partial<Budget> = {}) =>
  ok(madePlan({ planned: 2 }, { budget: madeBudget(used, weeklyBudget, part) }));

describe.each(ownPageBrowsers)("the popup in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = (answers: Answers = {}, more: Omit<Scenario, "answers"> = {}) =>
    openOwn(driver, "popup", { answers: { ...allWell, ...answers }, ...more });

  test("shows the week, the page's self-check and a ready host, and the browser has nothing to complain of", async () => {
    const { page, text, complaints, calls } = await open();
    await page.waitForSelector("[data-budget=within]");
    await page.waitForSelector("[data-page=read]");
    expect(await text(".ring-middle")).toBe("3left");
    expect(await text("[data-used]")).toBe("12 of 15 accepted");
    expect(await text("[data-planned]")).toBe("3 more planned");
    expect(await text("[data-page]")).toBe("12 invitations seen, 12 read.");
    expect(await text("footer output")).toBe("Host ready, version 0.1.0");
    expect(await page.$("[data-setup], [data-mend], [data-access], [data-waiting]")).toBeNull();
    expect(await calls()).toContainEqual(["page.get", { tabId: 7 }]);
    expect((await calls()).filter(([type]) => type === "plan.get")).toEqual([
      ["plan.get", { from: 0, most: 3 }],
    ]);
    expect(await page.$eval("html", (html) => [html.lang, html.dir, document.title])).toEqual([
      "en",
      "ltr",
      "SuperLink",
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("paints a quiet skeleton before any answer is there", async () => {
    const { page, text } = await openOwn(driver, "popup", {});
    expect(await page.$("section[aria-busy=true]")).not.toBeNull();
    expect(await text("footer output")).toBe("Connecting to the host…");
    await page.close();
  });

  test("over budget, it says so kindly and hides nothing", async () => {
    const { page, text } = await open({ "plan.get": weekOf(17, 15) });
    await page.waitForSelector("[data-budget=over]");
    expect(await text(".ring-middle")).toBe("+2over");
    expect(await text(".budget-remark")).toContain("a guide, not a limit");
    await page.close();
  });

  test("before consent it asks nothing but consent, and leads to the first-run page", async () => {
    const { page, calls } = await open({ "consent.get": ok({ given: false }) });
    await page.waitForSelector("[data-consent=none]");
    await page.click("[data-action=welcome]");
    await page.waitForFunction(
      () => (globalThis as unknown as { fake: { calls: string[][] } }).fake.calls.length >= 3,
    );
    expect(await calls()).toEqual([
      ["consent.get", {}],
      ["tabs.create", { url: "https://superlink.test/welcome/welcome.html" }],
      ["window.close", null],
    ]);
    await page.close();
  });

  test("a missing host is told with its mend, and one press later it is found", async () => {
    const { page, text, answer } = await open({ "host.check": ok({ state: "missing" }) });
    await page.waitForSelector("[data-mend=missing]");
    expect(await text("[data-mend]")).toContain("installer/quickstart.sh");
    expect(await page.$(".budget")).toBeNull();
    await page.click("[data-action=retry]");
    await page.waitForFunction(() => document.querySelector("[data-mend] output")?.textContent !== "");
    expect(await text("[data-mend] output")).toMatch(/^Checked at .+: still the same\.$/);
    await answer({ "host.check": ok(ready) });
    await page.click("[data-action=retry]");
    await page.waitForSelector("[data-budget=within]");
    expect(await page.$("[data-mend]")).toBeNull();
    await page.close();
  });

  test("while the host connects it asks again by itself", async () => {
    const { page, answer } = await open({ "host.check": ok({ state: "connecting" }) });
    await page.waitForSelector("[data-host=connecting]");
    await answer({ "host.check": ok(ready) });
    await page.waitForSelector("[data-budget=within]");
    await page.close();
  });

  test.each([
    [{ state: "forbidden" } as const, "superlink install"],
    [{ state: "exited" } as const, "superlink doctor"],
    [{ state: "mismatch", update: "host", hostVersion: "0.0.9" } as const, "The host needs an update"],
    [
      { state: "mismatch", update: "extension", hostVersion: "0.2.0" } as const,
      "This extension needs an update",
    ],
  ])("a host that is %j is told with its mend: %s", async (state, words) => {
    const { page, text } = await open({ "host.check": ok(state) });
    await page.waitForSelector(`[data-mend=${state.state}]`);
    expect(await text("[data-mend]")).toContain(words);
    await page.close();
  });

  test("an extension that was replaced under the open popup says so", async () => {
    const { page, text } = await open({
      "consent.get": { ok: false, code: "EXTENSION_GONE" },
      "host.check": { ok: false, code: "EXTENSION_GONE" },
    });
    await page.waitForSelector("[data-mend=silent]");
    expect(await text("[data-mend]")).toContain("SuperLink does not answer");
    await page.close();
  });

  test("who never saved settings is invited to, and gets there by the keyboard", async () => {
    const { page, calls } = await open({ "settings.get": ok({ settings: emptySettings, updatedAt: null }) });
    await page.waitForSelector("[data-setup]");
    await page.focus("[data-setup] button");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      (globalThis as unknown as { fake: { calls: string[][] } }).fake.calls.some(
        ([call]) => call === "window.close",
      ),
    );
    expect(await calls()).toContainEqual(["openOptionsPage", null]);
    await page.close();
  });

  test("a page that LinkedIn changed is a finding, not silence", async () => {
    const { page, text } = await open({ "page.get": ok({ seen: 12, read: 3, unsure: 0, items: 0 }) });
    await page.waitForSelector("[data-page=changed]");
    expect(await text("[data-page] h2")).toBe("LinkedIn changed its page: 12 cards seen, 3 read");
    await page.close();
  });

  test("away from LinkedIn it leads to the invitations", async () => {
    const { page } = await open({ "page.get": ok(null) });
    await page.waitForSelector("[data-page=none] a");
    expect(await page.$eval("[data-page] a", (link) => (link as HTMLAnchorElement).href)).toBe(
      "https://www.linkedin.com/mynetwork/invitation-manager/received/",
    );
    await page.close();
  });

  test("when the browser holds LinkedIn back, it asks from the person's own click", async () => {
    const { page, calls, text } = await open({}, { access: false });
    await page.waitForSelector("[data-access=held-back]");
    await page.click("[data-action=grant]");
    await page.waitForSelector(".notice-good");
    expect(await text(".notice-good")).toContain("Reload your invitations page");
    expect(await calls()).toContainEqual([
      "permissions.request",
      { origins: ["https://www.linkedin.com/*"] },
    ]);
    await page.close();
  });

  test("decisions that wait or were refused are counted", async () => {
    const { page, text } = await open({ "outbox.get": ok({ waiting: 2, refused: 1 }) });
    await page.waitForSelector("[data-waiting='2'][data-refused='1']");
    expect(await text("[data-waiting]")).toMatch(/2 decisions are waiting.*1 decision was refused/);
    await page.close();
  });

  test("figures that cannot be read are said, and asked again", async () => {
    const { page, answer } = await open({ "plan.get": { ok: false, code: "INTERNAL" } });
    await page.waitForSelector("[data-budget=failed]");
    await answer({ "plan.get": weekOf(1, 10) });
    await page.click("[data-budget=failed] button");
    await page.waitForSelector("[data-budget=within]");
    await page.close();
  });

  test("in German it speaks German, and its language is declared", async () => {
    const { page, text } = await open({}, { language: "de" });
    await page.waitForSelector("[data-budget]");
    expect(await text("[data-used]")).toBe("12 von 15 angenommen");
    expect(await page.$eval("html", (html) => html.lang)).toBe("de");
    await page.close();
  });

  test("from right to left nothing sticks out", async () => {
    const { page } = await open({ "page.get": ok(null) }, { direction: "rtl" });
    await page.waitForSelector("[data-budget]");
    const out = await page.$$eval(
      "body *",
      (all) =>
        all.filter(
          (one) => one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > innerWidth,
        ).length,
    );
    expect(out).toBe(0);
    const [mark, title] = await page.$$eval(".head > *", (all) =>
      all.map((one) => one.getBoundingClientRect().left),
    );
    expect(mark).toBeGreaterThan(title ?? 0);
    await page.close();
  });
});
