/**
 * How long reading takes, in headless Chromium, beside what the page itself costs. Printed, never judged:
 *   node tests/bench/read-cards.mjs [number of cards] [page of tests/pages]
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, "../../extension/package.json"));
const { build } = require("esbuild");
const puppeteer = require("puppeteer-core");

const count = Number(process.argv[2] ?? 1000);
const name = process.argv[3] ?? "era-c2-lazycolumn";
const rounds = 15;

const built = await build({
  entryPoints: [join(here, "../../extension/src/linkedin/index.ts")],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "linkedin",
  target: "es2022",
});

/** Runs in the page: `count` cards, each a copy of one on the page with a name of its own. */
function measure(count, rounds) {
  const first = linkedin.findCards(document);
  const kinds = first.filter(({ root }) => root.querySelector('a[href*="/in/"]'));
  const list = kinds[0].root.parentElement;
  const template = kinds.map(({ root }) => root.outerHTML);
  const html = [];
  for (let at = 0; at < count; at++) {
    html.push(
      template[at % template.length]
        .replace(/\/in\/([^/"?]+)/g, `/in/$1-${at}`)
        .replace(/invitation:\d+/g, `invitation:${at}`),
    );
  }
  const markup = html.join("");
  const median = (run) => {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      run();
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    return { least: times[0], middle: times[rounds >> 1] };
  };
  const parsing = median(() => {
    list.innerHTML = "";
    list.innerHTML = markup;
  });
  const copy = median(() => list.cloneNode(true));
  const layout = median(() => {
    list.style.width = list.style.width === "600px" ? "601px" : "600px";
    void document.body.offsetHeight;
    list.style.display = "none";
    void document.body.offsetHeight;
    list.style.display = "";
    void document.body.offsetHeight;
  });
  let cards = [];
  const finding = median(() => {
    cards = linkedin.findCards(document);
  });
  const whole = median(() => linkedin.findCards(document).map((card) => linkedin.readCard(card)));
  return {
    elements: document.querySelectorAll("*").length,
    cards: cards.length,
    parsing,
    copy,
    layout,
    finding,
    whole,
  };
}

/** Runs in the page: how long a watch works when ten more cards arrive on a page of many. */
async function arrive(rounds) {
  const stop = new AbortController();
  let last;
  linkedin.watchInvitations({ document, signal: stop.signal, onChange: (change) => (last = change) });
  while (!last) await new Promise(requestAnimationFrame);
  const original = window.requestAnimationFrame;
  const list = last.cards[0].card.root.parentElement;
  const markup = last.cards.slice(0, 10).map(({ card }) => card.root.outerHTML);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const due = [];
    window.requestAnimationFrame = (run) => due.push(run);
    for (const html of markup) {
      const holder = document.createElement("div");
      holder.innerHTML = html
        .replace(/\/in\/([^/"?]+)/g, `/in/$1-new-${round}`)
        .replace(/invitation:\d+/g, "invitation:new");
      const card = holder.firstElementChild;
      card.removeAttribute("componentkey");
      list.append(card);
    }
    await Promise.resolve();
    const start = performance.now();
    for (const run of due) run(start);
    times.push(performance.now() - start);
    window.requestAnimationFrame = original;
    await new Promise(requestAnimationFrame);
  }
  stop.abort();
  times.sort((a, b) => a - b);
  return { least: times[0], middle: times[rounds >> 1] };
}

const browser = await puppeteer.launch({
  executablePath: "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  await page.setContent(readFileSync(join(here, `../pages/${name}.html`), "utf8"));
  await page.addScriptTag({ content: built.outputFiles[0].text });
  const figures = await page.evaluate(measure, count, rounds);
  const arrival = await page.evaluate(arrive, rounds);
  const row = (what, { least, middle }) =>
    console.log(`${what.padEnd(40)}${least.toFixed(1).padStart(9)} ms${middle.toFixed(1).padStart(9)} ms`);
  console.log(`${name}: ${figures.cards} cards, ${figures.elements} elements; least and median of ${rounds}`);
  row("the page: parsing its cards", figures.parsing);
  row("the page: copying its cards", figures.copy);
  row("the page: three layouts", figures.layout);
  row("we: finding all cards", figures.finding);
  row("we: finding and reading all cards", figures.whole);
  row("we: ten more cards arrive", arrival);
} finally {
  await browser.close();
}
