import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, type Driver, launch, pageExpected, pageHtml } from "../browser";
import { mutations, type Redesign, redesign } from "./mutations";
import { type Expected, pageNames } from "./reading";

const allPages = [...pageNames(), ...pageNames("more")];
/** Changed so much that nothing of it was foreseen. */
const changed = mutations.find(({ what }) => what === "everything changes at once")?.run as Redesign;

let driver: Driver;
let linkedin: string;
let skeletons: string;
beforeAll(async () => {
  driver = await launch("chromium");
  linkedin = await bundle("linkedin/index.ts", "linkedin");
  skeletons = await bundle("linkedin/skeleton.ts", "skeletons");
});
afterAll(() => driver.close());

const opened = async (html: string) => {
  const page = await driver.open(html);
  await page.addScriptTag({ content: linkedin });
  await page.addScriptTag({ content: skeletons });
  return page;
};
const reportOf = (page: Page) =>
  page.evaluate(() => {
    const check = { seen: 12, read: 3, unsure: 2, items: 0 };
    return window.linkedin.reportOn(document, { version: "0.1.0", page: "received", check });
  });
/** All of the page's body, however long. */
const skeletonOf = (page: Page) =>
  page.evaluate(() =>
    (
      window as unknown as { skeletons: typeof import("../../../extension/src/linkedin/skeleton") }
    ).skeletons.skeleton(document.body, { language: document.documentElement.lang, limit: 1_000_000 }),
  );

/** What an expected reading says of people: every text whole, and names and addresses also word for word. */
function personal(expected: readonly Expected[]): string[] {
  const texts = expected.flatMap(({ name, headline, note, profileId, sentAgo }) =>
    [name, headline, note, profileId, sentAgo].filter((text) => text !== null),
  );
  const names = expected.flatMap(({ name, profileId }) => [name, profileId ?? ""]);
  const parts = names.flatMap((text) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return [...new Set([...texts, ...parts].map((text) => text.toLowerCase()))];
}

/** Words that are the report's own, though someone may bear them as a name. */
const ours = /^(?:linkedin|not|and|the|accept|ignore|name|headline)$/;

function found(report: string, texts: readonly string[]): string[] {
  const lower = report.toLowerCase();
  const said = new Set(lower.match(/[\p{L}\p{N}]+/gu) ?? []);
  const isWord = (text: string) => /^[\p{L}\p{N}]+$/u.test(text);
  return texts.filter((text) => (isWord(text) ? said.has(text) && !ours.test(text) : lower.includes(text)));
}

describe.each(allPages)("the report on %s", (pageName) => {
  it.each([
    ["as it is", null],
    ["redesigned", changed],
  ])("%s holds no name, headline, note, address or age, in whole or in part", async (_how, run) => {
    const page = await opened(pageHtml(pageName));
    if (run) await page.evaluate(redesign, run);
    const texts = personal(pageExpected(pageName) as Expected[]);
    const report = await reportOf(page);
    expect(found(report, texts)).toEqual([]);
    expect(found(await skeletonOf(page), texts)).toEqual([]);
    expect(report).toMatch(/^[\n -~]*$/);
    expect(report.length).toBeLessThanOrEqual(8 * 1024);
    await page.close();
  });

  it("tells numbers of markup only: counts of classes, and lengths rounded", async () => {
    const page = await opened(pageHtml(pageName));
    const [, ...parts] = (await reportOf(page)).split("\n\n");
    const rest = parts.join("\n").replace(/(?:classes|others)=\d+|~(?:1|2|5)0{0,4}\b|\bh[1-6]\b/g, "");
    expect(rest).not.toMatch(/\d/);
    await page.close();
  });

  it("stays the same, letter for letter, when everything that people wrote becomes something else", async () => {
    const page = await opened(pageHtml(pageName));
    const before = await skeletonOf(page);
    await page.evaluate(
      disguise,
      (pageExpected(pageName) as Expected[]).map(({ name }) => name),
    );
    expect(await skeletonOf(page)).toBe(before);
    await page.close();
  });
});

/** Runs in the page: other letters, digits and addresses of the same length; what controls say stays. */
function disguise(names: readonly string[]): void {
  const other = (text: string) =>
    text.replace(/\p{L}/gu, (one) => "q".repeat(one.length)).replace(/\d/g, "7");
  const controls = "button, [role=button], input, a[href^='#'], a[href*=mynetwork], a[href$='.com/']";
  const change = (element: Element, name: string, value: string): string => {
    if (/^(?:alt|title|id|src|value|name|datetime|style|class)$/.test(name)) return other(value);
    if (/^(?:componentkey|data-.*)$/.test(name)) return value.replace(/\d/g, "7");
    if (name === "href" && !value.startsWith("#"))
      return value.replace(/[?#].*$/, "?x").replace(/(\/[a-z-]+\/)([^/?#]+)/g, "$1someone");
    if (name !== "aria-label") return value;
    if (!element.matches(controls) && !element.localName.includes("-")) return other(value);
    return names.reduce((text, one) => text.replaceAll(one, other(one)), value);
  };
  const changeAll = (root: Document | ShadowRoot) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest(`${controls}, script, style`))
        node.textContent = other(node.textContent ?? "");
    }
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) changeAll(element.shadowRoot);
      for (const { name, value } of [...element.attributes])
        element.setAttribute(name, change(element, name, value));
    }
  };
  changeAll(document);
}

