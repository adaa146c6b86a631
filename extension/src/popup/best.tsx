/** The best of the plan, each with one reason and a way to its card, and the doors to everything else. */
import type { Plan, PlanItem, Verdict } from "../native/protocol";
import { type MessageKey, t, tCount } from "../ui/i18n";
import { invitationsUrl, openSettings } from "../ui/places";
import { mainReason } from "../ui/reason-words";
import { leaveFor, openDashboard, openPanel, openReview, showCard } from "./doors";
import { isRunning, reviewWords } from "./review-words";

const most = 3;
const verdictKeys: Record<Verdict, MessageKey> = {
  accept: "verdict_accept",
  ignore: "verdict_ignore",
  unsure: "verdict_unsure",
  later: "verdict_later",
};

export function BestCard({ plan, windowId }: { plan: Plan; windowId: number | null }) {
  const best = plan.items.filter(({ judgement }) => judgement.plan.place === "planned").slice(0, most);
  return (
    <section class="card best" aria-labelledby="best" data-best={best.length}>
      <h2 id="best">{t("popup_best_title")}</h2>
      {best.length > 0 ? (
        <ul>
          {best.map((item) => (
            <Best key={item.invitation.id} item={item} />
          ))}
        </ul>
      ) : (
        <Nobody plan={plan} />
      )}
      <ReviewTime plan={plan} />
      <Doors windowId={windowId} />
    </section>
  );
}

function Best({ item: { invitation, judgement } }: { item: PlanItem }) {
  const reason = mainReason(judgement);
  return (
    <li>
      <button
        type="button"
        class="person"
        data-invitation={invitation.id}
        onClick={leaveFor(() => showCard(invitation.id))}
      >
        <span class="person-head">
          <bdi class="person-name" title={invitation.name}>
            {invitation.name}
          </bdi>
          <span class={`chip chip-${judgement.verdict}`}>{t(verdictKeys[judgement.verdict])}</span>
        </span>
        {reason && (
          <span class="person-reason small">
            <bdi>{reason}</bdi>
          </span>
        )}
        <span class="unseen">{t("popup_show_card")}</span>
      </button>
    </li>
  );
}

/** Nothing known yet, or nobody who deserves it or fits in: three different things to a person. */
function Nobody({ plan: { counts } }: { plan: Plan }) {
  const toDecide = counts["ask-first"] + counts["your-call"];
  const known = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (known === 0) {
    return (
      <p class="hint">
        {t("popup_nothing_known")}{" "}
        <a href={invitationsUrl} target="_blank" rel="noopener noreferrer">
          {t("common_open_invitations")}
        </a>
      </p>
    );
  }
  return (
    <p class="hint">
      {t("popup_nobody_planned")}
      {toDecide > 0 && ` ${tCount("popup_to_decide", toDecide)}`}
      {counts.later > 0 && ` ${tCount("popup_later", counts.later)}`}
    </p>
  );
}

function ReviewTime({ plan: { review } }: { plan: Plan }) {
  const now = Date.now();
  if (!review) {
    return (
      <p class="review-time small" data-review="none">
        {t("popup_review_none")}{" "}
        <button type="button" class="link" onClick={leaveFor(openSettings)}>
          {t("popup_review_set")}
        </button>
      </p>
    );
  }
  return (
    <p class="review-time small" data-review={isRunning(review, now) ? "running" : "next"}>
      {reviewWords(review, now)}
    </p>
  );
}

function Doors({ windowId }: { windowId: number | null }) {
  return (
    <div class="actions doors">
      <button type="button" class="button button-main" data-action="review" onClick={leaveFor(openReview)}>
        {t("popup_open_review")}
      </button>
      <button type="button" class="button" data-action="dashboard" onClick={leaveFor(openDashboard)}>
        {t("popup_open_dashboard")}
      </button>
      <button type="button" class="button" data-action="panel" onClick={leaveFor(() => openPanel(windowId))}>
        {t("popup_open_panel")}
      </button>
    </div>
  );
}

export function BestSkeleton() {
  return (
    <section class="card best" aria-busy="true">
      <span class="bone bone-short" />
      <span class="bone bone-tall" />
      <span class="bone bone-tall" />
    </section>
  );
}
