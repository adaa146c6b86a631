import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitationsPage } from "./site";
import { browserNames, Story, until } from "./story";

describe.each(browserNames)("in %s without a host", (name) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin(name, { withoutHost: true });
    story.html = invitationsPage();
    await story.agree();
  });
  afterAll(() => story?.end());

  it("the popup says that the host is missing and how to mend it, and works once it is mended", async () => {
    const popup = await story.own("popup");
    await popup.waitForSelector("[data-mend=missing]");
    expect(await popup.$eval("[data-mend]", (element) => element.textContent)).toContain("superlink install");
    const page = await story.linkedin();
    await popup.bringToFront();
    // A decision that is made meanwhile waits in the extension.
    await page.bringToFront();
    await page.click("[aria-label='Accept Ottoline Grackle’s invitation']");
    await until(async () => {
      const waiting = await story.own("popup");
      await waiting.waitForSelector("[data-mend=missing]");
      const found = await waiting.$("[data-waiting='1']");
      await waiting.close();
      return found;
    }, "the waiting decision in the popup");
    story.installHost();
    await popup.bringToFront();
    await until(async () => {
      // The popup also looks again by itself when it is returned to. By keyboard, then: a click that is on its way
      // while the button gives way to the week would land on what stands there now.
      await popup.focus("[data-action=retry]").catch(() => undefined);
      await popup.keyboard.press("Enter");
      return popup.$("[data-host=ready]");
    }, "a host that is ready");
    await until(async () => story.databaseRows("SELECT 1 FROM decisions").length === 1, "the decision");
    await story.badgesOnceThere(page, 13);
  });
});
