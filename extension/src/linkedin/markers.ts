/**
 * The markers of a card: verified, premium, open to work, hiring, follows you. LinkedIn says them to screen
 * readers (labels of small pictures, the description of the portrait), where an inviter cannot write.
 */
import type { Badge } from "../native/protocol";
import { fold } from "./text";
import type { Words } from "./words";

const longestLabel = 300;

/** The markers found in the labels of `root` before `first`, and in `status`, the phrase behind the name. */
export function readMarkers(
  root: Element,
  first: Element,
  name: string,
  status: string,
  words: Words,
): Badge[] {
  const found = new Set<Badge>();
  const folded = fold(name);
  for (const element of root.querySelectorAll(
    "svg[aria-label], [role=img][aria-label], li-icon[aria-label], img[alt]",
  )) {
    if ((element.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) continue;
    const label = fold(
      (element.getAttribute("aria-label") ?? element.getAttribute("alt") ?? "").slice(0, longestLabel),
    );
    // The name is the inviter's to choose: what it says is no marker.
    const isPicture = element.localName === "img";
    const said = isPicture && folded !== "" ? label.replace(folded, " ") : label;
    for (const badge of saidBy(said, isPicture, words)) found.add(badge);
  }
  const phrase = fold(status);
  if (words.followsYou.some((part) => phrase.includes(fold(part)))) found.add("follows-you");
  return order.filter((badge) => found.has(badge));
}

const order: readonly Badge[] = ["verified", "premium", "open-to-work", "hiring", "follows-you"];

function saidBy(label: string, isPicture: boolean, words: Words): Badge[] {
  const said: Badge[] = [];
  for (const badge of ["verified", "premium", "open-to-work", "hiring"] as const) {
    const phrases = words.markers[badge] ?? [];
    // An icon says the marker and no more; a portrait says it somewhere in its description.
    const inPortrait = isPicture && (badge === "open-to-work" || badge === "hiring");
    if (phrases.some((phrase) => (inPortrait ? saysWord(label, fold(phrase)) : label === fold(phrase))))
      said.push(badge);
  }
  return said;
}

function saysWord(label: string, phrase: string): boolean {
  return ` ${label.replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(
    ` ${phrase.replace(/[^\p{L}\p{N}]+/gu, " ")} `,
  );
}
