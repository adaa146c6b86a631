/** Weekdays in the person's language. */
import { type Weekday, weekdays } from "../native/protocol";
import { locale } from "../ui/i18n";

/** 1 January 2024 was a Monday. */
export function dayName(day: Weekday): string {
  const date = new Date(2024, 0, 1 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale(), { weekday: "long" }).format(date);
}
