/**
 * The review page: the invitations one by one, those planned for this week first. It decides nothing: the person
 * accepts and ignores on LinkedIn, and the page notices. Before the person has agreed it asks nothing of the host.
 */
import { useEffect, useState } from "preact/hooks";
import { HostMend } from "../ui/host-panel";
import { t } from "../ui/i18n";
import { Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { NoConsent } from "../ui/no-consent";
import { AccessNotice } from "../ui/permission";
import { useConsent } from "../ui/use-consent";
import { type Host, useHost } from "../ui/use-host";
import { usePlan } from "../ui/use-plan";
import { Review } from "./session";

function ReviewPage() {
  const { agreed, none, silent } = useConsent();
  const host = useHost(agreed || silent, true);
  return (
    <div class="page review">
      <header class="page-head">
        <Mark size={40} />
        <div>
          <h1>{t("review_heading")}</h1>
          <p class="hint">{t("review_intro")}</p>
        </div>
      </header>
      <main class="stack">
        {agreed && <AccessNotice />}
        <HostMend host={host} />
        {none ? <NoConsent /> : <Loaded host={host} />}
      </main>
    </div>
  );
}

/** Once there is a plan it stays, also while the host is away. */
function Loaded({ host }: { host: Host }) {
  const ready = host.state?.state === "ready";
  const { plan, failed, again } = usePlan(ready);
  // A plan that could not be read may mean that the host went away: find out why, to show the mend.
  const { check } = host;
  useEffect(() => {
    if (failed !== null) check();
  }, [failed, check]);
  if (plan) return <Review plan={plan} failed={failed} again={again} />;
  if (failed !== null && ready) return <Failed code={failed} again={again} />;
  const waiting = host.state === null || ready || host.state.state === "connecting";
  return waiting ? <Bones /> : null;
}

function Failed({ code, again }: { code: string; again(): void }) {
  return (
    <section class="notice notice-bad" data-plan="failed">
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
  // Bones that show for a blink only flicker.
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section class="columns" aria-busy="true" data-plan="loading">
      <span class="unseen">{t("common_loading")}</span>
      {late && (
        <>
          <div class="card">
            <span class="bone bone-short" />
            <span class="bone bone-tall" />
            <span class="bone bone-tall" />
          </div>
          <div class="card">
            <span class="bone bone-short" />
            <span class="bone" />
            <span class="bone bone-tall" />
          </div>
        </>
      )}
    </section>
  );
}

mount("review_title", <ReviewPage />);
