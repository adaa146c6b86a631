/**
 * A week of use: a person with a budget of five, a review on Tuesday morning, little energy for a while, more accepted
 * than planned, a new week, a flight to Honolulu, and a second browser. Every surface must tell the same numbers.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageOf, type Sender } from "./site";
import { browserNames, Story, until } from "./story";

/** Tuesday 2026-11-24, 09:31 in Lisbon: the review slot has just begun. */
const beginning = new Date("2026-11-24T09:31:00Z");

const wanted: Sender[] = Array.from({ length: 9 }, (_, at) => ({
  slug: `head-${at}`,
  name: `Head Number ${at}`,
  headline: `Head of Data, Gearwheel Logistics ${at} | Lisbon`,
}));
const seller: Sender = {
  slug: "seller",
  name: "Quentin Lumen",
  headline: "I help Heads of Data book 20 qualified calls a month",
};

const settings = {
  about: "Freelance data engineer",
  goals: [{ kind: "find-clients", text: "data platform contracts", priority: "high" }],
  want: { roles: ["Head of Data"], industries: [], companies: [], places: ["Lisbon"], topics: [] },
  avoid: { roles: [], industries: [], companies: [], places: [], topics: ["lead generation"] },
  relationships: ["client"],
  weeklyBudget: 5,
  reviewSlot: { day: "Tuesday", at: "09:30", minutes: 20 },
  week: { firstDay: "Monday", timeZone: null },
};

interface Figures {
  used: number;
  planned: number;
  left: number;
}

async function numbers(page: Page, selector: string, names: string[]): Promise<number[]> {
  await page.waitForSelector(selector);
  return page.$eval(
    selector,
    (element, wanted) => wanted.map((name) => Number(element.getAttribute(name))),
    names,
  );
}

/** By keyboard: a popup that is still filling in moves what a pointer aims at. */
async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.focus(selector);
  await page.keyboard.press("Enter");
}

/** A page that has come to rest: what is aimed at while it glides is missed. */
async function scrolled(page: Page): Promise<void> {
  let last = Number.NaN;
  await until(async () => {
    const now = await page.evaluate(
      () =>
        new Promise<number>((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))),
        ),
    );
    const rests = now === last;
    last = now;
    return rests;
  }, "the end of scrolling");
}

