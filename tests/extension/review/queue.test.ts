import { describe, expect, test } from "vitest";
import { groupsOf, neighbour, successor, visibleIds } from "../../../extension/src/review/queue";
import { madePlan } from "../ui/made-plan";

describe("the queue", () => {
  const plan = madePlan({ planned: 2, later: 1, free: 2, aside: 1 });

  test("is grouped by place, in the order of the places, without empty ones", () => {
    expect(groupsOf(plan).map(({ place, count }) => [place, count])).toEqual([
      ["planned", 2],
      ["later", 1],
      ["free", 2],
      ["aside", 1],
    ]);
  });

  test("counts what is not loaded yet", () => {
    const part = { ...plan, counts: { ...plan.counts, later: 40 } };
    expect(groupsOf(part)[1]?.count).toBe(40);
  });

  test("passes over what is folded away, until it is opened", () => {
    const groups = groupsOf(plan);
    expect(visibleIds(groups, new Set())).toHaveLength(3);
    expect(visibleIds(groups, new Set(["free"]))).toHaveLength(5);
  });
});

describe("moving", () => {
  const ids = ["a", "b", "c"];

  test.each([
    ["a", 1, "b"],
    ["b", -1, "a"],
    ["c", 1, "c"],
    ["a", -1, "a"],
    [null, 1, "a"],
    ["gone", 1, "a"],
  ] as const)("from %s by %d comes to %s", (from, step, to) => {
    expect(neighbour(ids, from, step)).toBe(to);
  });

  test("in an empty queue stays where it was", () => {
    expect(neighbour([], "a", 1)).toBe("a");
  });
});

describe("when the one in focus is decided", () => {
  test.each([
    [["a", "b", "c"], ["a", "c"], "b", "c"],
    [["a", "b", "c"], ["a", "b"], "c", "b"],
    [["a", "b", "c", "d"], ["a", "d"], "b", "d"],
    [["a", "b"], ["x", "a", "b"], "b", "b"],
    [["a"], [], "a", null],
    [["a"], ["x"], "a", "x"],
    [[], ["x", "y"], null, "x"],
  ])("of %j, then %j, after %s comes %s", (before, now, current, next) => {
    expect(successor(before, now, current)).toBe(next);
  });
});
