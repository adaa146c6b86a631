/**
 * The wire between the extension and the host, as TypeScript sees it: names, shapes and limits, and the checks
 * that a reply must pass before anything else in the extension may believe it. The words are defined in
 * tests/contract/README.md; the golden cases in tests/contract/cases hold both sides to them.
 */

import type {
  Budget,
  History,
  PastDecisions,
  Plan,
  Planned,
  Preview,
  StoredRecord,
  StoredSummary,
  SuggestedList,
} from "./protocol-week";

export * from "./protocol-week";

export const hostName = "io.superlink.host";
/** Raised when a message changes its meaning; the two halves must then be updated together. */
export const protocolVersion = 3;
/** Strings beyond this many UTF-8 bytes are refused by the host; the extension clips them before sending. */
export const maxTextBytes = 16 * 1024;
/** Invitations in one `invitations.score` request, 1 to this many. */
export const maxBatch = 100;

export const kinds = ["person", "newsletter", "company", "event", "group"] as const;
export type Kind = (typeof kinds)[number];

/** `later`: deserves to be accepted, but not in this week's plan. */
export const verdicts = ["accept", "ignore", "unsure", "later"] as const;
export type Verdict = (typeof verdicts)[number];

export const relationships = [
  "client",
  "employer",
  "recruiter",
  "candidate",
  "investor",
  "founder",
  "partner",
  "mentor",
  "mentee",
  "peer",
  "colleague",
  "vendor",
  "friend",
  "open-networker",
  "suspicious",
  "other",
] as const;
export type Relationship = (typeof relationships)[number];

export const badges = ["verified", "premium", "open-to-work", "hiring", "follows-you"] as const;
export type Badge = (typeof badges)[number];

export const goalKinds = [
  "get-hired",
  "hire",
  "find-clients",
  "raise-funding",
  "invest",
  "partner",
  "learn",
  "peers",
] as const;
export type GoalKind = (typeof goalKinds)[number];

export const energies = ["low", "normal", "high"] as const;
export type Energy = (typeof energies)[number];

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** One invitation as the page shows it. `null` means that the card shows no such thing; nothing is guessed. */
export interface Invitation {
  /** Stable for the same sender and the same thing invited to, whatever the markup: see `linkedin/read`. */
  id: string;
  kind: Kind;
  /** The sender's `/in/` slug, decoded; null for a company or a nameless member. */
  profileId: string | null;
  name: string;
  headline: string | null;
  /** What a newsletter, company, event or group invitation asks to follow or join; null for a person. */
  subject: string | null;
  /** Named people plus the number shown; null where the card shows no such line or its language is unknown. */
  mutualConnections: number | null;
  mutualNames: string[];
  note: string | null;
  /** The age in the page's own words ("2 weeks ago"), or null. */
  sentAgo: string | null;
  /** The same as whole days, at least; null where the words could not be read. */
  ageDays: number | null;
  badges: Badge[];
}

export const evidenceSources = ["headline", "note", "subject"] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/** The very words on the card that a reason rests on. A stranger wrote them. */
export interface Evidence {
  source: EvidenceSource;
  words: string;
}

/** How often a reason pointed to what the person then did. */
export interface Agreement {
  times: number;
  of: number;
}

/** Why the verdict is what it is. The words for `code` stand in `_locales`; `params` fill them. */
export interface Reason {
  code: string;
  params: Record<string, string | number>;
  /** Signed share of the score in log-odds: above zero speaks for accepting. */
  weight: number;
  /** Null where the reason rests on no words: a marker, a number, the lack of something. */
  evidence: Evidence | null;
  /** Null until the reason was there for ten decisions. */
  agreed: Agreement | null;
}

/** What would settle an invitation that leaves SuperLink unsure. */
export const settlers = ["A_NOTE", "MORE_SETTINGS", "YOUR_DECISION"] as const;
export type Settler = (typeof settlers)[number];

export interface Judgement {
  id: string;
  verdict: Verdict;
  /** 0 to 1: how likely the person is to want this connection. */
  score: number;
  relationship: Relationship;
  /** Strongest first, at most four. */
  reasons: Reason[];
  /** The reason without which the verdict would be the opposite; null if there is none. */
  unless: Reason | null;
  /** Only where the verdict is unsure. */
  settles: Settler | null;
  plan: Planned;
}

/**
 * What the person may say of a reason. `more`, `less` and `never` hold for it everywhere; `wrong` says that it is
 * mistaken about one invitation.
 */
export const corrections = ["more", "less", "never", "wrong"] as const;

export interface Correction {
  code: string;
  correction: (typeof corrections)[number];
  /** The invitation that a `wrong` is about; null for the others. */
  invitationId: string | null;
}

