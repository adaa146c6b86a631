/** What the person's network should help with: any number of goals, each of a kind, in their own words. */
import { useEffect, useRef } from "preact/hooks";
import { type GoalKind, goalKinds } from "../native/protocol";
import { type MessageKey, t } from "../ui/i18n";
import { CrossIcon, PlusIcon } from "../ui/icons";
import { type DraftGoal, goalFieldId, limits, newGoal } from "./draft";
import { FieldError, problemOf, Section, type SectionProps } from "./fields";

/** An example of each kind, to begin with and write over. */
const exampleWords: Record<GoalKind, MessageKey> = {
  "get-hired": "suggest_goal_get_hired",
  hire: "suggest_goal_hire",
  "find-clients": "suggest_goal_find_clients",
  "raise-funding": "suggest_goal_raise_funding",
  invest: "suggest_goal_invest",
  partner: "suggest_goal_partner",
  learn: "suggest_goal_learn",
  peers: "suggest_goal_peers",
};

const kindWords: Record<GoalKind, MessageKey> = {
  "get-hired": "goal_kind_get_hired",
  hire: "goal_kind_hire",
  "find-clients": "goal_kind_find_clients",
  "raise-funding": "goal_kind_raise_funding",
  invest: "goal_kind_invest",
  partner: "goal_kind_partner",
  learn: "goal_kind_learn",
  peers: "goal_kind_peers",
};

export function Goals({ draft, problems, change }: SectionProps) {
  const adder = useRef<HTMLButtonElement>(null);
  const justAdded = useRef<string | null>(null);
  // A new goal begins with its kind; one from an example is there to be written over.
  useEffect(() => {
    if (justAdded.current === null) return;
    const field = document.getElementById(justAdded.current);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
    justAdded.current = null;
  });
  const add = (kind?: GoalKind) => {
    const goal = kind ? newGoal({ kind, text: t(exampleWords[kind]), priority: "normal" }) : newGoal();
    justAdded.current = kind ? goalFieldId(goal) : `goal-${goal.id}-kind`;
    change({ goals: [...draft.goals, goal] });
  };
  const remove = (goal: DraftGoal) => {
    change({ goals: draft.goals.filter((other) => other !== goal) });
    adder.current?.focus();
  };
  const edit = (goal: DraftGoal, part: Partial<DraftGoal>) =>
    change({ goals: draft.goals.map((other) => (other === goal ? { ...goal, ...part } : other)) });

  return (
    <Section id="goals" title={t("goals_title")} hint={t("goals_hint")}>
      {draft.goals.length === 0 && <Starters onPick={add} />}
      {draft.goals.map((goal, index) => (
        <GoalRow
          key={goal.id}
          goal={goal}
          number={index + 1}
          error={problemOf(problems, goalFieldId(goal))}
          onEdit={(part) => edit(goal, part)}
          onRemove={() => remove(goal)}
        />
      ))}
      <button
        type="button"
        ref={adder}
        class="button"
        data-action="add-goal"
        disabled={draft.goals.length >= limits.goals}
        onClick={() => add()}
      >
        <PlusIcon />
        {t("goals_add")}
      </button>
    </Section>
  );
}

function Starters({ onPick }: { onPick(kind: GoalKind): void }) {
  return (
    <div class="empty starters">
      <p>{t("goals_empty")}</p>
      <p id="starters">{t("suggest_goals")}</p>
      <ul aria-labelledby="starters">
        {goalKinds.map((kind) => (
          <li key={kind}>
            <button type="button" class="starter" data-starter={kind} onClick={() => onPick(kind)}>
              <PlusIcon />
              {t(kindWords[kind])}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  goal: DraftGoal;
  number: number;
  error: string | null;
  onEdit(part: Partial<DraftGoal>): void;
  onRemove(): void;
}

function GoalRow({ goal, number, error, onEdit, onRemove }: RowProps) {
  const id = goalFieldId(goal);
  return (
    <fieldset class="goal">
      <legend class="unseen">{t("goal_number", [number])}</legend>
      <GoalKindField goal={goal} onEdit={onEdit} />
      <div class="field goal-text">
        <label for={id}>{t("goal_text")}</label>
        <input
          id={id}
          type="text"
          value={goal.text}
          placeholder={t("goal_example")}
          autocomplete="off"
          aria-invalid={error !== null}
          aria-describedby={`${id}-error`}
          onInput={(event) => onEdit({ text: event.currentTarget.value })}
        />
        <FieldError field={id} text={error} />
      </div>
      <PriorityField goal={goal} onEdit={onEdit} />
      <button
        type="button"
        class="button button-icon goal-remove"
        aria-label={t("goal_remove", [number])}
        title={t("goal_remove", [number])}
        onClick={onRemove}
      >
        <CrossIcon />
      </button>
    </fieldset>
  );
}

type FieldProps = Pick<RowProps, "goal" | "onEdit">;

function GoalKindField({ goal, onEdit }: FieldProps) {
  const id = `goal-${goal.id}-kind`;
  const pick = (value: string) => {
    const kind = goalKinds.find((known) => known === value);
    if (kind) onEdit({ kind });
  };
  return (
    <div class="field goal-kind">
      <label for={id}>{t("goal_kind")}</label>
      <select id={id} value={goal.kind} onChange={(event) => pick(event.currentTarget.value)}>
        {goalKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(kindWords[kind])}
          </option>
        ))}
      </select>
    </div>
  );
}

function PriorityField({ goal, onEdit }: FieldProps) {
  const id = `goal-${goal.id}-priority`;
  return (
    <div class="field goal-priority">
      <label for={id}>{t("goal_priority")}</label>
      <select
        id={id}
        value={goal.priority}
        onChange={(event) => onEdit({ priority: event.currentTarget.value === "high" ? "high" : "normal" })}
      >
        <option value="high">{t("goal_priority_high")}</option>
        <option value="normal">{t("goal_priority_normal")}</option>
      </select>
    </div>
  );
}
