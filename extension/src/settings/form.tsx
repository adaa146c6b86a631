/** The form of what the host keeps: what the person looks for, their week, and what a change would do. */
import { useEffect } from "preact/hooks";
import type { Budget, Preview } from "../native/protocol";
import { t } from "../ui/i18n";
import { BudgetSection, useBudget } from "./budget";
import type { Draft } from "./draft";
import { EnergySection } from "./energy";
import { FieldError, problemOf, Section, type SectionProps } from "./fields";
import { Goals } from "./goals";
import { Interests } from "./interests";
import { PreviewSection } from "./preview";
import { Relationships } from "./relationships";
import { SaveBar } from "./save-bar";
import { SlotSection } from "./slot";
import { usePreview } from "./use-preview";
import type { Editing } from "./use-settings";
import { automaticFirstDay, WeekSection } from "./week";

/** `ready`: the host may be asked. While it is not, typing goes on. */
export function Form({ editing, draft, ready }: { editing: Editing; draft: Draft; ready: boolean }) {
  const { stored, problems, change, progress } = editing;
  const props: SectionProps = { draft, problems, change };
  const previewing = usePreview(draft, stored, ready);
  const budget = useBudget(ready);
  const preview = previewing.reply?.ok ? previewing.reply.value : null;
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
    <form class="form" onSubmit={onSubmit} noValidate>
      <div class="stack fields">
        <AboutMe {...props} />
        <Goals {...props} />
        <p id="chips-how" class="hint between">
          {t("settings_chips_how")}
        </p>
        <Interests {...props} suggest={ready} />
        <Relationships {...props} />
        <WeekSections {...props} budget={budget} preview={preview} />
      </div>
      <PreviewSection previewing={previewing} ready={ready} />
      <SaveBar {...editing} />
    </form>
  );
}

function WeekSections({
  budget,
  preview,
  ...props
}: SectionProps & { budget: Budget | null; preview: Preview | null }) {
  return (
    <div class="pair">
      <div class="stack">
        <EnergySection
          {...props}
          preview={preview}
          firstDay={props.draft.week.firstDay ?? automaticFirstDay()}
        />
        <BudgetSection {...props} budget={budget} />
      </div>
      <div class="stack">
        <SlotSection {...props} />
        <WeekSection {...props} />
      </div>
    </div>
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
