/**
 * A reason in the person's language: the host sends codes and parameters, the words stand in `_locales`. A code
 * that this extension has no words for is left out rather than shown raw (a newer host may know more reasons).
 *
 * `reason_CODE` tells the fact, `reason_CODE_term` with the person's own wish that it answers. Where a fact reads
 * differently on the two sides, `reason_CODE_for` and `reason_CODE_against` stand instead.
 */
import type { Judgement, Reason, Relationship } from "../native/protocol";
import { lookUp } from "./words";

export type Say = (key: string, substitutions?: string[]) => string;
type Told = Pick<Reason, "code" | "params" | "weight">;

export function sayFromBrowser(key: string, substitutions: string[] = []): string {
  return lookUp(key, substitutions);
}

/** Facts that sound like praise, and facts that sound like blame: on the other side it is said that they are there. */
const praise =
  /^(WANTED_.*|GOAL_WORDS|VERIFIED|FOLLOWS_YOU|SHARED_CONTEXT|INTRODUCED|SPECIFIC_NOTE|NEAR_YOU|SAME_TRADE)$/;
const blame = /^(AVOIDED_.*|SALES_LANGUAGE|SUSPICIOUS|MASS_INVITATION|SHOUTING|OFF_TOPIC|AIMS_AT_YOU)$/;

/** Empty where there are no words. */
export function reasonWords(reason: Told, say: Say = sayFromBrowser): string {
  const words = factWords(reason, say);
  if (!words) return "";
  if (reason.weight < 0 && praise.test(reason.code)) return say("badge_yet_against", [words]);
  if (reason.weight > 0 && blame.test(reason.code)) return say("badge_yet_for", [words]);
  return words;
}

/** The strongest reason that there are words for; if it can be, one that speaks for the verdict. */
export function mainReason({ verdict, reasons }: Pick<Judgement, "verdict" | "reasons">): string {
  const speaksForIt = ({ weight }: Reason) =>
    verdict === "unsure" || (verdict === "ignore" ? weight < 0 : weight >= 0);
  const ordered = [...reasons.filter(speaksForIt), ...reasons.filter((reason) => !speaksForIt(reason))];
  return ordered.map((reason) => reasonWords(reason)).find((words) => words) ?? "";
}

function factWords({ code, params, weight }: Told, say: Say): string {
  const { term, count } = params;
  const key = `reason_${code}`;
  if (code === "MUTUAL_CONNECTIONS" && typeof count === "number") {
    const form = count === 0 ? "none" : count === 1 ? "single" : "count";
    return say(`${key}_${form}`, form === "count" ? [String(count)] : []);
  }
  if (term !== undefined) {
    const wish = code === "WANTED_RELATIONSHIP" ? relationshipWords(String(term), say) : String(term);
    const withTerm = wish ? say(`${key}_term`, [wish]) : "";
    if (withTerm) return withTerm;
  }
  return say(`${key}_${weight < 0 ? "against" : "for"}`) || say(key);
}

export function relationshipWords(relationship: string, say: Say = sayFromBrowser): string {
  return say(`relationship_${relationship.replaceAll("-", "_")}`);
}

/** Who the sender would be to the person; empty where nothing tells. */
export function senderWords(relationship: Relationship, say: Say = sayFromBrowser): string {
  return relationship === "other" ? "" : say(`sender_${relationship.replaceAll("-", "_")}`);
}

/** What the verdict would be without the one reason that turns it; empty where none does. */
export function unlessWords({ verdict, unless }: Judgement, say: Say = sayFromBrowser): string {
  if (unless === null) return "";
  const words = reasonWords(unless, say);
  const isAccept = verdict === "unsure" ? unless.weight < 0 : verdict === "ignore";
  return words && say(isAccept ? "badge_unless_accept" : "badge_unless_ignore", [words]);
}
