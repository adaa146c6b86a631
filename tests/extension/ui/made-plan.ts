/** Plans as the host would answer, of any size, about people who do not exist. */
import type {
  Budget,
  Invitation,
  Judgement,
  PastDecision,
  PastDecisions,
  Place,
  Plan,
  PlanItem,
  Reason,
  Relationship,
  Verdict,
} from "../../../extension/src/native/protocol";
import { places } from "../../../extension/src/native/protocol";

const day = 24 * 60 * 60 * 1000;
const firsts = [
  "Ottoline",
  "Saffron",
  "Hollis",
  "Tobin",
  "Ada",
  "Quentin",
  "Marisol",
  "Ines",
  "Bram",
  "Yuki",
];
const lasts = [
  "Grackle",
  "Veldhuis",
  "Pemberwick",
  "Askwith",
  "Quill",
  "Lumen",
  "Tarrow",
  "Okonjo",
  "Fennimore",
];
const headlines = [
  "Head of Data @ Lumenfroth Bank",
  "Talent Partner | hiring platform engineers for Gearwheel",
  "I help founders get 20 qualified leads a week",
  "Staff engineer, streaming systems",
  "Professor of statistics, University of Tessaly",
];
const relationships: Relationship[] = ["client", "recruiter", "vendor", "peer", "mentor"];
const verdictOf: Record<Place, Verdict> = {
  planned: "accept",
  "ask-first": "unsure",
  "your-call": "unsure",
  later: "later",
  lapse: "ignore",
  free: "unsure",
  aside: "unsure",
};

export const madeReason = (part: Partial<Reason> = {}): Reason => ({
  code: "WANTED_ROLE",
  params: { term: "Head of Data" },
  weight: 1.4,
  evidence: { source: "headline", words: "Head of Data" },
  agreed: { times: 14, of: 17 },
  ...part,
});

export function madeInvitation(number: number, part: Partial<Invitation> = {}): Invitation {
  const name = `${firsts[number % firsts.length]} ${lasts[number % lasts.length]}`;
  const slug = `${name.toLowerCase().replace(" ", "-")}-${number}`;
  return {
    id: `person:${slug}`,
    kind: "person",
    profileId: slug,
    name,
    headline: headlines[number % headlines.length] ?? null,
    subject: null,
    mutualConnections: number % 7,
    mutualNames: [],
    note:
      number % 4 === 0 ? "We met at the Gearwheel Summit; I would like to go on about data contracts." : null,
    sentAgo: "2 weeks ago",
    ageDays: 14,
    badges: number % 3 === 0 ? ["verified"] : [],
    ...part,
  };
}

export function madeJudgement(invitation: Invitation, place: Place, number: number): Judgement {
  const verdict = verdictOf[place];
  const against = verdict === "ignore";
  return {
    id: invitation.id,
    verdict,
    score: against ? 0.12 : verdict === "unsure" ? 0.51 : 0.86,
    relationship: relationships[number % relationships.length] ?? "other",
    reasons: [
      against
        ? madeReason({
            code: "SALES_LANGUAGE",
            params: {},
            weight: -1.8,
            evidence: { source: "headline", words: "qualified leads" },
          })
        : madeReason(),
      madeReason({
        code: "MUTUAL_CONNECTIONS",
        params: { count: 3 },
        weight: 0.3,
        evidence: null,
        agreed: null,
      }),
    ],
    unless: null,
    settles: verdict === "unsure" ? "A_NOTE" : null,
    plan: {
      place,
      because: place === "later" ? "BUDGET_USED" : null,
      at: place === "later" ? Date.now() + 6 * day : null,
    },
  };
}

export const madeBudget = (used = 4, weeklyBudget = 15, part: Partial<Budget> = {}): Budget => ({
  weeklyBudget,
  used,
  elsewhere: 0,
  left: Math.max(0, weeklyBudget - used),
  weekStartsAt: Date.now() - 3 * day,
  resetsAt: Date.now() + 4 * day,
  timeZone: null,
  suggestion: null,
  ...part,
});

/** So many invitations at each place, in the order of the places. */
export function madePlan(count: Partial<Record<Place, number>>, part: Partial<Plan> = {}): Plan {
  const items: PlanItem[] = [];
  for (const place of places) {
    for (let at = 0; at < (count[place] ?? 0); at++) {
      const number = items.length;
      const invitation =
        place === "free"
          ? madeInvitation(number, {
              kind: "newsletter",
              subject: "Weekly Gears",
              id: `newsletter:${number}`,
            })
          : madeInvitation(number);
      items.push({
        invitation,
        judgement: madeJudgement(invitation, place, number),
        firstSeenAt: Date.now() - 14 * day,
        lapsesAt: Date.now() + 160 * day,
      });
    }
  }
  const counts = Object.fromEntries(places.map((place) => [place, count[place] ?? 0])) as Record<
    Place,
    number
  >;
  return {
    budget: madeBudget(),
    energy: { level: "normal", until: null },
    review: { startsAt: Date.now() + 2 * day, endsAt: Date.now() + 2 * day + 20 * 60_000, minutes: 20 },
    counts,
    items,
    next: null,
    ...part,
  };
}

/** As the host lists and counts them. */
export function madeDecisions(...decisions: PastDecision[]): PastDecisions {
  const accept = decisions.filter(({ action }) => action === "accept").length;
  return { decisions, counts: { accept, ignore: decisions.length - accept } };
}
