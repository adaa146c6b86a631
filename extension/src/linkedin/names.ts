/**
 * Names as they are written on a card and as the labels of controls and pictures say them. A label wraps a name
 * in a sentence of the interface's language; what both hold is the name, whatever the language.
 */
import { clean, fold } from "./text";

/**
 * The longest beginning of `text`, whole words only, that a piece of evidence contains; empty if there is none.
 * What follows it in the text is no part of the name: a badge's or screen reader's suffix.
 */
export function spokenPart(text: string, evidence: readonly string[]): string {
  if (text.length > 1_000) return "";
  const words = text.split(" ");
  for (let count = words.length; count > 0; count--) {
    const part = words.slice(0, count).join(" ");
    const folded = fold(part);
    if (folded === "" || !evidence.some((piece) => piece.includes(folded))) continue;
    // One word of several may be any word of a sentence, unless it stands where a name would.
    return count > 1 || words.length === 1 || standsAsName(folded, evidence) ? part : "";
  }
  return "";
}

function standsAsName(word: string, evidence: readonly string[]): boolean {
  return evidence.some(
    (piece) => piece === word || piece.endsWith(` ${word}`) || piece.includes(`${word}'s `),
  );
}

export function mentions(labels: readonly string[], text: string): boolean {
  const folded = fold(clean(text, 500));
  return folded !== "" && labels.some((label) => label.includes(folded));
}

/** A weaker `mentions`: the first word of the text, for names that are spoken otherwise than written. */
export function sharesWord(labels: readonly string[], text: string): boolean {
  const words = fold(clean(text, 500)).split(" ");
  return words
    .slice(0, 2)
    .some((word) => word.length > 1 && labels.some((label) => label.split(/[\s'’]+/).includes(word)));
}
