import { expect, test } from "vitest";
import { draftOf, newGoal } from "../../../extension/src/settings/draft";
import { effect } from "../../../extension/src/settings/energy";
import { changeWords } from "../../../extension/src/settings/preview-words";
import { previewable } from "../../../extension/src/settings/use-preview";
import { fitting } from "../../../extension/src/settings/use-suggestions";
import { speak } from "../ui/fake-words";
import { emptySettings } from "../ui/own-page";
import { countsOf, madePreview } from "./made-preview";

test("a change is told by the verdicts, and by the places where the verdict stays", () => {
  speak("en");
  const accept = { verdict: "accept", place: "planned" } as const;
  expect(changeWords(accept, { verdict: "later", place: "later" })).toBe("Later instead of Accept");
  const ask = { verdict: "unsure", place: "ask-first" } as const;
  expect(changeWords(ask, { verdict: "unsure", place: "aside" })).toBe("Put aside instead of Ask first");
});

test("an energy's effect counts people, and names what holds now where that differs", () => {
  speak("en");
  const preview = madePreview(0);
  expect(effect(preview, "low")).toBe("Plans 4 of the 31 people waiting, instead of 11.");
  expect(effect(preview, "normal")).toBe("Plans 11 of the 31 people waiting.");
  const none = madePreview(0, { counts: { before: countsOf({}), after: countsOf({ free: 5 }) } });
  expect(effect(none, "low")).toBe("");
});

test("a goal without words yet does not stop the preview, a budget without a figure does", () => {
  const draft = { ...draftOf(emptySettings), goals: [newGoal()] };
  expect(previewable(draft)).toEqual(emptySettings);
  expect(previewable({ ...draft, weeklyBudget: "" })).toBe(null);
});

test("of an older answer only what still fits is offered, and never what is there already", () => {
  const terms = ["Curator", "Curriculum designer", "Head of curation"];
  expect(fitting(terms, "CURA", ["curator"])).toEqual(["Head of curation"]);
});
