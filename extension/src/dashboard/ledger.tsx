/** What each reason was worth so far: how often it pointed to what the person then did. */
import type { Reply } from "../messages";
import type { Corrections } from "../native/protocol";
import { t } from "../ui/i18n";
import { reasonName } from "../ui/reason-names";
import { Empty, Part, PartFailed, PartLoading, Rated } from "./part";

export function Ledger({ reply, onRetry }: { reply: Reply<Corrections> | null; onRetry(): void }) {
  return (
    <Part id="ledger" title={t("dash_ledger_title")} hint={t("dash_ledger_hint")}>
      {!reply ? (
        <PartLoading />
      ) : reply.ok ? (
        <Rows ledger={reply.value.ledger} />
      ) : (
        <PartFailed code={reply.code} onRetry={onRetry} />
      )}
    </Part>
  );
}

/** A code that has no words here (a newer host may know more) is left out rather than shown raw. */
function Rows({ ledger }: Pick<Corrections, "ledger">) {
  const rows = ledger
    .map(({ code, times, of }) => ({ key: code, name: reasonName(code), times, of }))
    .filter(({ name, of }) => name !== "" && of > 0)
    .sort((one, other) => other.of - one.of || other.times - one.times);
  if (rows.length === 0) return <Empty>{t("dash_ledger_none")}</Empty>;
  return <Rated first={t("dash_ledger_reason")} second={t("dash_agree_yes")} rows={rows} />;
}
