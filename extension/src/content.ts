/**
 * In LinkedIn's pages. Runs on the whole site because LinkedIn changes pages without loading them, and does nothing
 * until the address is one of the invitations pages and the person has agreed. Then it reads the cards, asks for
 * judgements, shows them, and notices what the person decides. It never clicks and never calls LinkedIn.
 */
import { invitationsPage, watchAddress } from "./linkedin";
import { ask } from "./messages";
import { type Prefs, prefsFrom, usualPrefs } from "./prefs";
import { setWords } from "./ui/words";
import { Visit } from "./visit";

let visit: Visit | null = null;
let opening = false;
/** As the background told last. */
let prefs: Prefs = usualPrefs;
let spoken: Prefs["language"] = "auto";

async function follow(url: string): Promise<void> {
  if (!invitationsPage(url)) return end();
  if (visit || opening) return;
  opening = true;
  const isActive = await open();
  opening = false;
  if (isActive && invitationsPage(location.href)) visit ??= new Visit(prefs);
}

/** May the page be read? Then how badges look is known, and in which words they speak. */
async function open(): Promise<boolean> {
  const reply = await ask("page.open", {});
  if (!reply.ok || !reply.value.active) return false;
  prefs = prefsFrom(reply.value.prefs);
  await speak(prefs.language);
  return true;
}

async function adopt(told: Prefs): Promise<void> {
  if (!visit && !opening) return; // asked for when there is a page to show it on
  prefs = told;
  await speak(told.language);
  visit?.adopt(prefs);
}

/** Fetches the words of a chosen language; without them, the browser's own do. */
async function speak(language: Prefs["language"]): Promise<void> {
  if (language === spoken) return;
  spoken = language;
  const reply = language === "auto" ? null : await ask("words.get", {});
  if (language !== spoken) return; // another was chosen meanwhile
  if (reply?.ok === false) spoken = "auto";
  setWords(reply?.ok ? reply.value : null);
}

function end(): void {
  if (!visit) return;
  visit.end();
  visit = null;
  if (document.visibilityState === "visible") void ask("page.changed", {});
}

/** What the background may ask, each with what it is answered; what answers nothing is null. */
const answers: Record<string, (params: unknown) => unknown> = {
  "page.describe": () => visit?.describe() ?? null,
  "page.skeleton": () => visit?.skeleton() ?? null,
  "page.list": () => visit?.list() ?? null,
  "page.reveal": (params) => {
    const { invitationId } = params as { invitationId: string };
    return { found: visit?.reveal(invitationId) ?? false };
  },
};

chrome.runtime.onMessage.addListener((message: { type?: unknown; params?: unknown }, sender, respond) => {
  if (sender.id !== chrome.runtime.id || typeof message.type !== "string") return;
  const { type, params } = message;
  if (Object.hasOwn(answers, type)) respond(answers[type]?.(params));
  if (type === "judgements.stale") visit?.renew();
  if (type === "prefs.changed") void adopt(prefsFrom(params));
  if (type === "consent.changed") {
    end();
    void follow(location.href);
  }
});

watchAddress(window, (url) => void follow(url), new AbortController().signal);
// Decisions that the page has confirmed are told before it goes; a page that comes back is read anew.
addEventListener("pagehide", end);
addEventListener("pageshow", (event) => {
  if (event.persisted) void follow(location.href);
});
void follow(location.href);