describe.each(browserNames)("a week in %s", (name) => {
  let story: Story;
  let linkedin: Page;
  beforeAll(async () => {
    story = await Story.begin(name, { now: beginning, timeZone: "Europe/Lisbon" });
    story.html = pageOf([...wanted, seller]);
    await story.agree();
    await story.save(settings);
    linkedin = await story.linkedin();
    await story.badgesOnceThere(linkedin, 10);
  });
  afterAll(() => story?.end());

  async function popupFigures(of = story): Promise<Figures> {
    const popup = await of.own("popup");
    await popup.waitForSelector("[data-planned]");
    const [used = -1, left = -1] = await numbers(popup, "[data-used]", ["data-used", "data-left"]);
    const [planned = -1] = await numbers(popup, "[data-planned]", ["data-planned"]);
    await popup.close();
    return { used, planned, left };
  }

  async function verdicts(page = linkedin): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { label } of await story.badges(page)) {
      const verdict = /Accept|Ignore|Later|Unsure/.exec(label)?.[0] ?? label;
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
    return counts;
  }

  const decisions = () => story.databaseRows("SELECT 1 FROM decisions WHERE action = 'accept'").length;

  async function accept(sender: Sender): Promise<void> {
    const before = decisions();
    await linkedin.bringToFront();
    await linkedin.click(`[aria-label='Accept ${sender.name}’s invitation']`);
    await until(async () => decisions() === before + 1, `the decision about ${sender.name}`);
  }

  async function openReview(): Promise<Page> {
    const review = await story.own("review", { width: 1100, height: 900 });
    await review.waitForSelector("[data-plan=here]");
    return review;
  }

  it("five are planned, the others are later, and the seller is ignored, on the page and in every number", async () => {
    await until(async () => (await verdicts()).Later === 4, "four later");
    expect(await verdicts()).toEqual({ Accept: 5, Later: 4, Ignore: 1 });
    expect(await popupFigures()).toEqual({ used: 0, planned: 5, left: 5 });
    const review = await openReview();
    expect(await numbers(review, ".budget-line", ["data-used", "data-planned", "data-left"])).toEqual([
      0, 5, 5,
    ]);
    await review.close();
  });

  it("low energy plans two of the five, undo brings them back, and the badges follow", async () => {
    const popup = await story.own("popup");
    await popup.waitForSelector("section.energy[data-energy=normal]");
    await popup.focus("section.energy input[value=normal]");
    await popup.keyboard.press("ArrowLeft");
    await popup.waitForSelector("section.energy[data-energy=low]");
    await popup.waitForSelector("[data-planned='2']");
    expect(await popup.$eval("#energy-effect", (line) => line.textContent)).toMatch(/2 planned instead of 5/);
    await until(async () => (await verdicts()).Later === 7, "seven later");
    await popup.bringToFront();
    await popup.click("[data-action=undo-energy]");
    await popup.waitForSelector("[data-planned='5']");
    await popup.close();
    await until(async () => (await verdicts()).Later === 4, "four later again");
  });

  it("a review with keys: move, open on LinkedIn, accept there, and SuperLink notices", async () => {
    const review = await openReview();
    await review.waitForSelector("[data-timer]");
    const current = () => review.$eval("[data-area=card][data-id]", (card) => card.getAttribute("data-id"));
    const first = await current();
    await review.keyboard.press("j");
    await until(async () => (await current()) !== first, "the next card");
    const second = await current();
    await review.keyboard.press("k");
    await until(async () => (await current()) === first, "the card before");
    await review.keyboard.press("ArrowDown");
    await until(async () => (await current()) === second, "the next card by its arrow");
    await review.keyboard.press("?");
    await review.waitForSelector("dialog[open]");
    await review.keyboard.press("Escape");
    await until(async () => !(await review.$("dialog[open]")), "the help’s end");
    await review.keyboard.press("o");
    await until(async () => linkedin.evaluate("document.visibilityState === 'visible'"), "LinkedIn in front");
    await scrolled(linkedin);
    const chosen = wanted.find(({ slug }) => second?.includes(slug));
    if (!chosen) throw new Error(`nobody has the id ${second}`);
    await accept(chosen);
    await review.bringToFront();
    await review.waitForSelector(".budget-line[data-used='1'][data-planned='4'][data-left='4']");
    expect(await review.$(`[data-row='${second}']`)).toBeNull();
    await review.close();
  });

  it("a reason that counts less is undone with u", async () => {
    const review = await openReview();
    const held = () => story.databaseRows("SELECT code, correction FROM corrections");
    const choices = () => review.$("[data-area=card] [data-at^=choices]");
    await until(choices, "the reasons");
    await review.keyboard.press("e");
    await until(async () => !(await choices()), "the reasons’ end");
    await review.keyboard.press("e");
    await until(choices, "the reasons again");
    await review.click("[data-area=card] [data-at^=choices]");
    await review.waitForSelector("[data-area=card] [data-at^='less ']");
    await review.click("[data-area=card] [data-at^='less ']");
    await until(async () => held().length === 1, "the correction");
    await review.waitForSelector("[data-area=card] [data-at^='undo ']");
    await review.keyboard.press("u");
    await until(async () => held().length === 0, "its end");
    await review.close();
  });

  it("accepting beyond the budget is shown everywhere and stops nobody", async () => {
    const left = wanted.filter(
      ({ slug }) => !story.databaseRows(`SELECT 1 FROM decisions WHERE invitation_id LIKE '%${slug}'`).length,
    );
    for (const sender of left.slice(0, 6)) await accept(sender);
    expect(await popupFigures()).toEqual({ used: 7, planned: 0, left: 0 });
    const popup = await story.own("popup");
    await popup.waitForSelector("[data-budget=over]");
    await popup.close();
    await until(async () => (await verdicts()).Later === 2, "two later");
    const panel = await story.own("panel", { width: 360, height: 800 });
    expect(await numbers(panel, ".budget-line, [data-used]", ["data-used"])).toEqual([7]);
    await panel.close();
    const dashboard = await story.own("dashboard", { width: 1100, height: 900 });
    await dashboard.waitForSelector("[data-dashboard=here] #summary");
    expect(await dashboard.$eval("#weeks table tbody tr:last-child", (row) => row.textContent)).toMatch(/7/);
    await dashboard.close();
    expect(story.databaseRows("SELECT count(*) AS n FROM decisions")).toEqual([{ n: 7 }]);
  });

  it("the next week begins with an empty count and plans who was later", async () => {
    story.setClock(new Date("2026-11-29T23:58:00Z"));
    expect((await popupFigures()).used).toBe(7);
    story.setClock(new Date("2026-11-30T00:01:00Z"));
    expect(await popupFigures()).toEqual({ used: 0, planned: 2, left: 5 });
  });

  it("people accepted on the phone are entered, and taken back", async () => {
    const popup = await story.own("popup");
    await popup.waitForSelector("[data-elsewhere='0']");
    await press(popup, "details:has([data-elsewhere]) summary");
    await press(popup, "[data-elsewhere] [data-action=more]");
    await popup.waitForSelector("[data-used='1']");
    await press(popup, "[data-action=undo-elsewhere]");
    await popup.waitForSelector("[data-used='0']");
    await popup.close();
  });

  it("in Honolulu it is still the week before, and nothing else has changed", async () => {
    await story.restart({ timeZone: "Pacific/Honolulu" });
    expect(await popupFigures()).toEqual({ used: 7, planned: 0, left: 0 });
    story.advance({ hours: 10 });
    expect(await popupFigures()).toEqual({ used: 0, planned: 2, left: 5 });
  });

  it("a second browser profile tells the same, and a decision in one is known in the other", async () => {
    const other = await story.another();
    other.html = story.html;
    await other.agree();
    expect(await popupFigures(other)).toEqual({ used: 0, planned: 2, left: 5 });
    const popup = await other.own("popup");
    await popup.waitForSelector("[data-elsewhere='0']");
    await press(popup, "details:has([data-elsewhere]) summary");
    await press(popup, "[data-elsewhere] [data-action=more]");
    await popup.waitForSelector("[data-used='1']");
    await popup.close();
    expect(await popupFigures()).toEqual({ used: 1, planned: 2, left: 4 });
    await other.end();
  });
});
