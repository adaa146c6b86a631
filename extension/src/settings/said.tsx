/**
 * What the person said of reasons, in one place, each with its way back. What was just taken back stays in its row
 * for as long as the page is open, so that a slip of the finger is mended where it happened.
 */
import { useEffect, useState } from "preact/hooks";
import { ask, type Reply } from "../messages";
import type { Correction, Corrections } from "../native/protocol";
import { formatNumber, t } from "../ui/i18n";
import { reasonName } from "../ui/reason-names";
import { useAnswer } from "../ui/use-answer";
import { useChanges } from "../ui/use-changes";
import { Section } from "./fields";

const few = 10;

/** `ready`: the host answers. */
export function Said({ ready }: { ready: boolean }) {
  const listed = useAnswer("reasons.list", {}, ready);
  useChanges(ready, listed.again);
  const { reply } = listed;
  return (
    <Section id="said" title={t("said_title")} hint={t("said_hint")}>
      {!reply ? (
        ready ? (
          <div aria-busy="true">
            <span class="bone" />
            <span class="bone bone-short" />
            <span class="unseen">{t("common_loading")}</span>
          </div>
        ) : (
          <p class="empty">{t("data_away")}</p>
        )
      ) : (
        <Loaded reply={reply} again={listed.again} />
      )}
    </Section>
  );
}

const keyOf = ({ code, invitationId }: Correction) => `${code} ${invitationId ?? ""}`;

function Loaded({ reply, again }: { reply: Reply<Corrections>; again(): void }) {
  const [back, setBack] = useState<readonly Correction[]>([]);
  const [told, setTold] = useState<{ words: string; failed: boolean }>({ words: "", failed: false });
  // The answer to a correction is newer than the list, until the list was asked for again.
  const [newer, setNewer] = useState<Corrections | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list makes it stale, whatever it says
  useEffect(() => setNewer(null), [reply]);
  if (!reply.ok) return <Failed code={reply.code} again={again} />;
  const rows = rowsOf((newer ?? reply.value).corrections, back);
  const turn = async (correction: Correction, isBack: boolean, words: string) => {
    const { code, invitationId } = correction;
    const wanted = isBack ? correction.correction : "none";
    const answer = await ask("reasons.correct", { code, correction: wanted, invitationId });
    if (!answer.ok) return setTold({ words: t("correct_failed"), failed: true });
    setBack((now) => {
      const others = now.filter((one) => keyOf(one) !== keyOf(correction));
      return isBack ? others : [...others, correction];
    });
    setNewer(answer.value);
    setTold({
      words: t("correct_label", [t(isBack ? "said_again" : "correct_undone"), words]),
      failed: false,
    });
  };
  return (
    <>
      {rows.length === 0 ? <p class="empty">{t("said_none")}</p> : <Rows rows={rows} onTurn={turn} />}
      <output class={told.failed ? "error" : "unseen"}>{told.words}</output>
    </>
  );
}

function Rows({ rows, onTurn }: { rows: readonly SaidRow[]; onTurn: RowProps["onTurn"] }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? rows : rows.slice(0, few);
  return (
    <>
      <ul class="said">
        {shown.map((row) => (
          <Row key={keyOf(row.correction)} {...row} onTurn={onTurn} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" class="button" data-action="said-all" onClick={() => setWhole(true)}>
          {t("said_all", [formatNumber(rows.length)])}
        </button>
      )}
    </>
  );
}

interface SaidRow {
  correction: Correction;
  words: string;
  /** It was taken back here. */
  isBack: boolean;
}

/** Those that hold and those taken back, by their words. What has no words here cannot be asked about. */
function rowsOf(holding: readonly Correction[], back: readonly Correction[]): SaidRow[] {
  const held = new Set(holding.map(keyOf));
  const gone = back.filter((one) => !held.has(keyOf(one)));
  return [...holding, ...gone]
    .map((correction) => ({
      correction,
      words: reasonName(correction.code),
      isBack: gone.includes(correction),
    }))
    .filter(({ words }) => words !== "")
    .sort(
      (one, other) =>
        one.words.localeCompare(other.words) || (keyOf(one.correction) < keyOf(other.correction) ? -1 : 1),
    );
}

interface RowProps extends SaidRow {
  onTurn(correction: Correction, isBack: boolean, words: string): Promise<void>;
}

function Row({ correction, words, isBack, onTurn }: RowProps) {
  const [busy, setBusy] = useState(false);
  const turn = async () => {
    if (busy) return;
    setBusy(true);
    await onTurn(correction, isBack, words);
    setBusy(false);
  };
  const button = t(isBack ? "correct_undo" : "said_take_back");
  return (
    <li data-said={correction.correction} data-back={isBack}>
      <div>
        <strong>{words}</strong>
        <span class="small">{isBack ? t("correct_undone") : heldWords(correction.correction)}</span>
      </div>
      <button
        type="button"
        class="button button-small"
        aria-disabled={busy}
        aria-label={t("correct_label", [button, words])}
        onClick={() => void turn()}
      >
        {button}
      </button>
    </li>
  );
}

function heldWords(correction: Correction["correction"]): string {
  switch (correction) {
    case "more":
      return t("held_more");
    case "less":
      return t("held_less");
    case "never":
      return t("held_never");
    case "wrong":
      return t("said_wrong");
  }
}

function Failed({ code, again }: { code: string; again(): void }) {
  return (
    <div class="notice notice-bad" data-said="failed">
      <p>{t("dash_part_failed", [code])}</p>
      <div class="actions">
        <button type="button" class="button" onClick={again}>
          {t("common_retry")}
        </button>
      </div>
    </div>
  );
}
