import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { badges, type PastDecision, type Plan } from "../../../extension/src/native/protocol";
import { type Driver, launch, ownPageBrowsers } from "../browser";
import { axeFindings } from "../ui/axe";
import { madeDecisions, madePlan } from "../ui/made-plan";
import { type Answers, type OwnPage, ok, openOwn, ready, type Scenario } from "../ui/own-page";

const minute = 60_000;
const full = madePlan({ planned: 3, "ask-first": 1, "your-call": 1, later: 1, lapse: 2, free: 2, aside: 1 });
const ids = full.items.map(({ invitation }) => invitation.id);
const names = full.items.map(({ invitation }) => invitation.name);

const allWell: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "plan.get": ok(full),
  "reasons.list": ok({ corrections: [], ledger: [] }),
  "decisions.list": ok(madeDecisions()),
  "page.reveal": ok({ found: true }),
  "invitations.setAside": ok({ aside: true }),
};

/** The plan without these, as after they were decided. */
function without(plan: Plan, ...gone: string[]): Plan {
  const items = plan.items.filter(({ invitation }) => !gone.includes(invitation.id));
  const planned = items.filter(({ judgement }) => judgement.plan.place === "planned").length;
  return { ...plan, items, counts: { ...plan.counts, planned } };
}

function decision(at: number, action: PastDecision["action"]): PastDecision {
  const item = full.items[at];
  if (!item) throw new Error(`no item ${at}`);
  const { invitation } = item;
  const { relationship, verdict } = item.judgement;
  return { key: `key-${at}`, action, decidedAt: Date.now(), verdict, relationship, invitation };
}

const shownId = ({ page }: OwnPage) => page.$eval("[data-area=card]", (card) => card.getAttribute("data-id"));
const showsId = ({ page }: OwnPage, id: string | undefined) =>
  page.waitForFunction(
    (wanted) => document.querySelector("[data-area=card]")?.getAttribute("data-id") === wanted,
    {},
    id,
  );
const says = ({ page }: OwnPage, words: string) =>
  page.waitForFunction(
    (wanted) =>
      (document.querySelector("[data-said]")?.textContent ?? "")
        .replace(/[\u2068\u2069]/g, "")
        .includes(wanted),
    {},
    words,
  );
const focused = ({ page }: OwnPage) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.dataset.row ?? element?.dataset.at ?? element?.tagName ?? null;
  });
/** The page's clock runs so far ahead from now on, and the page looks at it. */
const advance = ({ page }: OwnPage, ms: number) =>
  page.evaluate((ahead) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + ahead;
    document.dispatchEvent(new Event("visibilitychange"));
  }, ms);

