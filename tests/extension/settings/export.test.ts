import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reply } from "../../../extension/src/messages";
import type { StoredRecord } from "../../../extension/src/native/protocol";
import { usualPrefs } from "../../../extension/src/prefs";
import {
  bringIn,
  collect,
  countsOf,
  fileName,
  fileText,
  partsOf,
  readExport,
} from "../../../extension/src/settings/export";

const invitation = (number: number, note = ""): StoredRecord => ({ record: "invitation", number, note });
const many = (count: number) => Array.from({ length: count }, (_, at) => invitation(at));
const text = (file: object) => JSON.stringify(file);
const sound = { format: "superlink-export", version: 1, exportedAt: 5, prefs: usualPrefs, records: [] };

describe("gathering an export", () => {
  type Page = { records: StoredRecord[]; next: string | null };
  const host = (pages: Record<string, Reply<Page>>) => {
    const asked: (string | null)[] = [];
    return {
      asked,
      askFor: (from: string | null) => {
        asked.push(from);
        return Promise.resolve(pages[from ?? "first"] ?? ({ ok: false, code: "NOT_FOUND" } as const));
      },
    };
  };

  test("asks for every part in turn and tells how far it is", async () => {
    const heard: number[] = [];
    const { asked, askFor } = host({
      first: { ok: true, value: { records: [invitation(1), invitation(2)], next: "b" } },
      b: { ok: true, value: { records: [], next: "c" } },
      c: { ok: true, value: { records: [invitation(3)], next: null } },
    });
    const gathered = await collect(askFor, (records) => heard.push(records));
    expect(gathered).toEqual({ ok: true, value: [invitation(1), invitation(2), invitation(3)] });
    expect(asked).toEqual([null, "b", "c"]);
    expect(heard).toEqual([2, 2, 3]);
  });

  test("an error of the host ends it, and no half export is handed out", async () => {
    const { askFor } = host({ first: { ok: true, value: { records: [invitation(1)], next: "gone" } } });
    expect(await collect(askFor, () => undefined)).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  test("a host that leads in a circle is not followed for ever", async () => {
    const { askFor } = host({
      first: { ok: true, value: { records: [], next: "a" } },
      a: { ok: true, value: { records: [], next: "b" } },
      b: { ok: true, value: { records: [], next: "a" } },
    });
    expect(await collect(askFor, () => undefined)).toEqual({ ok: false, code: "INVALID_REPLY" });
  });
});

describe("the file", () => {
  test("reads back as what was written, whatever the records hold", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string({ minLength: 1 }), value)), (bodies) => {
        const records = bodies.map(
          (body) => JSON.parse(text({ ...body, record: "invitation" })) as StoredRecord,
        );
        const read = readExport(fileText(records, usualPrefs, 1795340000000).join(""));
        expect(read).toEqual({
          ok: true,
          file: { exportedAt: 1795340000000, prefs: usualPrefs, records },
        });
      }),
    );
  });

  test("says its format and version, and is plain JSON", () => {
    const parsed = JSON.parse(fileText([invitation(1)], usualPrefs, 7).join("")) as object;
    expect(parsed).toEqual({ ...sound, exportedAt: 7, records: [invitation(1)] });
  });

  test("is named by the person's own calendar", () => {
    expect(fileName(new Date(2026, 10, 28, 23, 59))).toBe("superlink-2026-11-28.json");
    expect(fileName(new Date(2027, 0, 3))).toBe("superlink-2027-01-03.json");
  });
});

describe("a file that is no sound export is refused with its reason", () => {
  test.each([
    ["cut off", '{"format": "superlink-export", "ver', { kind: "not-json" }],
    ["empty", "", { kind: "not-json" }],
    ["a list", "[]", { kind: "other-format" }],
    ["null", "null", { kind: "other-format" }],
    ["of another program", text({ ...sound, format: "bookmarks" }), { kind: "other-format" }],
    ["without records", text({ ...sound, records: {} }), { kind: "other-format" }],
    ["without a version", text({ ...sound, version: "1" }), { kind: "other-format" }],
    ["of a newer SuperLink", text({ ...sound, version: 2 }), { kind: "newer" }],
    [
      "with a record that is none",
      text({ ...sound, records: [invitation(1), 7] }),
      { kind: "damaged", at: 2 },
    ],
    ["with a nameless record", text({ ...sound, records: [{ record: "" }] }), { kind: "damaged", at: 1 }],
  ])("%s", (_what, given, problem) => {
    expect(readExport(given)).toEqual({ ok: false, problem });
  });

  test("what is not needed may be amiss: a byte order mark, an odd date, preferences that nobody knows", () => {
    const given = `\ufeff${text({ ...sound, exportedAt: 9e15, prefs: { look: "glowing" } })}`;
    expect(readExport(given)).toEqual({
      ok: true,
      file: { exportedAt: null, prefs: usualPrefs, records: [] },
    });
  });
});

describe("bringing a file in", () => {
  test("parts keep the order, lose nothing, and fit into a message", () => {
    const record = fc
      .tuple(fc.nat(), fc.integer({ min: 0, max: 200_000 }))
      .map(([number, length]) => invitation(number, "é".repeat(length)));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (records) => {
        const parts = partsOf(records);
        expect(parts.flat()).toEqual(records);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          if (part.length > 1) expect(Buffer.byteLength(text(part))).toBeLessThan(1024 * 1024 - 10_000);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("no part has more than a hundred records", () => {
    expect(partsOf(many(250)).map((part) => part.length)).toEqual([100, 100, 50]);
    expect(partsOf([])).toEqual([]);
  });

  test("counts what was new and what was known over all parts", async () => {
    const heard: number[] = [];
    const brought = await bringIn(
      many(250),
      (part) => Promise.resolve({ ok: true, value: { imported: part.length - 10, known: 10 } }),
      (done) => heard.push(done),
    );
    expect(brought).toEqual({ imported: 220, known: 30, done: 250, code: null });
    expect(heard).toEqual([100, 200, 250]);
  });

  test("stops at the first part that is refused, and tells how far it came", async () => {
    let sent = 0;
    const brought = await bringIn(
      many(300),
      () => {
        sent += 1;
        return Promise.resolve(
          sent === 2
            ? { ok: false, code: "INVALID_PARAMS" }
            : { ok: true, value: { imported: 100, known: 0 } },
        );
      },
      () => undefined,
    );
    expect(sent).toBe(2);
    expect(brought).toEqual({ imported: 100, known: 0, done: 100, code: "INVALID_PARAMS" });
  });

  test("every record is counted once, those of unknown kinds among the others", () => {
    const records = [
      "settings",
      "budget",
      "elsewhere",
      "invitation",
      "invitation",
      "decision",
      "correction",
      "x",
    ];
    expect(countsOf(records.map((record) => ({ record })))).toEqual({
      settings: 1,
      invitations: 2,
      decisions: 1,
      corrections: 1,
      others: 3,
    });
  });
});
