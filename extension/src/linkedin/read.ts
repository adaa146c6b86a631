/**
 * One card as an invitation. Text before the controls is the card, text after them the note, and neither is
 * searched for what belongs to the other. What the page does not show is null; what it may show in a language
 * that we do not know is null as well, with confidence "unknown". Nothing is guessed.
 *
 * Identity (`Invitation.id`) is built from addresses, so that it outlives markup and language:
 *   person:<slug>                         a member who invites to connect
 *   <kind>:<target slug>:<sender slug>    a newsletter, company, event or group, and who invites to it
 * Where there is no address, a name stands in for it, marked "~": `person:~LinkedIn Member:<hash>`, the hash (of
 * headline, note and mutual connections) only there to tell apart several members who share no name.
 */
import type { Invitation, Kind } from "../native/protocol";
import { languageOf } from "./cards";
import { type CardLanguage, readDetails } from "./details";
import { readMarkers } from "./markers";
import { longestNote, noteWithin, readNote } from "./note";
import { firstOf, lastOf, type Parts, type Subject, takeSubject } from "./subject";
import { clean, clip, fold } from "./text";
import { meaningsOf, roleOfLabel, type Words, wordsOf } from "./words";

/** "sure": said by words or structure that leave no doubt. "unknown": the page may say it; we cannot tell. */
export type Confidence = "sure" | "unsure" | "unknown";

export type ReadField = "profileId" | "name" | "headline" | "mutualConnections" | "note" | "sentAgo" | "kind";

export interface Reading {
  invitation: Invitation;
  confidence: Record<ReadField, Confidence>;
}

const longestName = 500;
const longestHeadline = 3_000;

/** Reads a card. `language` is the page's (`<html lang>`); a card's own words overrule it. Never throws. */
export function readCard(card: Parts, language: string = languageOf(card.root)): Reading {
  const subject = takeSubject(card, language);
  const spoken = languageOfCard(subject, language);
  const { words } = spoken;
  const kind = kindOf(subject, spoken);
  const details = readDetails(subject, kind.value === "person", firstOf(card), spoken);
  const note = noteOf(card, subject, details.noteElement, words);
  const sender = subject.sender?.kind === "member" ? subject.sender : null;
  const invitation: Invitation = {
    id: "",
    kind: kind.value,
    profileId: sender?.slug ?? null,
    name: clip(subject.name, longestName),
    headline: details.headline === null ? null : clip(details.headline, longestHeadline),
    subject:
      kind.value === "person" || subject.target === null ? null : clean(subject.target.text, longestName),
    mutualConnections: details.mutual?.total ?? null,
    mutualNames: details.mutual?.names ?? [],
    note: note.text,
    sentAgo: details.sentAgo,
    ageDays: details.ageDays,
    badges: words === null ? [] : readMarkers(card.root, firstOf(card), subject.name, details.status, words),
  };
  invitation.id = identityOf(invitation, subject);
  const named = subject.name !== "";
  return {
    invitation,
    confidence: {
      profileId: sender !== null || kind.value !== "person" ? "sure" : named ? "unsure" : "unknown",
      name: !named ? "unknown" : subject.nameSure ? "sure" : "unsure",
      headline: details.headlineConfidence,
      mutualConnections: details.mutualConfidence,
      note: note.confidence,
      sentAgo: details.ageConfidence,
      kind: kind.confidence,
    },
  };
}

/** The language of the card's own controls, if they say one; else, not surely, the page's. */
function languageOfCard({ controls }: Subject, language: string): CardLanguage {
  const page = wordsOf(language);
  const [accept, ignore] = controls.map(({ text, label }, at) => {
    const role = at === 0 ? "accept" : "ignore";
    const known = meaningsOf(text).filter((meaning) => meaning.role === role);
    const languages = known.map((meaning) => meaning.language);
    if (page === null || languages.includes(page.language)) return languages;
    return roleOfLabel(label ?? text, page) === role ? [page.language] : languages;
  }) as [string[], string[]];
  if (page !== null && (accept.includes(page.language) || ignore.includes(page.language))) {
    return { language, words: page, sure: true };
  }
  const both = accept.find((one) => ignore.includes(one));
  if (both === undefined) return { language, words: page, sure: false };
  return { language: both, words: wordsOf(both), sure: true };
}

function kindOf(subject: Subject, { words, sure: known }: CardLanguage) {
  const sure = (value: Kind) => ({ value, confidence: "sure" as Confidence });
  // "an invitation to connect from": whatever else is linked on the card.
  if (words?.connectLabels?.some((part) => subject.labels.some((label) => label.includes(fold(part)))))
    return sure("person");
  if (subject.target !== null) return sure(subject.target.kind as Kind);
  const phrase = fold(subject.nameLine?.text.slice(subject.name.length) ?? "");
  for (const [kind, parts] of Object.entries(words?.invites ?? {})) {
    // A thing that is not linked: the phrase tells, but a name may hold the same words.
    if (parts.some((part) => phrase.includes(fold(part))))
      return { value: kind as Kind, confidence: "unsure" as const };
  }
  return { value: "person" as Kind, confidence: known ? ("sure" as const) : ("unsure" as const) };
}

function noteOf(card: Parts, subject: Subject, before: Element | null, words: Words | null) {
  if (!subject.linesBefore) return { text: null, confidence: "unknown" as Confidence };
  const text = readNote(card.root, lastOf(card), words, subject.name);
  if (text !== null || before === null) return { text, confidence: "sure" as Confidence };
  return {
    text: clip(noteWithin(before, words) ?? "", longestNote) || null,
    confidence: "unsure" as Confidence,
  };
}

function identityOf(invitation: Invitation, subject: Subject): string {
  const sender = subject.sender?.slug ?? `~${invitation.name}`;
  if (invitation.kind !== "person") {
    return `${invitation.kind}:${subject.target?.slug ?? `~${invitation.subject ?? ""}`}:${sender}`;
  }
  if (subject.sender !== null) return `person:${sender}`;
  const rest = [invitation.headline, invitation.note, ...invitation.mutualNames].join("\n");
  return `person:${sender}:${hash(rest)}`;
}

/** FNV-1a, 32 bits: enough to tell a handful of nameless members apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}
