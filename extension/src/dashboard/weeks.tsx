/** What was accepted, ignored and let lapse, week by week, and what was meant to be accepted. */
import { useMemo } from "preact/hooks";
import type { HistoryWeek } from "../native/protocol";
import { formatNumber, t } from "../ui/i18n";
import type { Figures } from "./chart";
import { shortDate, totalsOf, weekName } from "./figures";
import { Empty, Part } from "./part";
import { Plot } from "./plot";

export function Weeks({ weeks }: { weeks: readonly HistoryWeek[] }) {
  const figures = useMemo(() => weekFigures(weeks), [weeks]);
  const { accepted, ignored, lapsed } = totalsOf(weeks);
  const label = t("dash_weeks_alt", [accepted, ignored, lapsed, weeks.length].map(formatNumber));
  return (
    <Part id="weeks" title={t("dash_weeks_title")} hint={t("dash_weeks_hint")}>
      {accepted + ignored + lapsed === 0 ? (
        <Empty>{t("dash_weeks_none")}</Empty>
      ) : (
        <Plot figures={figures} label={label} first={t("dash_week")} />
      )}
    </Part>
  );
}

/** The budget is one of accepted people, so they have a bar of their own to stand beside it. */
function weekFigures(weeks: readonly HistoryWeek[]): Figures {
  return {
    labels: weeks.map((week) => shortDate(week.startsAt)),
    titles: weeks.map((_, at) => weekName(weeks, at)),
    series: [
      {
        label: t("dash_accepted"),
        values: weeks.map((week) => week.accepted),
        ink: "accent",
        texture: "solid",
        stack: "accepted",
      },
      {
        label: t("dash_ignored"),
        values: weeks.map((week) => week.ignored),
        ink: "calm",
        texture: "hatch",
        stack: "others",
      },
      {
        label: t("dash_lapsed"),
        values: weeks.map((week) => week.lapsed),
        ink: "calm",
        texture: "dots",
        stack: "others",
      },
      {
        label: t("dash_budget"),
        values: weeks.map((week) => week.weeklyBudget),
        ink: "warn",
        texture: "solid",
        line: true,
      },
    ],
  };
}
