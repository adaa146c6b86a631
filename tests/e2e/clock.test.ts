import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitationsPage } from "./site";
import { browserNames, Story, until } from "./story";

/** A Wednesday, at noon in London and in the evening in Tokyo: the same week in both, and eight days on another. */
const beginning = new Date("2026-03-11T12:00:00Z");

describe.each(browserNames)("in %s by the story's own clock", (name) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin(name, { now: beginning, timeZone: "Europe/London" });
    story.html = invitationsPage();
    await story.agree();
  });
  afterAll(() => story?.end());

  async function usedInPopup(of = story): Promise<number> {
    const popup = await of.own("popup");
    await popup.waitForSelector("[data-used]");
    const used = await popup.$eval("[data-used]", (element) => element.getAttribute("data-used"));
    await popup.close();
    return Number(used);
  }

  /** The local time that a page of the extension would tell, and its zone. */
  async function told(): Promise<{ time: number; zone: string }> {
    const page = await story.own("settings");
    const answer = await page.evaluate(() => ({
      time: Date.now(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }));
    await page.close();
    return answer;
  }

  function expectAbout(time: number, expected: number): void {
    expect(Math.abs(time - expected)).toBeLessThan(60_000);
  }

  it("extension and host go by it, on and back", async () => {
    const page = await story.linkedin();
    await story.badgesOnceThere(page, 14);
    await page.bringToFront();
    await page.click("[aria-label='Accept Ottoline Grackle’s invitation']");
    await until(
      async () => story.databaseRows("SELECT 1 FROM decisions").length === 1,
      "the decision in the database",
    );
    await page.close();
    const [decision] = story.databaseRows("SELECT decided_at FROM decisions");
    expectAbout(Number(decision?.decided_at), beginning.getTime());
    expect(await usedInPopup()).toBe(1);
    const hosts = story.hosts();

    story.advance({ days: 8 });
    expect(await usedInPopup()).toBe(0);
    const { time, zone } = await told();
    expectAbout(time, beginning.getTime() + 8 * 86_400_000);
    expect(zone).toBe("Europe/London");

    story.advance({ days: -8 });
    expect(await usedInPopup()).toBe(1);
    expect(story.hosts()).toEqual(hosts);
  });

  it("agreement and decisions outlive a journey with the computer switched off", async () => {
    await story.restart({ timeZone: "Asia/Tokyo" });
    expect(await usedInPopup()).toBe(1);
    const { time, zone } = await told();
    expectAbout(time, story.now());
    expect(zone).toBe("Asia/Tokyo");
    await story.badgesOnceThere(await story.linkedin(), 14);
  });

  it("a second profile counts the same decisions", async () => {
    const other = await story.another();
    await other.agree();
    expect(await usedInPopup(other)).toBe(1);
    expect(other.hosts()).toHaveLength(1);
    expect(other.hosts()).not.toEqual(story.hosts());
    story.advance({ days: 8 });
    expect(await usedInPopup(other)).toBe(0);
    await other.end();
    expect(await usedInPopup()).toBe(0);
  });
});
