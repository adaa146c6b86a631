import type { Words } from "./types";

export const nl: Words = {
  language: "nl",
  // L: stems accepter-, negeren (ortusclub src/linkedin/accept-invitation.js)
  accept: ["Accepteren"],
  ignore: ["Negeren"],
  // U
  other: [
    "Connectie maken",
    "Verbinden",
    "Intrekken",
    "Bericht",
    "Beantwoorden",
    "Volgen",
    "Weigeren",
    "Afwijzen",
    "Verwijderen",
    "Sluiten",
    "Annuleren",
    "Lid worden",
    "In behandeling",
    "Profiel weergeven",
    "Alles accepteren",
  ],
  mutual: {
    // U
    count: [
      "{n} gemeenschappelijke connectie",
      "{n} gemeenschappelijke connecties",
      "{n} gezamenlijke connectie",
      "{n} gezamenlijke connecties",
    ],
    others: [
      "{names} en {n} andere gemeenschappelijke connecties",
      "{names} en {n} andere gemeenschappelijke connectie",
      "{names} en {n} andere gezamenlijke connecties",
      "{names} en {n} andere gezamenlijke connectie",
    ],
    othersShort: ["{names} en {n} anderen", "{names} en {n} andere"],
    one: ["{names} is een gemeenschappelijke connectie", "{names} is een gezamenlijke connectie"],
    list: ["{names} zijn gemeenschappelijke connecties", "{names} zijn gezamenlijke connecties"],
  },
  and: ["en"],
  // U
  status: [
    "wil connectie maken",
    "wil een connectie met u maken",
    "wil een connectie met je maken",
    "wil verbinden",
    "nodigt u uit om connectie te maken",
    "volgt u en nodigt u uit om connectie te maken",
    "volgt u en wil een connectie met u maken",
    "volgt u en wil connectie maken",
  ],
  followsYou: ["volgt u", "volgt je"],
  invites: {
    newsletter: ["te abonneren"],
    company: ["te volgen"],
    event: ["deel te nemen", "bij te wonen"],
    group: ["lid te worden"],
  },
  ages: { zojuist: 0, vandaag: 0, gisteren: 1 },
  markers: {
    verified: ["Geverifieerd"],
    premium: ["Premium"],
    "open-to-work": ["open to work", "op zoek naar werk"],
    hiring: ["werft", "zoekt personeel"],
  },
  captions: ["Naam van lid", "Functie van lid", "Beroep van lid"],
  more: ["meer weergeven", "meer lezen", "minder weergeven", "meer"],
  reply: ["{name} beantwoorden", "Beantwoorden", "Bericht"],
  ads: ["Advertentie", "Gepromoot", "Gesponsord"],
};
