/** Previews as the host would answer: some planned invitations would be put off. */
import { type Place, type Preview, places, type Stand } from "../../../extension/src/native/protocol";
import { madeInvitation } from "../ui/made-plan";

export const countsOf = (count: Partial<Record<Place, number>>): Record<Place, number> =>
  Object.fromEntries(places.map((place) => [place, count[place] ?? 0])) as Record<Place, number>;

const before: Stand = { verdict: "accept", place: "planned" };
const after: Stand = { verdict: "later", place: "later" };

/** `changed` of eleven planned ones and more would be later; at most twenty are listed. */
export function madePreview(changed: number, part: Partial<Preview> = {}): Preview {
  return {
    counts: {
      before: countsOf({ planned: 11 + changed, later: 3, lapse: 17, free: 5 }),
      after: countsOf({ planned: 11, later: 3 + changed, lapse: 17, free: 5 }),
    },
    planned: { low: 4, normal: 11, high: 14 },
    changed,
    changes: Array.from({ length: Math.min(changed, 20) }, (_, number) => ({
      invitation: madeInvitation(number),
      before,
      after,
    })),
    ...part,
  };
}
