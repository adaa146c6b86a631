/** Review time, the toolbar icon, and the week's own reset: what rings when, and who hears of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Plan } from "../../extension/src/native/protocol";
import { clearStage, rest, Stage } from "./background-stage";
import { madeBudget, madePlan } from "./ui/made-plan";
import { emptySettings } from "./ui/own-page";

const minute = 60_000;
const now = new Date(2026, 10, 27, 15, 0).getTime();
const starts = now + 60 * minute;
const ends = starts + 20 * minute;
const resets = now + 3 * 24 * 60 * minute;

let stage: Stage;
let plan: Plan;
let announce: { announce: boolean; planned: number };

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ["Date", "setTimeout", "clearTimeout"] });
  plan = madePlan(
    { planned: 4 },
    {
      budget: madeBudget(4, 15, { resetsAt: resets }),
      review: { startsAt: starts, endsAt: ends, minutes: 20 },
      items: [],
    },
  );
  announce = { announce: true, planned: 4 };
  stage = new Stage().agreed();
  stage.mayNotify = true;
  stage.host = {
    "plan.get": () => plan,
    "budget.get": () => plan.budget,
    "review.announce": () => announce,
  };
});
afterEach(clearStage);

const armed = () => Object.fromEntries(stage.alarms);
const all = { "review.start": starts, "review.end": ends, "week.reset": resets };

async function start(): Promise<void> {
  await stage.wake();
  stage.events.startup.ring();
  await rest();
}

async function ringAt(time: number, name: string): Promise<void> {
  vi.setSystemTime(time);
  stage.alarms.delete(name);
  stage.events.alarm.ring({ name });
  await rest();
}

describe("the alarms", () => {
  it("are set when the browser starts: the session's start and end, and the week's reset", async () => {
    await start();
    expect(armed()).toEqual(all);
  });

  it("are set when SuperLink is installed or updated", async () => {
    await stage.wake();
    stage.events.installed.ring({ reason: "update" });
    await rest();
    expect(armed()).toEqual(all);
  });

  it("follow the settings", async () => {
    await start();
    plan = { ...plan, review: { startsAt: starts + 5 * minute, endsAt: ends, minutes: 15 } };
    stage.host["settings.put"] = () => ({ settings: emptySettings, updatedAt: 1 });
    void stage.say("settings.put", { settings: emptySettings });
    await rest();
    expect(armed()).toEqual({ ...all, "review.start": starts + 5 * minute });
    plan = { ...plan, review: null };
    void stage.say("settings.put", { settings: emptySettings });
    await rest();
    expect(armed()).toEqual({ "week.reset": resets });
  });

  it("follow every plan that a page asks for", async () => {
    await stage.wake();
    void stage.say("plan.get", { from: 0, most: 3 });
    await rest();
    expect(armed()).toEqual(all);
  });

  it("are set for the next session when one is over", async () => {
    await start();
    await ringAt(starts, "review.start");
    expect(armed()).toEqual({ "review.end": ends, "week.reset": resets });
    const next = starts + 7 * 24 * 60 * minute;
    plan = { ...plan, review: { startsAt: next, endsAt: next + 20 * minute, minutes: 20 } };
    await ringAt(ends, "review.end");
    expect(armed()).toEqual({ "review.start": next, "review.end": next + 20 * minute, "week.reset": resets });
  });

  it("are none without consent, and the host is not even started", async () => {
    stage.agreed(false);
    await start();
    expect(armed()).toEqual({});
    expect(stage.port.messages).toEqual([]);
  });

  it("are gone once consent is withdrawn", async () => {
    await start();
    void stage.say("consent.set", { given: false });
    await rest();
    expect(armed()).toEqual({});
  });
});

describe("the notification", () => {
  it("comes once at the start, with the figure and the end, and leads to the review", async () => {
    await start();
    expect(stage.shown).toEqual([]);
    await ringAt(starts, "review.start");
    expect(stage.asked("review.announce")).toEqual([{ startsAt: starts }]);
    expect(stage.shown).toHaveLength(1);
    expect(stage.shown[0]?.title).toBe("notify_title");
    expect(stage.shown[0]?.message).toMatch(/^notify_text_other\|4\|4:20.PM$/);
    stage.events.clicked.ring("review");
    await rest();
    expect(stage.tabs.map(({ url }) => url)).toContain("chrome-extension://superlink/review/review.html");
    expect(stage.shown).toEqual([]);
  });

  it("tells the end by the clocks of the zone in which the person's week is counted", async () => {
    plan = { ...plan, budget: { ...plan.budget, timeZone: "Asia/Kathmandu" } }; // 5:45 ahead of UTC
    await start();
    await ringAt(starts, "review.start");
    const there = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "Asia/Kathmandu" });
    expect(stage.shown[0]?.message).toBe(`notify_text_other|4|${there.format(ends)}`);
  });

  it("goes when the session is over", async () => {
    await start();
    await ringAt(starts, "review.start");
    await ringAt(ends, "review.end");
    expect(stage.shown).toEqual([]);
  });

  it("comes to who starts the browser within the session", async () => {
    vi.setSystemTime(starts + 5 * minute);
    await start();
    expect(stage.shown).toHaveLength(1);
  });

  it.each<[string, () => void, number]>([
    ["another browser has told already", () => (announce = { announce: false, planned: 4 }), 1],
    ["nobody is planned", () => (plan = { ...plan, counts: { ...plan.counts, planned: 0 } }), 0],
    ["the person did not allow it", () => (stage.mayNotify = false), 0],
    [
      "the slot was moved in another browser",
      () => (plan = { ...plan, review: { startsAt: ends, endsAt: ends + 1, minutes: 1 } }),
      0,
    ],
    ["the slot is gone", () => (plan = { ...plan, review: null }), 0],
  ])("does not come where %s", async (_, change, asked) => {
    change();
    await start();
    await ringAt(starts, "review.start");
    expect(stage.asked("review.announce")).toHaveLength(asked);
    expect(stage.shown).toEqual([]);
  });

  it("does not come where the computer slept through the session", async () => {
    await start();
    const next = starts + 7 * 24 * 60 * minute;
    plan = { ...plan, review: { startsAt: next, endsAt: next + 20 * minute, minutes: 20 } };
    await ringAt(ends + minute, "review.start");
    expect(stage.shown).toEqual([]);
    expect(armed()["review.start"]).toBe(next);
  });

  it("does not come while the host is away, and nothing breaks", async () => {
    await start();
    stage.host["plan.get"] = () => "STORAGE_FAILED";
    await ringAt(starts, "review.start");
    expect(stage.shown).toEqual([]);
  });

  it("is heard when it is pressed also if it was allowed after the background woke", async () => {
    stage.mayNotify = false;
    await stage.wake();
    expect(stage.events.clicked.listeners.size).toBe(0);
    stage.mayNotify = true;
    (chrome as unknown as { notifications: object }).notifications = { onClicked: stage.events.clicked };
    stage.events.permission.ring({ permissions: ["notifications"] });
    stage.events.permission.ring({ permissions: ["other"] });
    expect(stage.events.clicked.listeners.size).toBe(1);
  });
});

describe("the week's reset", () => {
  it("has every open page ask anew, and the next reset is awaited", async () => {
    await start();
    plan = { ...plan, budget: madeBudget(0, 15, { resetsAt: resets + 1000 * minute }) };
    stage.toTabs = [];
    await ringAt(resets, "week.reset");
    expect(stage.told("judgements.stale")).toBe(1);
    expect(stage.toPages).toContainEqual({ type: "plan.changed", params: {} });
    expect(armed()["week.reset"]).toBe(resets + 1000 * minute);
  });
});

describe("the toolbar icon", () => {
  it("counts the planned ones during the session and only then", async () => {
    await start();
    expect(stage.badge).toBe("");
    await ringAt(starts, "review.start");
    expect([stage.badge, stage.title]).toEqual(["4", "icon_planned_other|4"]);
    plan = { ...plan, review: { startsAt: ends + 1000 * minute, endsAt: ends + 1001 * minute, minutes: 1 } };
    await ringAt(ends, "review.end");
    expect([stage.badge, stage.title]).toEqual(["", "extensionName"]);
  });

  it("is clear after the session even if the host is away by then", async () => {
    await start();
    await ringAt(starts, "review.start");
    stage.host["plan.get"] = () => "BUSY";
    await ringAt(ends, "review.end");
    expect(stage.badge).toBe("");
  });

  it("counts always or never as the person wishes, at once and without asking the host for what is known", async () => {
    await start();
    const before = stage.port.messages.length;
    void stage.say("prefs.set", { iconCount: "always" });
    await rest();
    expect(stage.badge).toBe("4");
    void stage.say("prefs.set", { iconCount: "never" });
    await rest();
    expect(stage.badge).toBe("");
    expect(stage.port.messages).toHaveLength(before);
  });

  it("follows the plan where it counts always", async () => {
    await start();
    void stage.say("prefs.set", { iconCount: "always" });
    plan = { ...plan, counts: { ...plan.counts, planned: 3 } };
    stage.host["decisions.undo"] = () => ({ undone: true });
    void stage.say("decisions.undo", { key: "0123456789abcdef" });
    await rest();
    expect(stage.badge).toBe("3");
  });

  it("shows that the host needs help rather than any count, also after the background slept", async () => {
    await start();
    void stage.say("prefs.set", { iconCount: "always" });
    await rest();
    stage.port.close();
    await rest();
    expect([stage.badge, stage.title]).toEqual(["!", "icon_broken"]);
    await stage.wake();
    void stage.say("prefs.set", { look: "outlined" });
    await rest();
    expect(stage.badge).toBe("!");
    void stage.say("host.check", {});
    await rest();
    expect(stage.badge).toBe("4");
  });
});

it("the host is told where the person is, and told again before the next call when that changes", async () => {
  await stage.wake();
  void stage.say("budget.get", {});
  await rest();
  expect(stage.asked("host.hello")).toEqual([
    {
      protocol: 3,
      version: "0.1.0",
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      firstDay: "Sunday",
    },
  ]);
  stage.language = "de";
  void stage.say("budget.get", {});
  await rest();
  expect(stage.asked("host.hello")[1]).toMatchObject({ firstDay: "Monday" });
  void stage.say("budget.get", {});
  await rest();
  expect(stage.asked("host.hello")).toHaveLength(2);
});
