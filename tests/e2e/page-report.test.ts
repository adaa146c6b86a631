import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserNames, Story, until } from "./story";

const unreadable = `<li componentkey="urn:li:invitation:7330419935132118804">
  <img src="" alt=""><button>Ignore</button><button>Accept</button></li>`;

describe.each(browserNames)("in %s on a page that LinkedIn changed", (name) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin(name, { withoutHost: true });
    await story.agree();
  });
  afterAll(() => story?.end());

  it("SuperLink's own pages learn how much was read, and how the page is built, and no name in it", async () => {
    story.html = `<!DOCTYPE html><html lang="en"><main><h1>Perran Foam</h1><ul>${unreadable.repeat(3)}</ul></main></html>`;
    await story.linkedin();
    const own = await story.own("popup");
    const asked = (type: string) =>
      own.evaluate(async (question) => {
        const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
        const reply = await chrome.runtime.sendMessage({ type: question, params: { tabId: tab?.id } });
        return JSON.stringify(reply);
      }, type);
    const report = await until(async () => {
      const reply = JSON.parse(await asked("page.get")) as { value: { seen: number } | null };
      return reply.value?.seen ? reply.value : null;
    }, "the self-check");
    expect(report).toEqual({ seen: 3, read: 0, unsure: 0, items: 0 });
    const { value: skeleton } = JSON.parse(await asked("page.skeleton")) as { value: string };
    expect(skeleton).toContain("page: received; language: en; cards: 3 seen, 0 read, 0 unsure");
    expect(skeleton).toContain("li componentkey=urn:li:invitation:#");
    expect(skeleton).not.toMatch(/perran|7330/i);
  });
});
