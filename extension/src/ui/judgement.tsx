/**
 * A judgement as the badge's explanation tells it, for the pages: the verdict, who the sender would be, what speaks
 * for and against by its weight, with the words on the card that it rests on and how often it agreed, what the person
 * said of it, and what would turn or settle the verdict.
 */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Correction, CorrectionRequest, Judgement, Reason, Verdict } from "../native/protocol";
import { corrections } from "../native/protocol";
import { t } from "./i18n";
import { reasonWords, senderWords, unlessWords } from "./reason-words";
import { heldOn } from "./use-corrections";

const marks: Record<Verdict, string> = { accept: "✓", ignore: "–", unsure: "?", later: "»" };
/** What a correction would change nothing about: it is the lack of reasons. */
const beyondCorrection = "NO_EVIDENCE";
/** How long after a correction the focus is put back, should what had it be exchanged. */
const followMs = 3000;

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`verdict verdict-${verdict}`} data-verdict={verdict}>
      <span aria-hidden="true">{marks[verdict]}</span>
      {t(`verdict_${verdict}`)}
    </span>
  );
}

/** The verdict, how likely it is to be worth it, and who the sender would be. */
export function JudgementHead({
  judgement,
  withVerdict = true,
}: {
  judgement: Judgement;
  withVerdict?: boolean;
}) {
  const who = senderWords(judgement.relationship);
  return (
    <div class="judgement-head">
      {withVerdict && <VerdictMark verdict={judgement.verdict} />}
      {who && <strong class="judgement-who">{who}</strong>}
      <span class="small">{t("badge_score", [Math.round(judgement.score * 100)])}</span>
    </div>
  );
}

export interface ReasonsProps {
  judgement: Judgement;
  held: readonly Correction[];
  /** `said` tells what then holds. */
  onCorrect(request: CorrectionRequest, said: string): void;
}

/** To be given the invitation's id as `key`: what is open and what was shown is about one invitation. */
export function Reasons(props: ReasonsProps) {
  const { judgement } = props;
  const { root, follow } = useFollow();
  const shown = useRef(new Map<string, Reason>());
  for (const reason of judgement.reasons) shown.current.set(reason.code, reason);
  const parts = usePart(props, follow);
  const outlook = [unlessWords(judgement), settlesWords(judgement)].filter((words) => words);
  return (
    <div class="reasons" ref={root}>
      <Side part={parts} title={t("badge_for")} side="for" belongs={({ weight }) => weight >= 0} />
      <Side part={parts} title={t("badge_against")} side="against" belongs={({ weight }) => weight < 0} />
      <Silenced part={parts} shown={shown.current} />
      {outlook.map((words) => (
        <p key={words}>
          <bdi>{words}</bdi>
        </p>
      ))}
      <p class="small">{t("badge_advice")}</p>
    </div>
  );
}

function settlesWords({ verdict, settles }: Judgement): string {
  return verdict === "unsure" && settles !== null ? t(`settles_${settles}`) : "";
}

/** What every row of reasons needs. */
interface Part extends ReasonsProps {
  /** The reason whose choices are open. */
  open: string | null;
  toggle(key: string): void;
}

function usePart(props: ReasonsProps, follow: (at: string) => void): Part {
  const [open, setOpen] = useState<string | null>(null);
  return {
    ...props,
    open,
    toggle: (key) => setOpen(open === key ? null : key),
    onCorrect: (request, said) => {
      follow(`${request.correction === "none" ? "choices" : "undo"} ${request.code}`);
      setOpen(null);
      props.onCorrect(request, said);
    },
  };
}

/** After a correction what had the focus is gone: it goes to what stands in its place. */
function useFollow() {
  const root = useRef<HTMLDivElement>(null);
  const wish = useRef({ at: "", until: 0 });
  useLayoutEffect(() => {
    const { at, until } = wish.current;
    if (Date.now() > until || (document.activeElement ?? document.body) !== document.body) return;
    const nodes = [...(root.current?.querySelectorAll<HTMLElement>("[data-at]") ?? [])];
    nodes.find(({ dataset }) => dataset.at === at)?.focus({ preventScroll: true });
  });
  const follow = (at: string) => {
    wish.current = { at, until: Date.now() + followMs };
  };
  return { root, follow };
}

interface SideProps {
  part: Part;
  title: string;
  side: "for" | "against";
  belongs(reason: Reason): boolean;
}

