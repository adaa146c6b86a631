/** The week's part of the wire: budget, plan, review, history, and what is stored. See `protocol.ts`. */
import type { Action, Agreement, Energy, Invitation, Judgement, Relationship, Verdict } from "./protocol";

/**
 * Where an invitation stands in the week, in the order in which a person goes through them. `planned`: accept this
 * week. `ask-first`: unsure, relevant, and without a note; a line back may tell. `your-call`: unsure. `later`: deserves
 * to be accepted once there is room. `lapse`: ignore it or do nothing. `free`: no person, so no budget. `aside`: the
 * person put it aside.
 */
export const places = ["planned", "ask-first", "your-call", "later", "lapse", "free", "aside"] as const;
export type Place = (typeof places)[number];

/** Why something that deserves to be accepted is put off: the week is full, energy is low, or too many are alike. */
export const laterReasons = ["BUDGET_USED", "LOW_ENERGY", "VARIETY"] as const;
export type LaterReason = (typeof laterReasons)[number];

export interface Planned {
  place: Place;
  /** Only for `later`. */
  because: LaterReason | null;
  /** Only for `later`: the start of the week in which its turn is likely to come. */
  at: number | null;
}

/** A budget that would suit what happened in the last weeks. Only ever told, never set. */
export interface Suggestion {
  weeklyBudget: number;
  /** People a week, on average, of those weeks. */
  used: number;
  /** How many complete weeks that rests on, at most four. */
  weeks: number;
}

/** The person's week and what is left of its budget. Times are milliseconds since 1970 UTC. */
export interface Budget {
  weeklyBudget: number;
  /** Different people accepted since `weekStartsAt`; pages, newsletters, events and groups are free. */
  used: number;
  /** Of those, how many the person entered because they accepted them where SuperLink does not see it. */
  elsewhere: number;
  /** Never below zero. */
  left: number;
  weekStartsAt: number;
  resetsAt: number;
  /** The zone in which the week is counted, an IANA name; null for the computer's own. */
  timeZone: string | null;
  suggestion: Suggestion | null;
}

/** A review session: the one that runs, or else the next. Times are milliseconds since 1970 UTC. */
export interface ReviewSession {
  startsAt: number;
  endsAt: number;
  /** As long as the person's energy allows: half the slot's minutes when low, half as many again when high. */
  minutes: number;
}

/** A pending invitation with its judgement and its dates. */
export interface PlanItem {
  invitation: Invitation;
  judgement: Judgement;
  firstSeenAt: number;
  /** When LinkedIn is likely to let it lapse: about six months after it was sent. */
  lapsesAt: number;
}

/** All pending invitations, counted, and a part of them in the order of their places, the best first. */
export interface Plan {
  budget: Budget;
  /** The energy that holds now. */
  energy: { level: Energy; until: number | null };
  /** Null while the person has no slot. */
  review: ReviewSession | null;
  counts: Record<Place, number>;
  items: PlanItem[];
  /** Ask from here for more; null at the end. */
  next: number | null;
}

/** What other settings would do to the pending invitations. */
export interface Preview {
  counts: { before: Record<Place, number>; after: Record<Place, number> };
  /** How many would be planned with these settings at each energy. */
  planned: Record<Energy, number>;
  /** How many would stand elsewhere or be told otherwise, and the most changed of them. */
  changed: number;
  changes: { invitation: Invitation; before: Stand; after: Stand }[];
}

export interface Stand {
  verdict: Verdict;
  place: Place;
}

/** A decision as the host remembers it. */
export interface PastDecision {
  key: string;
  action: Action;
  decidedAt: number;
  verdict: Verdict | null;
  /** Who the sender would be, by what SuperLink knows now. */
  relationship: Relationship;
  invitation: Invitation;
}

export interface PastDecisions {
  /** The newest first, as many as were asked for and fit. */
  decisions: PastDecision[];
  /** Of all since then, also of those that did not fit. */
  counts: Record<Action, number>;
}

export interface HistoryWeek {
  startsAt: number;
  /** As it was at the week's end; null before there were settings. */
  weeklyBudget: number | null;
  /** Different people, those entered by hand among them. */
  accepted: number;
  ignored: number;
  /** Invitations that LinkedIn is likely to have let lapse. */
  lapsed: number;
  /** Of the decisions with a plain badge (accept, later or ignore), how many went as it said. */
  agreed: Agreement;
}

export interface History {
  /** The oldest first; the last is the present one. */
  weeks: HistoryWeek[];
  /** Pending people by who they would be and what the badge says, and how often plain badges agreed so far. */
  relationships: {
    relationship: Relationship;
    verdicts: Record<Verdict, number>;
    agreed: Agreement;
  }[];
  /** Pending people by age: from so many days on, up to the next entry. */
  ages: { fromDays: number; pending: number }[];
  /** Where the person did not as the badge said, the newest first, at most twenty. */
  disagreements: PastDecision[];
  /** As in a budget. */
  timeZone: string | null;
}

/** What is stored about the person on this computer. */
export interface StoredSummary {
  invitations: number;
  decisions: number;
  corrections: number;
  /** Size of the database file. */
  bytes: number;
  /** When the first of it was stored; null while there is nothing. */
  since: number | null;
}

/** One thing of an export. The host wrote it, and takes it back as it is. */
export type StoredRecord = { record: string } & Record<string, unknown>;

/** What can be suggested for while a person types. */
export const suggestedLists = ["roles", "industries", "companies", "places", "topics"] as const;
export type SuggestedList = (typeof suggestedLists)[number];
