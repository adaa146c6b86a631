/** Who waits for an answer: by who they would be, and by how long. */
import { useMemo } from "preact/hooks";
import type { History, Verdict } from "../native/protocol";
import { formatNumber, t, tCount } from "../ui/i18n";
import { sayFromBrowser } from "../ui/reason-words";
import { relationshipName } from "../ui/relationship-words";
import type { Figures, Series } from "./chart";
import { ageRange, pendingOf } from "./figures";
import { Empty, Part } from "./part";
import { Plot } from "./plot";

type Kin = History["relationships"];

/** In the order from yes to no, each with what it is drawn with. */
const drawn: [Verdict, Pick<Series, "ink" | "texture">][] = [
  ["accept", { ink: "accent", texture: "solid" }],
  ["later", { ink: "accent", texture: "hatch" }],
  ["unsure", { ink: "warn", texture: "dots" }],
  ["ignore", { ink: "calm", texture: "cross" }],
];

export function verdictName(verdict: Verdict): string {
  return sayFromBrowser(`verdict_${verdict}`);
}

const peopleOf = ({ verdicts }: Kin[number]) => drawn.reduce((sum, [verdict]) => sum + verdicts[verdict], 0);

export function PendingByRelationship({ relationships }: Pick<History, "relationships">) {
  const rows = useMemo(
    () =>
      relationships.filter((row) => peopleOf(row) > 0).sort((one, other) => peopleOf(other) - peopleOf(one)),
    [relationships],
  );
  const figures = useMemo(() => kinFigures(rows), [rows]);
  const people = rows.reduce((sum, row) => sum + peopleOf(row), 0);
  return (
    <Part id="pending-kin" title={t("dash_pending_title")} hint={t("dash_pending_hint")}>
      {people === 0 ? (
        <Empty>{t("dash_pending_none")}</Empty>
      ) : (
        <Plot figures={figures} label={tCount("dash_pending_alt", people)} first={t("dash_relationship")} />
      )}
    </Part>
  );
}

function kinFigures(rows: Kin): Figures {
  const names = rows.map(({ relationship }) => relationshipName(relationship));
  return {
    labels: names,
    titles: names,
    sideways: true,
    series: drawn.map(([verdict, look]) => ({
      label: verdictName(verdict),
      values: rows.map(({ verdicts }) => verdicts[verdict]),
      stack: "all",
      ...look,
    })),
  };
}

export function PendingByAge({ history }: { history: History }) {
  const { ages } = history;
  const figures = useMemo(() => ageFigures(ages), [ages]);
  const pending = pendingOf(history);
  const oldest = ages.filter((age) => age.pending > 0).at(-1);
  const label = tCount("dash_age_alt", pending, [formatNumber(oldest?.fromDays ?? 0)]);
  return (
    <Part id="pending-age" title={t("dash_age_title")} hint={t("dash_age_hint")}>
      {pending === 0 ? (
        <Empty>{t("dash_pending_none")}</Empty>
      ) : (
        <Plot figures={figures} label={label} first={t("dash_age_days")} />
      )}
    </Part>
  );
}

function ageFigures(ages: History["ages"]): Figures {
  const names = ages.map((_, at) => ageRange(ages, at));
  return {
    labels: names,
    titles: names,
    axis: t("dash_age_days"),
    series: [
      {
        label: t("dash_age_people"),
        values: ages.map(({ pending }) => pending),
        ink: "accent",
        texture: "solid",
        stack: "all",
      },
    ],
  };
}
