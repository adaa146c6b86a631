import { describe, expect, it } from "vitest";
import { ageInDays, isAge, looksLikeAge } from "../../../extension/src/linkedin/ages";
import type { Line } from "../../../extension/src/linkedin/lines";
import { isMessaging, parseAddress, staysHere } from "../../../extension/src/linkedin/links";
import { readMutual } from "../../../extension/src/linkedin/mutual";
import { spokenPart } from "../../../extension/src/linkedin/names";
import { digitRuns, trailingNumber } from "../../../extension/src/linkedin/numbers";
import { clean, cleanLines, clip, fold } from "../../../extension/src/linkedin/text";
import { allWords, baseLanguage, roleOf, wordsOf } from "../../../extension/src/linkedin/words";

/** A line without links in it. */
function line(text: string): Line {
  return { text, element: { querySelectorAll: () => [] } as unknown as Element };
}

function mutual(language: string, text: string) {
  const words = wordsOf(language);
  if (words === null) throw new Error(`no words of ${language}`);
  const read = readMutual(line(text), words);
  return read === null ? null : [read.total, read.names];
}

describe("a line about mutual connections", () => {
  it.each([
    ["en", "1 mutual connection", 1, []],
    ["en", "57 mutual connections", 57, []],
    ["en", "Maribel Undertow and 12 other mutual connections", 13, ["Maribel Undertow"]],
    [
      "en",
      "Tobin Askwith, Fenella Crake, and 12 other mutual connections",
      14,
      ["Tobin Askwith", "Fenella Crake"],
    ],
    ["en", "Fenella Crake and 1,204 other mutual connections", 1205, ["Fenella Crake"]],
    ["en", "Tobin Askwith and 1 other mutual connection", 2, ["Tobin Askwith"]],
    ["en", "Tobin Askwith is a mutual connection", 1, ["Tobin Askwith"]],
    ["en", "Tobin Askwith and Fenella Crake are mutual connections", 2, ["Tobin Askwith", "Fenella Crake"]],
    ["en", "Fenella Crake and 2 others", 3, ["Fenella Crake"]],
    ["en", "Agent 47 and 3 other mutual connections", 4, ["Agent 47"]],
    ["en", "Ann and Bo Holdings and 4 other mutual connections", 5, ["Ann and Bo Holdings"]],
    ["en", "Ambrose Kettlewell, Ph.D. and 3 other mutual connections", 4, ["Ambrose Kettlewell, Ph.D."]],
    ["en", "Nora 1,000 and 1,000 other mutual connections", 1001, ["Nora 1,000"]],
    ["en", "A\u202eB and 3 other mutual connections", 4, ["AB"]],
    ["de", "Max Mustermensch und 1.052 weitere gemeinsame Kontakte", 1053, ["Max Mustermensch"]],
    ["de-AT", "1 gemeinsamer Kontakt", 1, []],
    ["de", "Max Mustermensch ist ein gemeinsamer Kontakt", 1, ["Max Mustermensch"]],
    ["fr", "A, B et 1 052 autres relations en commun", 1054, ["A", "B"]],
    ["fr", "A et B sont des relations que vous avez en commun", 2, ["A", "B"]],
    ["fr-CA", "A est une relation que vous avez en commun", 1, ["A"]],
    ["es", "A, B y 8 contactos más en común", 10, ["A", "B"]],
    ["es", "A es contacto en común", 1, ["A"]],
    ["pt-BR", "A e 71 outras conexões em comum", 72, ["A"]],
    ["it", "A, B e altri 2 collegamenti in comune", 4, ["A", "B"]],
    ["nl", "A en 1.052 andere gemeenschappelijke connecties", 1053, ["A"]],
    ["pl", "A i 5 innych wspólnych kontaktów", 6, ["A"]],
    ["tr", "A, B ve 3 diğer ortak bağlantınız", 5, ["A", "B"]],
  ])("in %s, %j is %d people", (language, text, total, names) => {
    expect(mutual(language, text)).toEqual([total, names]);
  });

  it.each([
    ["en", "12 mutual connections | Sent 2 weeks ago | wants to connect"],
    ["en", "I have 500 mutual connections"],
    ["en", "mutual connections"],
    ["en", " and 3 other mutual connections"],
    ["en", "3 gemeinsame Kontakte"],
    ["de", "12 mutual connections"],
    ["en", "99999999999 mutual connections"],
    ["ko", "12 mutual connections"],
  ])("in %s, %j is none", (language, text) => {
    expect(mutual(language, text)).toBeNull();
  });
});

