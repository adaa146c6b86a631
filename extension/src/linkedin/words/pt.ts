import type { Words } from "./types";

export const pt: Words = {
  language: "pt",
  // L: idx 53832029685
  accept: ["Aceitar"],
  ignore: ["Ignorar"],
  // U
  other: [
    "Conectar",
    "Ligar",
    "Retirar",
    "Mensagem",
    "Enviar mensagem",
    "Responder",
    "Seguir",
    "Recusar",
    "Rejeitar",
    "Remover",
    "Fechar",
    "Cancelar",
    "Pendente",
    "Ver perfil",
    "Aceitar tudo",
  ],
  mutual: {
    // M: idx 55088592225 ("conexões em comum"). Singular U.
    count: ["{n} conexão em comum", "{n} conexões em comum", "{n} ligação em comum", "{n} ligações em comum"],
    // M: idx 71530061877 ("{n} outras conexões em comum"). Others U.
    others: [
      "{names} e {n} outras conexões em comum",
      "{names} e {n} outra conexão em comum",
      "{names} e mais {n} conexões em comum",
      "{names} e mais {n} conexão em comum",
      "{names} e {n} outras ligações em comum",
    ],
    othersShort: ["{names} e mais {n}", "{names} e outras {n} pessoas"],
    // U
    one: ["{names} é uma conexão em comum", "{names} é conexão em comum"],
    list: ["{names} são conexões em comum"],
  },
  and: ["e"],
  // U
  status: [
    "quer se conectar",
    "quer conectar",
    "quer se conectar com você",
    "convidou você para se conectar",
    "segue você e convidou você para se conectar",
    "segue você e está convidando você para se conectar",
    "segue você e quer se conectar",
  ],
  followsYou: ["segue você", "está seguindo você"],
  invites: {
    newsletter: ["convidou você para assinar", "convidou você a assinar"],
    company: ["convidou você para seguir", "convidou você a seguir"],
    event: ["convidou você para participar", "convidou você para o evento"],
    group: ["convidou você para entrar", "convidou você para ingressar"],
  },
  ages: { "agora mesmo": 0, hoje: 0, ontem: 1 },
  markers: {
    verified: ["Verificado", "Verificada"],
    premium: ["Premium"],
    "open-to-work": ["open to work", "em busca de emprego", "aberto a oportunidades"],
    hiring: ["contratando"],
  },
  captions: ["Nome do usuário", "Nome do membro", "Cargo do usuário", "Ocupação do membro"],
  more: ["ver mais", "exibir mais", "mostrar mais", "ver menos", "mais"],
  reply: ["Responder a {name}", "Responder", "Mensagem", "Enviar mensagem"],
  ads: ["Anúncio", "Promovido", "Patrocinado"],
};
