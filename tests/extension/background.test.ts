/** The background's gate: who may ask for what, and what comes of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Correction } from "../../extension/src/native/protocol";
import { usualPrefs } from "../../extension/src/prefs";
import { card, clearStage, popup, rest, Stage, settled } from "./background-stage";
import { madeBudget, madeInvitation, madePlan } from "./ui/made-plan";
import { emptySettings } from "./ui/own-page";

const less: Correction = { code: "RECRUITER", correction: "less", invitationId: null };
const holding = { corrections: [less], ledger: [{ code: "RECRUITER", times: 14, of: 17 }] };
const decision = (key: string) => ({
  key,
  action: "accept" as const,
  decidedAt: 1,
  verdict: null,
  invitation: madeInvitation(1),
});
const ok = (value: unknown) => ({ ok: true, value });

let stage: Stage;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  stage = new Stage().agreed();
  stage.host = {
    "reasons.correct": () => holding,
    "reasons.list": () => holding,
    "plan.get": () => madePlan({ planned: 4 }),
    "budget.get": () => madeBudget(),
    "decisions.record": () => ({ duplicate: false }),
  };
  await stage.wake();
});
afterEach(clearStage);

describe.each([
  ["a card's badge", card],
  ["a page of our own", popup],
])("%s", (_, sender) => {
  it("has a reason corrected, of which the host learns what it needs, and all open pages that they are stale", async () => {
    expect(await stage.say("reasons.correct", { ...less, more: "than we know" }, sender)).toEqual(
      ok(holding),
    );
    expect(stage.asked("reasons.correct")).toEqual([less]);
    await settled(() => stage.told("judgements.stale") === 1);
    expect(stage.toPages).toEqual([{ type: "plan.changed", params: {} }]);
  });

  it("learns what was said of reasons, and nobody else hears of it", async () => {
    expect(await stage.say("reasons.list", {}, sender)).toEqual(ok(holding));
    expect([...stage.toTabs, ...stage.toPages]).toEqual([]);
  });

  it("is told when the host refuses, and no page is disturbed", async () => {
    stage.host["reasons.correct"] = () => "INVALID_PARAMS";
    expect(await stage.say("reasons.correct", { ...less, code: "MOON_PHASE" }, sender)).toEqual({
      ok: false,
      code: "INVALID_PARAMS",
    });
    expect([...stage.toTabs, ...stage.toPages]).toEqual([]);
  });
});

describe.each(["reasons.correct", "reasons.list", "invitations.score", "decisions.record"])("%s", (type) => {
  it("is refused to a badge without the person's consent", async () => {
    await stage.agreed(false).wake();
    const params = { ...less, invitations: [], decision: decision("a".repeat(16)) };
    expect(await stage.say(type, params, card)).toEqual({ ok: false, code: "NO_CONSENT" });
    expect(stage.port.messages).toEqual([]);
  });

  it.each([
    ["another extension", { ...card, id: "other" }],
    ["another site", { ...card, url: "https://www.linkedin.com.example/" }],
    ["a frame within the page", { ...card, frameId: 3 }],
    ["a private window", { ...card, tab: { id: 7, incognito: true } }],
  ])("is not even heard from %s", (_, sender) => {
    expect(stage.say(type, less, sender)).toBeNull();
  });
});

describe("LinkedIn's page", () => {
  it.each([
    "plan.get",
    "plan.preview",
    "budget.get",
    "budget.put",
    "invitations.setAside",
    "decisions.list",
    "decisions.undo",
    "history.get",
    "settings.get",
    "settings.put",
    "data.export",
    "data.erase",
    "prefs.set",
    "page.reveal",
    "consent.set",
  ])("may not ask for %s", (type) => {
    expect(stage.say(type, {}, card)).toBeNull();
    expect(stage.say(type, {}, popup)).not.toBeNull();
  });

  it("is told with its permission how to show the advice", async () => {
    expect(await stage.say("page.open", {}, card)).toEqual(ok({ active: true, prefs: usualPrefs }));
  });

  it.each([card, popup])(
    "may speak of events, which are not for the background, without an answer",
    (sender) => {
      for (const event of ["plan.changed", "prefs.changed", "consent.changed", "toString"]) {
        expect(stage.say(event, {}, sender)).toBeNull();
      }
    },
  );
});

describe("what changes the plan", () => {
  it.each([
    ["settings.put", { settings: emptySettings }, { settings: emptySettings, updatedAt: 1 }],
    ["budget.put", { elsewhere: 2 }, madeBudget(6, 15, { elsewhere: 2 })],
    ["invitations.setAside", { id: "person:a", aside: true }, { aside: true }],
    ["decisions.undo", { key: "0123456789abcdef" }, { undone: true }],
    ["data.import", { records: [] }, { imported: 0, known: 0 }],
  ])("%s: LinkedIn's tabs and our own pages ask again", async (type, params, result) => {
    stage.host[type] = () => result;
    expect(await stage.say(type, params)).toEqual(ok(result));
    expect(stage.asked(type)).toEqual([params]);
    await settled(() => stage.told("judgements.stale") === 1);
    expect(stage.toPages).toContainEqual({ type: "plan.changed", params: {} });
  });

  it("a delivered decision does so as well, and a burst of them is told twice at most", async () => {
    const keys = Array.from({ length: 20 }, (_, at) => `key-of-decision-${at}`);
    await Promise.all(keys.map((key) => stage.say("decisions.record", { decision: decision(key) }, card)));
    await settled(() => stage.asked("decisions.record").length === 20);
    await rest();
    expect(stage.told("judgements.stale")).toBeGreaterThan(0);
    expect(stage.told("judgements.stale")).toBeLessThanOrEqual(2);
  });

  it("a refused change tells nobody", async () => {
    stage.host["settings.put"] = () => "INVALID_PARAMS";
    await stage.say("settings.put", { settings: emptySettings });
    expect(stage.toPages).toEqual([]);
  });
});

it.each([
  ["plan.get", { from: 0, most: 3 }],
  ["plan.preview", { settings: emptySettings }],
  ["budget.get", {}],
  ["history.get", { weeks: 12 }],
  ["decisions.list", { since: 0, most: 50 }],
])("%s: what the person just did counts, even if the host hears of it only now", async (type, params) => {
  stage.local.kept.set("outbox", [{ decision: decision("waiting-decision-1") }]);
  void stage.say(type, params);
  await settled(() => stage.asked(type).length > 0);
  const methods = stage.port.messages.map(({ method }) => method);
  expect(methods.indexOf("decisions.record")).toBeGreaterThan(0);
  expect(methods.indexOf("decisions.record")).toBeLessThan(methods.indexOf(type));
});

describe("how SuperLink shows itself", () => {
  it("is kept, and told to LinkedIn's tabs and our own pages alike", async () => {
    const changed = { ...usualPrefs, showBadges: false };
    expect(await stage.say("prefs.set", { showBadges: false })).toEqual(ok(changed));
    expect(stage.toTabs).toEqual([{ tabId: 7, type: "prefs.changed", params: changed }]);
    expect(stage.toPages).toEqual([{ type: "prefs.changed", params: changed }]);
    await stage.wake();
    expect(await stage.say("prefs.get", {})).toEqual(ok(changed));
  });

  it("loses nothing where two pages change it at once", async () => {
    await Promise.all([
      stage.say("prefs.set", { showBadges: false }),
      stage.say("prefs.set", { mode: "panel" }),
    ]);
    expect(await stage.say("prefs.get", {})).toEqual(ok({ ...usualPrefs, showBadges: false, mode: "panel" }));
  });

  it("is in the browser's language or in the chosen one", async () => {
    expect(await stage.say("words.get", {}, card)).toEqual(ok(null));
    await stage.say("prefs.set", { language: "de" });
    const reply = (await stage.say("words.get", {}, card)) as { value: Record<string, string> };
    expect(reply.value.common_retry).toBe("Erneut versuchen");
  });
});

describe("erasing everything", () => {
  beforeEach(async () => {
    await stage.say("prefs.set", { mode: "panel" });
    await stage.say("plan.get", { from: 0, most: 3 });
    await settled(() => stage.alarms.size > 0);
    stage.local.kept.set("outbox", [{ decision: decision("refused-decision"), refused: "INVALID_PARAMS" }]);
    stage.toTabs = [];
  });

  it("leaves nothing in this browser either, and the tabs stop reading", async () => {
    stage.host["data.erase"] = () => ({ erased: true });
    expect(await stage.say("data.erase", {})).toEqual(ok({ erased: true }));
    expect([...stage.local.kept.keys(), ...stage.session.kept.keys(), ...stage.alarms.keys()]).toEqual([]);
    expect(stage.toTabs).toContainEqual({ tabId: 7, type: "consent.changed", params: { given: false } });
    expect(await stage.say("consent.get", {})).toEqual(ok({ given: false }));
    expect(stage.toPages.map(({ type }) => type)).toContain("plan.changed");
  });

  it("erases nothing where the host cannot", async () => {
    stage.host["data.erase"] = () => "STORAGE_FAILED";
    expect(await stage.say("data.erase", {})).toEqual({ ok: false, code: "STORAGE_FAILED" });
    expect([...stage.local.kept.keys()].sort()).toEqual(["consent", "outbox", "prefs"]);
    expect(await stage.say("consent.get", {})).toEqual(ok({ given: true }));
    expect(stage.alarms.size).toBeGreaterThan(0);
  });
});
