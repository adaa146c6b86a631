import type { Words } from "./types";

export const en: Words = {
  language: "en",
  // H: many public tools, 2018 to October 2026.
  accept: ["Accept"],
  ignore: ["Ignore"],
  // H: Connect, Withdraw, Message, Follow (seen live 2026). M: Dismiss, Decline (messaging). Others U.
  other: [
    "Connect",
    "Invite",
    "Withdraw",
    "Message",
    "Reply",
    "Follow",
    "Following",
    "Unfollow",
    "Pending",
    "Decline",
    "Reject",
    "Dismiss",
    "Remove",
    "Cancel",
    "Close",
    "Join",
    "Subscribe",
    "View",
    "View profile",
    "Load more",
    "Show all",
    "Skip",
    "Next",
    "Previous",
    "Accept all",
    "Reject all",
  ],
  // H: aria-labels, identical 2018 to 2026.
  connectLabels: ["an invitation to connect from"],
  mutual: {
    // H
    count: [
      "{n} mutual connection",
      "{n} mutual connections",
      "{n} shared connection",
      "{n} shared connections",
    ],
    // H
    others: ["{names} and {n} other mutual connection", "{names} and {n} other mutual connections"],
    // M: artdeco era
    othersShort: ["{names} and {n} other", "{names} and {n} others"],
    // M: people search
    one: ["{names} is a mutual connection"],
    list: ["{names} are mutual connections"],
  },
  and: ["and", "&"],
  // H: sanand0/tools tests, 2026-06-01
  status: [
    "wants to connect",
    "is inviting you to connect",
    "follows you and is inviting you to connect",
    "invited you to connect",
    "would like to connect",
    "sent you an invitation",
  ],
  followsYou: ["follows you"],
  // M: idx 36949634033; event and group wording L
  invites: {
    newsletter: ["invited you to subscribe to"],
    company: ["invited you to follow"],
    event: ["invited you to attend", "invited you to an event", "invited you to the event"],
    group: ["invited you to join"],
  },
  ages: { "just now": 0, today: 0, yesterday: 1 },
  // M-H: sanand0/tools tests
  markers: {
    verified: ["Verified"],
    premium: ["Premium"],
    "open-to-work": ["open to work"],
    hiring: ["hiring"],
  },
  // L: from memory of the Ember era
  captions: ["Member's name", "Member's occupation", "Name", "Occupation", "Verified", "Premium"],
  // M
  more: ["see more", "show more", "see less", "show less", "more"],
  reply: ["Reply to {name}", "Reply", "Message"],
  ads: ["Ad", "Promoted", "Sponsored", "Advertisement"],
};
