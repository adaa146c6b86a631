import type { Words } from "./types";

export const de: Words = {
  language: "de",
  // H: runner/linkedin/netzwerkParse.mjs (goodonex/FrameworkOS, goodonex/uriel) and idx 71331469042, live 2026-10-06.
  accept: ["Annehmen"],
  ignore: ["Ignorieren"],
  // H: Vernetzen, Nachricht. Others U.
  other: [
    "Vernetzen",
    "Zurückziehen",
    "Nachricht",
    "Antworten",
    "Folgen",
    "Ablehnen",
    "Entfernen",
    "Schließen",
    "Abbrechen",
    "Beitreten",
    "Ausstehend",
    "Profil anzeigen",
    "Mehr laden",
    "Alle akzeptieren",
  ],
  // U
  connectLabels: ["Kontaktanfrage von"],
  mutual: {
    // H: gemeinsamer Kontakt / gemeinsame Kontakte
    count: ["{n} gemeinsamer Kontakt", "{n} gemeinsame Kontakte"],
    // H: plural. Singular U.
    others: ["{names} und {n} weitere gemeinsame Kontakte", "{names} und {n} weiterer gemeinsamer Kontakt"],
    othersShort: ["{names} und {n} weitere", "{names} und {n} weiterer"],
    // M
    one: ["{names} ist ein gemeinsamer Kontakt"],
    // U
    list: ["{names} sind gemeinsame Kontakte"],
  },
  and: ["und"],
  // H: first; others U
  status: [
    "möchte Kontakt mit Ihnen aufnehmen",
    "möchte sich mit Ihnen vernetzen",
    "möchte sich vernetzen",
    "folgt Ihnen und möchte sich mit Ihnen vernetzen",
    "folgt Ihnen und möchte Kontakt mit Ihnen aufnehmen",
  ],
  // U
  followsYou: ["folgt Ihnen"],
  // H: goodonex, live 2026-10-06; event and group U
  invites: {
    newsletter: ["zu abonnieren"],
    company: ["zu folgen"],
    event: ["teilzunehmen", "zum Event", "zur Veranstaltung"],
    group: ["beizutreten"],
  },
  ages: { "gerade eben": 0, heute: 0, gestern: 1 },
  // U
  markers: {
    verified: ["Verifiziert", "Bestätigt"],
    premium: ["Premium"],
    "open-to-work": ["offen für Arbeit", "sucht Arbeit", "open to work"],
    hiring: ["stellt ein", "hiring"],
  },
  // M: goodonex (hidden text behind a name). Others U.
  captions: ["Aktueller Entitätsverlauf", "Name des Mitglieds", "Tätigkeit des Mitglieds"],
  more: ["mehr", "mehr anzeigen", "weniger anzeigen", "mehr ansehen"],
  reply: ["{name} antworten", "Antworten", "Nachricht"],
  ads: ["Anzeige", "Gesponsert", "Promoted"],
};
