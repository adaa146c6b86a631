/** Are they the person's settings? */
import type { Settings } from "./protocol";
import { energies, goalKinds, relationships, weekdays } from "./protocol";
import { isListOf, isObject, isOneOf, isText, isWhole, isWholeOrNull, type Unknown } from "./shapes";

function isInterests(value: unknown): boolean {
  return (
    isObject(value) &&
    ["roles", "industries", "companies", "places", "topics"].every((list) => isListOf(isText, value[list]))
  );
}

function isGoal(value: unknown): value is Unknown {
  return (
    isObject(value) &&
    isOneOf(goalKinds, value.kind) &&
    isText(value.text) &&
    isOneOf(["high", "normal"], value.priority)
  );
}

function isReviewSlot(value: unknown): boolean {
  return (
    value === null ||
    (isObject(value) && isOneOf(weekdays, value.day) && isText(value.at) && isWhole(value.minutes))
  );
}

function isWeekSettings(value: unknown): boolean {
  return (
    isObject(value) &&
    (value.firstDay === null || isOneOf(weekdays, value.firstDay)) &&
    (value.timeZone === null || isText(value.timeZone))
  );
}

export function isSettings(value: unknown): value is Settings {
  return (
    isObject(value) &&
    isText(value.about) &&
    isListOf(isGoal, value.goals) &&
    isInterests(value.want) &&
    isInterests(value.avoid) &&
    isListOf((item): item is string => isOneOf(relationships, item), value.relationships) &&
    isOneOf(energies, value.energy) &&
    isWholeOrNull(value.energyUntil) &&
    isWhole(value.weeklyBudget) &&
    isReviewSlot(value.reviewSlot) &&
    isWeekSettings(value.week)
  );
}
