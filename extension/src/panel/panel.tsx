/**
 * The side panel: the advice of the badges as a list beside LinkedIn, for who wants nothing inserted in its page.
 * Before the person has agreed it asks nothing of the host.
 */
import { useEffect } from "preact/hooks";
import type { ListedCard } from "../messages";
import type { Plan } from "../native/protocol";
import { BudgetLine } from "../review/budget-line";
import { HostLine, HostMend } from "../ui/host-panel";
import { t } from "../ui/i18n";
import { Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { NoConsent } from "../ui/no-consent";
import { AccessNotice } from "../ui/permission";
import { invitationsUrl } from "../ui/places";
import { useConsent } from "../ui/use-consent";
import { useHost } from "../ui/use-host";
import { type PlanAnswer, usePlan } from "../ui/use-plan";
import { Cards, type Listed } from "./cards";
import { Mode } from "./mode";
import { useListed } from "./use-listed";

function PanelPage() {
  const { agreed, none, silent } = useConsent();
  const host = useHost(agreed || silent, true);
  const ready = host.state?.state === "ready";
  const waiting = host.state === null || host.state.state === "connecting";
  const answer = usePlan(ready, 1);
  const listed = useListed(agreed);
  const { check } = host;
  useEffect(() => {
    if (answer.failed !== null) check();
  }, [answer.failed, check]);
  return (
    <>
      <header class="head">
        <Mark size={24} />
        <h1>{t("extensionName")}</h1>
        <a href={chrome.runtime.getURL("review/review.html")} target="_blank" rel="noopener">
          {t("panel_review")}
        </a>
      </header>
      <main class="stack">
        {agreed && <AccessNotice />}
        <HostMend host={host} />
        {none && <NoConsent />}
        {agreed && (ready || waiting) && <Advice answer={answer} listed={listed} ready={ready} />}
        {agreed && <Mode />}
      </main>
      {!none && (
        <footer class="foot">
          <HostLine host={host} />
        </footer>
      )}
    </>
  );
}

interface AdviceProps {
  answer: PlanAnswer;
  listed: ListedCard[] | null | undefined;
  ready: boolean;
}

function Advice({ answer: { plan, failed, again }, listed, ready }: AdviceProps) {
  return (
    <>
      {plan && <BudgetLine plan={plan} />}
      {failed !== null && <Failed code={failed} again={again} />}
      {listed ? (
        <Cards title={t("panel_cards")} cards={listed} empty={t("page_empty")} ready={ready} filters />
      ) : listed === null ? (
        <Away plan={plan} failed={failed !== null} ready={ready} />
      ) : (
        <Bones />
      )}
    </>
  );
}

/** The tab shows something else: then the week's plan, and the way to the invitations. */
function Away({ plan, failed, ready }: { plan: Plan | null; failed: boolean; ready: boolean }) {
  const planned: Listed[] = (plan?.items ?? []).filter(({ judgement }) => judgement.plan.place === "planned");
  return (
    <>
      <div class="away" data-list="away">
        <p>{t("panel_away")}</p>
        <a class="button" href={invitationsUrl} target="_blank" rel="noopener noreferrer">
          {t("common_open_invitations")}
        </a>
      </div>
      {plan ? (
        <Cards title={t("panel_planned")} cards={planned} empty={t("panel_none_planned")} ready={ready} />
      ) : (
        !failed && <Bones />
      )}
    </>
  );
}

function Failed({ code, again }: { code: string; again(): void }) {
  return (
    <section class="notice notice-warn" data-plan="failed">
      <p>{t("review_failed", [code])}</p>
      <div class="actions">
        <button type="button" class="button" data-action="again" onClick={again}>
          {t("common_retry")}
        </button>
      </div>
    </section>
  );
}

function Bones() {
  return (
    <section aria-busy="true" data-list="loading">
      <span class="bone bone-short" />
      <span class="bone bone-tall" />
      <span class="bone bone-tall" />
      <span class="unseen">{t("common_loading")}</span>
    </section>
  );
}

mount("panel_title", <PanelPage />);
