/**
 * A reason in the person's language: the host sends codes and parameters, the words stand in `_locales`. A code
 * that this extension has no words for is left out rather than shown raw (a newer host may know more reasons).
 */
import type { Reason } from "../native/protocol";

export type Say = (key: string, substitutions?: string[]) => string;

export function sayFromBrowser(key: string, substitutions: string[] = []): string {
  return chrome.i18n.getMessage(key, substitutions);
}

/** Empty where there are no words. */
export function reasonWords(reason: Reason, say: Say = sayFromBrowser): string {
  const { term, count } = reason.params;
  if (reason.code === "MUTUAL_CONNECTIONS") {
    const many = count !== 1;
    return say(many ? "reason_MUTUAL_CONNECTIONS" : "reason_MUTUAL_CONNECTION_ONE", [String(count)]);
  }
  if (reason.code === "WANTED_RELATIONSHIP") {
    return say("reason_WANTED_RELATIONSHIP", [relationshipWords(String(term), say)]);
  }
  return say(`reason_${reason.code}`, term === undefined ? [] : [String(term)]);
}

export function relationshipWords(relationship: string, say: Say = sayFromBrowser): string {
  return say(`relationship_${relationship.replaceAll("-", "_")}`);
}
