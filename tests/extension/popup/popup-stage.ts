/** The popup with a background that has an answer to everything: the usual week of a person. */
import { usualPrefs } from "../../../extension/src/prefs";
import { madeBudget, madePlan } from "../ui/made-plan";
import { type Answers, emptySettings, ok, ready } from "../ui/own-page";

export const allWell: Answers = {
  "consent.get": ok({ given: true }),
  "host.check": ok(ready),
  "plan.get": ok(madePlan({ planned: 3, "your-call": 5, later: 2 }, { budget: madeBudget(12, 15) })),
  "settings.get": ok({ settings: emptySettings, updatedAt: 1 }),
  "prefs.get": ok(usualPrefs),
  "page.get": ok({ seen: 12, read: 12, unsure: 0, items: 0 }),
  "outbox.get": ok({ waiting: 0, refused: 0 }),
};
