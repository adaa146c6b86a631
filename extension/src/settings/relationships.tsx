/** The kinds of relationship the person looks for. Order counts, most wanted first: it is the order of ticking. */
import { type Relationship, relationships } from "../native/protocol";
import { formatNumber, t } from "../ui/i18n";
import { relationshipName } from "../ui/relationship-words";
import { Section, type SectionProps } from "./fields";

/** Nobody looks for these two; saved ones are still shown, so that they can be unticked. */
const notOffered: readonly Relationship[] = ["suspicious", "other"];

export function toggled(wanted: readonly Relationship[], name: Relationship): Relationship[] {
  return wanted.includes(name) ? wanted.filter((other) => other !== name) : [...wanted, name];
}

export function Relationships({ draft, change }: SectionProps) {
  const wanted = draft.relationships;
  const offered = relationships.filter((name) => !notOffered.includes(name) || wanted.includes(name));
  return (
    <Section id="relationships" title={t("relationships_title")} hint={t("relationships_hint")}>
      <fieldset class="choices" aria-describedby="relationships-hint">
        <legend class="unseen">{t("relationships_title")}</legend>
        {offered.map((name) => {
          const place = wanted.indexOf(name) + 1;
          return (
            <label key={name} class="choice">
              <input
                type="checkbox"
                name="relationship"
                value={name}
                checked={place > 0}
                onChange={() => change({ relationships: toggled(wanted, name) })}
              />
              <span>{relationshipName(name)}</span>
              {place > 0 && <span class="place">{formatNumber(place)}</span>}
            </label>
          );
        })}
      </fieldset>
    </Section>
  );
}
