/** Histories as the host would answer, of any length, about people who do not exist. */
import type {
  Corrections,
  History,
  HistoryWeek,
  PastDecision,
  Relationship,
  Verdict,
} from "../../../extension/src/native/protocol";
import { madeInvitation } from "../ui/made-plan";

const day = 24 * 60 * 60 * 1000;
/** A Monday, midnight in Lisbon. */
export const monday = Date.UTC(2026, 10, 23);

export function madeWeek(back: number, part: Partial<HistoryWeek> = {}): HistoryWeek {
  return {
    startsAt: monday - back * 7 * day,
    weeklyBudget: 5,
    accepted: (back * 3) % 7,
    ignored: (back * 5) % 9,
    lapsed: back % 3,
    agreed: { times: (back * 5) % 8, of: ((back * 5) % 8) + (back % 4 === 0 ? 1 : 0) },
    ...part,
  };
}

export const emptyWeek = (back: number): HistoryWeek =>
  madeWeek(back, { weeklyBudget: null, accepted: 0, ignored: 0, lapsed: 0, agreed: { times: 0, of: 0 } });

export function madeDecision(number: number, part: Partial<PastDecision> = {}): PastDecision {
  return {
    key: `key-${number}`,
    action: number % 2 === 0 ? "accept" : "ignore",
    decidedAt: monday - number * day,
    verdict: number % 2 === 0 ? "ignore" : "accept",
    relationship: (["client", "recruiter", "vendor", "peer"] as const)[number % 4] ?? "other",
    invitation: madeInvitation(number),
    ...part,
  };
}

const kin = (
  relationship: Relationship,
  counts: [accept: number, later: number, unsure: number, ignore: number],
  times: number,
  of: number,
): History["relationships"][number] => {
  const [accept, later, unsure, ignore] = counts;
  const verdicts: Record<Verdict, number> = { accept, later, unsure, ignore };
  return { relationship, verdicts, agreed: { times, of } };
};

export function madeHistory(weeks: number, part: Partial<History> = {}): History {
  return {
    weeks: Array.from({ length: weeks }, (_, at) => madeWeek(weeks - 1 - at)),
    relationships: [
      kin("client", [6, 3, 2, 1], 11, 12),
      kin("recruiter", [1, 0, 5, 9], 14, 15),
      kin("vendor", [0, 0, 1, 21], 20, 20),
      kin("peer", [4, 8, 6, 0], 3, 7),
      kin("open-networker", [0, 0, 2, 4], 0, 0),
      kin("mentor", [0, 0, 0, 0], 0, 0),
    ],
    ages: [
      { fromDays: 0, pending: 14 },
      { fromDays: 7, pending: 21 },
      { fromDays: 30, pending: 17 },
      { fromDays: 90, pending: 12 },
      { fromDays: 150, pending: 9 },
    ],
    disagreements: [madeDecision(0), madeDecision(1), madeDecision(2)],
    timeZone: null,
    ...part,
  };
}

export const blankHistory: History = {
  weeks: Array.from({ length: 12 }, (_, at) => emptyWeek(11 - at)),
  relationships: [],
  ages: [
    { fromDays: 0, pending: 0 },
    { fromDays: 30, pending: 0 },
  ],
  disagreements: [],
  timeZone: null,
};

export const madeLedger: Corrections = {
  corrections: [],
  ledger: [
    { code: "WANTED_ROLE", times: 14, of: 17 },
    { code: "SALES_LANGUAGE", times: 21, of: 22 },
    { code: "SENIORITY", times: 6, of: 12 },
    { code: "PERSONAL", times: 30, of: 41 },
    { code: "A_REASON_OF_TOMORROW", times: 3, of: 4 },
    { code: "VERIFIED", times: 0, of: 0 },
    { code: "MUTUAL_CONNECTIONS", times: 9, of: 18 },
  ],
};
