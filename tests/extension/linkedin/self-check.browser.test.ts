import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SelfCheck } from "../../../extension/src/linkedin";
import { bundle, type Driver, launch, pageHtml } from "../browser";
import { type Redesign, redesign } from "./mutations";

describe("the self-check", () => {
  let driver: Driver;
  let script: string;
  beforeAll(async () => {
    driver = await launch("chromium");
    script = await bundle("linkedin/index.ts", "linkedin");
  });
  afterAll(() => driver.close());

  const checked = async (html: string, change?: Redesign): Promise<SelfCheck> => {
    const page = await driver.open(html);
    if (change) await page.evaluate(redesign, change);
    await page.addScriptTag({ content: script });
    const check = await page.evaluate(
      () =>
        new Promise<SelfCheck>((resolve) => {
          const { signal } = new AbortController();
          window.linkedin.watchInvitations({
            document,
            signal,
            onChange: (change) => resolve(window.linkedin.selfCheck(document, change)),
          });
        }),
    );
    await page.close();
    return check;
  };

  it.each(["era-a-ember", "era-b-artdeco", "era-c-hashed", "era-c2-lazycolumn", "locale-de", "more/lang-fr"])(
    "is content with %s",
    async (pageName) => {
      const check = await checked(pageHtml(pageName));
      expect(check).toEqual({ seen: check.seen, read: check.seen, unsure: 0, items: 0 });
      expect(check.seen).toBeGreaterThan(0);
    },
  );

  it.each(["more/lang-ar", "more/lang-bn"])(
    "takes the language of %s, which SuperLink does not know, for no change of the page",
    async (pageName) => expect((await checked(pageHtml(pageName))).unsure).toBe(0),
  );

  it("finds every card in doubt when LinkedIn says other words than its language has", async () => {
    const { seen, unsure } = await checked(pageHtml("more/redesign-articles"), { translate: true });
    expect([seen, unsure]).toEqual([3, 3]);
    const lazy = await checked(pageHtml("era-c2-lazycolumn"), { translate: true });
    expect(lazy.unsure).toBeGreaterThan(lazy.read / 2);
  });

  it("finds cards in doubt when only the text of a link says whose they are", async () => {
    expect(await checked(pageHtml("more/redesign-articles"))).toEqual({
      seen: 3,
      read: 3,
      unsure: 3,
      items: 0,
    });
  });

  it("counts cards that name no one as seen, not as read", async () => {
    const card = `<li componentkey="urn:li:invitation:1"><img src="x.png"><button>Ignore</button><button>Accept</button></li>`;
    const check = await checked(
      `<!DOCTYPE html><html lang="en"><main><ul>${card.repeat(3)}</ul></main></html>`,
    );
    expect(check).toMatchObject({ seen: 3, read: 0 });
  });

  it("where there is no card it counts the items of lists that could be some, and none of the navigation", async () => {
    const item = `<li><p>Perran</p><button>Choose</button></li>`;
    const page = (items: string) =>
      `<!DOCTYPE html><html lang="en"><nav><ul>${item}</ul></nav><main><ul>${items}</ul></main></html>`;
    expect(await checked(page(item.repeat(4)))).toEqual({ seen: 0, read: 0, unsure: 0, items: 4 });
    expect(await checked(page("<li>Nothing here</li>"))).toEqual({ seen: 0, read: 0, unsure: 0, items: 0 });
  });
});
