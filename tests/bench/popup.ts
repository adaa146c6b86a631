/**
 * From opening the popup to its first paint, and to everything in it being there, in a browser whose host runs already:
 * the page in a tab, the real background, host and database, a plan of a few hundred. The page itself marks when it is
 * complete. Prints medians; decides nothing. `npm run bench:popup` in extension/.
 */
import type { Page } from "puppeteer-core";
import { pageOf, type Sender } from "../e2e/site";
import { browserNames, Story, until } from "../e2e/story";

const rounds = 20;
const pending = 300;

const senders: Sender[] = Array.from({ length: pending }, (_, at) => ({
  slug: `sender-${at}`,
  name: `Sender ${at}`,
  headline: `Head of Data at Lumenfroth ${at} | dbt, Spark and ${at} more`,
}));

interface Opened {
  /** When the browser had read the page's HTML, before anything of ours ran. */
  own: number;
  paint: number;
  complete: number;
}

function timesOf(page: Page): Promise<Opened | null> {
  return page.evaluate(() => {
    const complete = Number(document.documentElement.dataset.complete ?? Number.NaN);
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const own = navigation?.domInteractive ?? Number.NaN;
    return Number.isFinite(complete) && Number.isFinite(paint) ? { own, paint, complete } : null;
  });
}

/** The first-run page is not what is measured here. */
async function agree(story: Story): Promise<void> {
  const popup = await story.own("popup");
  await popup.evaluate(async () => {
    await chrome.runtime.sendMessage({ type: "consent.set", params: { given: true } });
  });
  await popup.close();
}

function median(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(1);
}

for (const name of browserNames) {
  const story = await Story.begin(name);
  story.html = pageOf(senders);
  await agree(story);
  const page = await story.linkedin();
  await page.bringToFront();
  await story.badgesOnceThere(page, pending);
  const opened: Opened[] = [];
  for (let round = 0; round <= rounds; round++) {
    const popup = await story.own("popup");
    const times = await until(() => timesOf(popup), "a complete popup");
    if (round > 0) opened.push(times); // the first one warms
    await popup.close();
  }
  console.log(
    `${name}: the popup, median of ${rounds}: first paint ${median(opened.map(({ paint }) => paint))} ms, ` +
      `complete ${median(opened.map(({ complete }) => complete))} ms (at most 100), of which the browser took ` +
      `${median(opened.map(({ own }) => own))} ms before our script began`,
  );
  await story.end();
}
