/** Whether SuperLink could read the invitations page in the active tab: said plainly, most of all when it could not. */
import { useEffect, useState } from "preact/hooks";
import { ask, type PageReport } from "../messages";
import { formatNumber, t, tCount } from "../ui/i18n";
import { invitationsUrl } from "../ui/places";

/** undefined while asked; null where the active tab is no invitations page. */
export function usePageReport(wanted: boolean): PageReport | null | undefined {
  const [report, setReport] = useState<PageReport | null | undefined>(undefined);
  useEffect(() => {
    if (wanted) void activeReport().then(setReport);
  }, [wanted]);
  return report;
}

async function activeReport(): Promise<PageReport | null> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  if (tab?.id === undefined) return null;
  const reply = await ask("page.get", { tabId: tab.id });
  return reply.ok ? reply.value : null;
}

export type PageFinding = "none" | "empty" | "read" | "changed";

/** A single odd card is LinkedIn's variety; fewer than four in five read is a page that has changed. */
export function pageFinding(report: PageReport | null): PageFinding {
  if (!report) return "none";
  if (report.seen === 0) return "empty";
  return report.read < report.seen * 0.8 ? "changed" : "read";
}

export function PageCheck({ report }: { report: PageReport | null | undefined }) {
  if (report === undefined) return null;
  const finding = pageFinding(report);
  if (finding === "changed" && report) return <PageChanged report={report} />;
  return (
    <section class="line" data-page={finding}>
      <p>{words(finding, report)}</p>
      {finding === "none" && (
        <a href={invitationsUrl} target="_blank" rel="noopener noreferrer">
          {t("common_open_invitations")}
        </a>
      )}
    </section>
  );
}

function words(finding: PageFinding, report: PageReport | null): string {
  if (finding === "none" || !report) return t("page_none");
  return finding === "empty"
    ? t("page_empty")
    : tCount("page_read", report.seen, [formatNumber(report.read)]);
}

function PageChanged({ report }: { report: PageReport }) {
  return (
    <section class="notice notice-warn" data-page="changed">
      <h2>{tCount("page_changed", report.seen, [formatNumber(report.read)])}</h2>
      <p>{t("page_changed_hint")}</p>
    </section>
  );
}
