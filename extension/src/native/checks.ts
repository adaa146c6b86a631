/**
 * Is a reply what the protocol says? A host of another build, or something else that answers to its name, must
 * not reach the rest of the extension: a reply that fails its check becomes the error `INVALID_REPLY`.
 */
import { isAgreement, isJudgement } from "./check-judgement";
import { isSettings } from "./check-settings";
import { weekChecks } from "./check-week";
import type { Correction, Corrections, HostInfo, Method, Methods } from "./protocol";
import { corrections, maxBatch } from "./protocol";
import {
  type Check,
  isListOf,
  isObject,
  isOneOf,
  isText,
  isTextOrNull,
  isWhole,
  type Unknown,
} from "./shapes";

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
    isObject(value) && isListOf(isJudgement, value.judgements, maxBatch) && isTextOrNull(value.timeZone),
  "decisions.record": (value): value is Methods["decisions.record"]["result"] =>
    isObject(value) && typeof value.duplicate === "boolean",
  "decisions.undo": (value): value is Methods["decisions.undo"]["result"] =>
    isObject(value) && typeof value.undone === "boolean",
  "reasons.correct": isCorrections,
  "reasons.list": isCorrections,
  ...weekChecks,
};
