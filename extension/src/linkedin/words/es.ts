import type { Words } from "./types";

export const es: Words = {
  language: "es",
  // L
  accept: ["Aceptar"],
  ignore: ["Ignorar"],
  // M: Conectar (aria-label "Invitar a ... conectar"). Others U.
  other: [
    "Conectar",
    "Retirar",
    "Enviar mensaje",
    "Mensaje",
    "Responder",
    "Seguir",
    "Rechazar",
    "Eliminar",
    "Cerrar",
    "Cancelar",
    "Unirse",
    "Pendiente",
    "Ver perfil",
    "Aceptar todo",
    "Rechazar todo",
  ],
  mutual: {
    // H: idx 63390938316 (real data), 71294277847
    count: [
      "{n} contacto en común",
      "{n} contactos en común",
      "{n} conexión en común",
      "{n} conexiones en común",
    ],
    others: [
      "{names} y {n} contactos más en común",
      "{names} y {n} contacto más en común",
      "{names} y otros {n} contactos en común",
      "{names} y otro contacto en común",
    ],
    // U
    othersShort: ["{names} y {n} más", "{names} y otros {n}"],
    // H: "es contacto en común". Others U.
    one: ["{names} es contacto en común", "{names} es un contacto en común"],
    list: ["{names} son contactos en común"],
  },
  and: ["y", "e"],
  // U
  status: [
    "quiere conectar",
    "quiere conectar contigo",
    "te ha invitado a conectar",
    "te invita a conectar",
    "te sigue y te ha invitado a conectar",
    "te sigue y te invita a conectar",
    "te sigue y quiere conectar",
  ],
  followsYou: ["te sigue"],
  invites: {
    newsletter: ["invitado a suscribirte", "invita a suscribirte", "te suscribas"],
    company: ["invitado a seguir", "invita a seguir"],
    event: ["invitado a asistir", "invita a asistir", "invitado al evento"],
    group: ["invitado a unirte", "invita a unirte"],
  },
  ages: { "ahora mismo": 0, hoy: 0, ayer: 1 },
  markers: {
    verified: ["Verificado", "Verificada"],
    premium: ["Premium"],
    "open-to-work": ["open to work", "en búsqueda de empleo", "busca empleo"],
    hiring: ["está contratando", "contratando"],
  },
  captions: ["Nombre del miembro", "Ocupación del miembro", "Profesión del miembro"],
  more: ["ver más", "mostrar más", "ver menos", "más"],
  reply: ["Responder a {name}", "Responder", "Mensaje", "Enviar mensaje"],
  ads: ["Anuncio", "Promocionado", "Publicidad"],
};
