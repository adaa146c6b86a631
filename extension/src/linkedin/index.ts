/** All that the rest of the extension may know of LinkedIn's page. */
export { type Card, findCards } from "./cards";
export { type DecisionOptions, patience, settling, type Timers, watchDecisions } from "./decisions";
export { watchAddress } from "./navigation";
export { type InvitationsPage, invitationsPage } from "./pages";
export { type Confidence, type ReadField, type Reading, readCard } from "./read";
export { type ReportOptions, reportOn } from "./report";
export { type SelfCheck, selfCheck } from "./self-check";
export { type Change, type Seen, type WatchOptions, watchInvitations } from "./watch";
