/**
 * The settings page: what the person looks for, in their own words, and how SuperLink shows itself. The host keeps
 * the former; while it is away the page says how to mend that, rather than showing an empty form that would overwrite
 * what is stored. Before the person has agreed nothing is asked of the host.
 */
import { useEffect, useState } from "preact/hooks";
import { ask, onEvent } from "../messages";
import { HostMend } from "../ui/host-panel";
import { t } from "../ui/i18n";
import { Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { NoConsent } from "../ui/no-consent";
import { useConsent } from "../ui/use-consent";
import { type Host, useHost } from "../ui/use-host";
import { About } from "./about";
import { Form } from "./form";
import { PrefsSection } from "./prefs";
import { Said } from "./said";
import { StoredData } from "./stored-data";
import { type Editing, useSettings } from "./use-settings";

function SettingsPage() {
  const consent = useConsent();
  const { agreed, none, silent } = consent;
  const opened = useOpened(agreed, consent.again);
  // Who withdrew their consent, or never gave it, may still want to see and erase what is stored: on demand.
  const [curious, setCurious] = useState(false);
  const host = useHost(agreed || silent || curious, true);
  const ready = host.state?.state === "ready";
  useComeBack(none, consent.again);
  return (
    <div class="page">
      <Head />
      <main class="stack">
        <HostMend host={host} />
        {none && <NoConsent />}
        {(!none || opened) && <Wishes host={host} ready={ready && agreed} />}
        <PrefsSection />
        {ready && <Said ready={ready} />}
        {none && !ready && !curious ? (
          <AskStored onAsk={() => setCurious(true)} />
        ) : (
          <StoredData ready={ready} />
        )}
        <About host={host} consent={consent} />
      </main>
    </div>
  );
}

/**
 * Whether the settings were shown here: who withdraws their consent then keeps what they typed. Once everything was
 * erased, which takes the consent too, they are gone from here as well.
 */
function useOpened(given: boolean, again: () => void): boolean {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (given) setOpened(true);
  }, [given]);
  useEffect(
    () =>
      onEvent("plan.changed", () => {
        void ask("consent.get", {}).then((reply) => {
          if (!reply.ok || reply.value.given) return;
          setOpened(false);
          again();
        });
      }),
    [again],
  );
  return opened;
}

/** The person may have agreed on another page: asks again when they come back from it. */
function useComeBack(wanted: boolean, again: () => void): void {
  useEffect(() => {
    if (!wanted) return;
    window.addEventListener("focus", again);
    return () => window.removeEventListener("focus", again);
  }, [wanted, again]);
}

function Head() {
  return (
    <header class="page-head">
      <Mark size={40} />
      <div>
        <h1>{t("settings_heading")}</h1>
        <p class="hint">{t("settings_intro")}</p>
        <nav class="places" aria-label={t("settings_places")}>
          <a href="../review/review.html">{t("settings_to_review")}</a>
          <a href="../dashboard/dashboard.html">{t("settings_to_dashboard")}</a>
        </nav>
      </div>
    </header>
  );
}

function AskStored({ onAsk }: { onAsk(): void }) {
  return (
    <section class="card section" aria-labelledby="ask-stored">
      <h2 id="ask-stored">{t("settings_stored_title")}</h2>
      <p class="hint">{t("settings_stored_hint")}</p>
      <button type="button" class="button" data-action="stored" onClick={onAsk}>
        {t("settings_stored_show")}
      </button>
    </section>
  );
}

/** What the host keeps, once it is there. A draft outlives the host's going away. */
function Wishes({ host, ready }: { host: Host; ready: boolean }) {
  const editing = useSettings();
  const { load, draft, loaded, progress } = editing;
  // Loads once the host is ready, and again should it come back before there was anything to edit.
  useEffect(() => {
    if (ready && !draft) load();
  }, [ready, draft, load]);
  // A save that failed says that the host went away: find out why, to show the mend.
  const { check } = host;
  const failed = progress.kind === "failed";
  useEffect(() => {
    if (failed) check();
  }, [failed, check]);
  return (
    <div class="stack" data-settings={draft ? "here" : loaded.kind}>
      {draft ? (
        <Form editing={editing} draft={draft} ready={ready} />
      ) : (
        <NotYet editing={editing} hostState={host.state?.state} />
      )}
    </div>
  );
}

function NotYet({ editing, hostState }: { editing: Editing; hostState: string | undefined }) {
  const waiting = hostState === undefined || hostState === "connecting";
  if (editing.loaded.kind === "failed") {
    return (
      <section class="notice notice-bad">
        <p>{t("settings_load_failed", [editing.loaded.code])}</p>
        <div class="actions">
          <button type="button" class="button" onClick={editing.load}>
            {t("common_retry")}
          </button>
        </div>
      </section>
    );
  }
  if (!waiting && hostState !== "ready") return <p class="hint">{t("settings_away")}</p>;
  return (
    <section class="card section" aria-busy="true">
      <span class="bone bone-short" />
      <span class="bone" />
      <span class="bone bone-tall" />
      <span class="unseen">{t("common_loading")}</span>
    </section>
  );
}

mount("settings_title", <SettingsPage />);