describe("the report", () => {
  const html = (main: string, lang = "en") =>
    `<!DOCTYPE html><html lang="${lang}"><body><main>${main}</main></body></html>`;
  const buttons = (
    name: string,
  ) => `<button aria-label="Ignore an invitation to connect from ${name}">Ignore</button>
    <button aria-label="Accept ${name}’s invitation">Accept</button>`;
  const reported = async (page: string) => {
    const open = await opened(page);
    const report = await reportOf(open);
    await open.close();
    return report;
  };

  it("says how a card is built, so that its reader can be mended", async () => {
    const report = await reported(
      html(`<ul><li class="a b" componentkey="urn:li:invitation:7330419935132118804" data-view-name="tile-of-tomorrow">
        <a href="https://www.linkedin.com/in/perran-foam/?x=1"><img src="x.png" alt="Perran Foam’s picture"></a>
        <p><a href="/in/perran-foam/"><strong>Perran Foam</strong></a> wants to connect</p><style>p{}</style>
        ${buttons("Perran Foam")}</li></ul>`),
    );
    expect(report.split("\n")).toEqual([
      "SuperLink 0.1.0: how LinkedIn's page is built. No text, name, number or address of it is in here.",
      "page: received; language: en; cards: 12 seen, 3 read, 2 unsure; list items: 0",
      "",
      "card, read: person; profileId sure, name sure, headline sure, mutualConnections sure, note sure, sentAgo sure, kind sure",
      "in: html lang > body > main > ul",
      "li classes=2 componentkey=urn:li:invitation:# data-view-name=~20",
      " a href=linkedin:/in/* > img src alt~50",
      " p",
      "  a href=/in/* > strong > text~20",
      "  text~20",
      " button aria-label~50(ignore) says=ignore <- taken for ignore > text~10",
      " button aria-label~50(accept) says=accept <- taken for accept > text~10",
    ]);
  });

  it("shows the cards that could not be read before those that could", async () => {
    const readable = `<li><p><a href="/in/a-b/"><strong>Ada Nowhere</strong></a></p>${buttons("Ada Nowhere")}</li>`;
    const unreadable = `<li componentkey="urn:li:invitation:1"><img src="x.png"><button>Ignore</button><button>Accept</button></li>`;
    const report = await reported(html(`<ul>${readable}${unreadable}</ul>`));
    const titles = report.split("\n").filter((line) => line.startsWith("card,"));
    expect(titles.map((title) => title.split(":")[0])).toEqual(["card, not read", "card, read"]);
  });

  it("shows the first items of the list where no card is found at all", async () => {
    const item = `<li><a href="/people/perran-foam/">Perran Foam</a><button>Choose</button></li>`;
    const report = await reported(
      html(`<nav><ul><li><button>Home</button></li></ul></nav><ul>${item.repeat(5)}</ul>`),
    );
    expect(report.match(/^list item, no card$/gm)).toHaveLength(3);
    expect(report).toContain("a href=/* > text~20");
    expect(report).not.toMatch(/perran|people/i);
  });

  it("looks into open shadow trees", async () => {
    const report = await reported(
      html(
        `<ul><li><div><template shadowrootmode="open"><b>Perran</b></template></div><button>Choose</button></li></ul>`,
      ),
    );
    expect(report).toContain("div shadow > b > text~10");
  });

  it("stays short and in bounds on a huge, deep and hostile page", async () => {
    const deep = `${"<div>".repeat(500)}x${"</div>".repeat(500)}`;
    const odd = `<ottoline-card data-ottoline7="x" ottoline="y" role="ottoline" type="ottoline">${"<i>b</i>".repeat(9_000)}</ottoline-card>`;
    const item = `<li lang="x-ottoline">${deep}${odd}<button>Choose</button></li>`;
    const report = await reported(html(`<ul>${item.repeat(4)}</ul>`, "Ottoline Grackle"));
    expect(report.length).toBeLessThanOrEqual(8 * 1024);
    expect(report.match(/^list item, no card$/gm)).toHaveLength(3);
    expect(report).toContain("cut here");
    expect(report).toContain("custom-element data-other role=other type=other others=1");
    expect(report).toContain("language: other");
    expect(report).not.toMatch(/ottoline/i);
  });

  it("leaves out what SuperLink itself put into the page", async () => {
    const page = await opened(
      html(`<ul><li><p>x</p><em id="ours">badge</em><button>Choose</button></li></ul>`),
    );
    const report = await page.evaluate(() => {
      const isOurs = (node: Node) => node instanceof Element && node.id === "ours";
      const check = window.linkedin.selfCheck(document, null);
      return window.linkedin.reportOn(document, { version: "0.1.0", page: "grow", check, isOurs });
    });
    expect(report).toContain("page: grow; language: en; cards: 0 seen, 0 read, 0 unsure; list items: 1");
    expect(report).not.toContain(" em");
    await page.close();
  });
});
