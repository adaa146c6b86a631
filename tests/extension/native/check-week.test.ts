import { describe, expect, it } from "vitest";
import { checks } from "../../../extension/src/native/checks";
import { places } from "../../../extension/src/native/protocol";
import { madeBudget, madeInvitation, madePlan } from "../ui/made-plan";

/** What the host says, with one thing in it changed: `change` is merged at the path. */
function altered(value: unknown, path: string, change: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  const holder = steps.reduce((at, step) => at[step] as Record<string, unknown>, copy);
  if (change === undefined) delete holder[last];
  else holder[last] = change;
  return copy;
}

const budget = madeBudget(4, 15, { suggestion: { weeklyBudget: 8, used: 6, weeks: 4 } });
const plan = madePlan({ planned: 1, "ask-first": 1, later: 1, lapse: 1, free: 1, aside: 1 });
const counts = plan.counts;
const invitation = madeInvitation(1);
const decision = {
  key: "k",
  action: "accept",
  decidedAt: 1,
  verdict: "later",
  relationship: "peer",
  invitation,
};
const stand = { verdict: "accept", place: "planned" };
const preview = {
  counts: { before: counts, after: counts },
  planned: { low: 4, normal: 11, high: 14 },
  changed: 1,
  changes: [{ invitation, before: stand, after: { verdict: "later", place: "later" } }],
};
const agreed = { times: 3, of: 4 };
const history = {
  weeks: [{ startsAt: 1, accepted: 2, ignored: 3, lapsed: 0, weeklyBudget: null, agreed }],
  relationships: [{ relationship: "peer", verdicts: { accept: 1, ignore: 2, unsure: 3, later: 4 }, agreed }],
  ages: [{ fromDays: 0, pending: 7 }],
  disagreements: [decision],
  timeZone: "Europe/Lisbon",
};
const summary = { invitations: 1, decisions: 2, corrections: 3, bytes: 4096, since: null };

describe("what the host says of the week is believed", () => {
  it.each([
    ["budget.get", budget],
    ["budget.put", madeBudget()],
    ["plan.get", plan],
    ["plan.get", madePlan({})],
    ["plan.get", altered(plan, "review", null)],
    ["plan.get", altered(plan, "next", 100)],
    ["plan.get", altered(plan, "energy.until", 1)],
    ["plan.get", altered(plan, "newer", true)],
    ["plan.preview", preview],
    ["review.announce", { announce: true, planned: 7 }],
    ["invitations.setAside", { aside: false }],
    [
      "decisions.list",
      { decisions: [decision, { ...decision, verdict: null }], counts: { accept: 70, ignore: 0 } },
    ],
    ["history.get", history],
    ["settings.suggest", { terms: ["Head of Data"] }],
    ["data.summary", { ...summary, since: 1 }],
    ["data.export", { records: [{ record: "decision", any: [1] }], next: "there" }],
    ["data.export", { records: [], next: null }],
    ["data.import", { imported: 3, known: 0 }],
    ["data.erase", { erased: true }],
  ] as const)("in answer to %s", (method, value) => {
    expect(checks[method](structuredClone(value))).toBe(true);
  });

  it("at every place in which an invitation can stand", () => {
    const all = madePlan(Object.fromEntries(places.map((place) => [place, 3])));
    expect(new Set(all.items.map(({ judgement }) => judgement.plan.place))).toEqual(new Set(places));
    expect(checks["plan.get"](all)).toBe(true);
  });
});

