/**
 * How well this page could be read. A page that we cannot read must show as a finding, never as silence; a
 * language that we do not know is no such finding, since in it headlines and mutual connections are unsure on the
 * page as it has always been.
 */
import { isControl, standsElsewhere } from "./actions";
import { languageOf } from "./cards";
import { controlSelector, shadowRoots } from "./dom";
import type { ReadField, Reading } from "./read";
import type { Change } from "./watch";
import { knowsMutual, wordsOf } from "./words";

export interface SelfCheck {
  /** Cards that look like invitations. */
  seen: number;
  /** Of those, how many name someone. */
  read: number;
  /** Of those read, how many leave it in doubt who invites or what the headline is. */
  unsure: number;
  /** Where no card is seen: items of lists that may be cards in a form we do not know; else 0. */
  items: number;
}

export function selfCheck(document: Document, change: Change | null): SelfCheck {
  if (change === null || change.seen === 0) {
    return { seen: 0, read: 0, unsure: 0, items: listItems(document).length };
  }
  const language = languageOf(document);
  const unsure = change.cards.filter(({ reading }) => isDoubtful(reading, language)).length;
  return { seen: change.seen, read: change.seen - change.unread, unsure, items: 0 };
}

/** True if a reading leaves in doubt what a card says plainly, as long as we know the page's language. */
export function isDoubtful({ confidence }: Reading, language: string): boolean {
  const words = wordsOf(language);
  const fields: ReadField[] = ["name", "profileId"];
  if (words !== null && knowsMutual(words)) fields.push("headline");
  return fields.some((field) => confidence[field] !== "sure");
}

/** The items of lists, apart from navigation and the like, that hold a control; of nested ones the innermost. */
export function listItems(document: Document): Element[] {
  const found: Element[] = [];
  for (const tree of [document, ...shadowRoots(document)]) {
    for (const item of tree.querySelectorAll("li, [role=listitem], article")) {
      const acts = [...item.querySelectorAll(controlSelector)].some(isControl);
      if (!acts || standsElsewhere(item) || item.closest("header, footer") !== null) continue;
      if (found.at(-1)?.contains(item)) found.pop();
      found.push(item);
    }
  }
  return found;
}
