/** The order in which a person goes through the invitations, and which comes after which. Pure. */
import { type PastDecision, type Place, type Plan, type PlanItem, places } from "../native/protocol";

export interface Group {
  place: Place;
  /** All that there are, those not loaded yet among them. */
  count: number;
  items: PlanItem[];
}

/** Groups that are folded away until the person opens them. */
export const foldedPlaces: ReadonlySet<Place> = new Set(["free", "aside"]);

/** In the order of the places, without those where nothing stands; inside, the order of the plan. */
export function groupsOf(plan: Plan): Group[] {
  return places
    .map((place) => {
      const items = plan.items.filter(({ judgement }) => judgement.plan.place === place);
      return { place, items, count: Math.max(items.length, plan.counts[place]) };
    })
    .filter(({ items }) => items.length > 0);
}

/** The ids of all that is not folded away, in order. */
export function visibleIds(groups: readonly Group[], opened: ReadonlySet<Place>): string[] {
  return groups
    .filter(({ place }) => !foldedPlaces.has(place) || opened.has(place))
    .flatMap(({ items }) => items.map(({ invitation }) => invitation.id));
}

/** The next or the one before; at the ends, and where there is nothing, the same. */
export function neighbour(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at < 0) return ids[0] ?? current;
  return ids[at + step] ?? current;
}

/**
 * What comes into focus when `current` is gone: what followed it and is still there, else what stood before it, else
 * the first. `before` is the order in which it stood.
 */
export function successor(
  before: readonly string[],
  now: readonly string[],
  current: string | null,
): string | null {
  const here = new Set(now);
  if (current !== null && here.has(current)) return current;
  const at = current === null ? -1 : before.indexOf(current);
  if (at < 0) return now[0] ?? null;
  const following = before.slice(at + 1).find((id) => here.has(id));
  const preceding = before
    .slice(0, Math.max(0, at))
    .reverse()
    .find((id) => here.has(id));
  return following ?? preceding ?? now[0] ?? null;
}

/** Of these decisions the ones not known before, the oldest first. */
export function newDecisions(decisions: readonly PastDecision[], known: ReadonlySet<string>): PastDecision[] {
  return decisions.filter(({ key }) => !known.has(key)).reverse();
}
