/** A preview in words: what each changed invitation would be instead. Pure. */
import type { Place, Stand, Verdict } from "../native/protocol";
import { type MessageKey, t } from "../ui/i18n";
import { placeName } from "../ui/plan-words";

const verdictWords: Record<Verdict, MessageKey> = {
  accept: "verdict_accept",
  ignore: "verdict_ignore",
  unsure: "verdict_unsure",
  later: "verdict_later",
};

/** "Later instead of Accept"; where the verdict stays, the place tells the difference. */
export function changeWords(before: Stand, after: Stand): string {
  const name = ({ verdict, place }: Stand) =>
    before.verdict === after.verdict ? placeName(place) : t(verdictWords[verdict]);
  return t("preview_instead", [name(after), name(before)]);
}

export function allIn(counts: Record<Place, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** All but pages, newsletters, events and groups. */
export function peopleIn(counts: Record<Place, number>): number {
  return allIn(counts) - counts.free;
}
