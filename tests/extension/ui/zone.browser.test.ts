/** Every page tells its dates in the zone in which the person's week is counted, wherever the computer stands. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { madeDecision, madeHistory, madeLedger } from "../dashboard/made-history";
import { allWell } from "../popup/popup-stage";
import { madeBudget, madeDecisions, madePlan } from "./made-plan";
import { type Answers, type OwnPage, ok, openOwn, type PageName } from "./own-page";

/** 5:45 ahead of UTC, so that no clock of a whole or half hour shows the same minutes. */
const timeZone = "Asia/Kathmandu";
/** The next day there. */
const evening = Date.UTC(2026, 2, 3, 20);
const budget = madeBudget(4, 15, { timeZone });
const plan = madePlan({ planned: 2, later: 1 }, { budget });
const history = ok(madeHistory(12, { timeZone }));
const answers: Answers = {
  ...allWell,
  "plan.get": ok(plan),
  "budget.get": ok(budget),
  "reasons.list": ok(madeLedger),
  "decisions.list": ok(madeDecisions(madeDecision(0, { decidedAt: evening }))),
  "history.get": history,
  "page.list": ok(null),
  "data.summary": ok({ invitations: 3, decisions: 1, corrections: 0, bytes: 50_000, since: evening }),
};

const says = ({ page }: OwnPage, selector: string, words: string) =>
  page.waitForFunction(
    (where, wanted) => document.querySelector(where)?.textContent?.includes(wanted),
    {},
    selector,
    words,
  );

describe.each(ownPageBrowsers)("the person's own zone in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  test.each<PageName>(["popup", "review", "panel"])("is that of the reset on the page %s", async (own) => {
    const { page, complaints } = await openOwn(driver, own, { answers });
    const title = await page.waitForSelector("[title*='2']:is(p, li)");
    const wanted = await page.evaluate(
      (time, zone) =>
        new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "short", timeZone: zone }).format(time),
      budget.resetsAt,
      timeZone,
    );
    expect(await title?.evaluate((element) => element.getAttribute("title"))).toBe(wanted);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("is that of decisions on the dashboard, also of those shown before it changed", async () => {
    const before = ok(madeHistory(12, { timeZone: "Pacific/Honolulu" }));
    const own = await openOwn(driver, "dashboard", { answers: { ...answers, "history.get": before } });
    await says(own, "#latest time", "Mar 3, 2026");
    await own.answer({ "history.get": history });
    await own.emit("plan.changed", {});
    await says(own, "#latest time", "Mar 4, 2026");
    expect(own.complaints).toEqual([]);
    await own.page.close();
  });

  test("is that of what is stored, in the settings, though another part of the page asks for it", async () => {
    const own = await openOwn(driver, "settings", { answers });
    await says(own, "[data-stored]", "since March 4, 2026");
    await own.page.close();
  });
});
