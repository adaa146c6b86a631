/**
 * Whole numbers as people write them: local digits (Arabic-Indic, Devanagari, ...) and local separators
 * ("1,052", "1.052", "1 052", "1,00,052", "١٬٠٥٢").
 */

/** The zeros of the decimal digit systems that interfaces use; the other nine follow each of them. */
const zeros = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];
const separators = new Set([",", ".", " ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", "\u066c", "\u060c"]);

/** 0 to 9, or -1 if the character is no digit. */
export function digitValue(character: string): number {
  const code = character.charCodeAt(0);
  for (const zero of zeros) {
    if (code >= zero && code <= zero + 9) return code - zero;
  }
  return -1;
}

/**
 * The number that `text` ends with, and where it begins; null if there is none. Read backwards, because names
 * before it may end in digits: a separator counts only between a group of two or three digits and more digits.
 */
export function trailingNumber(text: string): { value: number; start: number } | null {
  let start = text.length;
  let digits = "";
  let group = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const character = text[at] as string;
    const value = digitValue(character);
    if (value >= 0) {
      digits = String(value) + digits;
      group++;
      start = at;
    } else if (separates(text, at, group, digits.length)) {
      group = 0;
    } else {
      break;
    }
  }
  // Sixteen digits are no count of people, and beyond what a number holds exactly.
  if (digits === "" || digits.length > 9) return null;
  return { value: Number(digits), start };
}

function separates(text: string, at: number, group: number, digits: number): boolean {
  const before = text[at - 1];
  const groupFits = group === 3 || (group === 2 && digits > 3);
  return groupFits && separators.has(text[at] as string) && before !== undefined && digitValue(before) >= 0;
}

/** How many separate runs of digits the text has, and the value of the last one. */
export function digitRuns(text: string): { runs: number; last: number } {
  let runs = 0;
  let last = 0;
  let inside = false;
  for (const character of text) {
    const value = digitValue(character);
    if (value < 0) {
      inside = false;
    } else if (inside) {
      last = last * 10 + value;
    } else {
      inside = true;
      runs++;
      last = value;
    }
  }
  return { runs, last };
}
