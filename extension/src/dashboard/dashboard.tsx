/**
 * The dashboard: what the person decided in the last weeks, how well the badges knew it, and who still waits. It only
 * looks back and counts; what it shows was all noticed before. Before the person has agreed it asks nothing of the host.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { History } from "../native/protocol";
import { HostMend } from "../ui/host-panel";
import { formatNumber, t } from "../ui/i18n";
import { Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { NoConsent } from "../ui/no-consent";
import { invitationsUrl, openSettings } from "../ui/places";
import { useConsent } from "../ui/use-consent";
import { useHost } from "../ui/use-host";
import { AgreementByRelationship, AgreementOverTime } from "./agreement";
import { Decisions } from "./decisions";
import { isBlank, livedWeeks, shareWords, summaryOf, totalsOf } from "./figures";
import { Ledger } from "./ledger";
import { Part, PartFailed, PartLoading } from "./part";
import { PendingByAge, PendingByRelationship } from "./pending";
import { type Looked, useHistory } from "./use-history";
import { Weeks } from "./weeks";

const periods = [12, 26, 52] as const;

function Dashboard() {
  const { agreed, none, silent } = useConsent();
  if (none) {
    return (
      <div class="page">
        <Head />
        <main class="stack">
          <NoConsent />
        </main>
      </div>
    );
  }
  return <LookingBack wanted={agreed || silent} />;
}

function LookingBack({ wanted }: { wanted: boolean }) {
  const host = useHost(wanted, true);
  const [weeks, setWeeks] = useState<number>(periods[0]);
  const state = host.state?.state;
  const ready = state === "ready";
  const looked = useHistory(weeks, ready);
  const { reply } = looked.history;
  // An answer that failed may say that the host went away: find out, to show the mend.
  const { check } = host;
  const failed = reply?.ok === false;
  useEffect(() => {
    if (failed) check();
  }, [failed, check]);
  const away = state !== undefined && state !== "ready" && state !== "connecting";
  return (
    <div class="page">
      <Head>{reply?.ok && !isBlank(reply.value) && <Period weeks={weeks} onChange={setWeeks} />}</Head>
      <main class="stack" data-dashboard={reply?.ok ? "here" : "none"}>
        <HostMend host={host} />
        <Body looked={looked} away={away} />
      </main>
      <footer class="foot">
        <button type="button" class="button button-quiet" onClick={() => void openSettings()}>
          {t("common_open_settings")}
        </button>
      </footer>
    </div>
  );
}

function Body({ looked, away }: { looked: Looked; away: boolean }) {
  const { reply } = looked.history;
  if (reply?.ok) return <Everything history={reply.value} looked={looked} />;
  if (away) return <p class="hint">{t("dash_away")}</p>;
  return reply ? <PartFailed code={reply.code} onRetry={looked.again} /> : <Bones />;
}

function Head({ children }: { children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <Mark size={40} />
      <div class="page-title">
        <h1>{t("dash_heading")}</h1>
        <p class="hint">{t("dash_intro")}</p>
      </div>
      {children}
    </header>
  );
}

function Period({ weeks, onChange }: { weeks: number; onChange(weeks: number): void }) {
  return (
    <fieldset class="period">
      <legend class="unseen">{t("dash_period")}</legend>
      {periods.map((period) => (
        <label key={period}>
          <input
            type="radio"
            name="period"
            value={period}
            checked={period === weeks}
            onChange={() => onChange(period)}
          />
          <span>{t("dash_period_weeks", [formatNumber(period)])}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Bones() {
  return (
    <>
      {["one", "two"].map((key) => (
        <section key={key} class="card part">
          <PartLoading />
        </section>
      ))}
    </>
  );
}

function Everything({ history, looked }: { history: History; looked: Looked }) {
  if (isBlank(history)) return <Nothing />;
  const weeks = livedWeeks(history.weeks);
  return (
    <>
      <Summary weeks={weeks} />
      <Weeks weeks={weeks} />
      <AgreementOverTime weeks={weeks} />
      <div class="pair">
        <AgreementByRelationship relationships={history.relationships} />
        <Ledger reply={looked.reasons.reply} onRetry={looked.reasons.again} />
      </div>
      <div class="pair">
        <PendingByRelationship relationships={history.relationships} />
        <PendingByAge history={history} />
      </div>
      <Part id="disagreements" title={t("dash_differ_title")} hint={t("dash_differ_hint")}>
        <Decisions
          decisions={history.disagreements}
          none={t("dash_differ_none")}
          few={5}
          onForgotten={looked.again}
        />
      </Part>
      <Latest looked={looked} />
    </>
  );
}

function Latest({ looked }: { looked: Looked }) {
  const { reply, again } = looked.decisions;
  return (
    <Part id="latest" title={t("dash_latest_title")} hint={t("dash_latest_hint")}>
      {!reply ? (
        <PartLoading />
      ) : reply.ok ? (
        <Decisions
          decisions={reply.value.decisions}
          none={t("dash_latest_none")}
          few={5}
          onForgotten={looked.again}
        />
      ) : (
        <PartFailed code={reply.code} onRetry={again} />
      )}
    </Part>
  );
}

function Summary({ weeks }: { weeks: History["weeks"] }) {
  const { accepted, ignored, lapsed, agreed } = totalsOf(weeks);
  const figures = [
    [t("dash_accepted"), formatNumber(accepted)],
    [t("dash_ignored"), formatNumber(ignored)],
    [t("dash_lapsed"), formatNumber(lapsed)],
    [t("dash_agreed"), shareWords(agreed)],
  ];
  return (
    <section class="summary" aria-labelledby="summary">
      <h2 id="summary">{summaryOf(weeks)}</h2>
      <dl class="figures">
        {figures.map(([name, figure]) => (
          <div key={name} class="card">
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Nothing() {
  return (
    <section class="card part" data-empty="all">
      <h2>{t("dash_empty_title")}</h2>
      <p>{t("dash_empty_text")}</p>
      <div class="actions">
        <a class="button button-main" href={invitationsUrl} target="_blank" rel="noreferrer">
          {t("common_open_invitations")}
        </a>
      </div>
    </section>
  );
}

mount("dash_title", <Dashboard />);
