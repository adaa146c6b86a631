/** The list that opens below a field: a combobox as the ARIA patterns describe it; the focus stays in the field. */
import { t, tCount } from "../ui/i18n";
import type { Suggestions } from "./use-suggestions";

const optionId = (id: string, index: number) => `${id}-option-${index}`;

/** What the field itself has to say about its list. */
export function comboProps(id: string, { offered, active }: Suggestions) {
  return {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": offered.length > 0,
    "aria-controls": `${id}-list`,
    ...(active >= 0 ? { "aria-activedescendant": optionId(id, active) } : {}),
  } as const;
}

interface Props {
  id: string;
  label: string;
  suggestions: Suggestions;
  onPick(term: string): void;
}

/** Always there, since the field names it; hidden while there is nothing to offer. */
export function SuggestionList({ id, label, suggestions, onPick }: Props) {
  const { offered, active } = suggestions;
  return (
    <>
      <div
        id={`${id}-list`}
        class="suggestions"
        role="listbox"
        aria-label={t("suggest_label", [label])}
        hidden={offered.length === 0}
      >
        {offered.map((term, index) => (
          // The keyboard picks in the field, which keeps the focus: pressing here must not take it away.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: the field's aria-activedescendant points to it
          <div
            key={term}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(term)}
          >
            <bdi>{term}</bdi>
          </div>
        ))}
      </div>
      <output class="unseen">{offered.length > 0 && tCount("suggest_count", offered.length)}</output>
    </>
  );
}
