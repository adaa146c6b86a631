/**
 * What one interface language of LinkedIn says, as plain data. Every file names where its strings are evidenced:
 * "H", "M", "L" are confidences in a stated source, "U" is unverified (from general knowledge of the language and
 * of LinkedIn; correct it as soon as a page shows otherwise). A wrong or missing word costs a field, never a
 * wrong reading: cards are found by structure, and a line that no pattern matches is left unread.
 *
 * Texts are compared folded (see `text.ts`): case, kinds of apostrophe and of space do not matter.
 */
export interface Words {
  /** The first subtag of `<html lang>`. */
  language: string;
  /** What the two controls say, whole. */
  accept: readonly string[];
  ignore: readonly string[];
  /** Beginnings of what they say, for languages of which no more is known. */
  acceptStems?: readonly string[];
  ignoreStems?: readonly string[];
  /** Other controls that stand beside a member: connect, withdraw, message, decline, dismiss. */
  other: readonly string[];
  /** Parts of the two controls' spoken labels that only an invitation to connect has. */
  connectLabels?: readonly string[];
  mutual: MutualPatterns;
  /** Between the last two names of a list. */
  and: readonly string[];
  /** What follows the sender's name on the card of a person, whole. `{name}` stands for the name. */
  status: readonly string[];
  /** Parts of such phrases that tell that the sender follows the reader. */
  followsYou: readonly string[];
  /** Parts of phrases that tell what an invitation without a second link is for. */
  invites?: Partial<Record<"newsletter" | "company" | "event" | "group", readonly string[]>>;
  /** Ages that the browser's own relative times of the language do not produce, and how many days they are. */
  ages?: Readonly<Record<string, number>>;
  markers: Partial<Record<"verified" | "premium" | "open-to-work" | "hiring", readonly string[]>>;
  /** Captions for screen readers that stand before name and headline, and suffixes of names. */
  captions?: readonly string[];
  /** Controls that unfold a note, when they are not marked up as controls. */
  more?: readonly string[];
  /** Links to answer a note. `{name}` stands for the name. */
  reply?: readonly string[];
  /** What marks advertisements. */
  ads?: readonly string[];
}

/**
 * Whole lines with `{n}` for a number and `{names}` for one or more names. Matched from the end of the line, as
 * names may contain digits, commas and "and".
 */
export interface MutualPatterns {
  /** "12 mutual connections" */
  count: readonly string[];
  /** "A, B and 12 other mutual connections": the people named count too. */
  others: readonly string[];
  /** As `others`, but so short that a headline could say it: believed only where a mutual line must be. */
  othersShort?: readonly string[];
  /** "A is a mutual connection" */
  one: readonly string[];
  /** "A and B are mutual connections" */
  list: readonly string[];
}
