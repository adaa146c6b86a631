import { describe, expect, it } from "vitest";
import { checks } from "../../../extension/src/native/checks";

const reason = { code: "RECRUITER", params: {}, weight: -0.7, evidence: null, agreed: null };
const judgement = {
  id: "person:a",
  verdict: "unsure",
  score: 0.5,
  relationship: "recruiter",
  reasons: [reason],
  unless: null,
  settles: null,
  plan: { place: "your-call", because: null, at: null },
};
const scored = (change: object) =>
  checks["invitations.score"]({ judgements: [{ ...judgement, ...change }], timeZone: null });
const withReason = (change: object) => scored({ reasons: [{ ...reason, ...change }] });
const held = { code: "RECRUITER", correction: "less", invitationId: null };
const listed = (change: object) =>
  checks["reasons.list"]({ corrections: [{ ...held, ...change }], ledger: [] });

describe("a judgement is believed", () => {
  it.each([
    { unless: reason },
    { settles: "A_NOTE" },
    { verdict: "later", plan: { place: "later", because: "BUDGET_USED", at: 1_764_547_200_000 } },
    { plan: { place: "ask-first", because: null, at: null } },
    { reasons: [{ ...reason, evidence: { source: "note", words: "<b>hi</b>" } }] },
    { reasons: [{ ...reason, agreed: { times: 14, of: 17 } }] },
    { newer: true },
  ])("with %o", (change) => expect(scored(change)).toBe(true));

  it.each([
    { unless: undefined },
    { unless: "RECRUITER" },
    { settles: undefined },
    { settles: "A_COIN" },
    { verdict: "never" },
    { plan: undefined },
    { plan: null },
    { plan: { place: "someday", because: null, at: null } },
    { plan: { place: "later", because: "RAIN", at: null } },
    { plan: { place: "later", because: "BUDGET_USED", at: "soon" } },
    { plan: { place: "later", because: "BUDGET_USED", at: 0.5 } },
    { plan: { place: "later", because: "BUDGET_USED" } },
    { reasons: Array(5).fill(reason) },
  ])("but not with %o", (change) => expect(scored(change)).toBe(false));

  it.each([
    { evidence: undefined },
    { evidence: "I help" },
    { evidence: { source: "photo", words: "I help" } },
    { evidence: { source: "note", words: null } },
    { agreed: undefined },
    { agreed: { times: 18, of: 17 } },
    { agreed: { times: -1, of: 17 } },
    { agreed: { times: 1.5, of: 17 } },
    { agreed: { times: "14", of: 17 } },
  ])("nor with a reason that has %o", (change) => expect(withReason(change)).toBe(false));
});

describe("corrections are believed", () => {
  it.each([{}, { correction: "wrong", invitationId: "person:a" }, { newer: true }])("with %o", (change) =>
    expect(listed(change)).toBe(true),
  );

  it.each([
    { correction: "none" },
    { correction: "louder" },
    { correction: "wrong" },
    { invitationId: "person:a" },
    { invitationId: undefined },
    { code: 7 },
  ])("but not with %o", (change) => expect(listed(change)).toBe(false));

  it.each([
    undefined,
    [{ code: "RECRUITER", times: 3 }],
    [{ times: 3, of: 4 }],
    [{ code: "RECRUITER", times: 5, of: 4 }],
  ])("nor with the ledger %o", (ledger) =>
    expect(checks["reasons.correct"]({ corrections: [], ledger })).toBe(false),
  );
});

it("an undone decision is told by a yes or a no", () => {
  expect(checks["decisions.undo"]({ undone: false })).toBe(true);
  expect(checks["decisions.undo"]({ undone: 0 })).toBe(false);
});
