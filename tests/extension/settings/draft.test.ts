import { describe, expect, test } from "vitest";
import type { Settings } from "../../../extension/src/native/protocol";
import {
  type Draft,
  draftOf,
  finish,
  isSame,
  limits,
  newGoal,
  rebased,
  settled,
} from "../../../extension/src/settings/draft";
import { toggled } from "../../../extension/src/settings/relationships";
import { emptySettings } from "../ui/own-page";

const full: Settings = {
  about: "I run a small design studio.",
  goals: [{ kind: "find-clients", text: "Museums", priority: "high" }],
  want: { ...emptySettings.want, roles: ["Curator"] },
  avoid: { ...emptySettings.avoid, topics: ["Crypto"] },
  relationships: ["client", "mentor"],
  energy: "low",
  energyUntil: 1_900_000_000_000,
  weeklyBudget: 12,
  reviewSlot: { day: "Friday", at: "16:00", minutes: 20 },
  week: { firstDay: "Sunday", timeZone: "Europe/Lisbon" },
};

const fieldsAmiss = (part: Partial<Draft>) => {
  const finished = finish({ ...draftOf(full), ...part });
  return finished.ok ? [] : finished.problems.map((problem) => problem.field);
};

test("what was loaded is saved back unchanged", () => {
  for (const settings of [full, emptySettings]) {
    expect(finish(draftOf(settings))).toEqual({ ok: true, settings });
    expect(isSame(draftOf(settings), settings)).toBe(true);
  }
});

test("the order of the fields in the host's answer does not matter", () => {
  const shuffled = Object.fromEntries(Object.entries(full).reverse()) as unknown as Settings;
  expect(isSame(draftOf(full), shuffled)).toBe(true);
});

test("any change makes it differ, and taking the change back makes it the same again", () => {
  const draft = draftOf(full);
  expect(isSame({ ...draft, energy: "high" }, full)).toBe(false);
  expect(isSame({ ...draft, weeklyBudget: "" }, full)).toBe(false);
  expect(isSame({ ...draft, slot: { ...draft.slot, on: false } }, full)).toBe(false);
  expect(isSame({ ...draft, about: `${full.about} ` }, full)).toBe(true);
});

test("editing a draft never touches what was loaded", () => {
  const draft = draftOf(full);
  draft.want.roles.push("CTO");
  expect(full.want.roles).toEqual(["Curator"]);
});

describe("energy", () => {
  test("that is normal has no end", () => {
    const finished = finish({ ...draftOf(full), energy: "normal" });
    expect(finished.ok && finished.settings.energyUntil).toBe(null);
  });
  test("until a day that is none, or is over, is told at its field", () => {
    expect(fieldsAmiss({ energyUntil: Number.NaN })).toEqual(["energy-date"]);
  });
  test("whose time is over is normal again when the settings are opened", () => {
    expect(settled(full, 1_900_000_000_000)).toEqual({ ...full, energy: "normal", energyUntil: null });
    expect(settled(full, 1_899_999_999_999)).toBe(full);
    expect(settled({ ...full, energyUntil: null }, 9e12).energy).toBe("low");
  });
});

describe("settings that were changed elsewhere meanwhile", () => {
  test("come into the draft where the person changed nothing, and leave alone what they changed", () => {
    const draft = { ...draftOf(full), about: "Typed here." };
    const fresh: Settings = { ...full, about: "Changed there.", energy: "high", weeklyBudget: 20 };
    const after = rebased(draft, full, fresh);
    expect(after).toMatchObject({ about: "Typed here.", energy: "high", weeklyBudget: "20" });
    expect(isSame(after, { ...fresh, about: "Typed here." })).toBe(true);
  });
  test("do not take away the rows of goals that say the same", () => {
    const draft = draftOf(full);
    expect(rebased(draft, full, { ...full, energy: "high" }).goals).toBe(draft.goals);
  });
  test("bring other goals in the place of untouched ones, but never of changed ones", () => {
    const fresh: Settings = { ...full, goals: [{ kind: "learn", text: "Light", priority: "normal" }] };
    expect(rebased(draftOf(full), full, fresh).goals[0]?.text).toBe("Light");
    const mine = { ...draftOf(full), goals: [newGoal({ kind: "hire", text: "Mine", priority: "high" })] };
    expect(rebased(mine, full, fresh).goals[0]?.text).toBe("Mine");
  });
});

describe("the weekly budget", () => {
  test.each(["0", "7", " 15 ", "1000"])("takes %j", (weeklyBudget) => {
    expect(fieldsAmiss({ weeklyBudget })).toEqual([]);
  });
  test.each(["", "-1", "1001", "2.5", "1e3", "ten"])("refuses %j", (weeklyBudget) => {
    expect(fieldsAmiss({ weeklyBudget })).toEqual(["weekly-budget"]);
  });
});

describe("the review time", () => {
  const slot = { on: true, day: "Friday", at: "16:00", minutes: "20" } as const;
  test("needs a time and sensible minutes", () => {
    expect(fieldsAmiss({ slot: { ...slot, at: "" } })).toEqual(["slot-time"]);
    expect(fieldsAmiss({ slot: { ...slot, at: "24:00" } })).toEqual(["slot-time"]);
    expect(fieldsAmiss({ slot: { ...slot, minutes: "0" } })).toEqual(["slot-minutes"]);
    expect(fieldsAmiss({ slot: { ...slot, minutes: "1441" } })).toEqual(["slot-minutes"]);
  });
  test("is not looked at while it is switched off", () => {
    expect(fieldsAmiss({ slot: { ...slot, on: false, at: "", minutes: "" } })).toEqual([]);
  });
});

test("a goal without words is told, by its own row", () => {
  const goal = newGoal();
  expect(fieldsAmiss({ goals: [goal] })).toEqual([`goal-${goal.id}`]);
});

test("texts up to the host's limit are taken, counted in characters, not in UTF-16", () => {
  expect(fieldsAmiss({ about: "😀".repeat(limits.about) })).toEqual([]);
  expect(fieldsAmiss({ about: "😀".repeat(limits.about + 1) })).toEqual(["about-me"]);
  expect(
    fieldsAmiss({ goals: [newGoal({ kind: "hire", text: "x".repeat(4001), priority: "high" })] }),
  ).toHaveLength(1);
});

test("relationships keep the order of ticking, and close the gap when one is unticked", () => {
  expect(toggled(["client"], "mentor")).toEqual(["client", "mentor"]);
  expect(toggled(["client", "mentor"], "client")).toEqual(["mentor"]);
});
