/** Is it a judgement, with its reasons and its place in the week? */
import type { Agreement, Judgement, Reason } from "./protocol";
import { evidenceSources, laterReasons, places, relationships, settlers, verdicts } from "./protocol";
import { isListOf, isObject, isOneOf, isText, isWhole, isWholeOrNull } from "./shapes";

function isEvidence(value: unknown): boolean {
  return isObject(value) && isOneOf(evidenceSources, value.source) && isText(value.words);
}

export function isAgreement(value: unknown): value is Agreement {
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

function isPlanned(value: unknown): boolean {
  return (
    isObject(value) &&
    isOneOf(places, value.place) &&
    (value.because === null || isOneOf(laterReasons, value.because)) &&
    isWholeOrNull(value.at)
  );
}

export function isJudgement(value: unknown): value is Judgement {
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
    (value.settles === null || isOneOf(settlers, value.settles)) &&
    isPlanned(value.plan)
  );
}
