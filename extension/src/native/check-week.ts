/** Is it what the protocol says of the week: budget, plan, history, and what is stored? */
import { isAgreement, isJudgement } from "./check-judgement";
import type {
  Budget,
  History,
  HistoryWeek,
  Invitation,
  Methods,
  PastDecision,
  Plan,
  PlanItem,
  Preview,
  StoredRecord,
  StoredSummary,
} from "./protocol";
import { actions, badges, energies, kinds, places, relationships, verdicts } from "./protocol";
import {
  type Check,
  isListOf,
  isObject,
  isOneOf,
  isText,
  isTextOrNull,
  isWhole,
  isWholeOrNull,
} from "./shapes";

function isInvitation(value: unknown): value is Invitation {
  return (
    isObject(value) &&
    isText(value.id) &&
    isOneOf(kinds, value.kind) &&
    isText(value.name) &&
    [value.profileId, value.headline, value.subject, value.note, value.sentAgo].every(isTextOrNull) &&
    isWholeOrNull(value.mutualConnections) &&
    isWholeOrNull(value.ageDays) &&
    isListOf(isText, value.mutualNames) &&
    isListOf((badge): badge is string => isOneOf(badges, badge), value.badges)
  );
}

function isSuggestion(value: unknown): boolean {
  return value === null || (isObject(value) && [value.weeklyBudget, value.used, value.weeks].every(isWhole));
}

function isBudget(value: unknown): value is Budget {
  return (
    isObject(value) &&
    [value.weeklyBudget, value.used, value.elsewhere, value.left, value.weekStartsAt, value.resetsAt].every(
      isWhole,
    ) &&
    isTextOrNull(value.timeZone) &&
    isSuggestion(value.suggestion)
  );
}

/** A whole number for each of the words. */
function isCountOf(words: readonly string[], value: unknown): boolean {
  return isObject(value) && words.every((word) => isWhole(value[word]));
}

function isReview(value: unknown): boolean {
  return value === null || (isObject(value) && [value.startsAt, value.endsAt, value.minutes].every(isWhole));
}

function isPlanItem(value: unknown): value is PlanItem {
  return (
    isObject(value) &&
    isInvitation(value.invitation) &&
    isJudgement(value.judgement) &&
    isWhole(value.firstSeenAt) &&
    isWhole(value.lapsesAt)
  );
}

function isPlan(value: unknown): value is Plan {
  return (
    isObject(value) &&
    isBudget(value.budget) &&
    isObject(value.energy) &&
    isOneOf(energies, value.energy.level) &&
    isWholeOrNull(value.energy.until) &&
    isReview(value.review) &&
    isCountOf(places, value.counts) &&
    isListOf(isPlanItem, value.items, 100) &&
    isWholeOrNull(value.next)
  );
}

function isStand(value: unknown): boolean {
  return isObject(value) && isOneOf(verdicts, value.verdict) && isOneOf(places, value.place);
}

function isChange(value: unknown): value is Preview["changes"][number] {
  return isObject(value) && isInvitation(value.invitation) && isStand(value.before) && isStand(value.after);
}

function isPreview(value: unknown): value is Preview {
  return (
    isObject(value) &&
    isObject(value.counts) &&
    isCountOf(places, value.counts.before) &&
    isCountOf(places, value.counts.after) &&
    isCountOf(energies, value.planned) &&
    isWhole(value.changed) &&
    isListOf(isChange, value.changes, 100)
  );
}

function isPastDecision(value: unknown): value is PastDecision {
  return (
    isObject(value) &&
    isText(value.key) &&
    isOneOf(actions, value.action) &&
    isWhole(value.decidedAt) &&
    (value.verdict === null || isOneOf(verdicts, value.verdict)) &&
    isOneOf(relationships, value.relationship) &&
    isInvitation(value.invitation)
  );
}

function isHistoryWeek(value: unknown): value is HistoryWeek {
  return (
    isObject(value) &&
    [value.startsAt, value.accepted, value.ignored, value.lapsed].every(isWhole) &&
    isWholeOrNull(value.weeklyBudget) &&
    isAgreement(value.agreed)
  );
}

function isRelationshipCount(value: unknown): value is History["relationships"][number] {
  return (
    isObject(value) &&
    isOneOf(relationships, value.relationship) &&
    isCountOf(verdicts, value.verdicts) &&
    isAgreement(value.agreed)
  );
}

function isHistory(value: unknown): value is History {
  return (
    isObject(value) &&
    isListOf(isHistoryWeek, value.weeks, 53) &&
    isListOf(isRelationshipCount, value.relationships) &&
    isListOf(
      (age): age is History["ages"][number] => isObject(age) && isWhole(age.fromDays) && isWhole(age.pending),
      value.ages,
    ) &&
    isListOf(isPastDecision, value.disagreements, 20) &&
    isTextOrNull(value.timeZone)
  );
}

function isSummary(value: unknown): value is StoredSummary {
  return (
    isObject(value) &&
    [value.invitations, value.decisions, value.corrections, value.bytes].every(isWhole) &&
    isWholeOrNull(value.since)
  );
}

function isRecord(value: unknown): value is StoredRecord {
  return isObject(value) && isText(value.record);
}

function saysYesOrNo<Name extends string>(name: Name): Check<Record<Name, boolean>> {
  return (value): value is Record<Name, boolean> => isObject(value) && typeof value[name] === "boolean";
}

type WeekMethod =
  | "budget.get"
  | "budget.put"
  | "plan.get"
  | "plan.preview"
  | "review.announce"
  | "invitations.setAside"
  | "decisions.list"
  | "history.get"
  | "settings.suggest"
  | "data.summary"
  | "data.export"
  | "data.import"
  | "data.erase";

export const weekChecks: { [M in WeekMethod]: Check<Methods[M]["result"]> } = {
  "budget.get": isBudget,
  "budget.put": isBudget,
  "plan.get": isPlan,
  "plan.preview": isPreview,
  "review.announce": (value): value is Methods["review.announce"]["result"] =>
    isObject(value) && typeof value.announce === "boolean" && isWhole(value.planned),
  "invitations.setAside": saysYesOrNo("aside"),
  "decisions.list": (value): value is Methods["decisions.list"]["result"] =>
    isObject(value) && isListOf(isPastDecision, value.decisions, 50) && isCountOf(actions, value.counts),
  "history.get": isHistory,
  "settings.suggest": (value): value is Methods["settings.suggest"]["result"] =>
    isObject(value) && isListOf(isText, value.terms, 8),
  "data.summary": isSummary,
  "data.export": (value): value is Methods["data.export"]["result"] =>
    isObject(value) && isListOf(isRecord, value.records) && isTextOrNull(value.next),
  "data.import": (value): value is Methods["data.import"]["result"] =>
    isObject(value) && isWhole(value.imported) && isWhole(value.known),
  "data.erase": saysYesOrNo("erased"),
};
