/** What can happen to a list of invitations under our badges. Runs in the page. */
import { type Invite, invite, type Model, type Slot } from "./react-page";

type Change = (model: Model, random: () => number) => Partial<Model>;

/** Changes of the page's own, by name. */
const changes = {
  "all is rendered anew": () => ({}),
  "cards change places": ({ slots }, random) => ({ slots: shuffled(slots, random) }),
  "a card comes to the front": ({ slots }, random) => {
    const at = index(slots, random);
    return { slots: [...slots.slice(at, at + 1), ...slots.slice(0, at), ...slots.slice(at + 1)] };
  },
  "a card is inserted": ({ slots }, random) => {
    if (slots.length > 30) return {};
    const one = unused(slots, random);
    const at = index(slots, random);
    return { slots: [...slots.slice(0, at), { key: freshKey(), invite: one }, ...slots.slice(at)] };
  },
  "a card is removed": ({ slots }, random) => {
    const at = index(slots, random);
    return { slots: slots.filter((_, place) => place !== at) };
  },
  "a node is recycled for someone else": ({ slots }, random) => ({
    slots: changed(slots, random, () => unused(slots, random)),
  }),
  "every node is recycled": ({ slots }) => ({
    slots: slots.map(({ key }, at) => ({ key, invite: (slots[(at + 1) % slots.length] as Slot).invite })),
  }),
  "two cards exchange their contents": ({ slots }, random) => {
    const [a, b] = [index(slots, random), index(slots, random)];
    const inviteAt = (at: number) => (slots[at === a ? b : at === b ? a : at] as Slot).invite;
    return { slots: slots.map(({ key }, at) => ({ key, invite: inviteAt(at) })) };
  },
  "the window of rendered cards moves": ({ slots }, random) => {
    const from = Math.floor(random() * (slots.length - 2));
    return { from, to: from + 2 + Math.floor(random() * 10) };
  },
  "the list goes or comes back": ({ mounted }) => ({ mounted: !mounted }),
  "a card becomes an acknowledgement": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({ ...one, acknowledged: "line" })),
  }),
  "a card becomes bare text": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({ ...one, acknowledged: "text" })),
  }),
  "acknowledgements are undone": ({ slots }) => ({ slots: undone(slots) }),
  "a note comes or goes": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({
      ...one,
      note: one.note === null ? `A note about ${Math.floor(random() * 1_000)}` : null,
    })),
  }),
  "a headline changes": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({ ...one, headline: `Busy with ${Math.floor(random() * 1e6)}` })),
  }),
  "a name changes": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({ ...one, name: `Ada Renamed ${Math.floor(random() * 1e6)}` })),
  }),
  "a mutual line comes or goes": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({ ...one, mutual: one.mutual === null ? 3 : null })),
  }),
  "a mark comes or goes": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({ ...one, verified: !one.verified })),
  }),
  "Accept becomes a link or a button": ({ slots }, random) => ({
    slots: changed(slots, random, (one) => ({ ...one, acceptsByLink: !one.acceptsByLink })),
  }),
  "the wrappers change": (_, random) => ({
    wrapped: (["display-contents", "sections", "none"] as const)[Math.floor(random() * 3)] ?? "none",
  }),
  "strict mode is switched": ({ strict }) => ({ strict: !strict }),
  "cards move through a portal": (_, random) => ({ inPortal: Math.floor(random() * 3) }),
} satisfies Record<string, Change>;

type PageChange = keyof typeof changes;
const byName: Record<PageChange, Change> = changes;

/** What the person, the host or the settings do meanwhile. */
const others = [
  "the host hesitates",
  "the host answers",
  "the host answers",
  "the advice is renewed",
  "a reason is corrected",
  "consent is given anew",
  "an explanation opens",
  "an explanation opens",
  "an explanation opens",
  "the focus leaves",
  "a card counts",
  "a card counts",
] as const;

export type Operation = PageChange | (typeof others)[number];
export const operations: readonly Operation[] = [...(Object.keys(changes) as PageChange[]), ...others];

let keys = 0;

export function applyRandom(operation: PageChange, model: Model, random: () => number): Model {
  // A list that is gone, or all decided on, shows nothing to get wrong: it does not stay so for long.
  const next = { ...model, mounted: model.mounted || random() < 0.5, ...byName[operation](model, random) };
  if (next.slots.every(({ invite }) => invite.acknowledged !== "no") || random() < 0.05)
    next.slots = undone(next.slots);
  if (next.slots.length === 0) next.slots = [{ key: freshKey(), invite: unused([], random) }];
  const from = Math.max(0, Math.min(next.from, next.slots.length - 2));
  return { ...next, from, to: Math.max(from + 2, next.to) };
}

function undone(slots: readonly Slot[]): Slot[] {
  return slots.map(({ key, invite }) => ({ key, invite: { ...invite, acknowledged: "no" } }));
}

function freshKey(): string {
  return `new${keys++}`;
}

function index(slots: readonly Slot[], random: () => number): number {
  return Math.floor(random() * slots.length);
}

/** Someone of a hundred who has no card now; people come back. */
function unused(slots: readonly Slot[], random: () => number): Invite {
  for (;;) {
    const one = invite(Math.floor(random() * 100));
    if (!slots.some(({ invite }) => invite.slug === one.slug)) return one;
  }
}

function changed(slots: readonly Slot[], random: () => number, change: (one: Invite) => Invite): Slot[] {
  const at = index(slots, random);
  return slots.map((slot, place) => (place === at ? { ...slot, invite: change(slot.invite) } : slot));
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
