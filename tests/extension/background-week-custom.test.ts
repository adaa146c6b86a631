import { expect, test } from "vitest";
import { type Weekday, weekdays } from "../../extension/src/native/protocol";
import { firstDayOf } from "../../extension/src/week-custom";

test.each<[string, Weekday]>([
  ["en-US", "Sunday"],
  ["en-GB", "Monday"],
  ["de", "Monday"],
  ["pt-BR", "Sunday"],
  ["pt_PT", "Sunday"],
  ["ar-EG", "Saturday"],
  ["dv-MV", "Friday"],
  ["he", "Sunday"],
  ["", "Monday"],
  ["no such language", "Monday"],
])("in %s the week begins on %s, whether the browser knows it or not", (tag, day) => {
  expect([firstDayOf(tag), firstDayOf(tag, false)]).toEqual([day, day]);
});

test("our own table says of every territory what the engine's Unicode data says", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const current = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(
      (region) =>
        region !== "ZZ" &&
        names.of(region) !== undefined &&
        new Intl.Locale(`und-${region}`).region === region,
    );
  expect(current.length).toBeGreaterThan(240);
  const differing = current.filter((region) => {
    const { weekInfo } = new Intl.Locale(`und-${region}`) as unknown as { weekInfo: { firstDay: number } };
    return firstDayOf(`und-${region}`, false) !== weekdays[weekInfo.firstDay - 1];
  });
  expect(differing).toEqual([]);
});
