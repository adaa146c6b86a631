/**
 * The popup: the week at a glance, and the mend when something is in the way. It paints at once and fills in as
 * answers arrive; before the person has agreed it asks nothing of the host.
 */
import type { Reply } from "../messages";
import type { Settings } from "../native/protocol";
import { HostLine, HostMend } from "../ui/host-panel";
import { t, tCount } from "../ui/i18n";
import { Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { AccessNotice } from "../ui/permission";
import { openSettings, openWelcome } from "../ui/places";
import { useAnswer } from "../ui/use-answer";
import { useHost } from "../ui/use-host";
import { BudgetCard, BudgetSkeleton } from "./budget";
import { PageCheck, usePageCheck } from "./page-check";

function Popup() {
  const consent = useAnswer("consent.get", {}, true).reply;
  if (consent?.ok && !consent.value.given) return <NoConsent />;
  return <Week agreed={consent?.ok === true} silent={consent?.ok === false} />;
}

/** `silent`: the background did not even answer about consent; the host's check will say so. */
function Week({ agreed, silent }: { agreed: boolean; silent: boolean }) {
  const host = useHost(agreed || silent);
  const ready = host.state?.state === "ready";
  const mending = host.state !== null && !ready && host.state.state !== "connecting";
  const budget = useAnswer("budget.get", {}, ready);
  const settings = useAnswer("settings.get", {}, ready).reply;
  const outbox = useAnswer("outbox.get", {}, agreed).reply;
  const checked = usePageCheck(agreed);
  return (
    <>
      <Head />
      <main class="stack">
        {agreed && <AccessNotice />}
        <HostMend host={host} />
        {!mending &&
          (ready ? <BudgetCard reply={budget.reply} onRetry={budget.again} /> : <BudgetSkeleton />)}
        {ready && <Setup reply={settings} />}
        {outbox?.ok && <Outbox {...outbox.value} />}
        <PageCheck checked={checked} />
      </main>
      <footer class="foot">
        <HostLine host={host} />
        <button
          type="button"
          class="button button-quiet"
          data-action="settings"
          onClick={leaveFor(openSettings)}
        >
          {t("common_settings")}
        </button>
      </footer>
    </>
  );
}

/** Opens another page, then closes the popup, which would else lie over it. */
function leaveFor(open: () => Promise<unknown>): () => void {
  return () => void open().then(() => window.close());
}

function Head() {
  return (
    <header class="head">
      <Mark size={24} />
      <h1>{t("extensionName")}</h1>
    </header>
  );
}

function NoConsent() {
  return (
    <>
      <Head />
      <main class="stack" data-consent="none">
        <section class="card">
          <h2>{t("consent_title")}</h2>
          <p>{t("consent_text")}</p>
          <div class="actions">
            <button
              type="button"
              class="button button-main"
              data-action="welcome"
              onClick={leaveFor(openWelcome)}
            >
              {t("consent_button")}
            </button>
          </div>
        </section>
      </main>
    </>
  );
}

function Setup({ reply }: { reply: Reply<{ settings: Settings; updatedAt: number | null }> | null }) {
  if (!reply?.ok || reply.value.updatedAt !== null) return null;
  return (
    <section class="notice notice-hint" data-setup="open" aria-labelledby="setup">
      <h2 id="setup">{t("setup_title")}</h2>
      <p>{t("setup_text")}</p>
      <div class="actions">
        <button type="button" class="button button-main" onClick={leaveFor(openSettings)}>
          {t("common_open_settings")}
        </button>
      </div>
    </section>
  );
}

function Outbox({ waiting, refused }: { waiting: number; refused: number }) {
  if (waiting === 0 && refused === 0) return null;
  return (
    <section class="line" data-waiting={waiting} data-refused={refused}>
      {waiting > 0 && <p>{tCount("outbox_waiting", waiting)}</p>}
      {refused > 0 && <p>{tCount("outbox_refused", refused)}</p>}
    </section>
  );
}

mount("extensionName", <Popup />);
