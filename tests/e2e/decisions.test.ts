import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitationsPage } from "./site";
import { browserNames, Story, until } from "./story";

describe.each(browserNames)("in %s", (name) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin(name);
    story.html = invitationsPage();
    await story.agree();
  });
  afterAll(() => story?.end());

  async function usedInPopup(): Promise<number> {
    const popup = await story.own("popup");
    await popup.waitForSelector("[data-used]");
    const used = await popup.$eval("[data-used]", (element) => element.getAttribute("data-used"));
    await popup.close();
    return Number(used);
  }

  it("accepting a person moves the week's budget, ignoring one or following a page does not", async () => {
    expect(await usedInPopup()).toBe(0);
    const page = await story.linkedin();
    await story.badgesOnceThere(page, 14);
    await page.bringToFront();
    await page.click("[aria-label='Accept Ottoline Grackle’s invitation']");
    await page.click("[aria-label='Ignore an invitation to connect from Saffron Veldhuis']");
    await page.click("[aria-label='Accept invitation for Engineering Weekly Dream']");
    await until(
      async () => (await story.databaseRows("SELECT 1 FROM decisions").length) === 3,
      "three decisions in the database",
    );
    expect(await usedInPopup()).toBe(1);
    expect(
      story.databaseRows(
        "SELECT action, kind, verdict FROM decisions JOIN invitations ON id = invitation_id ORDER BY 1, 2",
      ),
    ).toEqual([
      { action: "accept", kind: "newsletter", verdict: expect.any(String) },
      { action: "accept", kind: "person", verdict: expect.any(String) },
      { action: "ignore", kind: "person", verdict: expect.any(String) },
    ]);
    await page.close();
  });

  it("a host that is killed comes back, and nothing is lost or counted twice", async () => {
    const page = await story.linkedin();
    await story.badgesOnceThere(page, 14);
    const [first] = story.hosts();
    expect(first).toBeDefined();
    process.kill(first as number, "SIGKILL");
    await until(async () => !story.hosts().includes(first as number), "the host's end");
    await page.bringToFront();
    await page.click("[aria-label='Accept Hollis Pemberwick’s invitation']");
    await until(
      async () => (await story.databaseRows("SELECT 1 FROM decisions").length) === 4,
      "the decision in the database",
    );
    expect(await usedInPopup()).toBe(2);
    expect(story.hosts()).toHaveLength(1);
    expect(story.hosts()).not.toContain(first);
    await page.close();
  });

  it("a browser that closes leaves no host behind", async () => {
    const hosts = story.hosts();
    expect(hosts).toHaveLength(1);
    await story.browser.close();
    await until(async () => story.hosts().length === 0, "the host's end");
  });
});
