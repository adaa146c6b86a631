/**
 * Everything that is stored about the person: how much it is, and the ways to take it along, to bring it back and to
 * erase it. What was under way stays in sight should the host go away meanwhile.
 */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Reply } from "../messages";
import type { StoredSummary } from "../native/protocol";
import { t } from "../ui/i18n";
import { openWelcome } from "../ui/places";
import { useAnswer } from "../ui/use-answer";
import { useChanges } from "../ui/use-changes";
import { Section } from "./fields";
import { ErasePart } from "./stored-erase";
import { ExportPart } from "./stored-export";
import { ImportPart } from "./stored-import";
import { summaryWords } from "./stored-words";

/** `ready`: the host answers. `onErased`: what else the page shows of the person is of the past. */
export function StoredData({ ready, onErased }: { ready: boolean; onErased?(): void }) {
  const [erased, setErased] = useState(false);
  const summary = useAnswer("data.summary", {}, ready && !erased);
  const [met, setMet] = useState(ready);
  useEffect(() => {
    if (ready) setMet(true);
  }, [ready]);
  useChanges(ready && !erased, summary.again);
  const finish = () => {
    setErased(true);
    onErased?.();
  };
  return (
    <Section id="stored" title={t("data_title")} hint={t("data_hint")}>
      {erased ? (
        <Erased />
      ) : met ? (
        <>
          <Summary reply={summary.reply} onRetry={summary.again} />
          <ExportPart />
          <ImportPart onChanged={summary.again} />
          <ErasePart onErased={finish} />
        </>
      ) : (
        <p class="empty">{t("data_away")}</p>
      )}
    </Section>
  );
}

function Summary({ reply, onRetry }: { reply: Reply<StoredSummary> | null; onRetry(): void }) {
  if (!reply) {
    return (
      <div aria-busy="true">
        <span class="bone bone-short" />
        <span class="unseen">{t("common_loading")}</span>
      </div>
    );
  }
  if (reply.ok) {
    return (
      <p class="stored-summary" data-stored={reply.value.invitations}>
        {summaryWords(reply.value)}
      </p>
    );
  }
  return (
    <div class="notice notice-bad" data-stored="failed">
      <p>{t("dash_part_failed", [reply.code])}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onRetry}>
          {t("common_retry")}
        </button>
      </div>
    </div>
  );
}

function Erased() {
  const told = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => told.current?.focus(), []);
  return (
    <div ref={told} class="notice notice-good" data-erased="yes" role="status" tabIndex={-1}>
      <p>{t("data_erased")}</p>
      <div class="actions">
        <button type="button" class="button" data-action="welcome" onClick={() => void openWelcome()}>
          {t("data_erased_welcome")}
        </button>
      </div>
    </div>
  );
}
