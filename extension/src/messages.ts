/**
 * Every message inside the extension, one typed map for each direction. The background answers
 * `{ ok: true, value }` or `{ ok: false, code }`; it checks the sender before anything else, so that a page's
 * content script can submit what it read, learn its judgement and correct its reasons, and nothing more.
 */
import type {
  Budget,
  CorrectionRequest,
  Corrections,
  Decision,
  History,
  Invitation,
  Judgement,
  Methods,
  PastDecisions,
  Plan,
  Preview,
  Settings,
  StoredRecord,
  StoredSummary,
  SuggestedList,
} from "./native/protocol";
import type { Prefs } from "./prefs";

/** Why the host does not answer, in the order in which a person would mend it. */
export type HostState =
  | { state: "ready"; version: string }
  /** Not connected yet, or connecting. */
  | { state: "connecting" }
  /** The browser knows no such host: the installer has not run for this browser. */
  | { state: "missing" }
  /** The host's manifest does not allow this extension. */
  | { state: "forbidden" }
  /** It starts and stops again, or speaks nonsense. */
  | { state: "exited" }
  /** The two halves are of different protocols; `update` names the older one. */
  | { state: "mismatch"; update: "host" | "extension"; hostVersion: string };

export interface Consent {
  /** The person agreed on the first-run page; nothing is read before. */
  given: boolean;
}

/** What one open invitations page last told about itself. */
export interface PageReport {
  /** Cards that look like invitations. */
  seen: number;
  /** Of those, how many could be read. */
  read: number;
  /** Of those read, how many leave it in doubt who invites or what the headline is. */
  unsure: number;
  /** Where no card is seen: items of lists that may be cards in a form that SuperLink does not know; else 0. */
  items: number;
}

/** A card as the side panel lists it. */
export interface ListedCard {
  invitation: Invitation;
  /** Null while the host has not judged it. */
  judgement: Judgement | null;
}

/** From the content script and from the extension's own pages to the background. */
export interface ReasonMessages {
  /** All open pages then ask for their judgements again. */
  "reasons.correct": { params: CorrectionRequest; value: Corrections };
  "reasons.list": { params: Record<string, never>; value: Corrections };
}

/** The words of one language by their keys: `$1` to `$9` stand for what is filled in. */
export type Words = Record<string, string>;

export interface WordMessages {
  /** The words of the language that the person chose; null where that is the browser's own. */
  "words.get": { params: Record<string, never>; value: Words | null };
}

/** From the content script to the background. */
export interface ContentMessages extends ReasonMessages, WordMessages {
  /** May this page be read? Asked when the address becomes an invitations page. */
  "page.open": { params: Record<string, never>; value: { active: boolean; prefs: Prefs } };
  /** The cards of this page or their judgements changed: the side panel may want to know. */
  "page.changed": { params: Record<string, never>; value: null };
  "invitations.score": {
    params: { invitations: Invitation[] };
    value: Methods["invitations.score"]["result"];
  };
  /** Answered as soon as the decision is safe in the extension's own storage. */
  "decisions.record": { params: { decision: Decision }; value: null };
}

