import type { Words } from "./types";

export const it: Words = {
  language: "it",
  // L: ortusclub/ortus-outreach-installer test ("Accetta l’invito di {N}"); which of the two words Ignore has: L
  accept: ["Accetta"],
  ignore: ["Ignora", "Rifiuta"],
  // L: "Invita ... collegar". Others U.
  other: [
    "Collegati",
    "Ritira",
    "Messaggio",
    "Rispondi",
    "Segui",
    "Rimuovi",
    "Chiudi",
    "Annulla",
    "Iscriviti",
    "In sospeso",
    "Visualizza profilo",
    "Accetta tutto",
    "Rifiuta tutto",
  ],
  mutual: {
    // M: "collegamenti in comune" (idx 53119109361). Singular M (idx 53723373203).
    count: ["{n} collegamento in comune", "{n} collegamenti in comune"],
    // M: several Italian rebuilds of LinkedIn (idx 39862154373 and others). Singular U.
    others: ["{names} e altri {n} collegamenti in comune", "{names} e un altro collegamento in comune"],
    othersShort: ["{names} e altri {n}"],
    // U
    one: ["{names} è un collegamento in comune"],
    list: ["{names} sono collegamenti in comune"],
  },
  and: ["e", "ed"],
  // U
  status: [
    "vuole collegarsi",
    "vorrebbe collegarsi",
    "desidera collegarsi",
    "vuole collegarsi con te",
    "ti ha invitato a collegarti",
    "ti invita a collegarti",
    "ti segue e ti ha invitato a collegarti",
    "ti segue e ti invita a collegarti",
    "ti segue e vuole collegarsi",
  ],
  followsYou: ["ti segue"],
  invites: {
    newsletter: ["ad abbonarti", "a iscriverti alla newsletter"],
    company: ["invitato a seguire", "invita a seguire"],
    event: ["invitato a partecipare", "invita a partecipare"],
    group: ["a unirti al gruppo", "ad entrare nel gruppo", "a iscriverti al gruppo"],
  },
  ages: { "proprio ora": 0, oggi: 0, ieri: 1 },
  markers: {
    verified: ["Verificato", "Verificata"],
    premium: ["Premium"],
    "open-to-work": ["open to work", "in cerca di lavoro"],
    hiring: ["sta assumendo", "assume"],
  },
  captions: ["Nome dell'utente", "Nome del membro", "Occupazione dell'utente", "Occupazione del membro"],
  more: ["vedi altro", "mostra altro", "mostra di più", "altro"],
  reply: ["Rispondi a {name}", "Rispondi", "Messaggio"],
  ads: ["Annuncio", "Pubblicità", "Sponsorizzato", "Post sponsorizzato"],
};
