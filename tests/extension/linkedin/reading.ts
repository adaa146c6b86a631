/** What the page tests share: read a whole page in a real browser, and compare as tests/pages/README.md says. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import type { Card } from "../../../extension/src/linkedin/cards";
import type { Reading } from "../../../extension/src/linkedin/read";
import type { Invitation } from "../../../extension/src/native/protocol";

export const pagesFolder = join(dirname(fileURLToPath(import.meta.url)), "../../pages");

export interface Expected {
  profileId: string | null;
  name: string;
  headline: string | null;
  mutualConnections: number | null;
  note: string | null;
  sentAgo: string | null;
  ageDays: number | null;
  kind: string;
}

/** The names of all pages that have an expected reading, those in `folder` below tests/pages. */
export function pageNames(folder = ""): string[] {
  return readdirSync(join(pagesFolder, folder))
    .filter((file) => file.endsWith(".expected.json"))
    .map((file) => join(folder, file.replace(".expected.json", "")))
    .sort();
}

declare global {
  interface Window {
    linkedin: typeof import("../../../extension/src/linkedin");
  }
}

/** Every reading of the page, in document order. The page must have been given `scripts`. */
export function readPage(page: Page): Promise<Reading[]> {
  return page.evaluate(() =>
    window.linkedin.findCards(document).map((card: Card) => window.linkedin.readCard(card)),
  );
}

export function readingsOf(invitations: readonly Reading[]): Invitation[] {
  return invitations.map(({ invitation }) => invitation);
}

const invisible = /[\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** White space collapsed, what cannot be seen dropped (joiners stay: they are part of some scripts). */
export function comparable(value: unknown): unknown {
  return typeof value === "string" ? value.replace(invisible, "").replace(/\s+/g, " ").trim() : value;
}

const fields = [
  ...(["profileId", "name", "headline", "mutualConnections", "note"] as const),
  ...(["sentAgo", "ageDays", "kind"] as const),
];

/** The fields that are compared, comparable; some may be left out. */
export function compared(invitation: Expected, without: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(
    fields.filter((field) => !without.includes(field)).map((field) => [field, comparable(invitation[field])]),
  );
}
