/**
 * Languages of which little more is known than how the two controls begin. Cards and their fields are then read
 * by structure, and numbers of mutual connections stay unknown.
 */
import type { Words } from "./types";

interface Stems {
  accept?: readonly string[];
  ignore?: readonly string[];
  acceptStems?: readonly string[];
  ignoreStems?: readonly string[];
  other?: readonly string[];
}

/** L: stems from ortusclub src/linkedin/accept-invitation.js, its author's list, not captures. Whole words U. */
const stems: Readonly<Record<string, Stems>> = {
  sv: {
    acceptStems: ["godkänn", "acceptera"],
    ignoreStems: ["ignorera"],
    other: ["Skapa kontakt", "Meddelande"],
  },
  no: {
    acceptStems: ["godta", "aksepter"],
    ignoreStems: ["avvis", "ignorer"],
    other: ["Opprett kontakt", "Melding"],
  },
  da: {
    acceptStems: ["acceptér", "accepter"],
    ignoreStems: ["ignorer", "avvis"],
    other: ["Opret forbindelse", "Besked"],
  },
  fi: { acceptStems: ["hyväksy"], ignoreStems: ["hylkää", "ohita"], other: ["Verkostoidu", "Viesti"] },
  hu: {
    acceptStems: ["elfogad"],
    ignoreStems: ["elutasít", "mellőz"],
    other: ["Kapcsolatfelvétel", "Üzenet"],
  },
  ru: {
    acceptStems: ["принять"],
    ignoreStems: ["отклон", "игнорировать"],
    other: ["Установить контакт", "Сообщение"],
  },
  ro: { acceptStems: ["acceptă", "accepta"], ignoreStems: ["ignor"], other: ["Conectare", "Mesaj"] },
  tl: {
    acceptStems: ["tanggap"],
    ignoreStems: ["tanggih", "pansin", "balewala"],
    other: ["Kumonekta", "Mensahe"],
  },
  // U from here on: whole words only.
  cs: { accept: ["Přijmout"], ignore: ["Ignorovat"], other: ["Navázat spojení", "Zpráva"] },
  uk: { accept: ["Прийняти"], ignore: ["Ігнорувати"], other: ["Встановити контакт", "Повідомлення"] },
  id: { accept: ["Terima"], ignore: ["Abaikan"], other: ["Hubungkan", "Pesan"] },
  ms: { accept: ["Terima"], ignore: ["Abaikan"], other: ["Hubung", "Mesej"] },
  ar: { accept: ["قبول"], ignore: ["تجاهل"], other: ["تواصل", "رسالة", "متابعة", "سحب", "رفض"] },
  fa: { accept: ["پذیرفتن", "قبول"], ignore: ["نادیده گرفتن"], other: ["ارتباط", "پیام"] },
  he: { accept: ["אישור", "קבל"], ignore: ["התעלם", "התעלמות"], other: ["התחבר", "הודעה"] },
  hi: { accept: ["स्वीकार करें"], ignore: ["अनदेखा करें", "नज़रअंदाज़ करें"], other: ["कनेक्ट करें", "मैसेज"] },
  ko: { accept: ["수락", "수락하기"], ignore: ["무시", "무시하기"], other: ["1촌 맺기", "메시지", "팔로우"] },
  zh: {
    accept: ["接受", "接受邀请", "接受邀請"],
    ignore: ["忽略"],
    other: ["加为好友", "建立關係", "发消息", "訊息", "关注"],
  },
  th: { accept: ["ยอมรับ"], ignore: ["ละเว้น", "เพิกเฉย"], other: ["เชื่อมต่อ", "ข้อความ"] },
  vi: { accept: ["Chấp nhận"], ignore: ["Bỏ qua"], other: ["Kết nối", "Nhắn tin"] },
  el: { accept: ["Αποδοχή"], ignore: ["Παράβλεψη", "Αγνόηση"], other: ["Σύνδεση", "Μήνυμα"] },
};

export const stemLanguages: readonly Words[] = Object.entries(stems).map(([language, known]) => ({
  language,
  accept: known.accept ?? [],
  ignore: known.ignore ?? [],
  acceptStems: known.acceptStems ?? [],
  ignoreStems: known.ignoreStems ?? [],
  other: known.other ?? [],
  mutual: { count: [], others: [], one: [], list: [] },
  and: [],
  status: [],
  followsYou: [],
  markers: {},
}));
