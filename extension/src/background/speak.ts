/** Who hears of what: the content scripts of LinkedIn's tabs, and our own open pages. Nobody listening is no error. */
import type { PageEvents, TabMessages } from "../messages";

export const linkedin = "https://www.linkedin.com";

export async function tellTabs<M extends keyof TabMessages>(
  type: M,
  params: TabMessages[M]["params"],
): Promise<void> {
  const tabs = await chrome.tabs.query({ url: `${linkedin}/*` });
  await Promise.allSettled(
    tabs.map((tab) => (tab.id === undefined ? null : chrome.tabs.sendMessage(tab.id, { type, params }))),
  );
}

export async function tellPages<E extends keyof PageEvents>(
  type: E,
  params: PageEvents[E]["params"],
): Promise<void> {
  await chrome.runtime.sendMessage({ type, params }).catch(() => undefined);
}

/** What the content script of a tab answers; null if there is none: not LinkedIn, or not loaded yet. */
export async function askTab<M extends keyof TabMessages>(
  tabId: number,
  type: M,
  params: TabMessages[M]["params"],
): Promise<unknown> {
  try {
    return (await chrome.tabs.sendMessage(tabId, { type, params })) ?? null;
  } catch {
    return null;
  }
}
