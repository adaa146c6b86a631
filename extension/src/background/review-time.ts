/**
 * The person's review time: one alarm at its start and one at its end. At the start, if somebody is planned, one
 * notification, once in all browsers that share the host; quiet in every other case: not permitted, nothing planned,
 * or the computer slept through the session.
 */
import type { Plan } from "../native/protocol";
import { t, tCount } from "../ui/i18n";
import { timeOfDay } from "../ui/plan-words";
import { setZone } from "../ui/zone";
import { client, outbox } from "./host";
import { countIsShown, showIcon } from "./icon";
import { consent, inChosenWords } from "./kept";
import { remember, runs } from "./week";

const notification = "review";

/** Asks the host for the week and keeps what it says; null where there is no consent or no host. */
export async function refresh(): Promise<Plan | null> {
  if (!(await consent()).given) return null;
  await outbox.drain().catch(() => undefined);
  const plan = await client.call("plan.get", { from: 0, most: 1 }).catch(() => null);
  if (plan) await remember(plan, Date.now());
  await showIcon(); // a session may be over even where the host is silent
  return plan;
}

/** For what changes the plan a little, and often: asks only if the icon tells of it. */
export async function refreshIcon(): Promise<void> {
  if (await countIsShown()) await refresh();
}

/** The browser started, or a session begins: tells of the session that runs, if it is worth it. */
export async function greet(): Promise<void> {
  const plan = await refresh();
  if (plan) await announce(plan).catch(() => undefined); // the host may go away in between
}

/** The session is over: what invited to it goes, and the next one is asked for. */
export async function endSession(): Promise<void> {
  await quieten();
  await refresh();
}

async function announce({ review, counts, budget }: Plan): Promise<void> {
  if (!runs(review, Date.now()) || counts.planned === 0 || !(await mayNotify())) return;
  const { announce: ours, planned } = await client.call("review.announce", { startsAt: review.startsAt });
  if (!ours || planned === 0) return;
  const [title, message] = await inChosenWords(() => {
    setZone(budget.timeZone);
    return [t("notify_title"), tCount("notify_text", planned, [timeOfDay(review.endsAt)])] as const;
  });
  const iconUrl = chrome.runtime.getURL("icons/icon-128.png");
  await chrome.notifications.create(notification, { type: "basic", iconUrl, title, message });
}

/** The invitation to review is out of date once the session is over. */
export async function quieten(): Promise<void> {
  await chrome.notifications?.clear(notification);
}

/** Asked for in the settings, and only there; until then the browser does not even show us the API. */
async function mayNotify(): Promise<boolean> {
  return (
    (await chrome.permissions.contains({ permissions: ["notifications"] })) &&
    chrome.notifications !== undefined
  );
}

let listening = false;

/** At every start of the background, and once more when the permission is given. */
export function listenForClicks(): void {
  if (listening || chrome.notifications === undefined) return;
  listening = true;
  chrome.notifications.onClicked.addListener((id) => {
    if (id === notification) void quieten().then(openReview);
  });
}

/** The review page that is open already, or a new one. */
async function openReview(): Promise<void> {
  const url = chrome.runtime.getURL("review/review.html");
  const [open] = await chrome.tabs.query({ url }).catch(() => []);
  const tab =
    open?.id === undefined
      ? await chrome.tabs.create({ url })
      : await chrome.tabs.update(open.id, { active: true });
  if (tab?.windowId !== undefined) await chrome.windows.update(tab.windowId, { focused: true });
}
