/**
 * Pictures of every page as a person sees it, light and dark, in tests/e2e/shots: with nothing known, in a week of use
 * with three hundred invitations, while the host is thinking, and without a host. For people to look at; what can be
 * asserted of them is that nothing sticks out sideways and that axe finds nothing.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../extension/ui/axe";
import { pageOf, type Sender } from "./site";
import { Story, until } from "./story";

const folder = join(dirname(fileURLToPath(import.meta.url)), "shots");
const beginning = new Date("2026-11-24T09:31:00Z");
const themes = ["light", "dark"] as const;
const pages: Record<string, { width: number; height: number }> = {
  popup: { width: 360, height: 600 },
  review: { width: 1200, height: 900 },
  dashboard: { width: 1100, height: 900 },
  settings: { width: 1200, height: 900 },
  welcome: { width: 1000, height: 900 },
  panel: { width: 360, height: 800 },
};

const first = [
  "Ottoline",
  "Saffron",
  "Hollis",
  "Tobin",
  "Ada",
  "Quentin",
  "Marisol",
  "Inês",
  "Bram",
  "Yuki",
  "Zoë",
];
const last = [
  "Grackle",
  "Veldhuis",
  "Pemberwick",
  "Askwith",
  "Quill",
  "Lumen",
  "Tarrow",
  "Okonjo",
  "Fennimore",
];
const headlines = [
  "Head of Data, Gearwheel Logistics | Lisbon",
  "I help Heads of Data book 20 qualified calls a month",
  "Staff data engineer, streaming systems at Lumenfroth",
  "Talent partner | hiring platform engineers",
  "Professor of statistics, University of Tessaly",
  "CTO at a port authority, building a data platform",
  "Life coach. Unlock your true potential ✨",
  "Analytics engineer, dbt and Postgres",
];
const senders: Sender[] = Array.from({ length: 300 }, (_, at) => ({
  slug: `sender-${at}`,
  name: `${first[at % first.length]} ${last[at % last.length]}`,
  headline: headlines[at % headlines.length] ?? "",
  ...(at % 9 === 0
    ? { note: "We met at the Gearwheel Summit; I would like to go on about data contracts." }
    : {}),
}));

const settings = {
  about: "Freelance data engineer in Lisbon. I build data platforms for logistics and energy companies.",
  goals: [
    { kind: "find-clients", text: "Data platform projects with logistics companies", priority: "high" },
  ],
  want: {
    roles: ["Head of Data", "CTO"],
    industries: ["logistics", "energy"],
    companies: [],
    places: ["Lisbon", "Porto"],
    topics: ["dbt", "Postgres"],
  },
  avoid: {
    roles: ["Life Coach"],
    industries: ["crypto"],
    companies: [],
    places: [],
    topics: ["lead generation"],
  },
  relationships: ["client", "peer"],
  weeklyBudget: 15,
  reviewSlot: { day: "Tuesday", at: "09:30", minutes: 20 },
  week: { firstDay: "Monday", timeZone: null },
};

/** A page that has everything it asked for: nothing says that it is busy. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main");
  await until(async () => !(await page.$("[aria-busy=true]")), "a page that has its answers");
}

/** How many invitations stand at each place of the plan. */
async function placed(story: Story): Promise<Record<string, number>> {
  const page = await story.own("popup");
  const counts = await page.evaluate(async () => {
    const reply = await chrome.runtime.sendMessage({ type: "plan.get", params: { from: 0, most: 1 } });
    return JSON.stringify(reply.value.counts);
  });
  await page.close();
  return JSON.parse(counts) as Record<string, number>;
}

async function shoot(story: Story, name: string, situation: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    const page = await story.own(name, pages[name], { theme });
    await settled(page);
    await page.screenshot({ path: join(folder, `${name}-${situation}-${theme}.png`), fullPage: true });
    const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (sticksOut) found.push(`${theme}: it sticks out sideways`);
    found.push(...(await axeFindings(page)).map((finding) => `${theme}: ${finding}`));
    await page.close();
  }
  return found;
}

