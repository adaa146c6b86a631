import { expect, test } from "vitest";
import { heldFor } from "../../../extension/src/popup/energy";

const now = 1_000;
const resets = 5_000;
const held = (energy: "low" | "normal" | "high", energyUntil: number | null) => ({ energy, energyUntil });

test("low and high hold until the week is over, where nothing else was said", () => {
  expect(heldFor("low", held("normal", null), resets, now)).toEqual(held("low", resets));
  expect(heldFor("high", held("low", 500), resets, now)).toEqual(held("high", resets));
});

test("a date that the person once set goes on to hold, and so does none", () => {
  expect(heldFor("high", held("low", 9_000), resets, now)).toEqual(held("high", 9_000));
  expect(heldFor("high", held("low", null), resets, now)).toEqual(held("high", null));
});

test("normal needs no date", () => {
  expect(heldFor("normal", held("low", 9_000), resets, now)).toEqual(held("normal", null));
});