describe("a number", () => {
  it.each([
    ["Agent 47 and 3", 3],
    ["1,204", 1204],
    ["1.052", 1052],
    ["1 052", 1052],
    ["1\u202f052", 1052],
    ["1’052", 1052],
    ["1,00,052", 100_052],
    ["١٬٠٥٢", 1052],
    ["१२", 12],
    ["১২", 12],
    ["１２", 12],
    ["in 2024, 12", 12],
    ["Level 3 12", 12],
  ])("at the end of %j is %d", (text, value) => {
    expect(trailingNumber(text)?.value).toBe(value);
  });

  it.each(["", "none", "12 people", "1234567890123456789"])("is not at the end of %j", (text) => {
    expect(trailingNumber(text)).toBeNull();
  });

  it("is counted in runs, whatever its digits", () => {
    expect(digitRuns("قبل ٣ أيام")).toEqual({ runs: 1, last: 3 });
    expect(digitRuns("2 of 31")).toEqual({ runs: 2, last: 31 });
  });
});

describe("an age", () => {
  it.each([
    ["en", "Today"],
    ["en", "Yesterday"],
    ["en", "12 hours ago"],
    ["en-US", "1 month ago"],
    ["en", "Just now"],
    ["de", "Vor 2 Tagen"],
    ["de", "Gestern"],
    ["fr", "il y a 2 semaines"],
    ["es", "hace 3 días"],
    ["pt-BR", "há 2 semanas"],
    ["it", "2 settimane fa"],
    ["nl", "2 weken geleden"],
    ["ar", "قبل ٣ أيام"],
    ["ar", "قبل يومين"],
    ["ja", "3 日前"],
    ["ko", "어제"],
    ["bn", "২ সপ্তাহ আগে"],
    ["ru", "2 недели назад"],
  ])("in %s is %j", (language, text) => {
    expect(isAge(text, language, wordsOf(language))).toBe(true);
  });

  it.each([
    ["en", "Sent 2 weeks ago to everyone"],
    ["en", "2 weeks ago today"],
    ["en", "Vor 2 Tagen"],
    ["en", "Novelist"],
    ["no such language!", "2 weeks ago"],
    ["", "2 weeks ago"],
  ])("in %s is not %j", (language, text) => {
    expect(isAge(text, language, wordsOf(language))).toBe(false);
  });

  it.each([
    ["en", "Today", 0],
    ["en", "Yesterday", 1],
    ["en", "Just now", 0],
    ["en", "59 minutes ago", 0],
    ["en", "5 hours ago", 0],
    ["en", "23 hours ago", 0],
    ["en", "24 hours ago", 1],
    ["en", "47 hours ago", 1],
    ["en", "6 days ago", 6],
    ["en", "2 weeks ago", 14],
    ["en", "3 months ago", 90],
    ["en", "3 mo. ago", 90],
    ["en", "1 year ago", 365],
    ["de", "Vor 3 Wochen", 21],
    ["de", "vorgestern", 2],
    ["fr", "il y a 2 semaines", 14],
    ["es", "hace 5 meses", 150],
    ["pt-BR", "há 2 semanas", 14],
    ["ar", "قبل يومين", 2],
    ["ar", "قبل ٣ أيام", 3],
    ["ja", "3 か月前", 90],
    ["bn", "২ সপ্তাহ আগে", 14],
    ["pl", "2 lata temu", 730],
  ])("in %s, %j is %i days at least", (language, text, days) => {
    expect(ageInDays(text, language, wordsOf(language))).toBe(days);
  });

  it("is no older than what its words say, in every language, style and unit", () => {
    const hours = { second: 0, minute: 0, hour: 1, day: 24, week: 168, month: 720, year: 8760 };
    for (const { language } of allWords) {
      for (const style of ["long", "short", "narrow"] as const) {
        const formatter = new Intl.RelativeTimeFormat(language, { style });
        for (const [unit, each] of Object.entries(hours)) {
          for (const count of [1, 2, 3, 11, 30]) {
            const text = formatter.format(-count, unit as Intl.RelativeTimeFormatUnit);
            const days = ageInDays(text, language, wordsOf(language));
            expect(days, text).not.toBeNull();
            expect(days, text).toBeLessThanOrEqual((count * each) / 24);
            if (style === "long") expect(days, text).toBe(Math.floor((count * each) / 24));
          }
        }
      }
    }
  });

  it.each([
    ["en", "2 weeks ago today"],
    ["no such language!", "2 weeks ago"],
  ])("in %s, %j is of no known days", (language, text) => {
    expect(ageInDays(text, language, wordsOf(language))).toBeNull();
  });

  it("looks like a few words around one small number where no language helps", () => {
    expect(looksLikeAge("pre 2 weekupa")).toBe(true);
    expect(looksLikeAge("Class of 2024")).toBe(false);
    expect(looksLikeAge("C++ | 20 years | Rust")).toBe(false);
  });
});

