import type { Words } from "./types";

export const tr: Words = {
  language: "tr",
  // U
  accept: ["Kabul et", "Kabul Et"],
  ignore: ["Yoksay", "Yok say", "Reddet"],
  other: ["Bağlantı kur", "Geri çek", "Mesaj", "Mesaj gönder", "Takip et", "Kaldır", "Kapat", "Beklemede"],
  mutual: {
    // U
    count: ["{n} ortak bağlantı", "{n} ortak bağlantınız", "{n} ortak bağlantınız var"],
    // M: idx 64084946602
    others: ["{names} ve {n} diğer ortak bağlantınız", "{names} ve {n} diğer ortak bağlantı"],
    // U
    one: ["{names} ortak bağlantınız"],
    list: ["{names} ortak bağlantılarınız"],
  },
  and: ["ve"],
  status: [],
  followsYou: [],
  markers: { verified: ["Doğrulandı"], premium: ["Premium"] },
  more: ["daha fazla", "daha fazla göster"],
  reply: ["Yanıtla", "Mesaj"],
  ads: ["Reklam", "Öne çıkarılan", "Sponsorlu"],
};
