/** What an invitation's place in the week means and what to do about it; where asking helps, a line to copy. */
import { useRef, useState } from "preact/hooks";
import type { PlanItem } from "../native/protocol";
import { t } from "../ui/i18n";
import { laterWords, placeMeaning } from "../ui/plan-words";

export function PlaceNote({ item }: { item: PlanItem }) {
  const { plan } = item.judgement;
  const now = Date.now();
  return (
    <div class="place-note" data-place-note={plan.place}>
      <p>{[placeMeaning(item, now), ...(plan.place === "later" ? laterWords(plan, now) : [])].join(" ")}</p>
      {plan.place === "ask-first" && <AskLine />}
    </div>
  );
}

/** Copied for the person to send; nothing is sent from here. */
function AskLine() {
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  const line = t("review_ask_line");
  const copy = () => {
    navigator.clipboard.writeText(line).then(
      () => setOutcome("copied"),
      () => {
        setOutcome("refused");
        field.current?.focus();
        field.current?.select();
      },
    );
  };
  return (
    <div class="ask">
      <textarea ref={field} readOnly rows={2} aria-label={t("review_ask_label")} value={line} />
      <button
        type="button"
        class="button"
        data-action="copy"
        aria-label={t("common_copy_line", [line])}
        onClick={copy}
      >
        {t("common_copy")}
      </button>
      <output class="small" data-copy={outcome ?? "none"}>
        {outcome === "copied" && t("common_copied")}
        {outcome === "refused" && t("review_ask_refused")}
      </output>
    </div>
  );
}