describe("what a person sees", () => {
  beforeAll(() => void mkdirSync(folder, { recursive: true }));

  describe("before the first invitation, and in a week with three hundred", () => {
    let story: Story;
    beforeAll(async () => {
      story = await Story.begin("chromium", { now: beginning, timeZone: "Europe/Lisbon" });
      story.html = pageOf(senders);
    });
    afterAll(() => story?.end());

    it.each(Object.keys(pages))("%s asks for consent first", async (name) => {
      expect(await shoot(story, name, "no-consent")).toEqual([]);
    });

    it.each(Object.keys(pages))("%s with nothing known", async (name) => {
      if (name === "popup") await story.agree();
      expect(await shoot(story, name, "empty")).toEqual([]);
    });

    it("a week goes by on LinkedIn", async () => {
      story.advance({ days: -15 });
      await story.save(settings);
      const linkedin = await story.linkedin();
      await story.badgesOnceThere(linkedin, senders.length);
      await linkedin.bringToFront();
      const decided = () => story.databaseRows("SELECT 1 FROM decisions").length;
      for (const [week, controls] of [
        [-15, ["Accept 0", "Accept 2", "Ignore 1", "Ignore 4"]],
        [-8, ["Accept 5", "Ignore 9", "Accept 8", "Ignore 6"]],
        [0, ["Accept 16", "Accept 18", "Ignore 17", "Accept 10"]],
      ] as const) {
        story.setClock(beginning.getTime() + week * 86_400_000);
        for (const control of controls) {
          const [action, at] = control.split(" ");
          const before = decided();
          const name = senders[Number(at)]?.name;
          const label =
            action === "Accept"
              ? `Accept ${name}’s invitation`
              : `Ignore an invitation to connect from ${name}`;
          await linkedin.click(`[aria-label='${label}']`);
          await until(async () => decided() > before, `${control} in the database`);
        }
      }
      const { later, lapse } = await placed(story);
      await until(async () => {
        const labels = (await story.badges(linkedin)).map(({ label }) => label);
        const count = (verdict: string) => labels.filter((label) => label.includes(verdict)).length;
        return count("Later") === later && count("Ignore") === lapse;
      }, "badges that tell of the last decision");
      for (const theme of themes) {
        await story.dress(linkedin, theme);
        await linkedin.screenshot({ path: join(folder, `linkedin-week-${theme}.png`) });
      }
    });

    it.each(Object.keys(pages))("%s in a week of use", async (name) => {
      expect(await shoot(story, name, "week")).toEqual([]);
    });

    it.each(Object.keys(pages).filter((name) => name !== "welcome"))(
      "%s while the host is thinking",
      async (name) => {
        const hosts = story.hosts();
        expect(hosts.length).toBeGreaterThan(0);
        for (const host of hosts) process.kill(host, "SIGSTOP");
        const page = await story.own(name, pages[name]);
        await page.waitForSelector("[aria-busy=true] .bone");
        await page.screenshot({ path: join(folder, `${name}-loading-light.png`), fullPage: true });
        for (const host of hosts) process.kill(host, "SIGCONT");
        await settled(page);
        await page.close();
      },
    );

    it.each(Object.keys(pages))("%s in the colours that a person forces on every page", async (name) => {
      const page = await story.own(name, pages[name]);
      const browser = await page.createCDPSession();
      await browser.send("Emulation.setEmulatedMedia", {
        features: [{ name: "forced-colors", value: "active" }],
      });
      await settled(page);
      await page.screenshot({ path: join(folder, `${name}-week-forced.png`), fullPage: true });
      expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
      await page.close();
    });
  });

  describe("without a host", () => {
    let story: Story;
    beforeAll(async () => {
      story = await Story.begin("chromium", { withoutHost: true });
      await story.agree();
    });
    afterAll(() => story?.end());

    it.each(Object.keys(pages).filter((name) => name !== "welcome"))(
      "%s says how to mend it",
      async (name) => {
        expect(await shoot(story, name, "no-host")).toEqual([]);
      },
    );
  });
});
