/** The time that the person sets aside for reviewing, and whether the browser may remind them of it. */
import { weekdays } from "../native/protocol";
import { t } from "../ui/i18n";
import { type DraftSlot, limits } from "./draft";
import { FieldError, problemOf, Section, type SectionProps } from "./fields";
import { type Notifying, useNotifications } from "./notifications";
import { dayName } from "./weekday";

export function SlotSection({ draft, problems, change }: SectionProps) {
  const slot = draft.slot;
  const { notifying, request } = useNotifications();
  const edit = (part: Partial<DraftSlot>) => change({ slot: { ...slot, ...part } });
  const toggle = (on: boolean) => {
    if (on && notifying !== "allowed") request();
    edit({ on });
  };
  return (
    <Section id="slot" title={t("slot_title")} hint={t("settings_slot_hint")}>
      <label class="toggle">
        <input
          id="slot-on"
          type="checkbox"
          checked={slot.on}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
        <span>{t("slot_toggle")}</span>
      </label>
      {slot.on && (
        <>
          <div class="slot">
            <DayField slot={slot} onEdit={edit} />
            <SlotInput id="slot-time" slot={slot} problems={problems} onEdit={edit} />
            <SlotInput id="slot-minutes" slot={slot} problems={problems} onEdit={edit} />
          </div>
          <Reminder notifying={notifying} request={request} />
        </>
      )}
    </Section>
  );
}

function Reminder({ notifying, request }: { notifying: Notifying; request(): void }) {
  const silent = notifying === "not-allowed" || notifying === "refused";
  return (
    <div class="reminder" data-notifying={notifying}>
      <output class="small">
        {notifying === "allowed" && t("week_notify_on")}
        {notifying === "not-allowed" && t("week_notify_off")}
        {notifying === "refused" && t("week_notify_refused")}
      </output>
      {silent && (
        <button type="button" class="button" data-action="notify" onClick={request}>
          {t("week_notify_allow")}
        </button>
      )}
    </div>
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
