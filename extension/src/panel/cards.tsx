/** Invitations as a list: verdict, name and one reason each; a press shows the card on LinkedIn, another its reasons. */
import { useState } from "preact/hooks";
import { ask, type ListedCard } from "../messages";
import { type CorrectionRequest, type Verdict, verdicts } from "../native/protocol";
import { formatNumber, t } from "../ui/i18n";
import { JudgementHead, Reasons, VerdictMark } from "../ui/judgement";
import { isolate, laterWords } from "../ui/plan-words";
import { mainReason } from "../ui/reason-words";
import { useCorrections } from "../ui/use-corrections";

export type Listed = Pick<ListedCard, "invitation" | "judgement">;

export interface CardsProps {
  title: string;
  cards: readonly Listed[];
  /** What is said where there are none. */
  empty: string;
  /** The host can be asked. */
  ready: boolean;
  /** With buttons that choose a verdict. */
  filters?: boolean;
}

export function Cards({ title, cards, empty, ready, filters = false }: CardsProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { held, correct } = useCorrections(ready);
  const onCorrect = (request: CorrectionRequest, words: string) => {
    void correct(request).then((kept) => setSaid(kept ? words : t("correct_failed")));
  };
  const chosen = filters ? verdict : null;
  const shown = chosen === null ? cards : cards.filter(({ judgement }) => judgement?.verdict === chosen);
  return (
    <section aria-labelledby="cards" data-list={filters ? "page" : "planned"}>
      <h2 id="cards">
        {title} <span class="count">{formatNumber(cards.length)}</span>
      </h2>
      {filters && cards.length > 0 && <Filter cards={cards} chosen={chosen} choose={setVerdict} />}
      {shown.length === 0 && <p class="hint">{cards.length === 0 ? empty : t("panel_filter_none")}</p>}
      <ul class="cards">
        {shown.map((card) => (
          <Row
            key={card.invitation.id}
            card={card}
            isOpen={open === card.invitation.id}
            toggle={() => setOpen(open === card.invitation.id ? null : card.invitation.id)}
            held={held}
            onCorrect={onCorrect}
          />
        ))}
      </ul>
      <output class="small said">{said}</output>
    </section>
  );
}

interface FilterProps {
  cards: readonly Listed[];
  chosen: Verdict | null;
  choose(verdict: Verdict | null): void;
}

function Filter({ cards, chosen, choose }: FilterProps) {
  const count = (verdict: Verdict) => cards.filter(({ judgement }) => judgement?.verdict === verdict).length;
  const options = [
    { verdict: null, name: t("panel_all"), many: cards.length },
    ...verdicts.map((verdict) => ({ verdict, name: t(`verdict_${verdict}`), many: count(verdict) })),
  ].filter(({ verdict, many }) => verdict === null || verdict === chosen || many > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would take a line of a narrow page
    <div class="filter" role="group" aria-label={t("panel_filter")}>
      {options.map(({ verdict, name, many }) => (
        <button
          key={name}
          type="button"
          class="button button-small"
          data-filter={verdict ?? "all"}
          aria-pressed={chosen === verdict}
          onClick={() => choose(verdict)}
        >
          {name} {formatNumber(many)}
        </button>
      ))}
    </div>
  );
}

interface RowProps extends Pick<Parameters<typeof Reasons>[0], "held" | "onCorrect"> {
  card: Listed;
  isOpen: boolean;
  toggle(): void;
}

function Row({ card: { invitation, judgement }, isOpen, toggle, held, onCorrect }: RowProps) {
  const [gone, setGone] = useState<"" | "gone" | "failed">("");
  const name = [isolate(invitation.name)];
  const reveal = () => {
    void ask("page.reveal", { invitationId: invitation.id }).then((reply) => {
      setGone(!reply.ok ? "failed" : reply.value.found ? "" : "gone");
    });
  };
  return (
    <li data-card={invitation.id}>
      <button type="button" class="row" title={t("panel_show", name)} onClick={reveal}>
        <span class="row-name">
          <bdi>{invitation.name}</bdi>
        </span>
        {judgement && <VerdictMark verdict={judgement.verdict} />}
        <span class="row-why small">
          <bdi>{judgement ? mainReason(judgement) : t("panel_waiting")}</bdi>
        </span>
      </button>
      {judgement && (
        <button
          type="button"
          class="more"
          aria-expanded={isOpen}
          aria-label={t("panel_details", name)}
          onClick={toggle}
        >
          <span aria-hidden="true" class="chevron" />
        </button>
      )}
      <output class="small gone">
        {gone === "gone" && t("panel_gone")}
        {gone === "failed" && t("review_open_failed")}
      </output>
      {judgement && isOpen && <Details judgement={judgement} held={held} onCorrect={onCorrect} />}
    </li>
  );
}

function Details({ judgement, held, onCorrect }: Parameters<typeof Reasons>[0]) {
  const { plan } = judgement;
  return (
    <div class="details">
      <JudgementHead judgement={judgement} withVerdict={false} />
      {plan.place === "later" && <p>{laterWords(plan, Date.now()).join(" ")}</p>}
      <Reasons judgement={judgement} held={held} onCorrect={onCorrect} />
    </div>
  );
}
