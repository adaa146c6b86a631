/** Leading a person to a card: which tab, and how long a page is waited for. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { card, clearStage, receivedUrl, Stage, settled } from "./background-stage";

const grow = "https://www.linkedin.com/mynetwork/grow/";
const sent = "https://www.linkedin.com/mynetwork/invitation-manager/sent/";
const found = { ok: true, value: { found: true } };
const lost = { ok: true, value: { found: false } };

let stage: Stage;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  stage = new Stage().agreed();
  await stage.wake();
});
afterEach(clearStage);

const reveal = () => stage.say("page.reveal", { invitationId: "person:ada" });

describe("with an invitations page open", () => {
  it("it comes to the front, window and tab, and shows the card", async () => {
    stage.tabs = [
      { id: 1, windowId: 1, url: "https://www.linkedin.com/feed/", active: true },
      { id: 2, windowId: 2, url: receivedUrl, active: false },
    ];
    stage.tabAnswers = () => ({ found: true });
    expect(await reveal()).toEqual(found);
    expect(stage.toTabs).toEqual([{ tabId: 2, type: "page.reveal", params: { invitationId: "person:ada" } }]);
    expect(stage.tabs[1]?.active).toBe(true);
    expect(stage.inFront).toEqual([2]);
  });

  it("the whole list is preferred to the preview of a few, and the sent ones are none of ours", async () => {
    stage.tabs = [
      { id: 1, windowId: 1, url: grow, active: true },
      { id: 2, windowId: 1, url: sent, active: false },
      { id: 3, windowId: 1, url: receivedUrl, active: false },
    ];
    stage.tabAnswers = () => ({ found: true });
    await reveal();
    expect(stage.toTabs.map(({ tabId }) => tabId)).toEqual([3]);
  });

  it("a card that it does not hold is told as such, at once", async () => {
    stage.tabAnswers = () => ({ found: false });
    expect(await reveal()).toEqual(lost);
  });

  it.each([[{ found: "yes" }], ["found"], [7]])("an answer of no sense, %j, is no card", async (answer) => {
    stage.tabAnswers = () => answer;
    expect(await reveal()).toEqual(lost);
  });
});

describe("with none open", () => {
  beforeEach(() => {
    stage.tabs = [];
    stage.tabAnswers = () => undefined;
  });
  const opened = () => settled(() => stage.tabs.length === 1 && stage.toTabs.length === 1);

  it("one is opened, and asked again when it has loaded and when its cards have come", async () => {
    const reply = reveal();
    await opened();
    expect(stage.tabs[0]?.url).toBe(receivedUrl);
    stage.tabAnswers = () => ({ found: false });
    stage.events.updated.ring(100, { status: "complete" });
    await settled(() => stage.toTabs.length === 2);
    stage.tabAnswers = () => ({ found: true });
    void stage.say("page.changed", {}, { ...card, tab: { id: 100, incognito: false } });
    expect(await reply).toEqual(found);
    expect(stage.events.updated.listeners.size).toBe(0);
  });

  it("other tabs that load or change are nothing to it", async () => {
    void reveal();
    await opened();
    stage.events.updated.ring(55, { status: "complete" });
    stage.events.updated.ring(100, { status: "loading" });
    await stage.say("page.changed", {}, { ...card, tab: { id: 55, incognito: false } });
    expect(stage.toTabs).toHaveLength(1);
  });

  it("a tab that is closed again ends the waiting", async () => {
    const reply = reveal();
    await opened();
    stage.events.removed.ring(100);
    expect(await reply).toEqual(lost);
    expect([stage.events.updated, stage.events.removed].map(({ listeners }) => listeners.size)).toEqual([
      0, 0,
    ]);
  });

  it("a page that never answers is given up", async () => {
    const reply = reveal();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await reply).toEqual(lost);
    expect(stage.toTabs.length).toBeLessThan(3);
  });
});

describe("what a tab shows", () => {
  it("is listed, or null where nothing sensible comes", async () => {
    stage.tabAnswers = (_, type) => (type === "page.list" ? [] : null);
    expect(await stage.say("page.list", { tabId: 7 })).toEqual({ ok: true, value: [] });
    stage.tabAnswers = () => "nonsense";
    expect(await stage.say("page.list", { tabId: 7 })).toEqual({ ok: true, value: null });
    stage.tabAnswers = () => undefined;
    expect(await stage.say("page.list", { tabId: 7 })).toEqual({ ok: true, value: null });
  });
});
