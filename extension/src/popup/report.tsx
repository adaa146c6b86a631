/**
 * The report on a page that could not be read, in three steps that are the person's own: show it, look at all of
 * it, copy it. Nothing else is done with it.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import { t } from "../ui/i18n";

type Shown = "hidden" | "asked" | "none" | { text: string };

export function Report({ tabId }: { tabId: number }) {
  const [shown, setShown] = useState<Shown>("hidden");
  const show = () => {
    setShown("asked");
    void ask("page.skeleton", { tabId }).then((reply) => {
      setShown(reply.ok && reply.value !== null ? { text: reply.value } : "none");
    });
  };
  if (typeof shown === "object") return <ReportText text={shown.text} />;
  return (
    <div class="actions" data-report={shown}>
      <button type="button" class="button" data-action="report" onClick={show}>
        {t("report_show")}
      </button>
      <output class="small">{shown === "none" && t("report_none")}</output>
    </div>
  );
}

function ReportText({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  // The button that had the focus is gone; reading begins at the top.
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, 0);
    field.current?.scrollTo(0, 0);
  }, []);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => {
        setOutcome("refused");
        field.current?.select();
      },
    );
  };
  return (
    <div class="report" data-report="shown">
      <p class="small">{t("report_text")}</p>
      <textarea
        ref={field}
        dir="ltr"
        readOnly
        rows={12}
        spellcheck={false}
        aria-label={t("report_label")}
        value={text}
      />
      <div class="actions">
        <button type="button" class="button button-main" data-action="copy-report" onClick={copy}>
          {t("report_copy")}
        </button>
      </div>
      <output class="small">
        {outcome === "copied" && t("report_copied")}
        {outcome === "refused" && t("report_not_copied")}
      </output>
    </div>
  );
}
