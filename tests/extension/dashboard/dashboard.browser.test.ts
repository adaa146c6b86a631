import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PastDecision } from "../../../extension/src/native/protocol";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import { madeDecisions } from "../ui/made-plan";
import { type Answers, type OwnPage, ok, openOwn, ready, type Scenario } from "../ui/own-page";
import { blankHistory, emptyWeek, madeDecision, madeHistory, madeLedger, madeWeek } from "./made-history";

const latest = (count: number): PastDecision[] => Array.from({ length: count }, (_, at) => madeDecision(at));
const allWell: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "history.get": ok(madeHistory(12)),
  "reasons.list": ok(madeLedger),
  "decisions.list": ok(madeDecisions(...latest(50))),
};
const here = "[data-dashboard=here]";

/** The table that stands for a plot, row by row. */
const tableOf = (page: Page, part: string) =>
  page.$$eval(`${part} .as-table tr`, (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent)),
  );
const askedFor = async (own: OwnPage, name: string) =>
  (await own.calls()).filter(([call]) => call === name).map(([, params]) => params);
/** How many different colours a canvas shows: one if nothing was drawn. */
const coloursOf = (page: Page, part: string) =>
  page.$eval(`${part} canvas.plot-canvas`, (element) => {
    const canvas = element as HTMLCanvasElement;
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
  });
const pictureOf = (page: Page, part: string) =>
  page.$eval(`${part} canvas.plot-canvas`, (element) => (element as HTMLCanvasElement).toDataURL());

