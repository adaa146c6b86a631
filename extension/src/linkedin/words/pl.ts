import type { Words } from "./types";

export const pl: Words = {
  language: "pl",
  // U: whole words. L: stems (ortusclub src/linkedin/accept-invitation.js).
  accept: ["Zaakceptuj", "Akceptuj", "Przyjmij"],
  ignore: ["Ignoruj", "Zignoruj", "Odrzuć"],
  acceptStems: ["zaakcept", "przyjmij"],
  ignoreStems: ["odrzuc"],
  // U
  other: [
    "Nawiąż kontakt",
    "Połącz",
    "Wycofaj",
    "Wiadomość",
    "Wyślij wiadomość",
    "Obserwuj",
    "Usuń",
    "W toku",
  ],
  mutual: {
    // U: declension after numbers
    count: ["{n} wspólny kontakt", "{n} wspólne kontakty", "{n} wspólnych kontaktów"],
    // M: seen in search results 2026-05-09 ("i 5 innych wspólnych kontaktów", idx 54168731989). Other forms U.
    others: [
      "{names} i {n} innych wspólnych kontaktów",
      "{names} i {n} inne wspólne kontakty",
      "{names} i {n} inny wspólny kontakt",
    ],
    one: ["{names} to wspólny kontakt"],
    list: ["{names} to wspólne kontakty"],
  },
  and: ["i", "oraz"],
  status: [],
  followsYou: [],
  markers: { verified: ["Zweryfikowano"], premium: ["Premium"] },
  more: ["pokaż więcej", "wyświetl więcej", "więcej"],
  reply: ["Odpowiedz", "Wiadomość"],
  ads: ["Reklama", "Promowane", "Treść promowana"],
};
