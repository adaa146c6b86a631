/**
 * Decisions as SuperLink noticed them, each beside what the badge had said, with the way to have one forgotten that
 * was noticed wrongly. Forgetting is asked about in place, and changes nothing on LinkedIn.
 */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import type { PastDecision } from "../native/protocol";
import { t } from "../ui/i18n";
import { relationshipName } from "../ui/relationship-words";
import { dayOf } from "./figures";
import { Empty, useShortened } from "./part";
import { verdictName } from "./pending";

interface Props {
  decisions: readonly PastDecision[];
  /** What stands there when there are none. */
  none: string;
  few: number;
  onForgotten(): void;
}

export function Decisions({ decisions, none, few, onForgotten }: Props) {
  const { shown, more } = useShortened(decisions, few);
  const [told, setTold] = useState({ words: "" });
  const line = useRef<HTMLOutputElement>(null);
  // The button that was pressed goes away with its decision; the focus must not be lost with it.
  useLayoutEffect(() => {
    if (told.words) line.current?.focus();
  }, [told]);
  const forgotten = (words: string) => {
    setTold({ words });
    onForgotten();
  };
  return (
    <>
      <output ref={line} class="told" tabIndex={-1}>
        {told.words}
      </output>
      {decisions.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <ul class="decisions">
          {shown.map((decision) => (
            <Item key={decision.key} decision={decision} onForgotten={forgotten} />
          ))}
        </ul>
      )}
      {more}
    </>
  );
}

function Item({ decision, onForgotten }: { decision: PastDecision; onForgotten(words: string): void }) {
  const [asked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { name, headline, subject } = decision.invitation;
  const keep = () => {
    setAsked(false);
    opener.current?.focus();
  };
  return (
    <li class="decision" data-decision={decision.key}>
      <div class="decision-who">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p class="small clamped">
          <bdi>{headline ?? subject ?? ""}</bdi>
        </p>
      </div>
      <button
        type="button"
        ref={opener}
        class="button button-small decision-forget"
        data-action="forget"
        aria-expanded={asked}
        aria-label={t("dash_forget_label", [name])}
        onClick={() => setAsked(!asked)}
      >
        {t("dash_forget")}
      </button>
      <Facts decision={decision} />
      {asked && <Question decision={decision} onKeep={keep} onForgotten={onForgotten} />}
    </li>
  );
}

function Facts({ decision }: { decision: PastDecision }) {
  const { verdict, action, decidedAt, relationship, invitation } = decision;
  return (
    <ul class="facts">
      <li class={`did did-${action}`}>{t(action === "accept" ? "dash_did_accept" : "dash_did_ignore")}</li>
      <li>{verdict === null ? t("dash_no_badge") : t("dash_badge_said", [verdictName(verdict)])}</li>
      {relationship !== "other" && invitation.kind === "person" && <li>{relationshipName(relationship)}</li>}
      <li>
        <time dateTime={new Date(decidedAt).toISOString()}>{dayOf(decidedAt)}</time>
      </li>
    </ul>
  );
}

interface QuestionProps {
  decision: PastDecision;
  onKeep(): void;
  onForgotten(words: string): void;
}

function Question({ decision, onKeep, onForgotten }: QuestionProps) {
  const [state, setState] = useState<{ busy: boolean; code: string | null }>({ busy: false, code: null });
  const first = useRef<HTMLButtonElement>(null);
  const id = `forget-${decision.key}`;
  const { name } = decision.invitation;
  useLayoutEffect(() => first.current?.focus(), []);
  const forget = async () => {
    if (state.busy) return;
    setState({ busy: true, code: null });
    const reply = await ask("decisions.undo", { key: decision.key });
    if (!reply.ok) return setState({ busy: false, code: reply.code });
    onForgotten(t(reply.value.undone ? "dash_forgotten" : "dash_forgotten_before", [name]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onKeep();
  };
  return (
    <fieldset class="question" aria-labelledby={id} onKeyDown={onKeyDown}>
      <p id={id}>{t("dash_forget_ask")}</p>
      <div class="actions">
        <button type="button" ref={first} class="button button-small" data-action="keep" onClick={onKeep}>
          {t("dash_forget_no")}
        </button>
        <button
          type="button"
          class="button button-small button-main"
          data-action="forget-yes"
          aria-disabled={state.busy}
          onClick={() => void forget()}
        >
          {t("dash_forget_yes")}
        </button>
      </div>
      <output class="error">{state.code !== null && t("dash_forget_failed", [state.code])}</output>
    </fieldset>
  );
}
