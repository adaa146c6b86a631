/** When the person's week begins, and by which clock. */
import { useMemo } from "preact/hooks";
import { type Weekday, type WeekSettings, weekdays } from "../native/protocol";
import { locale, t } from "../ui/i18n";
import { firstDayOf } from "../week-custom";
import { Section, type SectionProps } from "./fields";
import { dayName } from "./weekday";
import { zoneGroups } from "./zones";

/** The weekday that following the language means, as the background tells the host. */
export function automaticFirstDay(): Weekday {
  return firstDayOf(chrome.i18n.getUILanguage());
}

export function WeekSection({ draft, change }: SectionProps) {
  const edit = (part: Partial<WeekSettings>) => change({ week: { ...draft.week, ...part } });
  return (
    <Section id="week" title={t("week_title")} hint={t("week_hint")}>
      <div class="week-fields">
        <div class="field">
          <label for="first-day">{t("week_first_day")}</label>
          <select
            id="first-day"
            value={draft.week.firstDay ?? ""}
            onChange={(event) => {
              const { value } = event.currentTarget;
              edit({ firstDay: weekdays.find((day) => day === value) ?? null });
            }}
          >
            <option value="">{t("week_automatic_day", [dayName(automaticFirstDay())])}</option>
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {dayName(day)}
              </option>
            ))}
          </select>
        </div>
        <ZoneField timeZone={draft.week.timeZone} onChange={(timeZone) => edit({ timeZone })} />
      </div>
    </Section>
  );
}

interface ZoneProps {
  timeZone: string | null;
  onChange(timeZone: string | null): void;
}

function ZoneField({ timeZone, onChange }: ZoneProps) {
  const computers = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div class="field">
      <label for="time-zone">{t("week_time_zone")}</label>
      <select
        id="time-zone"
        value={timeZone ?? ""}
        aria-describedby="time-zone-notes"
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        <option value="">{t("week_zone_computer", [computers.replaceAll("_", " ")])}</option>
        <ZoneOptions chosen={timeZone} />
      </select>
      <p id="time-zone-notes" class="notes hint">
        {timeZone === null ? t("week_zone_follows") : t("week_zone_fixed", [clockIn(timeZone)])}
      </p>
    </div>
  );
}

/** Four hundred options, made anew only when their words change: the rest of the form is typed in. */
function ZoneOptions({ chosen }: { chosen: string | null }) {
  const language = locale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of `t` change with the language
  return useMemo(
    () => (
      <>
        {zoneGroups(chosen).map(({ region, zones }) => (
          <optgroup key={region} label={t(region)}>
            {zones.map(({ name, city }) => (
              <option key={name} value={name}>
                {city}
              </option>
            ))}
          </optgroup>
        ))}
      </>
    ),
    [chosen, language],
  );
}

/** Empty for a zone that this browser does not know. */
function clockIn(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat(locale(), { timeStyle: "short", timeZone }).format(Date.now());
  } catch {
    return "–";
  }
}
