/**
 * A field for a list of short texts. Enter or a comma adds, leaving the field adds too, Backspace in the empty
 * field takes the last one back, and each has a button of its own; what happened is also said aloud.
 */
import { useRef, useState } from "preact/hooks";
import { t } from "../ui/i18n";
import { CrossIcon } from "../ui/icons";
import { type Added, addTerms, separators } from "./terms";

interface Props {
  id: string;
  label: string;
  placeholder: string;
  terms: readonly string[];
  /** Terms that stand in the opposite list as well. */
  doubtful: readonly string[];
  onChange(terms: string[]): void;
}

export function Chips({ id, label, placeholder, terms, doubtful, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<Added["problem"]>(null);

  const add = (text: string) => {
    const added = addTerms(terms, text);
    setTyped(added.rest);
    setProblem(added.problem);
    if (added.fresh.length === 0) return;
    setSaid(t("chips_added", [added.fresh.join(", ")]));
    onChange(added.terms);
  };
  const remove = (term: string) => {
    setSaid(t("chips_removed", [term]));
    onChange(terms.filter((known) => known !== term));
    field.current?.focus();
  };
  const onInput = (text: string) => {
    setProblem(null);
    if (separators.test(text)) add(text);
    else setTyped(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = terms.at(-1);
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault(); // else it would save the whole form
      add(typed);
    } else if (event.key === "Backspace" && typed === "" && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  };

  return (
    <div class="field" data-chips={id}>
      <label for={id}>{label}</label>
      <div class="chips">
        <ChipList label={label} terms={terms} doubtful={doubtful} onRemove={remove} />
        <input
          id={id}
          ref={field}
          type="text"
          value={typed}
          placeholder={terms.length === 0 ? placeholder : ""}
          autocomplete="off"
          aria-describedby={`${id}-notes chips-how`}
          aria-invalid={problem !== null}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(typed)}
        />
      </div>
      <p id={`${id}-notes`} class="notes">
        {problem && <span class="error">{t(problem.message, problem.substitutions)}</span>}
        {doubtful.length > 0 && <span class="doubt">{t("chips_both", [doubtful.join(", ")])}</span>}
      </p>
      <output class="unseen">{said}</output>
    </div>
  );
}

interface ListProps {
  label: string;
  terms: readonly string[];
  doubtful: readonly string[];
  onRemove(term: string): void;
}

function ChipList({ label, terms, doubtful, onRemove }: ListProps) {
  if (terms.length === 0) return null;
  return (
    <ul class="chip-list" aria-label={label}>
      {terms.map((term) => (
        <li key={term} class={doubtful.includes(term) ? "chip chip-doubt" : "chip"}>
          <span dir="auto">{term}</span>
          <button type="button" aria-label={t("chips_remove", [term])} onClick={() => onRemove(term)}>
            <CrossIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
