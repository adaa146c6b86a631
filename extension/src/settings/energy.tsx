/** How much the person has to give, until when, and what each level would do to the invitations now waiting. */
import { useState } from "preact/hooks";
import { type Energy, energies, type Preview, type Weekday, weekdays } from "../native/protocol";
import { formatNumber, locale, type MessageKey, t } from "../ui/i18n";
import { FieldError, problemOf, Section, type SectionProps } from "./fields";
import { peopleIn } from "./preview-words";
import { type DateText, dayFromNow, endOf, lastDayOf, lastDayOfWeek, type Span, spans } from "./until";
import { dayName } from "./weekday";

const energyWords: Record<Energy, [name: MessageKey, effect: MessageKey]> = {
  low: ["energy_low", "energy_low_effect"],
  normal: ["energy_normal", "energy_normal_effect"],
  high: ["energy_high", "energy_high_effect"],
};

interface Props extends SectionProps {
  preview: Preview | null;
  firstDay: Weekday;
}

export function EnergySection({ preview, firstDay, ...props }: Props) {
  const { draft, change } = props;
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
              onChange={() => change(energy === "normal" ? { energy, energyUntil: null } : { energy })}
            />
            <span>
              <strong>{t(energyWords[energy][0])}</strong>
              <span class="small">{t(energyWords[energy][1])}</span>
              <span class="small effect" data-effect={energy} data-known={preview !== null}>
                {preview && effect(preview, energy)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.energy !== "normal" && <Until {...props} firstDay={firstDay} />}
    </Section>
  );
}

/** "Plans 4 of the 31 people waiting, instead of 11." */
export function effect({ planned, counts }: Preview, energy: Energy): string {
  const waiting = peopleIn(counts.after);
  if (waiting === 0) return "";
  const [now, would] = [counts.before.planned, planned[energy]];
  const figures = [formatNumber(would), formatNumber(waiting)];
  return would === now
    ? t("week_energy_plans", figures)
    : t("week_energy_instead", [...figures, formatNumber(now)]);
}

function Until({ draft, problems, change, firstDay }: SectionProps & { firstDay: Weekday }) {
  const [own, setOwn] = useState(false);
  const now = Date.now();
  const { timeZone } = draft.week;
  const { energyUntil } = draft;
  const days: Record<"week-end" | "week", DateText> = {
    "week-end": lastDayOfWeek(firstDay, timeZone, now),
    week: dayFromNow(7, timeZone, now),
  };
  const span = own ? "own" : spanOf(energyUntil, (name) => endOf(days[name], timeZone, now));
  const pick = (name: string) => {
    const picked = spans.find((known) => known === name) ?? "open";
    setOwn(picked === "own");
    if (picked === "open") change({ energyUntil: null });
    else if (picked !== "own") change({ energyUntil: endOf(days[picked], timeZone, now) });
    else if (energyUntil === null) change({ energyUntil: endOf(days.week, timeZone, now) });
  };
  return (
    <div class="until">
      <div class="field">
        <label for="energy-span">{t("week_until_label")}</label>
        <select id="energy-span" value={span} onChange={(event) => pick(event.currentTarget.value)}>
          <option value="open">{t("week_until_open")}</option>
          <option value="week-end">{t("week_until_day", [lastDayName(firstDay)])}</option>
          <option value="week">{t("week_until_week", [dateWords(days.week)])}</option>
          <option value="own">{t("week_until_own")}</option>
        </select>
      </div>
      {span === "own" && (
        <OwnDate
          until={energyUntil}
          timeZone={timeZone}
          error={problemOf(problems, "energy-date")}
          onChange={(date) => {
            setOwn(true);
            change({ energyUntil: endOf(date, timeZone, now) });
          }}
        />
      )}
    </div>
  );
}

function spanOf(until: number | null, endOfSpan: (span: "week-end" | "week") => number): Span {
  if (until === null) return "open";
  return (["week-end", "week"] as const).find((span) => endOfSpan(span) === until) ?? "own";
}

interface OwnDateProps {
  until: number | null;
  timeZone: string | null;
  error: string | null;
  onChange(date: DateText): void;
}

/** Left to itself while what it says is no day to come: a half typed date must not be taken away. */
function OwnDate({ until, timeZone, error, onChange }: OwnDateProps) {
  const day = until === null || Number.isNaN(until) ? null : lastDayOf(until, timeZone);
  return (
    <div class="field">
      <label for="energy-date">{t("week_until_date")}</label>
      <input
        id="energy-date"
        type="date"
        min={dayFromNow(0, timeZone, Date.now())}
        {...(day === null ? {} : { value: day })}
        aria-invalid={error !== null}
        aria-describedby="energy-date-error"
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <FieldError field="energy-date" text={error} />
    </div>
  );
}

function lastDayName(firstDay: Weekday): string {
  return dayName(weekdays[(weekdays.indexOf(firstDay) + 6) % 7] ?? "Sunday");
}

function dateWords(date: DateText): string {
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
