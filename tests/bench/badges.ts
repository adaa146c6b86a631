/**
 * From ten new cards in the page to their ten badges, in a browser that is already connected: the whole way through
 * content script, background, pipe, host, database and back. Beside it the frame that the browser itself takes to
 * show the cards. Prints medians; decides nothing. `npm run bench` in extension/.
 */
import { card, pageOf, type Sender } from "../e2e/site";
import { browserNames, Story } from "../e2e/story";

const rounds = 40;
const batch = 10;

function senders(round: number): Sender[] {
  return Array.from({ length: batch }, (_, at) => ({
    slug: `sender-${round}-${at}`,
    name: `Sender ${round} ${at}`,
    headline: `Head of Data at Lumenfroth ${round} | dbt, Spark and ${at} more`,
    ...(at % 3 === 0 ? { note: "We met at the Gearwheel Summit, good to stay in touch." } : {}),
  }));
}

/**
 * Runs in the page: appends cards, and tells when the browser had a frame and when the last badge stood in one. A
 * page cannot see badges; it can see that its cards have grown.
 */
const measure = `(html, batch) => new Promise((resolve) => {
  const list = document.querySelector("[role=list]");
  const holder = document.createElement("div");
  holder.innerHTML = html;
  const cards = [...holder.querySelectorAll("[role=listitem]")];
  const before = new Map();
  let frame = 0;
  const grown = new Set();
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (!before.has(target)) before.set(target, contentRect.height);
      else if (contentRect.height > before.get(target)) grown.add(target);
    }
    if (grown.size === batch) { observer.disconnect(); resolve({ frame, badges: performance.now() - begun }); }
  });
  const begun = performance.now();
  list.append(...holder.children);
  for (const card of cards) observer.observe(card);
  requestAnimationFrame(() => { frame = performance.now() - begun; });
})`;

function quantile(values: number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}

for (const name of browserNames) {
  const story = await Story.begin(name);
  story.html = pageOf(senders(0));
  await story.agree();
  const page = await story.linkedin();
  await page.bringToFront();
  await story.badgesOnceThere(page, batch);
  const frames: number[] = [];
  const times: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const html = senders(round).map(card).join("");
    const result = (await page.evaluate(`(${measure})(${JSON.stringify(html)}, ${batch})`)) as {
      frame: number;
      badges: number;
    };
    frames.push(result.frame);
    times.push(result.badges);
  }
  console.log(
    `${name}: ten cards to ten badges, median of ${rounds}: ${quantile(times, 0.5)} ms (p95 ${quantile(times, 0.95)}; ` +
      `at most 50), the browser's own frame ${quantile(frames, 0.5)} ms`,
  );
  await story.end();
}
