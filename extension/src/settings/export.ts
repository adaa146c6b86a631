/**
 * The file that holds everything SuperLink stores about a person, and the way back. The records are the host's own and
 * go back as they are; around them stand the format, its version and the preferences of this browser. Pure: whoever
 * asks the host and whoever saves the file is given from outside.
 */
import type { Reply } from "../messages";
import type { Methods, StoredRecord } from "../native/protocol";
import { type Prefs, prefsFrom } from "../prefs";

export const exportFormat = "superlink-export";
export const exportVersion = 1;
/** A file beyond this is not one of ours, and would only make the page stand still. */
export const maxFileBytes = 64 * 1024 * 1024;
/** What the host takes at once, by number, and below the 1 MiB of a message by size. */
const maxRecords = 100;
const maxPartBytes = 600 * 1024;

type Page = Methods["data.export"]["result"];
type Taken = Methods["data.import"]["result"];

export interface ExportFile {
  /** Null where the file does not tell it soundly. */
  exportedAt: number | null;
  prefs: Prefs;
  records: StoredRecord[];
}

/** Asks for one part after the other; `progress` hears how many records are there. */
export async function collect(
  askFor: (from: string | null) => Promise<Reply<Page>>,
  progress: (records: number) => void,
): Promise<Reply<StoredRecord[]>> {
  const records: StoredRecord[] = [];
  let from: string | null = null;
  const asked = new Set<string | null>();
  do {
    // A host that leads in a circle would never come to an end.
    if (asked.has(from)) return { ok: false, code: "INVALID_REPLY" };
    asked.add(from);
    const reply = await askFor(from);
    if (!reply.ok) return reply;
    for (const record of reply.value.records) records.push(record);
    progress(records.length);
    from = reply.value.next;
  } while (from !== null);
  return { ok: true, value: records };
}

/** The file's text in pieces, a line a record, so that no second copy of the whole is made. */
export function fileText(records: readonly StoredRecord[], prefs: Prefs, exportedAt: number): string[] {
  const head = { format: exportFormat, version: exportVersion, exportedAt, prefs };
  const lines = records.map((record, at) => `${at === 0 ? "" : ","}\n${JSON.stringify(record)}`);
  return [`${JSON.stringify(head).slice(0, -1)},"records":[`, ...lines, "\n]}\n"];
}

/** "superlink-2026-11-28.json", by the person's own calendar. */
export function fileName(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `superlink-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`;
}

export type Problem =
  | { kind: "too-large" }
  | { kind: "not-json" }
  | { kind: "other-format" }
  | { kind: "newer" }
  /** `at` is the first record that is none, counted from 1. */
  | { kind: "damaged"; at: number };
export type Read = { ok: true; file: ExportFile } | { ok: false; problem: Problem };

export function readExport(text: string): Read {
  const no = (problem: Problem): Read => ({ ok: false, problem });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return no({ kind: "not-json" });
  }
  if (!isObject(parsed) || parsed.format !== exportFormat || !Array.isArray(parsed.records)) {
    return no({ kind: "other-format" });
  }
  const { version, records, exportedAt } = parsed;
  if (!Number.isSafeInteger(version) || Number(version) < 1) return no({ kind: "other-format" });
  if (Number(version) > exportVersion) return no({ kind: "newer" });
  const bad = records.findIndex((record) => !isRecord(record));
  if (bad >= 0) return no({ kind: "damaged", at: bad + 1 });
  return {
    ok: true,
    file: {
      exportedAt: isTime(exportedAt) ? exportedAt : null,
      prefs: prefsFrom(parsed.prefs),
      records: records as StoredRecord[],
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecord(value: unknown): value is StoredRecord {
  return isObject(value) && typeof value.record === "string" && value.record !== "";
}

/** What a Date can hold. */
function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= 8.64e15;
}

/** In the file's order, since decisions come after their invitations; each part small enough for one message. */
export function partsOf(records: readonly StoredRecord[]): StoredRecord[][] {
  const parts: StoredRecord[][] = [];
  let bytes = 0;
  for (const record of records) {
    const size = new TextEncoder().encode(JSON.stringify(record)).length + 1;
    const last = parts.at(-1);
    if (last && last.length < maxRecords && bytes + size <= maxPartBytes) {
      last.push(record);
      bytes += size;
    } else {
      parts.push([record]);
      bytes = size;
    }
  }
  return parts;
}

export interface Counts {
  invitations: number;
  decisions: number;
  corrections: number;
  settings: number;
  /** Past budgets and what else a host keeps. */
  others: number;
}

export function countsOf(records: readonly StoredRecord[]): Counts {
  const of = (kind: string) => records.filter(({ record }) => record === kind).length;
  const [invitations, decisions, corrections, settings] = [
    of("invitation"),
    of("decision"),
    of("correction"),
    of("settings"),
  ];
  const others = records.length - invitations - decisions - corrections - settings;
  return { invitations, decisions, corrections, settings, others };
}

export interface Brought extends Taken {
  /** Of how many records the host has heard. */
  done: number;
  /** Why it stopped before the end; null if it did not. */
  code: string | null;
}

/** Sends one part after the other and stops at the first that is refused; what was brought in until then stays. */
export async function bringIn(
  records: readonly StoredRecord[],
  send: (part: StoredRecord[]) => Promise<Reply<Taken>>,
  progress: (done: number) => void,
): Promise<Brought> {
  const brought: Brought = { imported: 0, known: 0, done: 0, code: null };
  for (const part of partsOf(records)) {
    const reply = await send(part);
    if (!reply.ok) return { ...brought, code: reply.code };
    brought.imported += reply.value.imported;
    brought.known += reply.value.known;
    brought.done += part.length;
    progress(brought.done);
  }
  return brought;
}
