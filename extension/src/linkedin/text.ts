/**
 * Text as the page shows it, made comparable: NFC, white space collapsed, control characters gone. Bidirectional
 * and zero-width characters stay: they are part of names, and the display isolates them. Everything here is
 * linear in the length of its input, since inviters choose that input.
 */

const controlCharacters = /\p{Cc}/gu;
/** Invisible, and never part of what a name or phrase says: dropped only when comparing. ZWJ and ZWNJ stay. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad]/g;
/** U+FEFF is white space to `\s`, but a zero-width character inside names. */
const anySpace = /[^\S\ufeff]+/g;
const severalSpaces = / {2,}/g;
const letter = /\p{L}/u;
/** Dots, bars and dashes that separate, but say nothing. */
const onlySeparators = /^[\s·•‧∙・|,.…—–-]*$/;

/** What most texts are already: printable ASCII with single spaces. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** One line: NFC, white space collapsed, ends trimmed, at most `limit` UTF-16 units and never half a character. */
export function clean(text: string, limit = 20_000): string {
  const trimmed = text.trim();
  if (trimmed === "" || plain.test(trimmed)) return clip(trimmed, limit);
  // Normal form last: what stood on both sides of a control character may compose.
  const flat = trimmed.replace(anySpace, " ").replace(controlCharacters, "").replace(severalSpaces, " ");
  return clip(flat.normalize("NFC").trim(), limit);
}

/** Several lines: as `clean`, but line breaks stay, at most one empty line in a row. */
export function cleanLines(text: string, limit: number): string {
  if (text.trim() === "") return "";
  const lines: string[] = [];
  for (const raw of text.split("\n")) {
    const line = clean(raw);
    if (line !== "" || (lines.length > 0 && lines.at(-1) !== "")) lines.push(line);
  }
  return clip(lines.join("\n").trim(), limit);
}

export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit).trimEnd();
}

const folds = new Map<string, string>();

/** For comparing only: lower case, without invisible characters, with one kind of apostrophe and space. */
export function fold(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(anySpace, " ")
    .trim()
    .toLowerCase();
  // The words of the interface return on every card; names do not, so the memory is small and starts anew.
  if (folds.size > 2_000) folds.clear();
  if (text.length <= 200) folds.set(text, folded);
  return folded;
}

export function hasLetter(text: string): boolean {
  return letter.test(text);
}

export function saysNothing(text: string): boolean {
  return onlySeparators.test(text);
}
