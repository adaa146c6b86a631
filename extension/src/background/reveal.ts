/**
 * Leads the person to a card on LinkedIn: brings the tab with the invitations to the front, or opens one, and has its
 * content script show the card. A page that is only just loading is waited for: each time that it says that its cards
 * changed it is asked again, for a while and no longer.
 */
import { invitationsPage } from "../linkedin/pages";
import { invitationsUrl } from "../ui/places";
import { askTab, linkedin } from "./speak";

/** For a page to load, and then for its cards to come. */
const loadingTime = 20_000;
const cardsTime = 4_000;

const waiting = new Map<number, Set<() => void>>();

/** The content script of this tab says that its cards changed. */
export function pageChanged(tabId: number | undefined): void {
  if (tabId !== undefined) for (const look of waiting.get(tabId) ?? []) look();
}

export async function reveal(invitationId: string): Promise<{ found: boolean }> {
  const open = await invitationsTab();
  if (open?.id !== undefined) {
    await bringToFront(open.id, open.windowId);
    const answer = await show(open.id, invitationId);
    return { found: answer ?? (await onceThere(open.id, invitationId)) };
  }
  const tab = await chrome.tabs.create({ url: invitationsUrl });
  return { found: tab.id !== undefined && (await onceThere(tab.id, invitationId)) };
}

/** The received list before the preview of a few, the tab in front before the others, then the one used last. */
async function invitationsTab(): Promise<chrome.tabs.Tab | undefined> {
  const tabs = await chrome.tabs.query({ url: `${linkedin}/mynetwork/*` });
  const rank = (tab: chrome.tabs.Tab) =>
    (invitationsPage(tab.url ?? "") === "received" ? 2 : 0) + (tab.active ? 1 : 0);
  return tabs
    .filter((tab) => invitationsPage(tab.url ?? "") !== null)
    .sort((a, b) => rank(b) - rank(a) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

async function bringToFront(tabId: number, windowId: number): Promise<void> {
  await chrome.tabs.update(tabId, { active: true });
  await chrome.windows.update(windowId, { focused: true });
}

/** Null where nobody answers: the page is loading, or is none of ours. */
async function show(tabId: number, invitationId: string): Promise<boolean | null> {
  const answer = await askTab(tabId, "page.reveal", { invitationId });
  return answer === null ? null : (answer as { found?: unknown }).found === true;
}

async function onceThere(tabId: number, invitationId: string): Promise<boolean> {
  let answered = false;
  return whileChanging(tabId, loadingTime, async (extend) => {
    const found = await show(tabId, invitationId);
    if (found === false && !answered) {
      answered = true;
      extend(cardsTime);
    }
    return found === true;
  });
}

/**
 * Looks now, when the tab has loaded, and whenever its page says that its cards changed, until `look` found it or the
 * time is over, which `look` may set anew, or the tab is closed.
 */
function whileChanging(
  tabId: number,
  time: number,
  look: (extend: (time: number) => void) => Promise<boolean>,
): Promise<boolean> {
  return new Promise((resolve) => {
    let timer = setTimeout(() => end(false), time);
    const extend = (more: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => end(false), more);
    };
    const lookOnce = () => void look(extend).then((found) => found && end(true));
    const updated = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === "complete") lookOnce();
    };
    const removed = (id: number) => {
      if (id === tabId) end(false);
    };
    const end = (found: boolean) => {
      clearTimeout(timer);
      chrome.tabs.onUpdated.removeListener(updated);
      chrome.tabs.onRemoved.removeListener(removed);
      forget(tabId, lookOnce);
      resolve(found);
    };
    chrome.tabs.onUpdated.addListener(updated);
    chrome.tabs.onRemoved.addListener(removed);
    lookers(tabId).add(lookOnce);
    lookOnce(); // it may be there already
  });
}

function forget(tabId: number, look: () => void): void {
  lookers(tabId).delete(look);
  if (lookers(tabId).size === 0) waiting.delete(tabId);
}

function lookers(tabId: number): Set<() => void> {
  const known = waiting.get(tabId) ?? new Set();
  waiting.set(tabId, known);
  return known;
}
