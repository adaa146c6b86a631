/**
 * How the extension shows itself: kept in the browser, since it is about this browser alone, and of no use to the host.
 * A stored value that this version does not know falls back to its default.
 */

/** `page`: badges on the cards. `panel`: the advice beside the page, and nothing inserted in it. */
export const modes = ["page", "panel"] as const;
export const looks = ["filled", "outlined"] as const;
/** `compact`: the verdict alone, without its figure. */
export const densities = ["comfortable", "compact"] as const;
/** When the toolbar icon shows how many people are planned. */
export const iconCounts = ["slot", "always", "never"] as const;
export const languages = ["auto", "en", "de", "fr", "es", "pt"] as const;

export interface Prefs {
  showBadges: boolean;
  mode: (typeof modes)[number];
  look: (typeof looks)[number];
  density: (typeof densities)[number];
  iconCount: (typeof iconCounts)[number];
  language: (typeof languages)[number];
}

export const usualPrefs: Prefs = {
  showBadges: true,
  mode: "page",
  look: "filled",
  density: "comfortable",
  iconCount: "slot",
  language: "auto",
};

export function prefsFrom(stored: unknown): Prefs {
  const given = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  const oneOf = <T extends string>(known: readonly T[], value: unknown, usual: T): T =>
    known.find((word) => word === value) ?? usual;
  return {
    showBadges: typeof given.showBadges === "boolean" ? given.showBadges : usualPrefs.showBadges,
    mode: oneOf(modes, given.mode, usualPrefs.mode),
    look: oneOf(looks, given.look, usualPrefs.look),
    density: oneOf(densities, given.density, usualPrefs.density),
    iconCount: oneOf(iconCounts, given.iconCount, usualPrefs.iconCount),
    language: oneOf(languages, given.language, usualPrefs.language),
  };
}
