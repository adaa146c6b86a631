/**
 * The popup: the week at a glance, and the mend when something is in the way. It paints at once and fills in as
 * answers arrive; before the person has agreed it asks nothing of the host.
 */
import { options } from "preact";
import type { Reply } from "../messages";
import type { Settings } from "../native/protocol";
import { HostLine, HostMend } from "../ui/host-panel";
import { t, tCount } from "../ui/i18n";
import { Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { NoConsent } from "../ui/no-consent";
import { AccessNotice } from "../ui/permission";
import { openSettings, openWelcome } from "../ui/places";
import { useConsent } from "../ui/use-consent";
import { BadgesSwitch } from "./badges-switch";
import { BestCard, BestSkeleton } from "./best";
import { BudgetCard, BudgetFailed, BudgetSkeleton } from "./budget";
import { leaveFor } from "./doors";
import { EnergySwitch } from "./energy";
import { PageCheck } from "./page-check";
import { useWeek } from "./use-week";
import { fitWidth } from "./width";

function Popup() {
  const { agreed, none, silent } = useConsent();
  return none ? <NotYet /> : <Week agreed={agreed} silent={silent} />;
}

function Week({ agreed, silent }: { agreed: boolean; silent: boolean }) {
  const week = useWeek(agreed, silent);
  const { host, ready, checked, prefs } = week;
  const mending = host.state !== null && !ready && host.state.state !== "connecting";
  return (
    <>
      <Head />
      <main class="stack">
        {agreed && <AccessNotice />}
        <HostMend host={host} />
        {ready && <Setup reply={week.settings} />}
        {!mending && <PlanCards {...week} />}
        {week.outbox?.ok && <Outbox {...week.outbox.value} />}
        <PageCheck checked={checked} />
        {prefs && <BadgesSwitch prefs={prefs} onChange={week.setPrefs} />}
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

/** Whatever can be told of the week: its cards, their bones, or that it could not be read. */
function PlanCards({ plan, ready, checked }: ReturnType<typeof useWeek>) {
  const { reply, again } = plan;
  if (reply?.ok) {
    return (
      <>
        <BudgetCard plan={reply.value} again={again} />
        <BestCard plan={reply.value} windowId={checked?.windowId ?? null} />
        <EnergySwitch plan={reply.value} again={again} />
      </>
    );
  }
  if (reply && ready) return <BudgetFailed onRetry={again} />;
  return (
    <>
      <BudgetSkeleton />
      <BestSkeleton />
    </>
  );
}

function Head() {
  return (
    <header class="head">
      <Mark size={24} />
      <h1>{t("extensionName")}</h1>
    </header>
  );
}

function NotYet() {
  return (
    <>
      <Head />
      <main class="stack">
        <NoConsent open={leaveFor(openWelcome)} />
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

// What is asked goes out as soon as the bones stand; Preact would wait for the browser to paint them, twice.
options.requestAnimationFrame = queueMicrotask;
mount("extensionName", <Popup />);
fitWidth();
