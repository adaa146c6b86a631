/** The person's week: how many people, with how much energy, and when they look at them. */
import { type Energy, energies, type Weekday, weekdays } from "../native/protocol";
import { locale, type MessageKey, t } from "../ui/i18n";
import { type DraftSlot, limits } from "./draft";
import { FieldError, problemOf, Section, type SectionProps } from "./fields";

const energyWords: Record<Energy, [name: MessageKey, effect: MessageKey]> = {
  low: ["energy_low", "energy_low_effect"],
  normal: ["energy_normal", "energy_normal_effect"],
  high: ["energy_high", "energy_high_effect"],
};

export function EnergySection({ draft, change }: SectionProps) {
  return (
    <Section id="energy" title={t("energy_title")} hint={t("energy_hint")}>
      <fieldset class="options" aria-describedby="energy-hint">
        <legend class="unseen">{t("energy_title")}</legend>
        {energies.map((energy) => (
          <label key={energy} class="option">
            <input
              type="radio"
              name="energy"
              value={energy}
              checked={draft.energy === energy}
              onChange={() => change({ energy })}
            />
            <span>
              <strong>{t(energyWords[energy][0])}</strong>
              <span class="small">{t(energyWords[energy][1])}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Section>
  );
}

export function BudgetSection({ draft, problems, change }: SectionProps) {
  const error = problemOf(problems, "weekly-budget");
  return (
    <Section id="budget" title={t("budget_setting_title")} hint={t("budget_setting_hint")}>
      <div class="field field-number">
        <label for="weekly-budget">{t("budget_setting_label")}</label>
        <input
          id="weekly-budget"
          type="number"
          inputmode="numeric"
          min={0}
          max={limits.budget}
          step={1}
          value={draft.weeklyBudget}
          aria-invalid={error !== null}
          aria-describedby="budget-hint weekly-budget-error"
          onInput={(event) => change({ weeklyBudget: event.currentTarget.value })}
        />
        <FieldError field="weekly-budget" text={error} />
      </div>
    </Section>
  );
}

export function SlotSection({ draft, problems, change }: SectionProps) {
  const slot = draft.slot;
  const edit = (part: Partial<DraftSlot>) => change({ slot: { ...slot, ...part } });
  return (
    <Section id="slot" title={t("slot_title")} hint={t("slot_hint")}>
      <label class="toggle">
        <input
          id="slot-on"
          type="checkbox"
          checked={slot.on}
          onChange={(event) => edit({ on: event.currentTarget.checked })}
        />
        <span>{t("slot_toggle")}</span>
      </label>
      {slot.on && (
        <div class="slot">
          <DayField slot={slot} onEdit={edit} />
          <SlotInput id="slot-time" slot={slot} problems={problems} onEdit={edit} />
          <SlotInput id="slot-minutes" slot={slot} problems={problems} onEdit={edit} />
        </div>
      )}
    </Section>
  );
}

interface SlotFieldProps {
  slot: DraftSlot;
  onEdit(part: Partial<DraftSlot>): void;
}

function DayField({ slot, onEdit }: SlotFieldProps) {
  const pick = (value: string) => {
    const day = weekdays.find((known) => known === value);
    if (day) onEdit({ day });
  };
  return (
    <div class="field">
      <label for="slot-day">{t("slot_day")}</label>
      <select id="slot-day" value={slot.day} onChange={(event) => pick(event.currentTarget.value)}>
        {weekdays.map((day) => (
          <option key={day} value={day}>
            {dayName(day)}
          </option>
        ))}
      </select>
    </div>
  );
}

function SlotInput(
  props: SlotFieldProps & { id: "slot-time" | "slot-minutes" } & Pick<SectionProps, "problems">,
) {
  const { id, slot, problems, onEdit } = props;
  const time = id === "slot-time";
  const error = problemOf(problems, id);
  return (
    <div class="field">
      <label for={id}>{t(time ? "slot_time" : "slot_minutes")}</label>
      <input
        id={id}
        type={time ? "time" : "number"}
        {...(time ? {} : { min: limits.minutesLeast, max: limits.minutesMost, step: 5 })}
        value={time ? slot.at : slot.minutes}
        aria-invalid={error !== null}
        aria-describedby={`${id}-error`}
        onInput={(event) => {
          const { value } = event.currentTarget;
          onEdit(time ? { at: value } : { minutes: value });
        }}
      />
      <FieldError field={id} text={error} />
    </div>
  );
}

/** The weekday in the person's language; 1 January 2024 was a Monday. */
export function dayName(day: Weekday): string {
  const date = new Date(2024, 0, 1 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale(), { weekday: "long" }).format(date);
}
