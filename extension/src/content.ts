/**
 * In LinkedIn's pages. Runs on the whole site because LinkedIn changes pages without loading them, and does nothing
 * until the address is one of the invitations pages and the person has agreed. Then it reads the cards, asks for
 * judgements, shows them, and notices what the person decides. It never clicks and never calls LinkedIn.
 */
import { Advice } from "./advice";
import { HeldCorrections } from "./corrections";
import {
  type Change,
  invitationsPage,
  reportOn,
  selfCheck,
  watchAddress,
  watchDecisions,
  watchInvitations,
} from "./linkedin";
import { ask, type PageReport } from "./messages";
import { clipped } from "./native/clip";
import { Overlay } from "./overlay/overlay";

/** One visit to an invitations page; ends when the address changes, consent is withdrawn or the page goes. */
interface Visit {
  end(): void;
  /** The settings, the host or what a reason counts changed. */
  renew(): void;
  describe(): PageReport;
  /** The page's markup without anything that it says, for a report. */
  skeleton(): string;
}

let visit: Visit | null = null;
let opening = false;

function begin(): Visit {
  const ended = new AbortController();
  const { signal } = ended;
  const corrections = new HeldCorrections(() => overlay.refresh(), signal);
  const overlay = new Overlay(corrections);
  const isOurs = (node: Node) => overlay.owns(node);
  let last: Change | null = null;
  const advice = new Advice((cards, judgementOf) => {
    overlay.keepOnly(new Map(cards.map(({ card, reading }) => [card.root, reading.invitation.id])));
    for (const seen of cards) {
      const judgement = judgementOf(seen);
      if (judgement) overlay.show(seen.card.root, judgement, seen.reading.invitation);
    }
  }, signal);
  watchInvitations({
    document,
    signal,
    isOurs,
    onChange(change) {
      last = change;
      advice.update(change.cards);
    },
  });
  watchDecisions({
    document,
    signal,
    isOurs,
    cards: () => last?.cards ?? [],
    onDecision({ invitation, action }) {
      const verdict = advice.verdictOf(invitation.id);
      const decision = { key: crypto.randomUUID(), action, decidedAt: Date.now(), verdict };
      void ask("decisions.record", { decision: { ...decision, invitation: clipped(invitation) } });
    },
  });
  return {
    renew() {
      corrections.forget();
      advice.refresh();
    },
    describe: () => selfCheck(document, last),
    skeleton() {
      const { version } = chrome.runtime.getManifest();
      const check = selfCheck(document, last);
      return reportOn(document, { version, page: invitationsPage(location.href), check, isOurs });
    },
    end() {
      ended.abort();
      overlay.clear();
    },
  };
}

async function follow(url: string): Promise<void> {
  if (!invitationsPage(url)) {
    visit?.end();
    visit = null;
    return;
  }
  if (visit || opening) return;
  opening = true;
  const reply = await ask("page.open", {});
  opening = false;
  if (reply.ok && reply.value.active && invitationsPage(location.href)) visit ??= begin();
}

function end(): void {
  visit?.end();
  visit = null;
}

chrome.runtime.onMessage.addListener((message: { type?: unknown }, sender, respond) => {
  if (sender.id !== chrome.runtime.id) return;
  if (message.type === "page.describe") respond(visit?.describe() ?? null);
  if (message.type === "page.skeleton") respond(visit?.skeleton() ?? null);
  if (message.type === "judgements.stale") visit?.renew();
  if (message.type === "consent.changed") {
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
