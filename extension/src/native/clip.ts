/**
 * An invitation as the host accepts it. LinkedIn allows a few hundred characters; whoever sends more cannot make
 * the host refuse a whole batch.
 */
import { type Invitation, maxTextBytes } from "./protocol";

/** The host's limit for names and for what is shown beside them, in characters. */
const maxNameCharacters = 1000;
const maxNames = 100;

export function clipped(invitation: Invitation): Invitation {
  return {
    ...invitation,
    id: clip(invitation.id, 600),
    profileId: invitation.profileId === null ? null : clip(invitation.profileId, 600),
    name: clip(invitation.name, maxNameCharacters),
    headline: invitation.headline === null ? null : clipBytes(invitation.headline),
    subject: invitation.subject === null ? null : clip(invitation.subject, maxNameCharacters),
    mutualNames: invitation.mutualNames.slice(0, maxNames).map((name) => clip(name, maxNameCharacters)),
    note: invitation.note === null ? null : clipBytes(invitation.note),
    sentAgo: invitation.sentAgo === null ? null : clip(invitation.sentAgo, maxNameCharacters),
  };
}

/** At most so many characters, whole ones: half a surrogate pair would not survive the wire. */
function clip(text: string, characters: number): string {
  if (text.length <= characters) return wellFormed(text);
  return wellFormed([...text.slice(0, characters * 2)].slice(0, characters).join(""));
}

function clipBytes(text: string): string {
  const whole = wellFormed(text);
  if (whole.length * 3 <= maxTextBytes) return whole;
  const bytes = new TextEncoder().encode(whole);
  if (bytes.length <= maxTextBytes) return whole;
  return new TextDecoder().decode(bytes.subarray(0, maxTextBytes), { stream: true });
}

/** Lone surrogates, which a page can hold and JSON in UTF-8 cannot, become U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
