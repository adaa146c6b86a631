/**
 * The mark on the toolbar icon: "!" while the host needs the person's help, else how many people are planned, during
 * the review session or always or never, as the person wishes. It asks nothing of the host: it tells what is known.
 */
import type { HostState } from "../messages";
import { t, tCount } from "../ui/i18n";
import { inChosenWords, prefs } from "./kept";
import { knownWeek, runs } from "./week";

const brokenMark = "!";
const brokenColor = "#b3261e";
const countColor = "#0d6b58";

let host: HostState["state"] = "connecting";
/** Counts the showings: a slow one must not overwrite a newer one. */
let showing = 0;

export function showHost(state: HostState["state"]): Promise<void> {
  host = state;
  return showIcon();
}

export function isBroken(state: HostState["state"]): boolean {
  return state !== "ready" && state !== "connecting";
}

export async function showIcon(): Promise<void> {
  showing += 1;
  const mine = showing;
  const count = await countToShow();
  const broken = await hostIsBroken();
  const title = await inChosenWords(() => titleFor(broken, count));
  if (mine !== showing) return;
  await chrome.action.setBadgeText({ text: broken ? brokenMark : count > 0 ? String(count) : "" });
  await chrome.action.setBadgeBackgroundColor({ color: broken ? brokenColor : countColor });
  await chrome.action.setTitle({ title });
}

/** Does the icon tell of the plan at this moment, so that it pays to ask for it? */
export async function countIsShown(): Promise<boolean> {
  const { iconCount } = await prefs();
  if (iconCount !== "slot") return iconCount === "always";
  return runs((await knownWeek())?.review ?? null, Date.now());
}

async function countToShow(): Promise<number> {
  const week = await knownWeek();
  return week && (await countIsShown()) ? week.planned : 0;
}

/** A background that just woke knows nothing of the host yet; what it found before it slept still stands there. */
async function hostIsBroken(): Promise<boolean> {
  if (host !== "connecting") return isBroken(host);
  return (await chrome.action.getBadgeText({})) === brokenMark;
}

function titleFor(broken: boolean, count: number): string {
  if (broken) return t("icon_broken");
  return count > 0 ? tCount("icon_planned", count) : t("extensionName");
}