/** From the extension's own pages (popup, review, dashboard, settings, ...) to the background. */
export interface PageMessages extends ReasonMessages, WordMessages {
  "consent.get": { params: Record<string, never>; value: Consent };
  "consent.set": { params: Consent; value: Consent };
  "host.check": { params: Record<string, never>; value: HostState };
  "prefs.get": { params: Record<string, never>; value: Prefs };
  /** All open pages of LinkedIn and of ours are told. */
  "prefs.set": { params: Partial<Prefs>; value: Prefs };
  "budget.get": { params: Record<string, never>; value: Budget };
  /** People accepted this week where SuperLink does not see it. */
  "budget.put": { params: { elsewhere: number }; value: Budget };
  "plan.get": { params: { from: number; most: number }; value: Plan };
  "plan.preview": { params: { settings: Settings }; value: Preview };
  "invitations.setAside": { params: { id: string; aside: boolean }; value: { aside: boolean } };
  "decisions.list": { params: { since: number; most: number }; value: PastDecisions };
  /** Forgets a decision, as if it had never been noticed. */
  "decisions.undo": { params: { key: string }; value: { undone: boolean } };
  "history.get": { params: { weeks: number }; value: History };
  "settings.suggest": { params: { list: SuggestedList; text: string }; value: { terms: string[] } };
  "data.summary": { params: Record<string, never>; value: StoredSummary };
  "data.export": { params: { from: string | null }; value: Methods["data.export"]["result"] };
  "data.import": { params: { records: StoredRecord[] }; value: Methods["data.import"]["result"] };
  /** Erases what the host remembers, waiting decisions, preferences and the consent. */
  "data.erase": { params: Record<string, never>; value: { erased: boolean } };
  /**
   * Brings the tab with LinkedIn's invitations to the front (or opens one) and shows the card there. `found` is false
   * where the page does not hold it (yet).
   */
  "page.reveal": { params: { invitationId: string }; value: { found: boolean } };
  /** The cards of the invitations page in the given tab; null if there is none. */
  "page.list": { params: { tabId: number }; value: ListedCard[] | null };
  "settings.get": { params: Record<string, never>; value: { settings: Settings; updatedAt: number | null } };
  "settings.put": { params: { settings: Settings }; value: { settings: Settings; updatedAt: number } };
  /** The self-check of the invitations page in the given tab; null if there is none. */
  "page.get": { params: { tabId: number }; value: PageReport | null };
  /** How the page in the given tab is built, without anything that it says; null if there is no such page. */
  "page.skeleton": { params: { tabId: number }; value: string | null };
  /** Decisions still waiting to be stored by the host, and how many of them it refused. */
  "outbox.get": { params: Record<string, never>; value: { waiting: number; refused: number } };
}

/** From the background to the extension's own open pages; `page.changed` comes from content scripts. */
export interface PageEvents {
  /** A decision was stored, or settings, budget, corrections or stored data changed: ask again. */
  "plan.changed": { params: Record<string, never> };
  "prefs.changed": { params: Prefs };
  "page.changed": { params: Record<string, never> };
}

/** From the background to the content scripts of all open LinkedIn tabs. */
export interface TabMessages {
  /** Consent was given or withdrawn. */
  "consent.changed": { params: Consent };
  /** The settings, what a reason counts, or the host's readiness changed: ask for judgements again. */
  "judgements.stale": { params: Record<string, never> };
  /** How well can this page be read? Answered with a PageReport, or null where there are no invitations. */
  "page.describe": { params: Record<string, never> };
  /** How is this page built? Answered with text for the person to look at and copy, or null as above. */
  "page.skeleton": { params: Record<string, never> };
  "prefs.changed": { params: Prefs };
  /** Scroll to this card and show for a moment which it is. Answered with `{ found }`. */
  "page.reveal": { params: { invitationId: string } };
  /** Answered with ListedCard[], or null as above. */
  "page.list": { params: Record<string, never> };
}

export type Reply<T> = { ok: true; value: T } | { ok: false; code: string };

export async function ask<M extends keyof ContentMessages>(
  type: M,
  params: ContentMessages[M]["params"],
): Promise<Reply<ContentMessages[M]["value"]>>;
export async function ask<M extends keyof PageMessages>(
  type: M,
  params: PageMessages[M]["params"],
): Promise<Reply<PageMessages[M]["value"]>>;
/** Asks the background. Never rejects: an extension that was just updated or unloaded is `EXTENSION_GONE`. */
export async function ask(type: string, params: object): Promise<Reply<unknown>> {
  try {
    const reply: unknown = await chrome.runtime.sendMessage({ type, params });
    return isReply(reply) ? reply : { ok: false, code: "EXTENSION_GONE" };
  } catch {
    return { ok: false, code: "EXTENSION_GONE" };
  }
}

/** Calls `listener` for every such event until the returned function is called. For the extension's own pages. */
export function onEvent<E extends keyof PageEvents>(
  type: E,
  listener: (params: PageEvents[E]["params"]) => void,
): () => void {
  const listen = (message: { type?: unknown; params?: unknown }, sender: chrome.runtime.MessageSender) => {
    if (sender.id === chrome.runtime.id && message.type === type) {
      listener(message.params as PageEvents[E]["params"]);
    }
  };
  chrome.runtime.onMessage.addListener(listen);
  return () => chrome.runtime.onMessage.removeListener(listen);
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === "object" && value !== null && "ok" in value;
}