/** A correction to make, or with `none` to take back: that of the invitation, or without one the general one. */
export interface CorrectionRequest {
  code: string;
  correction: Correction["correction"] | "none";
  invitationId: string | null;
}

/** The corrections that hold, and for each reason how often it agreed with the person so far. */
export interface Corrections {
  corrections: Correction[];
  ledger: ({ code: string } & Agreement)[];
}

export interface Goal {
  kind: GoalKind;
  text: string;
  priority: "high" | "normal";
}

/** Five lists of free texts, each text 1 to 200 characters, each list at most 100 long. */
export interface Interests {
  roles: string[];
  industries: string[];
  companies: string[];
  places: string[];
  topics: string[];
}

export interface ReviewSlot {
  day: Weekday;
  /** Local time, 24 hours, "16:00". */
  at: string;
  minutes: number;
}

export interface WeekSettings {
  /** Null follows the language's custom. */
  firstDay: Weekday | null;
  /** An IANA name such as "Europe/Lisbon"; null follows the computer, wherever the person travels. */
  timeZone: string | null;
}

export interface Settings {
  about: string;
  goals: Goal[];
  want: Interests;
  avoid: Interests;
  /** The relationships the person looks for, most wanted first. */
  relationships: Relationship[];
  energy: Energy;
  /** Until when `energy` holds, milliseconds since 1970 UTC; then it is normal again. Null: until it is changed. */
  energyUntil: number | null;
  /** People to accept in a week, 0 to 1000. */
  weeklyBudget: number;
  reviewSlot: ReviewSlot | null;
  week: WeekSettings;
}

export const actions = ["accept", "ignore"] as const;
export type Action = (typeof actions)[number];

/** What the person did on LinkedIn, confirmed by the page. */
export interface Decision {
  /** Made once for each decision; the host records a key once however often it is sent. */
  key: string;
  action: Action;
  /** Milliseconds since 1970 UTC at which the page confirmed it. */
  decidedAt: number;
  invitation: Invitation;
  /** What the badge said at the time; null if there was none. */
  verdict: Verdict | null;
}

export interface HostInfo {
  protocol: number;
  version: string;
}

/** Every method: what goes in, what comes out. */
export interface Methods {
  /** `timeZone` and `firstDay` are the browser's; sent again whenever they change. */
  "host.hello": {
    params: { protocol: number; version: string; timeZone?: string; firstDay?: Weekday };
    result: HostInfo;
  };
  "settings.get": {
    params: Record<string, never>;
    /** `updatedAt` is null until the person has saved settings; `settings` are then the defaults. */
    result: { settings: Settings; updatedAt: number | null };
  };
  "settings.put": { params: { settings: Settings }; result: { settings: Settings; updatedAt: number } };
  "invitations.score": {
    params: { invitations: Invitation[] };
    /** `timeZone` as in a budget. */
    result: { judgements: Judgement[]; timeZone: string | null };
  };
  "decisions.record": { params: Decision; result: { duplicate: boolean } };
  /** `undone` is false where there is no such decision. */
  "decisions.undo": { params: { key: string }; result: { undone: boolean } };
  "reasons.correct": { params: CorrectionRequest; result: Corrections };
  "reasons.list": { params: Record<string, never>; result: Corrections };
  "budget.get": { params: Record<string, never>; result: Budget };
  /** How many people the person accepted this week where SuperLink does not see it. */
  "budget.put": { params: { elsewhere: number }; result: Budget };
  /** `most` is 1 to 100; fewer come where they are long. */
  "plan.get": { params: { from: number; most: number }; result: Plan };
  "plan.preview": { params: { settings: Settings }; result: Preview };
  /** May this session be announced? True once for each, whichever browser asks first. */
  "review.announce": { params: { startsAt: number }; result: { announce: boolean; planned: number } };
  "invitations.setAside": { params: { id: string; aside: boolean }; result: { aside: boolean } };
  /** The newest first; `most` is 1 to 50. */
  "decisions.list": { params: { since: number; most: number }; result: PastDecisions };
  /** `weeks` is 1 to 53. */
  "history.get": { params: { weeks: number }; result: History };
  /** Up to eight terms that go on as the text begins. */
  "settings.suggest": { params: { list: SuggestedList; text: string }; result: { terms: string[] } };
  "data.summary": { params: Record<string, never>; result: StoredSummary };
  /** A part of everything; `next` asks for the next one, null at the end. `from` is null for the first. */
  "data.export": {
    params: { from: string | null };
    result: { records: StoredRecord[]; next: string | null };
  };
  /** At most 100 records; what is known already stays as it is. Invitations come before their decisions. */
  "data.import": { params: { records: StoredRecord[] }; result: { imported: number; known: number } };
  /** Everything that the host remembers. */
  "data.erase": { params: Record<string, never>; result: { erased: boolean } };
}
export type Method = keyof Methods;