describe.each(ownPageBrowsers)("the dashboard in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (answers: Answers = {}, more: Omit<Scenario, "answers"> = {}, until = here) => {
    const own = await openOwn(driver, "dashboard", { answers: { ...allWell, ...answers }, ...more });
    await own.page.waitForSelector(until);
    return own;
  };

  test("tells the weeks in words, and draws under the pages' own policy without a complaint", async () => {
    const { page, text, complaints } = await open();
    await page.waitForSelector("#latest .decision");
    expect(await text("#summary")).toBe(
      "In 12 weeks you accepted 37 people, about 3 a week. The badges agreed with you 42 of 45 times.",
    );
    expect(await page.$$eval(".figures dd", (all) => all.map((one) => one.textContent))).toEqual([
      "37",
      "42",
      "12",
      "93%",
    ]);
    for (const part of ["#weeks", "#agreement", "#pending-kin", "#pending-age"]) {
      expect(await coloursOf(page, part), part).toBeGreaterThan(3);
    }
    expect(await page.title()).toBe("SuperLink dashboard");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("every plot has words for who cannot see it, and its figures as a table that the keyboard opens", async () => {
    const { page } = await open();
    const labels = await page.$$eval("canvas.plot-canvas", (all) =>
      all.map((one) => [one.getAttribute("role"), one.getAttribute("aria-label")]),
    );
    expect(labels.map(([role]) => role)).toEqual(["img", "img", "img", "img"]);
    expect(labels[0]?.[1]).toContain("In all: 37 accepted, 42 ignored, 12 lapsed.");
    expect(labels[1]?.[1]).toContain("42 of 45 times");
    expect(labels[2]?.[1]).toContain("73 people wait");
    expect(labels[3]?.[1]).toContain("waited 150 days or more");
    await page.focus("#weeks summary");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#weeks details[open]");
    const [head, ...rows] = await tableOf(page, "#weeks");
    expect(head).toEqual(["Week", "Accepted", "Ignored", "Lapsed", "Budget"]);
    expect(rows).toHaveLength(12);
    expect(rows.at(-2)).toEqual(["Week of Nov 16, 2026", "3", "5", "1", "5"]);
    expect(rows.at(-1)?.[0]).toBe("This week");
    expect((await tableOf(page, "#agreement"))[1]).toEqual(["Week of Sep 7, 2026", "7", "0", "100%"]);
    expect((await tableOf(page, "#pending-kin"))[1]).toEqual(["Vendor", "0", "0", "1", "21"]);
    expect((await tableOf(page, "#pending-age")).at(-1)).toEqual(["150+", "9"]);
    await page.close();
  });

  test("agreement and reasons are told with how often, the most tried first, unknown reasons left out", async () => {
    const { page } = await open();
    await page.waitForSelector("#ledger [data-rated]");
    const rows = (part: string) =>
      page.$$eval(`${part} tbody tr`, (all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent).join(" ")),
      );
    expect(await rows("#agreement-kin")).toEqual([
      "Vendor 20 of 20 100%",
      "Recruiter 14 of 15 93%",
      "Client 11 of 12 92%",
      "Peer 3 of 7 43%",
    ]);
    expect((await rows("#ledger")).slice(0, 2)).toEqual([
      "What you usually do 30 of 41 73%",
      "Sounds like a sales pitch 21 of 22 95%",
    ]);
    expect(await rows("#ledger")).toHaveLength(5);
    await page.close();
  });

  test("the period is changed by keyboard, and the figures follow", async () => {
    const own = await open();
    await own.answer({ "history.get": ok(madeHistory(26)) });
    await own.page.focus(".period input:checked");
    await own.page.keyboard.press("ArrowRight");
    await own.page.waitForFunction(() =>
      document.querySelector("#summary")?.textContent?.includes("In 26 weeks"),
    );
    expect(await askedFor(own, "history.get")).toEqual([{ weeks: 12 }, { weeks: 26 }]);
    expect(await own.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("26");
    await own.page.close();
  });

  test("a decision noticed wrongly is forgotten after a question, and everything is asked again", async () => {
    const own = await open({ "decisions.undo": ok({ undone: true }) });
    const { page, text, answer } = own;
    const first = "#disagreements [data-decision=key-0]";
    expect(await text(`${first} .facts`)).toBe("You acceptedBadge: IgnoreClientNov 23, 2026");
    await page.focus(`${first} [data-action=forget]`);
    await page.keyboard.press("Enter");
    await page.waitForSelector(`${first} .question`);
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.action);
    expect(await focused()).toBe("keep");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector(".question"));
    expect(await focused()).toBe("forget");
    expect(await askedFor(own, "decisions.undo")).toEqual([]);

    await page.keyboard.press("Enter");
    await page.waitForSelector(".question");
    await answer({
      "history.get": ok(madeHistory(12, { disagreements: [madeDecision(1), madeDecision(2)] })),
    });
    await page.click("[data-action=forget-yes]");
    await page.waitForFunction((item) => !document.querySelector(item), {}, first);
    expect(await askedFor(own, "decisions.undo")).toEqual([{ key: "key-0" }]);
    expect(await text("#disagreements .told")).toBe("Forgotten: Ottoline Grackle");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("told");
    expect(await askedFor(own, "reasons.list")).toHaveLength(2);
    await page.close();
  });

  test("what could not be forgotten says why and stays", async () => {
    const { page, text } = await open({ "decisions.undo": { ok: false, code: "BUSY" } });
    await page.click("#disagreements [data-action=forget]");
    await page.waitForSelector(".question");
    await page.click("[data-action=forget-yes]");
    await page.waitForFunction(() => document.querySelector(".question output")?.textContent !== "");
    expect(await text(".question output")).toContain("BUSY");
    expect(await page.$$("#disagreements .decision")).toHaveLength(3);
    await page.close();
  });

  test("the latest decisions are a few, and all of them on demand", async () => {
    const { page, text } = await open();
    await page.waitForSelector("#latest .decision");
    expect(await page.$$("#latest .decision")).toHaveLength(5);
    expect(await text("#latest [data-action=more]")).toBe("Show all 50");
    await page.click("#latest [data-action=more]");
    await page.waitForFunction(() => document.querySelectorAll("#latest .decision").length === 50);
    await page.close();
  });

  test("a change elsewhere brings the figures up to date, a burst of changes with one question", async () => {
    const own = await open();
    await own.answer({ "history.get": ok(madeHistory(3)) });
    for (let at = 0; at < 5; at++) await own.emit("plan.changed", {});
    await own.page.waitForFunction(() =>
      document.querySelector("#summary")?.textContent?.includes("In 3 weeks"),
    );
    expect(await askedFor(own, "history.get")).toHaveLength(2);
    await own.page.close();
  });

  // Puppeteer cannot choose Firefox's theme.
  const themes = name === "chromium" ? (["light", "dark"] as const) : [];
  test.each(themes)("plots are drawn anew when the theme is no longer %s", async (theme) => {
    const { page } = await open({}, { theme });
    const before = await pictureOf(page, "#weeks");
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme === "dark" ? "light" : "dark" },
    ]);
    await page.waitForFunction(
      (old) => (document.querySelector("#weeks canvas.plot-canvas") as HTMLCanvasElement).toDataURL() !== old,
      {},
      before,
    );
    await page.close();
  });

  test("before the first decision it says what will stand here, and where to begin", async () => {
    const { page, text } = await open({
      "history.get": ok(blankHistory),
      "decisions.list": ok(madeDecisions()),
      "reasons.list": ok({ corrections: [], ledger: [] }),
    });
    expect(await text("[data-empty=all] h2")).toBe("Nothing to look back on yet");
    expect(await page.$eval("[data-empty=all] a", (link) => (link as HTMLAnchorElement).href)).toMatch(
      /linkedin\.com\/mynetwork/,
    );
    expect(await page.$("canvas, .period")).toBeNull();
    await page.close();
  });

  test("with people waiting but nothing decided, each part says so kindly", async () => {
    const { page, text } = await open({
      "history.get": ok({ ...blankHistory, ages: madeHistory(1).ages }),
      "decisions.list": ok(madeDecisions()),
      "reasons.list": ok({ corrections: [], ledger: [] }),
    });
    await page.waitForSelector("#latest .empty");
    expect(await text("#summary")).toBe("This week you accepted nobody so far.");
    expect(await page.$$eval(".empty", (all) => all.length)).toBe(7);
    expect(await coloursOf(page, "#pending-age")).toBeGreaterThan(3);
    await page.close();
  });

  test("the first week alone is drawn as one", async () => {
    const weeks = [emptyWeek(2), emptyWeek(1), madeWeek(0, { accepted: 2, agreed: { times: 1, of: 2 } })];
    const { page, text } = await open({ "history.get": ok({ ...blankHistory, weeks }) });
    expect(await text("#summary")).toBe(
      "This week you accepted 2 people so far. The badges agreed with you 1 of 2 times.",
    );
    expect(await tableOf(page, "#weeks")).toHaveLength(2);
    await page.close();
  });

  test("a history that cannot be read is said, and asked again", async () => {
    const { page, text, answer } = await open(
      { "history.get": { ok: false, code: "STORAGE_FAILED" } },
      {},
      "[data-failed]",
    );
    expect(await text("[data-failed]")).toContain("STORAGE_FAILED");
    await answer({ "history.get": ok(madeHistory(12)) });
    await page.click("[data-action=again]");
    await page.waitForSelector(here);
    await page.close();
  });

  test("one part that cannot be read leaves the others alone", async () => {
    const { page, answer } = await open({ "reasons.list": { ok: false, code: "TIMEOUT" } });
    await page.waitForSelector("#ledger [data-failed=TIMEOUT]");
    await page.waitForSelector("#latest .decision");
    await answer({ "reasons.list": ok(madeLedger) });
    await page.click("#ledger [data-action=again]");
    await page.waitForSelector("#ledger [data-rated]");
    await page.close();
  });

  test("before consent it asks nothing but consent", async () => {
    const { page, calls } = await open({ "consent.get": ok({ given: false }) }, {}, "[data-consent=none]");
    // The language of its words is no secret of the host's.
    expect((await calls()).map(([call]) => call).filter((call) => call !== "words.get")).toEqual([
      "consent.get",
    ]);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test("a missing host is told with its mend, and once it is there the history appears", async () => {
    const own = await open({ "host.check": ok({ state: "missing" }) }, {}, "[data-mend=missing]");
    expect(await askedFor(own, "history.get")).toEqual([]);
    await own.answer({ "host.check": ok(ready) });
    await own.page.click("[data-action=retry]");
    await own.page.waitForSelector(here);
    expect(await own.page.$("[data-mend]")).toBeNull();
    await own.page.close();
  });

  test.each<[string, Omit<Scenario, "answers">]>([
    ...themes.map((theme): [string, Omit<Scenario, "answers">] => [theme, { theme }]),
    ["from right to left", { direction: "rtl" }],
    ["narrow", { width: 320 }],
    ["in German", { language: "de" }],
  ])(
    "axe-core finds nothing and nothing sticks out: %s, with strangers' longest words",
    async (_what, scenario) => {
      const rude = latest(20).map((decision) => ({
        ...decision,
        invitation: { ...decision.invitation, name: "W".repeat(400), headline: "مدير ".repeat(300) },
      }));
      const { page } = await open(
        {
          "decisions.list": ok(madeDecisions(...rude)),
          "history.get": ok(madeHistory(52, { disagreements: rude })),
        },
        scenario,
      );
      await page.waitForSelector("#latest .decision");
      await page.click("#disagreements [data-action=forget]");
      await page.click("#weeks summary");
      await page.waitForSelector(".question");
      expect(await axeFindings(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      const small = await page.$$eval("button, summary, input", (all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .filter(({ width, height }) => width > 0 && (width < 24 || height < 24)),
      );
      expect(small).toEqual([]);
      await page.close();
    },
  );
});
