import type { Words } from "./types";

export const ja: Words = {
  language: "ja",
  // L: narubekuannzennni.blogspot.com, 2025-06. Ignore U.
  accept: ["承認", "承認する"],
  ignore: ["無視", "無視する"],
  // U
  other: [
    "つながる",
    "つながり申請",
    "取り消し",
    "取り消す",
    "メッセージ",
    "返信",
    "フォロー",
    "フォローする",
    "削除",
    "閉じる",
  ],
  mutual: {
    // U
    count: ["共通のつながり{n}人", "共通のつながり: {n}人", "{n}人の共通のつながり"],
    others: ["{names}さん、他{n}人の共通のつながり", "{names}さん他{n}人の共通のつながり"],
    one: ["{names}さんは共通のつながりです"],
    list: ["{names}さんは共通のつながりです"],
  },
  and: ["と"],
  status: ["さんがつながりを希望しています", "さんからつながり申請が届いています"],
  followsYou: ["あなたをフォロー"],
  markers: { verified: ["認証済み"], premium: ["プレミアム", "Premium"] },
  more: ["もっと見る", "続きを見る"],
  reply: ["{name}さんに返信", "返信", "返信する", "メッセージ"],
  ads: ["広告", "プロモーション"],
};
