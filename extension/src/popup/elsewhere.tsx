/** People accepted this week where SuperLink does not see it: entered by hand, saved at once, taken back by Undo. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import type { Budget } from "../native/protocol";
import { formatNumber, t } from "../ui/i18n";
import { MinusIcon, PlusIcon } from "../ui/icons";
import { Undo } from "./undo";

const most = 1000;

interface Entry {
  value: number;
  /** What Undo brings back; null while nothing was changed here. */
  before: number | null;
  failed: boolean;
  save(value: number): void;
  undo(): void;
}

/** The figure is the person's own until the host has it, and then the host's. */
function useEntry({ elsewhere }: Budget, again: () => void): Entry {
  const [typed, setTyped] = useState<number | null>(null);
  const [before, setBefore] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const turn = useRef(0);
  const saving = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the host says now ends what was typed
  useEffect(() => {
    if (!saving.current) setTyped(null);
  }, [elsewhere]);

  const put = async (value: number) => {
    turn.current += 1;
    const mine = turn.current;
    saving.current = true;
    setTyped(value);
    const reply = await ask("budget.put", { elsewhere: value });
    if (mine !== turn.current) return;
    saving.current = false;
    setFailed(!reply.ok);
    setTyped(reply.ok ? reply.value.elsewhere : null);
    if (reply.ok) again();
  };
  const save = (value: number) => {
    const within = Math.min(most, Math.max(0, value));
    if (within === (typed ?? elsewhere)) return;
    setBefore((known) => known ?? elsewhere);
    void put(within);
  };
  const undo = () => {
    if (before !== null) void put(before).then(() => setBefore(null));
  };
  return { value: typed ?? elsewhere, before, failed, save, undo };
}

export function Elsewhere({ budget, again }: { budget: Budget; again(): void }) {
  const entry = useEntry(budget, again);
  return (
    <details class="elsewhere">
      <summary>{t("budget_elsewhere", [formatNumber(entry.value)])}</summary>
      <p id="elsewhere-hint" class="small">
        {t("budget_elsewhere_hint")}
      </p>
      <Stepper {...entry} />
    </details>
  );
}

function Stepper({ value, before, failed, save, undo }: Entry) {
  const field = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    if (Number.isInteger(input.valueAsNumber)) save(input.valueAsNumber);
    else input.value = String(value);
  };
  return (
    <fieldset class="stepper" data-elsewhere={value}>
      <legend class="unseen">{t("budget_elsewhere_label")}</legend>
      <Step
        action="fewer"
        label={t("budget_elsewhere_fewer")}
        off={value === 0}
        onStep={() => save(value - 1)}
      >
        <MinusIcon />
      </Step>
      <input
        ref={field}
        type="number"
        inputmode="numeric"
        min={0}
        max={most}
        step={1}
        value={value}
        aria-label={t("budget_elsewhere_label")}
        aria-describedby="elsewhere-hint"
        onChange={(event) => take(event.currentTarget)}
      />
      <Step
        action="more"
        label={t("budget_elsewhere_more")}
        off={value === most}
        onStep={() => save(value + 1)}
      >
        <PlusIcon />
      </Step>
      <output class="small">{failed ? t("popup_not_saved") : before !== null && t("popup_saved")}</output>
      {before !== null && !failed && <Undo of="elsewhere" onUndo={undo} then={() => field.current} />}
    </fieldset>
  );
}

/** Never disabled outright: the focus must not be lost at the end of the way. */
function Step(props: {
  action: string;
  label: string;
  off: boolean;
  onStep(): void;
  children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class="button button-icon"
      data-action={props.action}
      aria-label={props.label}
      aria-disabled={props.off}
      onClick={props.onStep}
    >
      {props.children}
    </button>
  );
}
