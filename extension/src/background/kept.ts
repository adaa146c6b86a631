/** What this browser keeps for the person: whether they agreed, and how SuperLink shows itself. */
import { wordsOf } from "../languages";
import type { Consent } from "../messages";
import { HostError } from "../native/client";
import { type Prefs, prefsFrom } from "../prefs";
import { setWords } from "../ui/words";
import { tellPages, tellTabs } from "./speak";

/** Read once while the background is awake: it is asked for with every batch of cards. */
let known: Promise<Consent> | null = null;

export function consent(): Promise<Consent> {
  known ??= chrome.storage.local
    .get("consent")
    .then(({ consent: stored }) => ({ given: (stored as Consent | undefined)?.given === true }));
  return known;
}

export async function setConsent({ given }: Consent): Promise<Consent> {
  known = null;
  await chrome.storage.local.set({ consent: { given: given === true } });
  known = null; // it may have been asked for meanwhile
  await tellTabs("consent.changed", { given: given === true });
  return { given: given === true };
}

export async function requireConsent(): Promise<void> {
  if (!(await consent()).given) throw new HostError("NO_CONSENT");
}

export async function prefs(): Promise<Prefs> {
  const { prefs: stored } = await chrome.storage.local.get("prefs");
  return prefsFrom(stored);
}

/** One change after the other: two at once must not undo each other. */
let turn: Promise<unknown> = Promise.resolve();

/** All open pages of LinkedIn and of ours are told. */
export function changePrefs(part: Partial<Prefs>): Promise<Prefs> {
  return inTurn(async () => {
    const changed = prefsFrom({ ...(await prefs()), ...part });
    await chrome.storage.local.set({ prefs: changed });
    return tellPrefs(changed);
  });
}

export function forgetPrefs(): Promise<Prefs> {
  return inTurn(async () => {
    await chrome.storage.local.remove("prefs");
    return tellPrefs(prefsFrom(undefined));
  });
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = turn.then(work);
  turn = result.catch(() => undefined);
  return result;
}

async function tellPrefs(changed: Prefs): Promise<Prefs> {
  await Promise.all([tellTabs("prefs.changed", changed), tellPages("prefs.changed", changed)]);
  return changed;
}

/** What the background itself says (the notification, the icon) is in the language that the person chose. */
export async function inChosenWords<T>(say: () => T): Promise<T> {
  const { language } = await prefs();
  setWords(wordsOf(language));
  return say();
}
