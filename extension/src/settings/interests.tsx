/** Whom the person wants to meet and whom rather not: the same five lists, twice, side by side. */
import { type MessageKey, t } from "../ui/i18n";
import { Chips } from "./chips";
import { type InterestField, interestFields } from "./draft";
import { Section, type SectionProps } from "./fields";
import { inBoth } from "./terms";

const labels: Record<InterestField, MessageKey> = {
  roles: "interest_roles",
  industries: "interest_industries",
  companies: "interest_companies",
  places: "interest_places",
  topics: "interest_topics",
};
const examples: Record<InterestField, MessageKey> = {
  roles: "interest_roles_example",
  industries: "interest_industries_example",
  companies: "interest_companies_example",
  places: "interest_places_example",
  topics: "interest_topics_example",
};

/** `suggest`: the host may be asked for terms while the person types. */
type Props = SectionProps & { suggest: boolean };

export function Interests(props: Props) {
  return (
    <div class="pair">
      <InterestSection side="want" {...props} />
      <InterestSection side="avoid" {...props} />
    </div>
  );
}

function InterestSection({ side, draft, change, suggest }: Props & { side: "want" | "avoid" }) {
  const opposite = side === "want" ? "avoid" : "want";
  const lists = draft[side];
  const update = (field: InterestField, terms: string[]) => {
    const changed = { ...lists, [field]: terms };
    change(side === "want" ? { want: changed } : { avoid: changed });
  };
  return (
    <Section
      id={side}
      title={t(side === "want" ? "want_title" : "avoid_title")}
      hint={t(side === "want" ? "want_hint" : "avoid_hint")}
    >
      {interestFields.map((field) => (
        <Chips
          key={field}
          id={`${side}-${field}`}
          label={t(labels[field])}
          placeholder={side === "want" ? t(examples[field]) : ""}
          terms={lists[field]}
          list={suggest ? field : null}
          doubtful={inBoth(lists[field], draft[opposite][field])}
          onChange={(terms) => update(field, terms)}
        />
      ))}
    </Section>
  );
}
