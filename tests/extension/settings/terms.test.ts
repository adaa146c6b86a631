import { expect, test } from "vitest";
import { addTerms, inBoth } from "../../../extension/src/settings/terms";

test("what is typed becomes a term, tidied", () => {
  expect(addTerms([], "  Head of   design ").terms).toEqual(["Head of design"]);
});

test("a pasted list becomes several terms, whatever it is separated by", () => {
  expect(addTerms(["CTO"], "Curator, Editor;Founder\nMentor、先生، مدير").terms).toEqual([
    "CTO",
    "Curator",
    "Editor",
    "Founder",
    "Mentor",
    "先生",
    "مدير",
  ]);
});

test("a term that is there already, in any case or composition, is not added twice", () => {
  expect(addTerms(["Café"], "CAFE\u0301")).toEqual({ terms: ["Café"], fresh: [], rest: "", problem: null });
});

test("nothing typed adds nothing", () => {
  expect(addTerms(["CTO"], " , ,").fresh).toEqual([]);
});

test("a term that is too long stays in the field and says why; those before it are kept", () => {
  const added = addTerms([], `CTO, ${"x".repeat(201)}`);
  expect(added.terms).toEqual(["CTO"]);
  expect(added.rest).toHaveLength(201);
  expect(added.problem).toEqual({ message: "error_too_long", substitutions: [200] });
});

test("a full list says so and loses nothing of what was typed", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => `Role ${index}`);
  const added = addTerms(hundred, "One, Two");
  expect(added.rest).toBe("One, Two");
  expect(added.problem).toEqual({ message: "error_list_full", substitutions: [100] });
});

test("terms both wanted and avoided are found, in any case", () => {
  expect(inBoth(["Typography", "Light"], ["typography"])).toEqual(["Typography"]);
});