function Side({ part, title, side, belongs }: SideProps) {
  const strongest = Math.max(...part.judgement.reasons.map(({ weight }) => Math.abs(weight)), 0);
  const rows = part.judgement.reasons
    .filter(belongs)
    .map((reason) => ({ reason, words: reasonWords(reason) }))
    .filter(({ words }) => words);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class={`reasons-${side}`}>
        {rows.map(({ reason, words }) => (
          <li key={reason.code + words} data-reason={reason.code}>
            <Bar weight={reason.weight} strongest={strongest} />
            <div class="reason-said">
              <span class="reason-words">
                <bdi>{words}</bdi>
              </span>
              <Quote reason={reason} />
              {reason.agreed && (
                <span class="small">{t("badge_agreed", [reason.agreed.times, reason.agreed.of])}</span>
              )}
            </div>
            <Controls reason={reason} words={words} part={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Bar({ weight, strongest }: { weight: number; strongest: number }) {
  const share = strongest > 0 ? Math.round((Math.abs(weight) / strongest) * 100) : 0;
  return (
    <span class="bar" aria-hidden="true">
      <i style={{ inlineSize: `${share}%` }} />
    </span>
  );
}

/** The card's own words. A stranger wrote them: they are text, and isolated from ours. */
function Quote({ reason: { evidence } }: { reason: Reason }) {
  if (!evidence?.words) return null;
  return (
    <span class="small reason-quote">
      {t(`evidence_${evidence.source}`)} <bdi>{t("badge_quote", [evidence.words])}</bdi>
    </span>
  );
}

/** What holds, with the way back; else the button that opens what can be said of it. */
function Controls({
  reason,
  words,
  part,
}: {
  reason: Reason;
  words: string;
  part: Part;
}): JSX.Element | null {
  const { judgement, held } = part;
  const holds = heldOn(reason.code, judgement.id, held);
  if (holds) return <Held correction={holds} words={words} part={part} />;
  if (reason.code === beyondCorrection) return null;
  const key = `${reason.code} ${reason.params.term ?? ""}`;
  const isOpen = part.open === key;
  return (
    <>
      <button
        type="button"
        class="reason-choose"
        data-at={`choices ${reason.code}`}
        aria-label={t("correct_open", [words])}
        aria-expanded={isOpen}
        onClick={() => part.toggle(key)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {isOpen && <Choices code={reason.code} words={words} part={part} />}
    </>
  );
}

function Choices({ code, words, part }: { code: string; words: string; part: Part }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would repeat the reason in sight
    <div class="reason-choices" role="group" aria-label={t("correct_open", [words])}>
      {corrections.map((correction) => {
        const label = t(`correct_${correction}`);
        const invitationId = correction === "wrong" ? part.judgement.id : null;
        const said = t("correct_label", [t(`held_${correction}`), words]);
        return (
          <button
            key={correction}
            type="button"
            class="button button-small"
            data-at={`${correction} ${code}`}
            aria-label={t("correct_label", [label, words])}
            onClick={() => part.onCorrect({ code, correction, invitationId }, said)}
          >
            {label}
          </button>
        );
      })}
    </div>
  );
}

function Held({ correction, words, part }: { correction: Correction; words: string; part: Part }) {
  const { code, invitationId } = correction;
  const said = t("correct_label", [t("correct_undone"), words]);
  return (
    <div class="reason-held small">
      <span>{t(`held_${correction.correction}`)}</span>
      <button
        type="button"
        class="button button-small"
        data-at={`undo ${code}`}
        aria-label={t("correct_label", [t("correct_undo"), words])}
        onClick={() => part.onCorrect({ code, correction: "none", invitationId }, said)}
      >
        {t("correct_undo")}
      </button>
    </div>
  );
}

/** Reasons that are silent here because of what the person said of them: the way back stays in reach. */
function Silenced({ part, shown }: { part: Part; shown: ReadonlyMap<string, Reason> }) {
  const { judgement, held } = part;
  const here = new Set(judgement.reasons.map(({ code }) => code));
  const codes = held
    .filter(({ code, invitationId }) => invitationId === judgement.id || shown.has(code))
    .map(({ code }) => code)
    .filter((code) => !here.has(code));
  const rows = [...new Set(codes)].flatMap((code) => {
    const holds = heldOn(code, judgement.id, held);
    const words = reasonWords(shown.get(code) ?? { code, params: {}, weight: 0 });
    return holds && words ? [{ holds, words }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{t("badge_changed")}</h3>
      <ul class="reasons-silenced">
        {rows.map(({ holds, words }) => (
          <li key={holds.code}>
            <span class="reason-words">
              <bdi>{words}</bdi>
            </span>
            <Held correction={holds} words={words} part={part} />
          </li>
        ))}
      </ul>
    </>
  );
}