describe("what the host says of the week is not believed", () => {
  it.each(["weeklyBudget", "used", "elsewhere", "left", "weekStartsAt", "resetsAt"])(
    "when the budget's %s is missing, a text or a fraction",
    (field) => {
      for (const change of [undefined, null, "4", 0.5]) {
        expect(checks["budget.get"](altered(budget, field, change)), String(change)).toBe(false);
      }
    },
  );

  it.each([
    ["timeZone", undefined],
    ["timeZone", 1],
    ["suggestion", undefined],
    ["suggestion", 8],
    ["suggestion.weeks", undefined],
    ["suggestion.used", "6"],
  ])("when the budget's %s is %o", (path, change) => {
    expect(checks["budget.put"](altered(budget, path, change))).toBe(false);
  });

  it.each([
    ["budget", null],
    ["budget.left", undefined],
    ["energy", "low"],
    ["energy.level", "tired"],
    ["energy.until", "tomorrow"],
    ["review", undefined],
    ["review.endsAt", undefined],
    ["counts.ask-first", undefined],
    ["counts.later", "3"],
    ["items", undefined],
    ["items", Array(101).fill(plan.items[0])],
    ["items.0.firstSeenAt", undefined],
    ["items.0.lapsesAt", 0.5],
    ["items.0.judgement.plan", undefined],
    ["items.0.judgement.verdict", "perhaps"],
    ["items.0.invitation", undefined],
    ["items.0.invitation.id", 7],
    ["items.0.invitation.kind", "robot"],
    ["items.0.invitation.name", null],
    ["items.0.invitation.note", 7],
    ["items.0.invitation.ageDays", undefined],
    ["items.0.invitation.ageDays", "14"],
    ["items.0.invitation.mutualNames", null],
    ["items.0.invitation.badges", ["famous"]],
    ["next", undefined],
  ])("when the plan's %s is %o", (path, change) => {
    expect(checks["plan.get"](altered(plan, path, change))).toBe(false);
  });

  it.each([
    ["counts", undefined],
    ["counts.before", null],
    ["counts.after.lapse", undefined],
    ["planned.low", undefined],
    ["changed", "1"],
    ["changes", Array(101).fill(preview.changes[0])],
    ["changes.0.invitation", null],
    ["changes.0.before.place", "nowhere"],
    ["changes.0.after.verdict", null],
  ])("when the preview's %s is %o", (path, change) => {
    expect(checks["plan.preview"](altered(preview, path, change))).toBe(false);
  });

  it.each([
    ["weeks", Array(54).fill(history.weeks[0])],
    ["weeks.0.startsAt", null],
    ["weeks.0.lapsed", undefined],
    ["weeks.0.weeklyBudget", undefined],
    ["weeks.0.agreed", { times: 5, of: 4 }],
    ["relationships.0.relationship", "rival"],
    ["relationships.0.verdicts.later", undefined],
    ["relationships.0.agreed", null],
    ["ages.0.fromDays", "new"],
    ["ages.0.pending", undefined],
    ["disagreements", Array(21).fill(decision)],
    ["disagreements.0.action", "forget"],
    ["timeZone", undefined],
    ["timeZone", 3600],
  ])("when the history's %s is %o", (path, change) => {
    expect(checks["history.get"](altered(history, path, change))).toBe(false);
  });

  it.each([
    ["key", null],
    ["action", "later"],
    ["decidedAt", "today"],
    ["verdict", undefined],
    ["verdict", "perhaps"],
    ["relationship", "rival"],
    ["invitation", null],
  ])("when a past decision's %s is %o", (path, change) => {
    const decisions = [altered(decision, path, change)];
    expect(checks["decisions.list"]({ decisions, counts: { accept: 1, ignore: 0 } })).toBe(false);
  });

  it.each([
    ["decisions.list", { decisions: Array(51).fill(decision), counts: { accept: 51, ignore: 0 } }],
    ["decisions.list", { decisions: [], counts: { accept: 1 } }],
    ["review.announce", { announce: "yes", planned: 7 }],
    ["review.announce", { announce: true }],
    ["invitations.setAside", { aside: 1 }],
    ["settings.suggest", { terms: Array(9).fill("x") }],
    ["settings.suggest", { terms: [7] }],
    ["data.summary", { ...summary, bytes: "4 kB" }],
    ["data.summary", { ...summary, since: undefined }],
    ["data.export", { records: [{ kind: "decision" }], next: null }],
    ["data.export", { records: [] }],
    ["data.import", { imported: 3 }],
    ["data.erase", { erased: null }],
    ["data.erase", {}],
    ["data.erase", null],
    ["plan.get", []],
  ] as const)("in answer to %s that is %o", (method, value) => {
    expect(checks[method](value)).toBe(false);
  });
});
