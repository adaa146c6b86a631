/**
 * The review time comes and goes for a person who allowed notifications, with two browsers open: the browser's own
 * alarms, notifications and toolbar, by the story's clock. One of the two tells of it, once; both show the count.
 *
 * Timers that run do not feel that the clock is moved, and Chromium keeps one for all alarms: so each time is set anew,
 * nearer than any before, once the clock stands shortly before it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageOf, type Sender } from "./site";
import { browserNames, Story, until } from "./story";

/** On a Tuesday, by the clocks of Lisbon. */
const at = (time: string) => new Date(`2026-11-24T${time}Z`);

const wanted: Sender[] = Array.from({ length: 4 }, (_, number) => ({
  slug: `head-${number}`,
  name: `Head Number ${number}`,
  headline: `Head of Data, Gearwheel Logistics ${number} | Lisbon`,
}));

const settings = {
  about: "Freelance data engineer",
  want: { roles: ["Head of Data"], industries: [], companies: [], places: ["Lisbon"], topics: [] },
  weeklyBudget: 3,
  week: { firstDay: "Monday", timeZone: null },
};

interface Shown {
  notifications: string[];
  /** On the toolbar's icon. */
  count: string;
}

describe.each(browserNames)("the review time in %s", (name) => {
  let story: Story;
  let other: Story;
  beforeAll(async () => {
    story = await Story.begin(name, {
      now: at("09:00:00"),
      timeZone: "Europe/Lisbon",
      granted: ["notifications"],
    });
    story.html = pageOf(wanted);
    await story.agree();
    await story.save(settings);
    await story.badgesOnceThere(await story.linkedin(), wanted.length);
    other = await story.another();
    await other.agree();
  });
  afterAll(() => story?.end());

  async function shown(of: Story): Promise<Shown> {
    const page = await of.own("popup");
    const told = await page.evaluate(async () =>
      JSON.stringify({
        notifications: Object.keys(await chrome.notifications.getAll()),
        count: await chrome.action.getBadgeText({}),
      }),
    );
    await page.close();
    return JSON.parse(told) as Shown;
  }

  const both = async () => [await shown(story), await shown(other)];
  const notifications = async () => (await both()).flatMap((browser) => browser.notifications);
  const announced = () => story.databaseRows("SELECT starts_at AS at FROM announced");

  /** The person sets it in one browser; the other hears of it when its popup asks for the plan. */
  async function setSlot(minutes: number): Promise<void> {
    await story.save({ reviewSlot: { day: "Tuesday", at: "09:30", minutes } });
    const popup = await other.own("popup");
    await popup.waitForSelector("[data-review]");
    await popup.close();
  }

  it("is quiet before it comes", async () => {
    story.setClock(at("09:29:40"));
    await setSlot(25);
    const quiet = { notifications: [], count: "" };
    expect(await both()).toEqual([quiet, quiet]);
  });

  it("is announced once, whichever browser is first, and both count who is planned", async () => {
    await until(async () => (await both()).every(({ count }) => count === "3"), "the count in both browsers");
    await until(async () => announced().length > 0, "the announcement");
    expect(announced()).toEqual([{ at: at("09:30:00").getTime() }]);
    // A headless Firefox has nowhere to show a notification, and drops it.
    if (name === "chromium") {
      await until(async () => (await notifications()).length > 0, "the notification");
      expect(await notifications()).toEqual(["review"]);
    }
  });

  it("takes all that away when it is over", async () => {
    story.setClock(at("09:49:48"));
    await setSlot(20);
    await until(async () => (await both()).every(({ count }) => count === ""), "no count any more");
    await until(async () => (await notifications()).length === 0, "no notification any more");
    expect(announced()).toHaveLength(1);
  });
});
