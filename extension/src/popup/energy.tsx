/**
 * How much the person has to give, switched with one press. What it did to the plan is told afterwards, with a way back:
 * a preview on every hover would be more than a popup should ask.
 */
import { useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import { type Energy, energies, type Plan, type Settings } from "../native/protocol";
import { formatNumber, type MessageKey, t } from "../ui/i18n";
import { longDay } from "./review-words";
import { Undo } from "./undo";

const names: Record<Energy, MessageKey> = { low: "energy_low", normal: "energy_normal", high: "energy_high" };

type Held = Pick<Settings, "energy" | "energyUntil">;

interface Switched {
  /** What the person chose, shown before the host has it. */
  chosen: Energy;
  /** What Undo brings back, and how many were planned with it; null when this was the undoing. */
  before: (Held & { planned: number }) | null;
  failed: boolean;
}

/** Low and high hold until the week is over, or as long as the person once said; normal holds by itself. */
export function heldFor(chosen: Energy, { energy, energyUntil }: Held, resetsAt: number, now: number): Held {
  if (chosen === "normal") return { energy: chosen, energyUntil: null };
  const goesOn = energy !== "normal" && (energyUntil === null || energyUntil > now);
  return { energy: chosen, energyUntil: goesOn ? energyUntil : resetsAt };
}

function useEnergy(plan: Plan, again: () => void) {
  const [switched, setSwitched] = useState<Switched | null>(null);
  const turn = useRef(0);
  const put = async (chosen: Energy, held: (now: Held) => Held, undoing: boolean) => {
    turn.current += 1;
    const mine = turn.current;
    const planned = plan.counts.planned;
    setSwitched((now) => ({ chosen, before: now?.before ?? null, failed: false }));
    const settings = await ask("settings.get", {});
    if (mine !== turn.current) return;
    const saved = settings.ok
      ? await ask("settings.put", {
          settings: { ...settings.value.settings, ...held(settings.value.settings) },
        })
      : settings;
    if (mine !== turn.current) return;
    const { energy, energyUntil } = settings.ok
      ? settings.value.settings
      : { energy: chosen, energyUntil: null };
    const before = undoing || !saved.ok ? null : { energy, energyUntil, planned };
    setSwitched({ chosen, before, failed: !saved.ok });
    again();
  };
  const choose = (chosen: Energy) =>
    void put(chosen, (now) => heldFor(chosen, now, plan.budget.resetsAt, Date.now()), false);
  const undo = (before: Held) => {
    const { energy, energyUntil } = before;
    void put(energy, () => ({ energy, energyUntil }), true);
  };
  return { switched, choose, undo };
}

export function EnergySwitch({ plan, again }: { plan: Plan; again(): void }) {
  const { switched, choose, undo } = useEnergy(plan, again);
  const { level } = plan.energy;
  const shown = switched && !switched.failed ? switched.chosen : level;
  const group = useRef<HTMLFieldSetElement>(null);
  const before = switched?.before;
  return (
    <section class="energy" data-energy={level}>
      <fieldset ref={group} class="segments" aria-describedby="energy-effect">
        <legend>{t("energy_title")}</legend>
        {energies.map((energy) => (
          <label key={energy}>
            <input
              type="radio"
              name="energy"
              value={energy}
              checked={shown === energy}
              onChange={() => choose(energy)}
            />
            <span>{t(names[energy])}</span>
          </label>
        ))}
      </fieldset>
      <output id="energy-effect" class="small">
        {told(switched, plan)}
      </output>
      {before && (
        <Undo
          of="energy"
          onUndo={() => undo(before)}
          then={() => group.current?.querySelector<HTMLInputElement>(`[value=${before.energy}]`) ?? null}
        />
      )}
    </section>
  );
}

/** What came of switching, or until when the energy holds; empty while there is nothing to say. */
function told(switched: Switched | null, plan: Plan): string {
  const { level, until } = plan.energy;
  if (switched?.failed) return t("popup_not_saved");
  if (switched?.before && switched.chosen === level) return effect(switched.before.planned, plan);
  return until !== null && level !== "normal" ? t("popup_energy_until", [longDay(until)]) : "";
}

/** "Low until Monday, December 1: 4 planned instead of 11." */
function effect(before: number, { counts, energy }: Plan): string {
  const name = t(names[energy.level]);
  const level = energy.until === null ? name : t("popup_energy_held", [name, longDay(energy.until)]);
  return counts.planned === before
    ? t("popup_energy_same", [level, formatNumber(before)])
    : t("popup_energy_changed", [level, formatNumber(counts.planned), formatNumber(before)]);
}
