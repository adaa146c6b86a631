/** What each message brings about: one function for each, and the compiler sees to it that none is missing. */
import { wordsOf } from "../languages";
import type {
  ContentMessages,
  ListedCard,
  PageMessages,
  PageReport,
  ReasonMessages,
  WordMessages,
} from "../messages";
import { type Method, type Methods, maxBatch } from "../native/protocol";
import { deliver, drain, planChanged } from "./changes";
import { eraseAll } from "./erase";
import { client, outbox } from "./host";
import { showIcon } from "./icon";
import { changePrefs, consent, prefs, requireConsent, setConsent } from "./kept";
import { pageChanged, reveal } from "./reveal";
import { quieten, refresh, refreshIcon } from "./review-time";
import { askTab } from "./speak";
import { forgetWeek, knownWeek, remember } from "./week";

export type Handlers<Map> = {
  [M in keyof Map]: Map[M] extends { params: infer Params; value: infer Value }
    ? (params: Params, sender: chrome.runtime.MessageSender) => Promise<Value>
    : never;
};

/** What the person just did counts, even if the host is hearing of it only now. */
async function upToDate<M extends Method>(method: M, params: Methods[M]["params"]) {
  await drain().catch(() => undefined);
  return client.call(method, params);
}

/** Everyone who shows a part of the plan asks again. */
async function changing<M extends Method>(method: M, params: Methods[M]["params"]) {
  const result = await client.call(method, params);
  planChanged();
  return result;
}

const aboutReasons: Handlers<ReasonMessages> = {
  "reasons.correct": ({ code, correction, invitationId }) =>
    changing("reasons.correct", { code, correction, invitationId }),
  "reasons.list": () => client.call("reasons.list", {}),
};

const aboutWords: Handlers<WordMessages> = {
  "words.get": async () => wordsOf((await prefs()).language),
};

export const forContent: Handlers<ContentMessages> = {
  ...aboutWords,
  "page.open": async () => ({ active: (await consent()).given, prefs: await prefs() }),
  // Our own pages hear it themselves; only who leads the person to a card waits for it here.
  "page.changed": async (_, { tab }) => {
    pageChanged(tab?.id);
    return null;
  },
  "invitations.score": async ({ invitations }) => {
    await requireConsent();
    const judged = await client.call("invitations.score", { invitations: invitations.slice(0, maxBatch) });
    void refreshIcon();
    return judged;
  },
  "decisions.record": async ({ decision }) => {
    await requireConsent();
    await outbox.add(decision);
    deliver();
    return null;
  },
  "reasons.correct": async (params, sender) => {
    await requireConsent();
    return aboutReasons["reasons.correct"](params, sender);
  },
  "reasons.list": async (params, sender) => {
    await requireConsent();
    return aboutReasons["reasons.list"](params, sender);
  },
};

type Of<Prefix extends string> = Pick<PageMessages, Extract<keyof PageMessages, `${Prefix}.${string}`>>;

const aboutThisBrowser: Handlers<Of<"consent" | "prefs" | "host" | "outbox">> = {
  "consent.get": consent,
  "consent.set": async ({ given }) => {
    const now = await setConsent({ given });
    if (now.given) void refresh();
    else await Promise.all([forgetWeek(), quieten()]).then(showIcon);
    return now;
  },
  "host.check": async () => {
    client.forgive();
    await client.call("budget.get", {}).catch(() => undefined); // the state tells what came of it
    deliver();
    return client.state;
  },
  "prefs.get": prefs,
  "prefs.set": async (part) => {
    const changed = await changePrefs(part);
    if (changed.iconCount === "always" && !(await knownWeek())) await refresh();
    else await showIcon();
    return changed;
  },
  "outbox.get": () => outbox.count(),
};

const aboutTheWeek: Handlers<Of<"budget" | "plan" | "invitations" | "decisions" | "history">> = {
  "budget.get": () => upToDate("budget.get", {}),
  "budget.put": ({ elsewhere }) => changing("budget.put", { elsewhere }),
  "plan.get": async ({ from, most }) => {
    const plan = await upToDate("plan.get", { from, most });
    void remember(plan, Date.now()).then(showIcon);
    return plan;
  },
  "plan.preview": ({ settings }) => upToDate("plan.preview", { settings }),
  "invitations.setAside": ({ id, aside }) => changing("invitations.setAside", { id, aside }),
  "decisions.list": ({ since, most }) => upToDate("decisions.list", { since, most }),
  "decisions.undo": ({ key }) => changing("decisions.undo", { key }),
  "history.get": ({ weeks }) => upToDate("history.get", { weeks }),
};

const aboutThePerson: Handlers<Of<"settings" | "data">> = {
  "settings.get": () => client.call("settings.get", {}),
  "settings.put": ({ settings }) => changing("settings.put", { settings }),
  "settings.suggest": ({ list, text }) => client.call("settings.suggest", { list, text }),
  "data.summary": () => upToDate("data.summary", {}),
  "data.export": ({ from }) => upToDate("data.export", { from }),
  "data.import": ({ records }) => changing("data.import", { records }),
  "data.erase": eraseAll,
};

const aboutThePage: Handlers<Of<"page">> = {
  "page.get": async ({ tabId }) => (await askTab(tabId, "page.describe", {})) as PageReport | null,
  "page.skeleton": async ({ tabId }) => {
    const skeleton = await askTab(tabId, "page.skeleton", {});
    return typeof skeleton === "string" ? skeleton : null;
  },
  "page.list": async ({ tabId }) => {
    const cards = await askTab(tabId, "page.list", {});
    return Array.isArray(cards) ? (cards as ListedCard[]) : null;
  },
  "page.reveal": ({ invitationId }) => reveal(invitationId),
};

export const forPages: Handlers<PageMessages> = {
  ...aboutReasons,
  ...aboutWords,
  ...aboutThisBrowser,
  ...aboutTheWeek,
  ...aboutThePerson,
  ...aboutThePage,
};
