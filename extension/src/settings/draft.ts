/**
 * The settings while a person edits them, and the way back. A draft may be unfinished (an empty goal, a budget
 * half typed); `finish` either makes settings of it that the host will take, or says what is amiss and where.
 * Pure: no page, no browser.
 */
import type { Goal, Interests, ReviewSlot, Settings, Weekday } from "../native/protocol";
import type { MessageKey } from "../ui/i18n";

/** The host's limits, so that what it would refuse is said before it is sent. Characters are code points. */
export const limits = {
  term: 200,
  terms: 100,
  about: 4000,
  goalText: 4000,
  goals: 20,
  budget: 1000,
  minutesLeast: 1,
  minutesMost: 24 * 60,
} as const;

export type InterestField = keyof Interests;
export const interestFields: readonly InterestField[] = [
  "roles",
  "industries",
  "companies",
  "places",
  "topics",
];

/** `id` tells the rows apart while they are added and removed; it is never saved. */
export interface DraftGoal extends Goal {
  id: number;
}

export interface DraftSlot {
  on: boolean;
  day: Weekday;
  at: string;
  minutes: string;
}

/** `energyUntil` is NaN while its date is not one to come. */
export interface Draft extends Omit<Settings, "goals" | "weeklyBudget" | "reviewSlot"> {
  goals: DraftGoal[];
  weeklyBudget: string;
  slot: DraftSlot;
}

/** One thing amiss: the id of the field on the page, and the words for it. */
export interface Problem {
  field: string;
  message: MessageKey;
  substitutions: (string | number)[];
}

export type Finished = { ok: true; settings: Settings } | { ok: false; problems: Problem[] };

const usualSlot: DraftSlot = { on: false, day: "Friday", at: "16:00", minutes: "20" };
let lastGoalId = 0;

export function draftOf(settings: Settings): Draft {
  const { goals, weeklyBudget, reviewSlot, ...same } = settings;
  return {
    ...structuredClone(same),
    goals: goals.map((goal) => newGoal(goal)),
    weeklyBudget: String(weeklyBudget),
    slot: reviewSlot ? { ...reviewSlot, on: true, minutes: String(reviewSlot.minutes) } : { ...usualSlot },
  };
}

/** The settings as they hold now: an energy whose time is over is normal again. */
export function settled(settings: Settings, now: number): Settings {
  const over = settings.energyUntil !== null && settings.energyUntil <= now;
  return over ? { ...settings, energy: "normal", energyUntil: null } : settings;
}

export function newGoal(goal: Goal = { kind: "peers", text: "", priority: "normal" }): DraftGoal {
  lastGoalId += 1;
  return { ...goal, id: lastGoalId };
}

export const goalFieldId = (goal: DraftGoal) => `goal-${goal.id}`;

export function finish(draft: Draft): Finished {
  const budget = wholeNumber(draft.weeklyBudget);
  const problems = [
    ...aboutProblems(draft.about),
    ...goalProblems(draft.goals),
    ...(budget === null || budget > limits.budget
      ? [problem("weekly-budget", "error_budget", limits.budget)]
      : []),
    ...(Number.isNaN(draft.energyUntil) ? [problem("energy-date", "week_error_until")] : []),
    ...slotProblems(draft.slot),
  ];
  if (problems.length > 0 || budget === null) return { ok: false, problems };
  const { goals, slot, ...same } = draft;
  return {
    ok: true,
    settings: {
      ...same,
      about: draft.about.normalize("NFC").trim(),
      goals: goals.map(({ kind, text, priority }) => ({
        kind,
        text: text.normalize("NFC").trim(),
        priority,
      })),
      energyUntil: draft.energy === "normal" ? null : draft.energyUntil,
      weeklyBudget: budget,
      reviewSlot: finishedSlot(slot),
    },
  };
}

/** Whether saving `draft` would change nothing. A draft that cannot be finished always differs. */
export function isSame(draft: Draft, saved: Settings): boolean {
  const finished = finish(draft);
  return finished.ok && isSameSettings(finished.settings, saved);
}

/**
 * The draft after the settings were changed elsewhere (in the popup, by an import): what the person changed here stays,
 * the rest becomes what is stored now. Rows that say the same keep their place and the focus in it.
 */
export function rebased(draft: Draft, old: Settings, fresh: Settings): Draft {
  const [before, now] = [draftOf(old), draftOf(fresh)];
  const parts = Object.keys(now) as (keyof Draft)[];
  return Object.fromEntries(
    parts.map((part) => {
      const isMine = !says(draft[part], before[part]);
      return [part, isMine || says(draft[part], now[part]) ? draft[part] : now[part]];
    }),
  ) as unknown as Draft;
}

/** Whether two parts of drafts would save the same, whichever rows they stand in. */
function says(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(inOrder(value), (_, inner: unknown) => (isRowId(inner) ? null : inner));
  return plain(one) === plain(other);
}

const isRowId = (inner: unknown) => Array.isArray(inner) && inner[0] === "id";

export function isSameSettings(one: Settings, other: Settings): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** The fields in one order, whatever order they arrived in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, inOrder(inner)]);
}

function finishedSlot(slot: DraftSlot): ReviewSlot | null {
  const minutes = wholeNumber(slot.minutes);
  return slot.on && minutes !== null ? { day: slot.day, at: slot.at, minutes } : null;
}

function aboutProblems(about: string): Problem[] {
  return characters(about) > limits.about ? [problem("about-me", "error_too_long", limits.about)] : [];
}

function goalProblems(goals: readonly DraftGoal[]): Problem[] {
  return goals.flatMap((goal) => {
    const length = characters(goal.text);
    if (length === 0) return [problem(goalFieldId(goal), "error_goal_empty")];
    return length > limits.goalText ? [problem(goalFieldId(goal), "error_too_long", limits.goalText)] : [];
  });
}

function slotProblems(slot: DraftSlot): Problem[] {
  if (!slot.on) return [];
  const minutes = wholeNumber(slot.minutes);
  const { minutesLeast, minutesMost } = limits;
  return [
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(slot.at) ? [] : [problem("slot-time", "error_slot_time")]),
    ...(minutes !== null && minutes >= minutesLeast && minutes <= minutesMost
      ? []
      : [problem("slot-minutes", "error_slot_minutes", minutesLeast, minutesMost)]),
  ];
}

function problem(field: string, message: MessageKey, ...substitutions: (string | number)[]): Problem {
  return { field, message, substitutions };
}

function characters(text: string): number {
  return [...text.normalize("NFC").trim()].length;
}

/** null for anything but digits: no sign, no fraction, no "1e3". */
function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}
