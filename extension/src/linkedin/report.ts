/**
 * What a person may hand to whoever mends the reader: the skeletons (see there) of the cards that read worst, or
 * of the first items of lists where there is no card. It is made to be looked at and copied; it is sent nowhere.
 */
import { type Card, findCards, languageOf } from "./cards";
import { ancestry } from "./dom";
import type { InvitationsPage } from "./pages";
import { type Reading, readCard } from "./read";
import { isDoubtful, listItems, type SelfCheck } from "./self-check";
import { placeOf, skeleton } from "./skeleton";

export interface ReportOptions {
  /** SuperLink's version. */
  version: string;
  page: InvitationsPage | null;
  /** What the person was told of the page: the report repeats it. */
  check: SelfCheck;
  /** Nodes that the extension has put into the page. */
  isOurs?: (node: Node) => boolean;
}

/** In characters, all of them ASCII. */
const longestReport = 8 * 1024;
const mostParts = 3;
const outermost = 8;

interface Part {
  title: string;
  root: Element;
  marks: ReadonlyMap<Element, string>;
}

export function reportOn(document: Document, options: ReportOptions): string {
  const { version, page, check, isOurs = () => false } = options;
  const language = languageOf(document);
  const cards = findCards(document, { language, skip: isOurs });
  const read = cards.map((card) => ({ card, reading: readCard(card, language) }));
  const counts = `cards: ${check.seen} seen, ${check.read} read, ${check.unsure} unsure; list items: ${check.items}`;
  const head = [
    `SuperLink ${version}: how LinkedIn's page is built. No text, name, number or address of it is in here.`,
    `page: ${page ?? "other"}; language: ${languageCode(language)}; ${counts}`,
  ].join("\n");
  const items = () => listItems(document).slice(0, mostParts).map(itemPart);
  const parts = read.length > 0 ? worst(read, language).map(cardPart) : items();
  return [head, ...outlines(parts, longestReport - head.length, language, isOurs)].join("\n\n");
}

/** Each part gets an equal share of what is left, so that one huge card does not hide the others. */
function outlines(
  parts: readonly Part[],
  room: number,
  language: string,
  isOurs: (node: Node) => boolean,
): string[] {
  let left = room;
  return parts.map(({ title, root, marks }, at) => {
    const place = placeOf(
      ancestry(root)
        .slice(1, 1 + outermost)
        .reverse(),
      language,
    );
    const intro = `${title}\nin: ${place}\n`.slice(0, 1_000);
    const limit = Math.floor(left / (parts.length - at)) - intro.length - 2;
    const text = intro + skeleton(root, { language, limit, marks, isOurs });
    left -= text.length + 2;
    return text;
  });
}

interface Read {
  card: Card;
  reading: Reading;
}

/** Those that could not be read, then those in doubt, each in the page's order. */
function worst(read: readonly Read[], language: string): Read[] {
  const rank = ({ reading }: Read) =>
    reading.invitation.name === "" ? 0 : isDoubtful(reading, language) ? 1 : 2;
  return [...read].sort((a, b) => rank(a) - rank(b)).slice(0, mostParts);
}

function cardPart({ card, reading }: Read): Part {
  const { invitation, confidence } = reading;
  const fields = Object.entries(confidence).map(([field, value]) => `${field} ${value}`);
  const title = `card, ${invitation.name === "" ? "not read" : "read"}: ${invitation.kind}; ${fields.join(", ")}`;
  const marks = new Map([
    [card.accept, "taken for accept"],
    [card.ignore, "taken for ignore"],
  ]);
  return { title, root: card.root, marks };
}

function itemPart(root: Element): Part {
  return { title: "list item, no card", root, marks: new Map() };
}

/** "pt-BR"; whatever is no language code is not repeated. */
function languageCode(language: string): string {
  if (language === "") return "none";
  return /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i.test(language) ? language : "other";
}
