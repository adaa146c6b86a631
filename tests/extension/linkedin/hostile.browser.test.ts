import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, type Driver, launch } from "../browser";

declare global {
  interface Window {
    alarmed: boolean;
  }
}

/** Numbers that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pieces = [
  "<script>window.alarmed=true</script>",
  "<img src=x onerror=window.alarmed=true>",
  "</div></li></main>",
  "&lt;b&gt;",
  "Accept",
  "Ignore",
  "and 3 other mutual connections",
  "2 weeks ago",
  "wants to connect",
  "{names}",
  "{n}",
  "\\",
  "'\"`",
  "‮",
  "\u200b\u2060\ufeff",
  "\u0000\u0007",
  "\ud800",
  "👩‍👩‍👧‍👦",
  "١٬٠٥٢",
  "a\u0301\u0301\u0301",
  "  \n\t ",
  "%E0%A4%A",
  ", , , ",
  "Ürün",
  "İı",
];

/** Any text an inviter might think of. */
function anyText(random: () => number, longest: number): string {
  let text = "";
  const length = Math.floor(random() * longest);
  while (text.length < length) {
    text +=
      random() < 0.5
        ? (pieces[Math.floor(random() * pieces.length)] ?? "")
        : String.fromCodePoint(1 + Math.floor(random() ** 3 * 0x10fffe));
  }
  return text;
}

describe("whatever an inviter writes", () => {
  let driver: Driver;
  let scripts: string[];
  beforeAll(async () => {
    driver = await launch("chromium");
    scripts = [
      await bundle("linkedin/index.ts", "linkedin"),
      await bundle("../../tests/extension/linkedin/made.ts", "made"),
    ];
  });
  afterAll(() => driver.close());

  const open = async () => {
    const page = await driver.open('<!DOCTYPE html><html lang="en"><main></main></html>');
    for (const content of scripts) await page.addScriptTag({ content });
    return page;
  };

  it("is read as text: it never throws, never runs, and stays in its own card", async () => {
    const random = dice(20261122);
    const people = Array.from({ length: 300 }, (_, at) => ({
      name: `N${at} ${anyText(random, 60)}`,
      slug: `hostile-${at}`,
      headline: anyText(random, 400),
      note: anyText(random, 2_000),
      mutual: "12 mutual connections",
    }));
    const page = await open();
    const result = await page.evaluate((persons) => {
      window.alarmed = false;
      const list = window.made.list(0);
      for (const one of persons) list.append(window.made.card(one));
      const readings = window.linkedin
        .findCards(document)
        .map((card) => window.linkedin.readCard(card).invitation);
      return {
        alarmed: window.alarmed,
        ids: readings.map(({ id }) => id),
        mutuals: readings.filter(({ mutualConnections }) => mutualConnections !== 12).length,
        wellFormed: readings.every((one) => JSON.stringify(one).length > 0 && one.name !== ""),
        names: readings.map(({ name }) =>
          name.slice(0, name.indexOf(" ") < 0 ? undefined : name.indexOf(" ")),
        ),
      };
    }, people);
    expect(result.alarmed).toBe(false);
    expect(result.ids).toEqual(people.map(({ slug }) => `person:${slug}`));
    expect(result.mutuals).toBe(0);
    expect(result.wellFormed).toBe(true);
    await page.close();
  });

  it.each(["x", " ", "A, ", "and ", "9,", "·", "\u0301", "🙂", "<b>", "\n"])(
    "is cut at an absurd length, and never within a character: %j over and over",
    async (piece) => {
      const page = await open();
      const lengths = await page.evaluate((one) => {
        const long = `a${one.repeat(200_000)}z`;
        window.made.list(0).append(
          window.made.card({
            name: "Long Winded",
            slug: "long-winded",
            headline: long,
            mutual: long,
            note: long,
          }),
        );
        const { invitation } = window.linkedin.readCard(window.linkedin.findCards(document)[0] as never);
        const broken = /[\ud800-\udbff]$/;
        const texts = [invitation.headline ?? "", invitation.note ?? ""];
        return {
          name: invitation.name,
          lengths: texts.map((text) => text.length),
          broken: texts.some((t) => broken.test(t)),
        };
      }, piece);
      expect(lengths.name).toBe("Long Winded");
      expect(lengths.lengths[0]).toBeLessThanOrEqual(3_000);
      expect(lengths.lengths[1]).toBeLessThanOrEqual(20_000);
      expect(lengths.broken).toBe(false);
      await page.close();
    },
  );
});
