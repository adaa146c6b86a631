/** The world's time zones as a person looks for them: by part of the world, then by city. */
import type { MessageKey } from "../ui/i18n";

const regionWords: Record<string, MessageKey> = {
  Africa: "week_region_africa",
  America: "week_region_america",
  Antarctica: "week_region_antarctica",
  Arctic: "week_region_arctic",
  Asia: "week_region_asia",
  Atlantic: "week_region_atlantic",
  Australia: "week_region_australia",
  Europe: "week_region_europe",
  Indian: "week_region_indian",
  Pacific: "week_region_pacific",
};

export interface ZoneGroup {
  region: MessageKey;
  /** `city` comes first in its own words, so that typing a city finds it. */
  zones: { name: string; city: string }[];
}

/** All that the browser knows, and the one that is chosen even if it does not. */
export function zoneGroups(chosen: string | null, known = Intl.supportedValuesOf("timeZone")): ZoneGroup[] {
  const names = new Set([...known, ...(chosen === null ? [] : [chosen])]);
  const groups = new Map<MessageKey, ZoneGroup>();
  for (const name of names) {
    const region = regionWords[name.split("/")[0] ?? ""] ?? "week_region_other";
    const group = groups.get(region) ?? { region, zones: [] };
    group.zones.push({ name, city: cityOf(name) });
    groups.set(region, group);
  }
  for (const { zones } of groups.values()) zones.sort((a, b) => (a.city < b.city ? -1 : 1));
  return [...groups.values()];
}

/** "America/Argentina/Buenos_Aires" is "Buenos Aires (Argentina)". */
export function cityOf(name: string): string {
  const parts = name.replaceAll("_", " ").split("/");
  const city = parts.pop() ?? name;
  const within = parts.slice(1).join(", ");
  return within ? `${city} (${within})` : city;
}
