/** Whether SuperLink could read the invitations page in the active tab: said plainly, most of all when it could not. */
import { useEffect, useState } from "preact/hooks";
import { ask, onEvent, type PageReport } from "../messages";
import { formatNumber, t, tCount } from "../ui/i18n";
import { invitationsUrl } from "../ui/places";
import { Report } from "./report";

/** The active tab and its self-check; `report` is null where the tab is no invitations page. */
export interface PageChecked {
  tabId: number | null;
  windowId: number | null;
  report: PageReport | null;
}

/** undefined while asked. */
export function usePageCheck(wanted: boolean): PageChecked | undefined {
  const [checked, setChecked] = useState<PageChecked | undefined>(undefined);
  useEffect(() => {
    if (!wanted) return;
    const check = () => void checkActive().then(setChecked);
    check();
    return onEvent("page.changed", check);
  }, [wanted]);
  return checked;
}

async function checkActive(): Promise<PageChecked> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  const windowId = tab?.windowId ?? null;
  if (tab?.id === undefined) return { tabId: null, windowId, report: null };
  const reply = await ask("page.get", { tabId: tab.id });
  return { tabId: tab.id, windowId, report: reply.ok ? reply.value : null };
}

/** `missed`: no card at all, but lists that could hold some; `changed`: cards unread; `unsure`: read with doubts. */
export type PageFinding = "none" | "empty" | "missed" | "read" | "changed" | "unsure";

/** A single odd card is LinkedIn's variety; fewer than four in five read, or most in doubt, is a page that changed. */
export function pageFinding(report: PageReport | null): PageFinding {
  if (!report) return "none";
  const { seen, read, unsure, items } = report;
  if (seen === 0) return items > 0 ? "missed" : "empty";
  if (read < seen * 0.8) return "changed";
  return unsure > read / 2 ? "unsure" : "read";
}

export function PageCheck({ checked }: { checked: PageChecked | undefined }) {
  if (checked === undefined) return null;
  const { report, tabId } = checked;
  const finding = pageFinding(report);
  if (report && tabId !== null && (finding === "changed" || finding === "unsure")) {
    const [title, hint] = warning(finding, report);
    return (
      <section class="notice notice-warn" data-page={finding} aria-labelledby="page-changed">
        <h2 id="page-changed">{title}</h2>
        <p>{hint}</p>
        <Report tabId={tabId} />
      </section>
    );
  }
  return (
    <section class="line" data-page={finding}>
      <p>{words(finding, report)}</p>
      {finding === "none" && (
        <a href={invitationsUrl} target="_blank" rel="noopener noreferrer">
          {t("common_open_invitations")}
        </a>
      )}
      {finding === "missed" && tabId !== null && <Report tabId={tabId} />}
    </section>
  );
}

function words(finding: PageFinding, report: PageReport | null): string {
  if (finding === "none" || !report) return t("page_none");
  if (finding === "empty") return t("page_empty");
  if (finding === "missed") return t("page_missed");
  return tCount("page_read", report.seen, [formatNumber(report.read)]);
}

function warning(finding: "changed" | "unsure", { seen, read, unsure }: PageReport): [string, string] {
  return finding === "changed"
    ? [tCount("page_changed", seen, [formatNumber(read)]), t("page_changed_hint")]
    : [tCount("page_unsure", read, [formatNumber(unsure)]), t("page_unsure_hint")];
}
