import { expect, test } from "vitest";
import { cityOf, zoneGroups } from "../../../extension/src/settings/zones";

test("a time zone is called by its city, so that typing the city finds it", () => {
  expect(cityOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires (Argentina)");
  expect(cityOf("Europe/Lisbon")).toBe("Lisbon");
  expect(cityOf("UTC")).toBe("UTC");
});

test("zones stand by part of the world, in the order of their cities", () => {
  const groups = zoneGroups(null, ["Europe/Vienna", "Asia/Tokyo", "Europe/Athens"]);
  expect(groups.map(({ region, zones }) => [region, zones.map(({ city }) => city)])).toEqual([
    ["week_region_europe", ["Athens", "Vienna"]],
    ["week_region_asia", ["Tokyo"]],
  ]);
});

test("the chosen zone is there even if this browser does not know it, and is not there twice", () => {
  expect(zoneGroups("Mars/Olympus", ["Europe/Vienna"]).at(-1)).toEqual({
    region: "week_region_other",
    zones: [{ name: "Mars/Olympus", city: "Olympus" }],
  });
  expect(zoneGroups("Europe/Vienna", ["Europe/Vienna"])[0]?.zones).toHaveLength(1);
});

test("every zone of the browser has its part of the world", () => {
  const others = zoneGroups(null).find(({ region }) => region === "week_region_other")?.zones ?? [];
  expect(others.map(({ name }) => name).filter((name) => name !== "UTC")).toEqual([]);
});
