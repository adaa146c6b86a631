/** What is stored, in words. Pure but for the zone of its dates: counts in, words out. */
import type { StoredSummary } from "../native/protocol";
import { formatTime, locale, t, tCount } from "../ui/i18n";
import { type Counts, exportVersion, maxFileBytes, type Problem } from "./export";

/** "1.2 MB". */
export function sizeWords(bytes: number): string {
  const [unit, size] =
    bytes >= 1e9
      ? (["gigabyte", 1e9] as const)
      : bytes >= 1e6
        ? (["megabyte", 1e6] as const)
        : (["kilobyte", 1e3] as const);
  const digits = bytes / size < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit,
    maximumFractionDigits: digits,
  }).format(bytes / size);
}

export function dateWords(time: number): string {
  return formatTime(time, { dateStyle: "long" });
}

export function listWords(words: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(words);
}

/** "312 invitations, 80 decisions and 3 corrections", without what there is none of. */
export function countWords({
  invitations,
  decisions,
  corrections,
  settings,
  others,
}: Partial<Counts>): string {
  const words = [
    invitations ? tCount("data_invitations", invitations) : "",
    decisions ? tCount("data_decisions", decisions) : "",
    corrections ? tCount("data_corrections", corrections) : "",
    settings ? t("data_settings") : "",
    others ? tCount("data_others", others) : "",
  ];
  return listWords(words.filter((word) => word !== ""));
}

export function summaryWords({ invitations, decisions, corrections, bytes, since }: StoredSummary): string {
  const counts = countWords({ invitations, decisions, corrections });
  if (since === null) return t("data_nothing");
  return t("data_summary", [counts || t("data_settings"), sizeWords(bytes), dateWords(since)]);
}

export function problemWords(problem: Problem): string {
  switch (problem.kind) {
    case "too-large":
      return t("data_problem_large", [sizeWords(maxFileBytes)]);
    case "not-json":
      return t("data_problem_json");
    case "other-format":
      return t("data_problem_format");
    case "newer":
      return t("data_problem_newer", [exportVersion]);
    case "damaged":
      return t("data_problem_record", [problem.at]);
  }
}

/** What the host says to a file that it does not take, as far as the person can do something about it. */
export function refusalWords(code: string): string {
  if (code === "INVALID_PARAMS" || code === "INVALID_MESSAGE") return t("data_refused_record");
  if (code === "STORAGE_FULL") return t("data_refused_full");
  return t("data_failed", [code]);
}
