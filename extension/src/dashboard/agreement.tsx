/** How well the badges knew the person: over time, and by who the sender would be. */
import { useMemo } from "preact/hooks";
import type { History, HistoryWeek } from "../native/protocol";
import { formatNumber, t } from "../ui/i18n";
import { relationshipName } from "../ui/relationship-words";
import type { Figures } from "./chart";
import { shareWords, shortDate, totalsOf, weekName } from "./figures";
import { Empty, Part, Rated } from "./part";
import { Plot } from "./plot";

export function AgreementOverTime({ weeks }: { weeks: readonly HistoryWeek[] }) {
  const figures = useMemo(() => agreementFigures(weeks), [weeks]);
  const { agreed } = totalsOf(weeks);
  const label = t("dash_agree_alt", [agreed.times, agreed.of, weeks.length].map(formatNumber));
  const share = { label: t("dash_agree_share"), cells: weeks.map((week) => shareWords(week.agreed)) };
  return (
    <Part id="agreement" title={t("dash_agree_title")} hint={t("dash_agree_hint")}>
      {agreed.of === 0 ? (
        <Empty>{t("dash_agree_none")}</Empty>
      ) : (
        <Plot figures={figures} label={label} first={t("dash_week")} more={[share]} />
      )}
    </Part>
  );
}

/** Counts rather than shares: one of one is no hundred percent to be proud of. */
function agreementFigures(weeks: readonly HistoryWeek[]): Figures {
  return {
    labels: weeks.map((week) => shortDate(week.startsAt)),
    titles: weeks.map((_, at) => weekName(weeks, at)),
    series: [
      {
        label: t("dash_agree_yes"),
        values: weeks.map(({ agreed }) => agreed.times),
        ink: "accent",
        texture: "solid",
        stack: "all",
      },
      {
        label: t("dash_agree_no"),
        values: weeks.map(({ agreed }) => agreed.of - agreed.times),
        ink: "warn",
        texture: "cross",
        stack: "all",
      },
    ],
  };
}

export function AgreementByRelationship({ relationships }: Pick<History, "relationships">) {
  const rows = relationships
    .filter(({ agreed }) => agreed.of > 0)
    .sort((one, other) => other.agreed.of - one.agreed.of)
    .map(({ relationship, agreed }) => ({
      key: relationship,
      name: relationshipName(relationship),
      ...agreed,
    }));
  return (
    <Part id="agreement-kin" title={t("dash_kin_title")} hint={t("dash_kin_hint")}>
      {rows.length === 0 ? (
        <Empty>{t("dash_kin_none")}</Empty>
      ) : (
        <Rated first={t("dash_relationship")} second={t("dash_agree_yes")} rows={rows} />
      )}
    </Part>
  );
}
