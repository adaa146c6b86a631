import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitationsPage, pageOf } from "./site";
import { browserNames, Story, until } from "./story";

describe.each(browserNames)("in %s", (name) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin(name);
    story.html = invitationsPage();
  });
  afterAll(() => story?.end());

  it("nothing is read before the person agrees, and badges appear as soon as they do", async () => {
    const page = await story.linkedin();
    await page.waitForSelector("[role=listitem]");
    expect(await story.badges(page)).toEqual([]);
    expect(story.hosts()).toEqual([]);
    await story.agree();
    const badges = await story.badgesOnceThere(page, 14);
    expect(badges.map(({ card }) => card)).toContain("Ottoline Grackle");
    for (const { label } of badges) expect(label).toMatch(/Accept|Ignore|Unsure/);
    await page.close();
  });

  it("HTML in a name, a headline and a note is shown as text", async () => {
    story.html = pageOf([
      {
        slug: "scripty",
        name: "<img src=x onerror=alert(1)>",
        headline: "<b>I help</b> founders <script>window.pwned=1</script>",
        note: "We met at <a href=javascript:alert(1)>the fair</a>",
      },
    ]);
    const page = await story.linkedin();
    await story.badgesOnceThere(page, 1);
    await page.focus("[aria-label^=Accept]");
    await page.keyboard.press("Tab");
    const badge = await until(async () => {
      const [only] = await story.badges(page);
      return only?.text.includes("Advice only") ? only : null;
    }, "the explanation");
    expect(badge.text).toContain("<img src=x onerror=alert(1)>");
    expect(badge.text).toMatch(/“[^”]*<[^”]*”/); // the card's own words, quoted
    expect(badge.foreign).toBe(0);
    expect(await page.evaluate("window.pwned")).toBeUndefined();
    await page.close();
  });

  it("the explanation opens by keyboard and closes with Escape, leaving the focus on the badge", async () => {
    story.html = pageOf([
      { slug: "ada", name: "Ada Quill", headline: "Beekeeper", note: "We met at the summit" },
    ]);
    const page = await story.linkedin();
    const [before] = await story.badgesOnceThere(page, 1);
    await page.focus("[aria-label^=Accept]");
    await page.keyboard.press("Tab");
    const longer = async () => ((await story.badges(page))[0]?.text.length ?? 0) > (before?.text.length ?? 0);
    await until(longer, "the explanation");
    await page.keyboard.press("Escape");
    await until(async () => !(await longer()), "its end");
    await page.keyboard.press("Enter");
    await until(longer, "the explanation again");
    await page.close();
  });

  it("the explanation of a badge below the fold stays open when focusing it scrolls the page", async () => {
    story.html = pageOf(
      Array.from({ length: 30 }, (_, at) => ({
        slug: `s${at}`,
        name: `Sender ${at}`,
        headline: "Beekeeper",
      })),
    );
    const page = await story.linkedin();
    await story.badgesOnceThere(page, 30);
    await page.focus("[aria-label='Accept Sender 29’s invitation']");
    await page.keyboard.press("Tab");
    await page.waitForFunction("scrollY > 0");
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    const last = (await story.badges(page)).at(-1);
    expect(last?.card).toBe("Sender 29");
    expect(last?.text).toContain("Advice only");
    await page.close();
  });

  it("cards that come later get their badges, and in-app navigation takes badges away and brings them back", async () => {
    story.html = invitationsPage();
    const page = await story.linkedin("https://www.linkedin.com/feed/");
    expect(await story.badges(page)).toEqual([]);
    await page.evaluate("history.pushState({}, '', '/mynetwork/invitation-manager/received/')");
    await story.badgesOnceThere(page, 14);
    await page.evaluate(`{
      const one = document.querySelector("[role=listitem][componentkey^='urn:li:invitation']");
      const more = one.cloneNode(true);
      more.setAttribute("componentkey", "urn:li:invitation:1");
      more.innerHTML = more.innerHTML.replaceAll("Ottoline Grackle", "Late Comer").replaceAll("ottoline-grackle", "late-comer");
      one.parentElement.append(more);
    }`);
    const badges = await story.badgesOnceThere(page, 15);
    expect(badges.map(({ card }) => card)).toContain("Late Comer");
    await page.evaluate("history.pushState({}, '', '/feed/')");
    await story.badgesOnceThere(page, 0);
    await page.close();
  });

  it("sent invitations and other pages get no badge", async () => {
    story.html = invitationsPage("sent-tab");
    const page = await story.linkedin("https://www.linkedin.com/mynetwork/invitation-manager/sent/");
    const control = await story.linkedin(); // a page that is read, opened later, shows that time was enough
    await until(async () => (await control.evaluate("document.readyState")) === "complete", "the page");
    expect(await story.badges(page)).toEqual([]);
    await page.close();
    await control.close();
  });
});
