import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserNames, bundle, type Driver, launch, pageExpected, pageHtml } from "../browser";
import { compared, type Expected, pageNames, readingsOf, readPage } from "./reading";

describe.each(browserNames)("in %s", (name) => {
  let driver: Driver;
  let scripts: string[];
  beforeAll(async () => {
    driver = await launch(name);
    scripts = [await bundle("linkedin/index.ts", "linkedin")];
  });
  afterAll(() => driver.close());

  it.each([...pageNames(), ...pageNames("more")])(
    "the page %s is read exactly as a person would",
    async (pageName) => {
      const page = await driver.open(pageHtml(pageName));
      for (const script of scripts) await page.addScriptTag({ content: script });
      const read = readingsOf(await readPage(page));
      const expected = pageExpected(pageName) as Expected[];
      expect(read.map((invitation) => compared(invitation))).toEqual(expected.map((one) => compared(one)));
      await page.close();
    },
  );

  const read = async (pageName: string) => {
    const page = await driver.open(pageHtml(pageName));
    for (const script of scripts) await page.addScriptTag({ content: script });
    const readings = await readPage(page);
    await page.close();
    return readings;
  };

  it("what an invitation asks to join is named, and identities come from addresses", async () => {
    const found = readingsOf(await read("era-b-artdeco")).filter(({ kind }) => kind !== "person");
    expect(found.map(({ id, subject }) => [id, subject])).toEqual([
      ["newsletter:salt-signal-6800000000000000002:gullwing-coastal-fict", "Salt & Signal"],
      [
        "event:symposiumofunlikelyinstruments7000000000000000003:caspian-rowe-fict",
        "Symposium of Unlikely Instruments",
      ],
      ["company:orrery-vale-fict:petra-lindenmoor", "Orrery & Vale"],
      ["group:9999901:sable-thornquist", "Guild of Fictional Metrologists"],
    ]);
  });

  it("an invitation keeps its identity from one layout of LinkedIn to the next", async () => {
    const ids = async (pageName: string) => readingsOf(await read(pageName)).map(({ id }) => id);
    const shared = (await ids("era-c-hashed")).filter((id) => id.includes("ludo-parsnip"));
    expect(shared).toEqual(["company:tessaract-bakeries-fict:ludo-parsnip"]);
    expect(await ids("era-a-ember")).toEqual(expect.arrayContaining(shared));
    expect(await ids("era-c2-lazycolumn")).toEqual(expect.arrayContaining(shared));
  });

  it("markers are read from what LinkedIn says, in its language", async () => {
    const marked = [
      ...(await read("era-c2-lazycolumn")),
      ...(await read("era-c-hashed")),
      ...(await read("locale-de")),
    ];
    const badges = readingsOf(marked).filter((one) => one.badges.length > 0);
    expect(badges.map(({ profileId, badges: found }) => [profileId, found])).toEqual([
      ["ottoline-grackle", ["verified"]],
      ["hollis-pemberwick", ["premium", "follows-you"]],
      ["magnus-ravn-fict", ["open-to-work"]],
      ["neelima-swapnalok", ["verified"]],
      ["isolde-marchbank", ["verified", "follows-you"]],
      ["lucan-everdene", ["premium"]],
      ["percival-dunmore-", ["open-to-work"]],
      ["quill-oyelaran-fict", ["verified", "premium"]],
      ["uelkue-oezdemirhan", ["verified"]],
    ]);
  });

  it("mutual connections are named as the card names them", async () => {
    const named = readingsOf(await read("era-d-adversarial")).filter((one) => one.mutualNames.length > 0);
    expect(named.map(({ profileId, mutualNames }) => [profileId, mutualNames])).toEqual([
      ["agent-47-friend", ["Agent 47"]],
      ["and-andersson", ["Ann and Bo Holdings"]],
      ["linked-mutuals", ["Tobin Askwith", "Fenella Crake"]],
      ["emoji-family", ["Fenella Crake"]],
    ]);
  });

  it("every field of a page in a known language is sure, but for a member without a name", async () => {
    const unsure = (await read("era-d-adversarial")).flatMap(({ invitation, confidence }) =>
      Object.entries(confidence)
        .filter(([, value]) => value !== "sure")
        .map(([field, value]) => [invitation.name, field, value]),
    );
    expect(unsure).toEqual([["LinkedIn Member", "profileId", "unsure"]]);
  });

  it.each(["more/lang-ar", "more/lang-bn"])(
    "in the language of %s a number of mutual connections is unknown, never 0",
    async (pageName) => {
      for (const { invitation, confidence } of await read(pageName)) {
        expect(invitation.mutualConnections).toBeNull();
        expect(confidence.mutualConnections).toBe("unknown");
      }
    },
  );

  it("a mutual line in words we do not know is no headline, and its number is unknown, not guessed", async () => {
    const page = await driver.open(`<!DOCTYPE html><html lang="en"><main><ul><li>
      <p><a href="/in/perran-foam/"><strong>Perran Foam</strong></a> wants to connect</p><p>Boat builder</p>
      <p>Tobin Askwith plus 4 further mutual connections</p>
      <button aria-label="Ignore an invitation to connect from Perran Foam">Ignore</button>
      <button aria-label="Accept Perran Foam’s invitation">Accept</button></li></ul></main></html>`);
    for (const script of scripts) await page.addScriptTag({ content: script });
    const [reading] = await readPage(page);
    expect(reading?.invitation.headline).toBe("Boat builder");
    expect(reading?.invitation.mutualConnections).toBeNull();
    expect(reading?.confidence.mutualConnections).toBe("unknown");
    await page.close();
  });
});
