/**
 * The invitation in focus: who invites, what the card says, the advice with its reasons, what its place in the week
 * means, and what can be done from here. All words of the sender are text, in a direction of their own.
 */
import type { PlanItem } from "../native/protocol";
import { formatNumber, locale, t } from "../ui/i18n";
import { JudgementHead, Reasons } from "../ui/judgement";
import { ageWords, isolate, lapseWords, placeName } from "../ui/plan-words";
import { mainReason, reasonWords } from "../ui/reason-words";
import { Key } from "./help";
import { Markers } from "./markers";
import { PlaceNote } from "./place-note";
import type { Acts } from "./use-acts";

/** Notes longer than this may need scrolling, which must be possible with the keyboard. */
const longNote = 300;

export interface InvitationCardProps {
  item: PlanItem;
  /** Which one of how many; 0 where it stands in a group that is folded away. */
  position: [number: number, total: number];
  acts: Acts;
  reasons: { shown: boolean; toggle(): void };
}

export function InvitationCard({ item, position, acts, reasons }: InvitationCardProps) {
  const { invitation, judgement } = item;
  return (
    <section class="card focus" aria-label={t("review_card")} data-area="card" data-id={invitation.id}>
      <p class="small">
        {placeName(judgement.plan.place)}
        {position[0] > 0 && ` · ${t("review_position", position.map(formatNumber))}`}
      </p>
      <Sender item={item} />
      <JudgementHead judgement={judgement} />
      <PlaceNote item={item} />
      <Buttons item={item} acts={acts} reasons={reasons} />
      {/* What accepting would do to the person's network has its place here, between the advice and its reasons. */}
      {reasons.shown ? (
        <Reasons judgement={judgement} held={acts.corrections} onCorrect={acts.correct} />
      ) : (
        <p>
          <bdi>{mainReason(judgement)}</bdi>
        </p>
      )}
    </section>
  );
}

function Sender({ item: { invitation, firstSeenAt, lapsesAt, judgement } }: { item: PlanItem }) {
  const now = Date.now();
  const facts = [
    mutualWords(invitation),
    ageWords(invitation, firstSeenAt, now),
    ...(judgement.plan.place === "lapse" ? [] : [lapseWords(lapsesAt, now)]),
  ].filter((fact) => fact);
  return (
    <div class="sender">
      <h2 tabIndex={-1}>
        <bdi>{invitation.name}</bdi>
      </h2>
      {invitation.headline !== null && (
        <p class="headline">
          <bdi>{invitation.headline}</bdi>
        </p>
      )}
      <Markers badges={invitation.badges} />
      {invitation.subject !== null && (
        <p>
          {t("evidence_subject")} <bdi>{invitation.subject}</bdi>
        </p>
      )}
      <ul class="inline small">
        {facts.map((fact) => (
          <li key={fact}>
            <bdi>{fact}</bdi>
          </li>
        ))}
      </ul>
      {invitation.note !== null && <Note words={invitation.note} />}
    </div>
  );
}

function Note({ words }: { words: string }) {
  const scrolls = words.length > longNote;
  return (
    <figure class="note">
      <figcaption class="small" id="note">
        {t("review_note")}
      </figcaption>
      <blockquote dir="auto" {...(scrolls ? { tabIndex: 0, role: "region", "aria-labelledby": "note" } : {})}>
        {words}
      </blockquote>
    </figure>
  );
}

/** Empty where the card shows no such line. */
function mutualWords({ mutualConnections, mutualNames }: PlanItem["invitation"]): string {
  if (mutualConnections === null) return "";
  const params = { count: mutualConnections };
  const words = reasonWords({ code: "MUTUAL_CONNECTIONS", params, weight: 0 });
  if (mutualNames.length === 0) return words;
  const names = new Intl.ListFormat(locale(), { type: "unit" }).format(mutualNames.slice(0, 3).map(isolate));
  return t("review_mutual", [words, names]);
}

function Buttons({ item, acts, reasons }: Omit<InvitationCardProps, "position">) {
  const { invitation, judgement } = item;
  const isAside = judgement.plan.place === "aside";
  const missed = acts.notFound === invitation.id;
  return (
    <div class="card-acts">
      <div class="actions">
        <button
          type="button"
          class="button button-main"
          data-action="open"
          aria-keyshortcuts="o"
          onClick={() => acts.reveal(invitation)}
        >
          {t("review_open")} <Key name="o" />
        </button>
        <button
          type="button"
          class="button"
          data-action="aside"
          aria-keyshortcuts="x"
          onClick={() => acts.setAside(invitation, !isAside)}
        >
          {t(isAside ? "review_back" : "review_aside")} <Key name="x" />
        </button>
        <button
          type="button"
          class="button"
          data-action="reasons"
          aria-keyshortcuts="e"
          aria-expanded={reasons.shown}
          onClick={reasons.toggle}
        >
          {t(reasons.shown ? "review_why_hide" : "review_why_show")} <Key name="e" />
        </button>
      </div>
      {missed && <NotFound onAside={isAside ? null : () => acts.setAside(invitation, true)} />}
    </div>
  );
}

/** `onAside` is null where it is aside already. */
function NotFound({ onAside }: { onAside: (() => void) | null }) {
  return (
    <div class="notice notice-warn" data-found="false">
      <p>{t("review_not_found")}</p>
      {onAside && (
        <div class="actions">
          <button type="button" class="button" onClick={onAside}>
            {t("review_aside")}
          </button>
        </div>
      )}
    </div>
  );
}
