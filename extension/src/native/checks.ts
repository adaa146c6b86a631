/**
 * Is a reply what the protocol says? A host of another build, or something else that answers to its name, must
 * not reach the rest of the extension: a reply that fails its check becomes the error `INVALID_REPLY`.
 */
import type {
  Agreement,
  Budget,
  Correction,
  Corrections,
  HostInfo,
  Judgement,
  Method,
  Methods,
  Reason,
  Settings,
} from "./protocol";
import {
  corrections,
  energies,
  evidenceSources,
  goalKinds,
  maxBatch,
  relationships,
  settlers,
  verdicts,
  weekdays,
} from "./protocol";

type Unknown = Record<string, unknown>;
type Check<T> = (value: unknown) => value is T;

function isObject(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return isText(value) && words.includes(value);
}

function isListOf<T>(check: Check<T>, value: unknown, most = 10_000): value is T[] {
  return Array.isArray(value) && value.length <= most && value.every(check);
}

function isInterests(value: unknown): boolean {
  return (
    isObject(value) &&
    ["roles", "industries", "companies", "places", "topics"].every((list) => isListOf(isText, value[list]))
  );
}

function isGoal(value: unknown): value is Unknown {
  return (
    isObject(value) &&
    isOneOf(goalKinds, value.kind) &&
    isText(value.text) &&
    isOneOf(["high", "normal"], value.priority)
  );
}

function isReviewSlot(value: unknown): boolean {
  return (
    value === null ||
    (isObject(value) && isOneOf(weekdays, value.day) && isText(value.at) && isWhole(value.minutes))
  );
}

export function isSettings(value: unknown): value is Settings {
  return (
    isObject(value) &&
    isText(value.about) &&
    isListOf(isGoal, value.goals) &&
    isInterests(value.want) &&
    isInterests(value.avoid) &&
    isListOf((item): item is string => isOneOf(relationships, item), value.relationships) &&
    isOneOf(energies, value.energy) &&
    isWhole(value.weeklyBudget) &&
    isReviewSlot(value.reviewSlot)
  );
}

function isEvidence(value: unknown): boolean {
  return isObject(value) && isOneOf(evidenceSources, value.source) && isText(value.words);
}

function isAgreement(value: unknown): value is Agreement {
  return (
    isObject(value) &&
    isWhole(value.times) &&
    isWhole(value.of) &&
    value.times >= 0 &&
    value.times <= value.of
  );
}

function isReason(value: unknown): value is Reason {
  return (
    isObject(value) &&
    isText(value.code) &&
    isObject(value.params) &&
    Object.values(value.params).every((param) => isText(param) || typeof param === "number") &&
    typeof value.weight === "number" &&
    (value.evidence === null || isEvidence(value.evidence)) &&
    (value.agreed === null || isAgreement(value.agreed))
  );
}

function isJudgement(value: unknown): value is Judgement {
  return (
    isObject(value) &&
    isText(value.id) &&
    isOneOf(verdicts, value.verdict) &&
    typeof value.score === "number" &&
    value.score >= 0 &&
    value.score <= 1 &&
    isOneOf(relationships, value.relationship) &&
    isListOf(isReason, value.reasons, 4) &&
    (value.unless === null || isReason(value.unless)) &&
    (value.settles === null || isOneOf(settlers, value.settles))
  );
}

/** A fact is wrong about one invitation; everything else that is said of a reason holds everywhere. */
function isCorrection(value: unknown): value is Correction {
  if (!isObject(value) || !isText(value.code) || !isOneOf(corrections, value.correction)) return false;
  return value.correction === "wrong" ? isText(value.invitationId) : value.invitationId === null;
}

function isCorrections(value: unknown): value is Corrections {
  return (
    isObject(value) &&
    isListOf(isCorrection, value.corrections) &&
    isListOf(
      (entry): entry is Corrections["ledger"][number] =>
        isAgreement(entry) && isText((entry as unknown as Unknown).code),
      value.ledger,
    )
  );
}

function isBudget(value: unknown): value is Budget {
  return (
    isObject(value) &&
    [value.weeklyBudget, value.used, value.left, value.weekStartsAt, value.resetsAt].every(isWhole)
  );
}

function isHostInfo(value: unknown): value is HostInfo {
  return isObject(value) && isWhole(value.protocol) && isText(value.version);
}

/** One check for each method's result. */
export const checks: { [M in Method]: Check<Methods[M]["result"]> } = {
  "host.hello": isHostInfo,
  "settings.get": (value): value is Methods["settings.get"]["result"] =>
    isObject(value) && isSettings(value.settings) && (value.updatedAt === null || isWhole(value.updatedAt)),
  "settings.put": (value): value is Methods["settings.put"]["result"] =>
    isObject(value) && isSettings(value.settings) && isWhole(value.updatedAt),
  "invitations.score": (value): value is Methods["invitations.score"]["result"] =>
    isObject(value) && isListOf(isJudgement, value.judgements, maxBatch),
  "decisions.record": (value): value is Methods["decisions.record"]["result"] =>
    isObject(value) && typeof value.duplicate === "boolean",
  "decisions.undo": (value): value is Methods["decisions.undo"]["result"] =>
    isObject(value) && typeof value.undone === "boolean",
  "reasons.correct": isCorrections,
  "reasons.list": isCorrections,
  "budget.get": isBudget,
};