describe("the words", () => {
  it.each(allWords.map((words) => [words.language, words] as const))(
    "of %s hold no pattern that cannot match",
    (_, words) => {
      const { count, others, othersShort = [], one, list } = words.mutual;
      for (const pattern of count) expect(pattern).toMatch(/^(?!.*\{names\}).*\{n\}/);
      for (const pattern of [...others, ...othersShort, ...one, ...list])
        expect(pattern).toContain("{names}");
      expect(words.accept.length + (words.acceptStems ?? []).length).toBeGreaterThan(0);
      expect(words.ignore.length + (words.ignoreStems ?? []).length).toBeGreaterThan(0);
      for (const text of words.accept) expect(roleOf(text, words.language)).toBe("accept");
      for (const text of words.ignore) expect(roleOf(text, words.language)).toBe("ignore");
      for (const text of words.other) expect(roleOf(text, words.language)).toBe("other");
    },
  );

  it("are found by language, whatever its region and case", () => {
    expect(wordsOf("pt-BR")).toBe(wordsOf("pt"));
    expect(wordsOf("DE_at")).toBe(wordsOf("de"));
    expect(baseLanguage("nb-NO")).toBe("no");
    expect(wordsOf("tlh")).toBeNull();
    expect(wordsOf("")).toBeNull();
  });

  it("are recognised on a page that claims another language", () => {
    expect(roleOf("Annehmen", "en")).toBe("accept");
    expect(roleOf("Ignorer", "")).toBe("ignore");
    expect(roleOf("Connect", "fr")).toBe("other");
    expect(roleOf("Ottoline", "en")).toBeNull();
  });
});

describe("an address", () => {
  it.each([
    ["/in/ottoline-grackle/", "member", "ottoline-grackle"],
    ["https://www.linkedin.com/in/thessaly?miniProfileUrn=urn%3Ali", "member", "thessaly"],
    ["https://de.linkedin.com/in/%C3%B6tzi/", "member", "ötzi"],
    ["/in/100%-real/", "member", "100%-real"],
    ["/school/nowhere/", "company", "nowhere"],
    ["https://www.linkedin.com/newsletters/salt-1/", "newsletter", "salt-1"],
    ["/events/7000/", "event", "7000"],
    ["/groups/9999901/", "group", "9999901"],
  ])("%s names a %s", (href, kind, slug) => {
    expect(parseAddress(href)).toEqual({ kind, slug });
  });

  it.each([
    "/in/",
    "/feed/",
    "#",
    "",
    "https://example.org/in/someone",
    "//evil.example/in/x",
    "javascript:alert(1)",
  ])("%j names no one", (href) => expect(parseAddress(href)).toBeNull());

  it("may be that of a button in disguise, or lead elsewhere", () => {
    expect(staysHere("https://www.linkedin.com/mynetwork/invitation-manager/received/")).toBe(true);
    expect(staysHere("#")).toBe(true);
    expect(staysHere("/preload/custom-invite/?vanityName=x")).toBe(false);
    expect(staysHere("https://example.org/")).toBe(false);
    expect(isMessaging("/messaging/compose/?x=1")).toBe(true);
  });
});

describe("text", () => {
  it("is NFC, on one line, without control characters, with what is invisible left in", () => {
    expect(clean("  A\u030a\n\t b\u0000c \u200bd\ufeffe ")).toBe("Å bc \u200bd\ufeffe");
  });

  it("keeps its lines where lines count", () => {
    expect(cleanLines(" a \n\n\n b\n", 100)).toBe("a\n\nb");
  });

  it("is never cut within a character", () => {
    expect(clip("ab👍🏽", 3)).toBe("ab");
    expect(clip("ab", 3)).toBe("ab");
  });

  it("compares without regard to case, apostrophes and what is invisible", () => {
    expect(fold("ADA’S \u202eInvitation")).toBe("ada's invitation");
  });

  it("of a name ends where the spoken label does", () => {
    expect(spokenPart("Noah Webersdorf Aktueller Verlauf", ["einladung von noah webersdorf annehmen"])).toBe(
      "Noah Webersdorf",
    );
    expect(spokenPart("Tobin Askwith", ["accept tobin other's invitation"])).toBe("");
    expect(spokenPart("Sponsored Sally", ["accept offer"])).toBe("");
  });
});
