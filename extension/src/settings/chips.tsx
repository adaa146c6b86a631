/**
 * A field for a list of short texts. Enter or a comma adds, leaving the field adds too, Backspace in the empty
 * field takes the last one back, and each has a button of its own; what happened is also said aloud. While typing,
 * the host's vocabulary is offered below: arrows point, Enter picks, Escape closes.
 */
import { useRef, useState } from "preact/hooks";
import type { SuggestedList } from "../native/protocol";
import { t } from "../ui/i18n";
import { CrossIcon } from "../ui/icons";
import { comboProps, SuggestionList } from "./suggestion-list";
import { type Added, addTerms, separators } from "./terms";
import { type Suggestions, useSuggestions } from "./use-suggestions";

interface Props {
  id: string;
  label: string;
  placeholder: string;
  terms: readonly string[];
  /** Terms that stand in the opposite list as well. */
  doubtful: readonly string[];
  /** What is suggested for; null where the host must not be asked. */
  list: SuggestedList | null;
  onChange(terms: string[]): void;
}

export function Chips(props: Props) {
  const { id, label, placeholder, terms, doubtful } = props;
  const field = useRef<HTMLInputElement>(null);
  const chips = useChips(props, field);
  const { typed, problem, suggestions } = chips;
  return (
    <div class="field chips-field" data-chips={id}>
      <label for={id}>{label}</label>
      <div class="chips">
        <ChipList label={label} terms={terms} doubtful={doubtful} onRemove={chips.remove} />
        <input
          id={id}
          ref={field}
          type="text"
          value={typed}
          placeholder={terms.length === 0 ? placeholder : ""}
          autocomplete="off"
          aria-describedby={`${id}-notes chips-how`}
          aria-invalid={problem !== null}
          {...comboProps(id, suggestions)}
          onInput={(event) => chips.onInput(event.currentTarget.value)}
          onKeyDown={chips.onKeyDown}
          onBlur={() => {
            suggestions.close();
            chips.add(typed);
          }}
        />
      </div>
      <SuggestionList id={id} label={label} suggestions={suggestions} onPick={chips.add} />
      <p id={`${id}-notes`} class="notes">
        {problem && <span class="error">{t(problem.message, problem.substitutions)}</span>}
        {doubtful.length > 0 && <span class="doubt">{t("chips_both", [doubtful.join(", ")])}</span>}
      </p>
      <output class="unseen">{chips.said}</output>
    </div>
  );
}

function useChips({ terms, list, onChange }: Props, field: { current: HTMLInputElement | null }) {
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<Added["problem"]>(null);
  const suggestions = useSuggestions(list, typed, terms);

  const add = (text: string) => {
    const added = addTerms(terms, text);
    suggestions.close();
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
    if (separators.test(text)) return add(text);
    suggestions.reset();
    setTyped(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = terms.at(-1);
    if (event.isComposing || pointed(event, typed, suggestions)) return;
    if (event.key === "Enter") {
      event.preventDefault(); // else it would save the whole form
      add(suggestions.offered[suggestions.active] ?? typed);
    } else if (event.key === "Backspace" && typed === "" && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  };
  return { typed, said, problem, suggestions, add, remove, onInput, onKeyDown };
}

/** Whether the key was one for the list. */
function pointed(event: KeyboardEvent, typed: string, suggestions: Suggestions): boolean {
  const { offered, move, close, reset } = suggestions;
  if (offered.length === 0 && event.key === "ArrowDown" && typed.trim()) {
    event.preventDefault();
    reset(); // asks, and so opens, once more
    return true;
  }
  if (offered.length === 0 || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return false;
  event.preventDefault();
  if (event.key === "Escape") close();
  else move(event.key === "ArrowDown" ? 1 : -1);
  return true;
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
