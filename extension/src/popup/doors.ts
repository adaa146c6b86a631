/** Where the popup leads: our other pages, and LinkedIn's. */
import { ask } from "../messages";

/** Firefox keeps its own name for what only it has. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/** Opens another page, then closes the popup, which would else lie over it. */
export function leaveFor(open: () => Promise<unknown>): () => void {
  return () => void open().then(() => window.close());
}

export function openReview(): Promise<unknown> {
  return chrome.tabs.create({ url: chrome.runtime.getURL("review/review.html") });
}

export function openDashboard(): Promise<unknown> {
  return chrome.tabs.create({ url: chrome.runtime.getURL("dashboard/dashboard.html") });
}

/** The background does it, also after this popup has gone. */
export function showCard(invitationId: string): Promise<unknown> {
  return ask("page.reveal", { invitationId });
}

/** Both browsers open it only within the click itself, before anything is awaited: hence the window is known before. */
export async function openPanel(windowId: number | null): Promise<void> {
  const firefox = (globalThis as { browser?: WithSidebar }).browser;
  if (firefox?.sidebarAction) await firefox.sidebarAction.open();
  else if (windowId !== null) await chrome.sidePanel.open({ windowId });
}
