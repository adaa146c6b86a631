import type { Words } from "./types";

export const fr: Words = {
  language: "fr",
  // M/U
  accept: ["Accepter"],
  ignore: ["Ignorer"],
  // M: Se connecter, Se mettre en relation (idx 63428330416). Others U.
  other: [
    "Se connecter",
    "Se mettre en relation",
    "Retirer",
    "Message",
    "Répondre",
    "Suivre",
    "Refuser",
    "Supprimer",
    "Fermer",
    "Annuler",
    "Rejoindre",
    "En attente",
    "Voir le profil",
    "Tout accepter",
    "Tout refuser",
  ],
  mutual: {
    // U
    count: ["{n} relation en commun", "{n} relations en commun"],
    // H: idx 58850360605, 55076386886, 69460518033, 70899447957. Singular U.
    others: ["{names} et {n} autres relations en commun", "{names} et {n} autre relation en commun"],
    othersShort: ["{names} et {n} autres", "{names} et {n} autre"],
    // H: same
    one: ["{names} est une relation que vous avez en commun", "{names} est une relation en commun"],
    list: ["{names} sont des relations que vous avez en commun", "{names} sont des relations en commun"],
  },
  and: ["et"],
  // U
  status: [
    "souhaite se connecter",
    "souhaite entrer en relation",
    "souhaite rejoindre votre réseau",
    "souhaite se connecter avec vous",
    "vous invite à vous connecter",
    "vous invite à entrer en relation",
    "vous suit et vous invite à vous connecter",
    "vous suit et souhaite se connecter",
    "vous suit et souhaite rejoindre votre réseau",
    "vous suit et vous invite à rejoindre son réseau",
    "vous invite à rejoindre son réseau",
  ],
  followsYou: ["vous suit"],
  invites: {
    newsletter: ["vous abonner", "vous invite à vous abonner", "invité à vous abonner"],
    company: ["invite à suivre", "invité à suivre", "invitée à suivre"],
    event: ["invite à participer", "invité à participer", "invité à assister", "invitée à participer"],
    group: ["invite à rejoindre le groupe", "invité à rejoindre le groupe", "invitée à rejoindre le groupe"],
  },
  ages: { "à l'instant": 0, "aujourd'hui": 0, hier: 1 },
  markers: {
    verified: ["Vérifié", "Vérifiée"],
    premium: ["Premium"],
    "open-to-work": ["open to work", "à l'écoute d'opportunités", "ouvert à de nouvelles opportunités"],
    hiring: ["recrute"],
  },
  captions: ["Nom du membre", "Poste du membre", "Profession du membre"],
  more: ["voir plus", "afficher plus", "voir moins", "plus"],
  reply: ["Répondre à {name}", "Répondre", "Message"],
  ads: ["Annonce", "Publicité", "Sponsorisé", "Post sponsorisé", "Promoted"],
};
