/** The cards of the invitations page in the active tab of this window, in the page's order, kept up to date. */
import { useEffect, useState } from "preact/hooks";
import { ask, type ListedCard, onEvent } from "../messages";

/** A tab that loads tells many changes at once. */
const pauseMs = 120;

/** Undefined until it is known; null where the tab holds no such page. */
export function useListed(wanted: boolean): ListedCard[] | null | undefined {
  const [listed, setListed] = useState<ListedCard[] | null | undefined>(undefined);
  useEffect(() => {
    if (!wanted) return;
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const mine = ++turn;
      const cards = await cardsOfActiveTab();
      if (mine === turn) setListed(cards);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), pauseMs);
    };
    const stops = [onEvent("page.changed", soon), onEvent("plan.changed", soon), onTabs(soon)];
    void look();
    return () => {
      turn += 1;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [wanted]);
  return listed;
}

async function cardsOfActiveTab(): Promise<ListedCard[] | null> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  if (tab?.id === undefined) return null;
  const reply = await ask("page.list", { tabId: tab.id });
  return reply.ok ? reply.value : null;
}

/** Another tab came to the front, or a tab shows something else. */
function onTabs(listener: () => void): () => void {
  const events = [chrome.tabs.onActivated, chrome.tabs.onUpdated] as unknown as {
    addListener(listener: () => void): void;
    removeListener(listener: () => void): void;
  }[];
  for (const event of events) event.addListener(listener);
  return () => {
    for (const event of events) event.removeListener(listener);
  };
}
