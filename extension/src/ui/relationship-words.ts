/** The name of a relationship in the person's language, under a key that the compiler knows. */
import type { Relationship } from "../native/protocol";
import { type MessageKey, t } from "./i18n";

type Underscored<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}_${Tail}` : Name;

export function relationshipKey(name: Relationship): MessageKey {
  return `relationship_${name.replaceAll("-", "_") as Underscored<Relationship>}`;
}

export function relationshipName(name: Relationship): string {
  return t(relationshipKey(name));
}
