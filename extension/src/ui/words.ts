/**
 * Where the words come from: the language that the person chose, once `setWords` was told it, and else the browser's
 * own, which needs no asking. Has no dependency: pages and content script share it.
 */
import type { Words } from "../messages";

let chosen: Words | null = null;

/** From now on every text is in these words; null goes back to the browser's language. */
export function setWords(words: Words | null): void {
  chosen = words;
}

/** The message with its placeholders filled; empty where there is no such message. */
export function lookUp(key: string, substitutions: string[] = []): string {
  const words = chosen && Object.hasOwn(chosen, key) ? chosen[key] : undefined;
  return words === undefined ? chrome.i18n.getMessage(key, substitutions) : fill(words, substitutions);
}

/** In one pass, so that a `$1` in a stranger's name stays what it is. `$$` is a dollar, as in the browser. */
function fill(words: string, substitutions: string[]): string {
  return words.replace(/\$(?:\$|([1-9]))/g, (_, place: string | undefined) =>
    place === undefined ? "$" : (substitutions[Number(place) - 1] ?? ""),
  );
}