describe.each(ownPageBrowsers)("the review page in %s", (name) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver.close());

  const open = async (answers: Answers = {}, more: Omit<Scenario, "answers"> = {}) => {
    const own = await openOwn(driver, "review", { answers: { ...allWell, ...answers }, ...more });
    await own.page.waitForSelector("[data-plan=here]");
    return own;
  };

  test("shows the queue by places with counts, and the first that is planned", async () => {
    const own = await open();
    const { page, text, complaints } = own;
    const headings = await page.$$eval("[data-place] h3", (all) => all.map((one) => one.textContent));
    expect(headings).toEqual([
      "Accept this week 3",
      "Ask first 1",
      "Your call 1",
      "Later 1",
      "Let it lapse 2",
      "Pages and newsletters 2",
      "Put aside 1",
    ]);
    expect(await page.$$eval("[data-row]", (rows) => rows.length)).toBe(8);
    expect(await shownId(own)).toBe(ids[0]);
    expect(await text("[data-area=card] h2")).toBe(names[0]);
    expect(await text("[data-used]")).toContain("4 of 15 accepted");
    expect(await text(".reasons")).toContain("“Head of Data”");
    expect(await text(".reasons")).toContain("Agreed with you 14 of 17 times");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("shows LinkedIn's own markers of a sender as tags, and nothing where there are none", async () => {
    const marked = madePlan({ planned: 2 });
    marked.items.forEach(({ invitation }, at) => {
      invitation.badges = at === 0 ? [...badges] : [];
    });
    const own = await open({ "plan.get": ok(marked) });
    const { page } = own;
    const tags = await page.$$eval("[data-marker]", (all) => all.map((one) => one.textContent));
    expect(tags).toEqual(["Verified", "Premium", "Open to work", "Hiring", "Follows you"]);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("j");
    await showsId(own, marked.items[1]?.invitation.id);
    expect(await page.$(".markers")).toBeNull();
    await page.close();
  });

  test("is gone through with j, k and the arrows, and the focus goes along", async () => {
    const own = await open();
    const { page } = own;
    await page.keyboard.press("j");
    await showsId(own, ids[1]);
    expect(await focused(own)).toBe(ids[1]);
    await page.keyboard.press("ArrowDown");
    await showsId(own, ids[2]);
    await page.keyboard.press("k");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await showsId(own, ids[0]);
    expect(await focused(own)).toBe(ids[0]);
    expect(await page.$$eval("[data-row][tabindex='0']", (rows) => rows.length)).toBe(1);
    await page.keyboard.press("Enter");
    expect(await focused(own)).toBe("H2");
    await page.keyboard.press("j");
    await showsId(own, ids[1]);
    expect(await focused(own)).toBe("H2");
    await page.close();
  });

  test("keys do nothing while a person types, holds a modifier or has switched them off", async () => {
    const own = await open();
    const { page } = own;
    for (let at = 0; at < 3; at++) await page.keyboard.press("j");
    await showsId(own, ids[3]);
    await page.focus("textarea");
    await page.keyboard.press("j");
    expect(await shownId(own)).toBe(ids[3]);
    await page.focus(`[data-row="${ids[3]}"]`);
    await page.keyboard.down("Control");
    await page.keyboard.press("k");
    await page.keyboard.up("Control");
    expect(await shownId(own)).toBe(ids[3]);
    await page.click("[data-action=help]");
    await page.click(".check input");
    await page.keyboard.press("Escape");
    await page.keyboard.press("x");
    await page.keyboard.press("k");
    await page.keyboard.press("ArrowDown");
    await showsId(own, ids[4]);
    expect((await own.calls()).filter(([call]) => call === "invitations.setAside")).toEqual([]);
    await page.close();
  });

  test("o shows the invitation on LinkedIn; where its page has none, it offers to put it aside", async () => {
    const own = await open();
    const { page, text } = own;
    await page.keyboard.press("o");
    await says(own, `Shown on LinkedIn: ${names[0]}`);
    expect(await own.calls()).toContainEqual(["page.reveal", { invitationId: ids[0] }]);
    await own.answer({ "page.reveal": ok({ found: false }) });
    await page.keyboard.press("o");
    await page.waitForSelector("[data-found=false]");
    expect(await text("[data-found=false]")).toContain("already gone");
    await page.click("[data-found=false] button");
    await showsId(own, ids[1]);
    expect(await own.calls()).toContainEqual(["invitations.setAside", { id: ids[0], aside: true }]);
    await page.close();
  });

  test("x puts aside and goes on, u brings it back", async () => {
    const own = await open();
    const { page } = own;
    await page.keyboard.press("x");
    await says(own, `Put aside: ${names[0]}`);
    await showsId(own, ids[1]);
    await page.keyboard.press("u");
    await says(own, `Brought back: ${names[0]}`);
    const asked = (await own.calls()).filter(([call]) => call === "invitations.setAside");
    expect(asked.map(([, params]) => params)).toEqual([
      { id: ids[0], aside: true },
      { id: ids[0], aside: false },
    ]);
    await page.keyboard.press("u");
    await says(own, "There is nothing to undo.");
    await page.close();
  });

  test("the button that undoes goes away with what it undid, and the focus comes back to the invitation", async () => {
    const own = await open();
    const { page } = own;
    await page.keyboard.press("x");
    await page.waitForSelector("[data-action=undo]");
    await page.focus("[data-action=undo]");
    await page.keyboard.press("Enter");
    await says(own, `Brought back: ${names[0]}`);
    await showsId(own, ids[0]);
    expect(await focused(own)).toBe("H2");
    await page.close();
  });

  test("what could not be put aside stays, and that is said", async () => {
    const own = await open({ "invitations.setAside": { ok: false, code: "BUSY" } });
    await own.page.keyboard.press("x");
    await says(own, "That could not be kept.");
    expect(await shownId(own)).toBe(ids[0]);
    await own.page.close();
  });

  test("a reason is corrected from the keyboard, the focus stays with it, and u takes it back", async () => {
    const held = { code: "WANTED_ROLE", correction: "less", invitationId: null } as const;
    const own = await open({ "reasons.correct": ok({ corrections: [held], ledger: [] }) });
    const { page } = own;
    await own.answer({ "reasons.list": ok({ corrections: [held], ledger: [] }) });
    await page.focus("[data-at='choices WANTED_ROLE']");
    await page.keyboard.press("Enter");
    await page.focus("[data-at='less WANTED_ROLE']");
    await page.keyboard.press("Enter");
    await says(own, "Counts less now: Role you want");
    await page.waitForSelector("[data-at='undo WANTED_ROLE']");
    expect(await focused(own)).toBe("undo WANTED_ROLE");
    await own.answer({ "reasons.correct": ok({ corrections: [], ledger: [] }) });
    await page.keyboard.press("u");
    await says(own, "Taken back");
    const asked = (await own.calls()).filter(([call]) => call === "reasons.correct");
    expect(asked.map(([, params]) => params)).toEqual([held, { ...held, correction: "none" }]);
    await page.close();
  });

  test("e hides the reasons and shows them again", async () => {
    const { page } = await open();
    await page.keyboard.press("e");
    await page.waitForFunction(() => !document.querySelector(".reasons"));
    await page.keyboard.press("e");
    await page.waitForSelector(".reasons");
    await page.close();
  });

  test("? opens the keys in a dialog, and the focus comes back", async () => {
    const own = await open();
    const { page } = own;
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    expect(await focused(own)).toBe(ids[1]);
    expect(await shownId(own)).toBe(ids[1]);
    await page.close();
  });

  test("what the person accepts on LinkedIn is noticed, said, and the next comes in its place", async () => {
    const own = await open();
    const { page } = own;
    await page.keyboard.press("j");
    await own.answer({
      "plan.get": ok(without(full, ids[1] ?? "")),
      "decisions.list": ok(madeDecisions(decision(1, "accept"))),
    });
    await own.emit("plan.changed", {});
    await says(own, `${names[1]}: accepted`);
    await showsId(own, ids[2]);
    expect(await focused(own)).toBe(ids[2]);
    await page.close();
  });

  test("another than the one in focus may go: the focus stays", async () => {
    const own = await open();
    await own.page.keyboard.press("j");
    await own.answer({
      "plan.get": ok(without(full, ids[0] ?? "")),
      "decisions.list": ok(madeDecisions(decision(0, "ignore"))),
    });
    await own.emit("plan.changed", {});
    await says(own, `${names[0]}: ignored`);
    expect(await shownId(own)).toBe(ids[1]);
    expect(await focused(own)).toBe(ids[1]);
    await own.page.close();
  });

  test("when the last planned one is done, it says what was done and when the next time is", async () => {
    const own = await open();
    const { page, text } = own;
    await own.answer({
      "plan.get": ok(without(full, ...ids.slice(0, 3))),
      "decisions.list": ok(
        madeDecisions(decision(2, "ignore"), decision(1, "accept"), decision(0, "accept")),
      ),
    });
    await own.emit("plan.changed", {});
    await page.waitForSelector("[data-summary]");
    await says(own, "Everything planned is done.");
    expect(await text("[data-summary]")).toMatch(/2 accepted.*1 ignored.*Next review time/s);
    await page.click("[data-action=close-summary]");
    await showsId(own, ids[3]);
    await page.close();
  });

  test("what was done is counted also beyond what the host lists", async () => {
    const own = await open();
    const counts = { accept: 12, ignore: 61 };
    await own.answer({
      "plan.get": ok(without(full, ...ids.slice(0, 3))),
      "decisions.list": ok({ ...madeDecisions(decision(0, "accept")), counts }),
    });
    await own.emit("plan.changed", {});
    await own.page.waitForSelector("[data-summary]");
    expect(await own.text("[data-summary]")).toMatch(/12 accepted.*61 ignored/s);
    await own.page.close();
  });

  test("the timer runs by the clock, ends kindly, and can be five minutes longer", async () => {
    const own = await open({ "plan.get": ok({ ...full, review: null }) });
    const { page, text } = own;
    await page.click("[data-action=start]");
    await page.waitForSelector("[data-minutes='20']");
    await advance(own, 13 * minute);
    await page.waitForSelector("[data-minutes='7']");
    expect(await text(".timer-left")).toBe("7 minutes left");
    await advance(own, 8 * minute);
    await page.waitForSelector("[data-timer=over]");
    expect(await text(".timer-over")).toBe("That was your 20 minutes. Well done; the rest can wait.");
    await page.click("[data-action=more]");
    await page.waitForSelector("[data-minutes='5']");
    await page.click("[data-action=finish]");
    await page.waitForSelector("[data-summary]");
    expect(await text("[data-summary]")).toMatch(
      /Nothing decided this time.*3 planned are left.*next week begins/s,
    );
    await page.waitForSelector("[data-timer=dismissed]");
    await page.close();
  });

  test("in the person's slot the timer is running already, and asks for what was done since it began", async () => {
    const startsAt = Date.now() - 4.5 * minute;
    const review = { startsAt, endsAt: startsAt + 30 * minute, minutes: 30 };
    const own = await open({ "plan.get": ok({ ...full, review }) });
    await own.page.waitForSelector("[data-minutes='26']");
    await own.page.waitForFunction(
      (since) =>
        (globalThis as unknown as { fake: { calls: [string, { since?: number }][] } }).fake.calls.some(
          ([call, params]) => call === "decisions.list" && params.since === since,
        ),
      {},
      startsAt,
    );
    await own.page.close();
  });

  test("asking first offers a line to copy, says that it was copied, and sends nothing", async () => {
    const own = await open();
    const { page, text } = own;
    await page.evaluate(() => {
      const writeText = async (words: string) => {
        document.title = words;
      };
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    });
    for (let at = 0; at < 3; at++) await page.keyboard.press("j");
    await page.waitForSelector("[data-place-note=ask-first]");
    await page.click("[data-action=copy]");
    await page.waitForSelector("[data-copy=copied]");
    expect(await text("[data-copy]")).toBe("Copied");
    expect(await page.title()).toMatch(/^Hello, thank you for your invitation\./);
    expect((await own.calls()).map(([call]) => call).filter((call) => /tabs|reveal/.test(call))).toEqual([]);
    await page.close();
  });

  test("all of a long plan is asked for, page by page", async () => {
    const first = { ...full, items: full.items.slice(0, 5), next: 5 };
    const rest = { ...full, items: full.items.slice(4), next: null };
    const answers = { "plan.get": ok(first), 'plan.get {"from":5,"most":100}': ok(rest) } as Answers;
    const { page } = await open(answers);
    await page.waitForFunction(() => document.querySelectorAll("[data-row]").length === 8);
    await page.close();
  });

  test("a step in a queue of hundreds touches the two rows that it is about", async () => {
    const own = await open({
      "plan.get": ok(madePlan({ planned: 20, "your-call": 60, later: 100, lapse: 100, free: 15, aside: 5 })),
    });
    const touched = await own.page.evaluate(async () => {
      const changes: MutationRecord[] = [];
      const watch = new MutationObserver((records) => changes.push(...records));
      const list = document.querySelector("[data-area=list]") as Element;
      watch.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return [...new Set(changes.map(({ target }) => (target as HTMLElement).dataset.row))].length;
    });
    expect(touched).toBe(2);
    await own.page.close();
  });

  test.each([
    ["nothing known yet", madePlan({}, { budget: { ...full.budget, used: 0 } }), "unknown"],
    ["all done", madePlan({}), "done"],
    ["the rest put aside", madePlan({ aside: 2 }), "done"],
  ])("with %s it says so", async (_, plan, empty) => {
    const { page } = await open({ "plan.get": ok(plan) });
    await page.waitForSelector(`[data-empty=${empty}]`);
    expect((await page.$("[data-action=start]")) !== null).toBe(plan.items.length > 0);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test("before consent it asks nothing of the host, and leads to the first-run page", async () => {
    const own = await openOwn(driver, "review", {
      answers: { ...allWell, "consent.get": ok({ given: false }) },
    });
    await own.page.waitForSelector("[data-consent=none]");
    await own.page.click("[data-action=welcome]");
    expect((await own.calls()).map(([call]) => call)).toEqual(["consent.get", "tabs.create"]);
    expect(await axeFindings(own.page)).toEqual([]);
    await own.page.close();
  });

  test("a missing host is told with its mend; a plan that failed can be asked for again", async () => {
    const missing = await openOwn(driver, "review", {
      answers: { ...allWell, "host.check": ok({ state: "missing" }) },
    });
    await missing.page.waitForSelector("[data-mend=missing]");
    expect(await missing.page.$("[data-plan]")).toBeNull();
    await missing.page.close();
    const own = await openOwn(driver, "review", {
      answers: { ...allWell, "plan.get": { ok: false, code: "BUSY" } },
    });
    await own.page.waitForSelector("[data-plan=failed]");
    await own.answer({ "plan.get": ok(full) });
    await own.page.click("[data-action=again]");
    await own.page.waitForSelector("[data-plan=here]");
    await own.answer({ "plan.get": { ok: false, code: "BUSY" } });
    await own.emit("plan.changed", {});
    await own.page.waitForSelector("[data-plan=stale]");
    expect(await shownId(own)).toBe(ids[0]);
    await own.page.close();
  });

  test("what strangers wrote is text, and stays within the page", async () => {
    const hostile = madePlan({ planned: 2, lapse: 1 });
    for (const { invitation } of hostile.items) {
      invitation.name = "<img src=x onerror=alert(1)>\u202e".repeat(20);
      invitation.headline = "w".repeat(5000);
      invitation.note = "x".repeat(9000);
    }
    const { page, complaints } = await open({ "plan.get": ok(hostile) }, { width: 360 });
    expect(await page.$("main img")).toBeNull();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each([
    // Firefox cannot be told a theme by the test.
    ...(name === "chromium" ? ([{ theme: "light" }, { theme: "dark" }] as const) : []),
    { direction: "rtl", language: "de" },
    { width: 360, language: "fr" },
  ] as const)("with %j axe finds nothing and nothing sticks out", async (scenario) => {
    const { page } = await open({}, scenario);
    await page.click("[data-at^=choices]");
    await page.keyboard.press("x");
    await page.waitForSelector("[data-action=undo]");
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test("every control is at least 24 pixels wide and high", async () => {
    const { page } = await open();
    await page.click("[data-at^=choices]");
    const small = await page.$$eval("button, summary, a, input", (all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => [one.textContent, one.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([text]) => text),
    );
    expect(small).toEqual([]);
    await page.close();
  });
});
