/**
 * On which day the week begins where a person lives, as the browser knows it, and else by the Unicode CLDR's table of
 * territories (supplemental/weekData, firstDay; version 48). Everywhere else it is Monday.
 */
import { type Weekday, weekdays } from "./native/protocol";

/** Not in TypeScript's library yet: Chromium has the function, older engines the property, some neither. */
interface WithWeek {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}

const elsewhere: Partial<Record<Weekday, string>> = {
  Friday: "MV",
  Saturday: "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY",
  Sunday:
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE " +
    "PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW",
};

/** By the language tag of the browser's interface, "pt-BR"; a tag without territory stands for its likeliest one. */
export function firstDayOf(tag: string, fromBrowser = true): Weekday {
  let locale: Intl.Locale & WithWeek;
  try {
    locale = new Intl.Locale(tag.replaceAll("_", "-"));
  } catch {
    return "Monday";
  }
  const number = fromBrowser ? (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay : undefined;
  return (number === undefined ? undefined : weekdays[number - 1]) ?? byTerritory(locale.maximize().region);
}

function byTerritory(region: string | undefined): Weekday {
  const found = weekdays.find((day) => region && elsewhere[day]?.split(" ").includes(region));
  return found ?? "Monday";
}
