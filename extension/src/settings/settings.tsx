/**
 * The settings page: what the person looks for, in their own words. The host keeps the settings; while it is away
 * the page says how to mend that, rather than showing an empty form that would overwrite what is stored.
 */
import { useEffect } from "preact/hooks";
import { HostMend } from "../ui/host-panel";
import { t } from "../ui/i18n";
import { Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { useHost } from "../ui/use-host";
import { About } from "./about";
import type { Draft } from "./draft";
import { FieldError, problemOf, Section, type SectionProps } from "./fields";
import { Goals } from "./goals";
import { Interests } from "./interests";
import { Relationships } from "./relationships";
import { SaveBar } from "./save-bar";
import { type Editing, useSettings } from "./use-settings";
import { BudgetSection, EnergySection, SlotSection } from "./week";

function SettingsPage() {
  const editing = useSettings();
  const { load, draft, loaded, progress } = editing;
  const host = useHost(true, true);
  const state = host.state?.state;
  // Loads once the host is ready, and again should it come back before there was anything to edit.
  useEffect(() => {
    if (state === "ready" && !draft) load();
  }, [state, draft, load]);
  // A save that failed says that the host went away: find out why, to show the mend.
  const { check } = host;
  const failed = progress.kind === "failed";
  useEffect(() => {
    if (failed) check();
  }, [failed, check]);

  return (
    <div class="page">
      <header class="page-head">
        <Mark size={40} />
        <div>
          <h1>{t("settings_heading")}</h1>
          <p class="hint">{t("settings_intro")}</p>
        </div>
      </header>
      <main class="stack" data-settings={draft ? "here" : loaded.kind}>
        <HostMend host={host} />
        {draft ? <Form editing={editing} draft={draft} /> : <NotYet editing={editing} hostState={state} />}
        <About host={host} />
      </main>
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

function Form({ editing, draft }: { editing: Editing; draft: Draft }) {
  const { problems, change, progress } = editing;
  const props: SectionProps = { draft, problems, change };
  // After an attempt to save that found something amiss, the first such field gets the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt moves the focus, a mended field does not
  useEffect(() => {
    if (progress.kind === "invalid" && problems[0]) showField(problems[0].field);
  }, [progress]);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (progress.kind !== "saving" && editing.dirty) editing.save();
  };
  return (
    <form class="stack" onSubmit={onSubmit} noValidate>
      <AboutMe {...props} />
      <Goals {...props} />
      <p id="chips-how" class="hint between">
        {t("chips_how")}
      </p>
      <Interests {...props} />
      <Relationships {...props} />
      <div class="pair">
        <EnergySection {...props} />
        <div class="stack">
          <BudgetSection {...props} />
          <SlotSection {...props} />
        </div>
      </div>
      <SaveBar {...editing} />
    </form>
  );
}

/** Puts the field into the middle, so that neither it nor its error rests behind the bar, and the focus into it. */
function showField(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

function AboutMe({ draft, problems, change }: SectionProps) {
  const error = problemOf(problems, "about-me");
  return (
    <Section id="me" title={t("about_me_title")} hint={t("about_me_hint")}>
      <div class="field">
        <label class="unseen" for="about-me">
          {t("about_me_title")}
        </label>
        <textarea
          id="about-me"
          rows={4}
          value={draft.about}
          placeholder={t("about_me_example")}
          aria-invalid={error !== null}
          aria-describedby="me-hint about-me-error"
          onInput={(event) => change({ about: event.currentTarget.value })}
        />
        <FieldError field="about-me" text={error} />
      </div>
    </Section>
  );
}

mount("settings_title", <SettingsPage />);
