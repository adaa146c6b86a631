/**
 * Bars, and a line beside them, by Chart.js: it stacks, scales and labels soundly, draws on a canvas alone (so that it
 * gets by under a policy without inline styles or evaluated code) and lets everything out that is not used here.
 * Nothing moves: what a person came for are the figures.
 */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { direction, locale } from "../ui/i18n";
import { drawSample, fillOf, type Ink, type Palette, paletteOf, type Texture } from "./theme";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export interface Series {
  label: string;
  /** One for each label; null where there is none. */
  values: readonly (number | null)[];
  ink: Ink;
  texture: Texture;
  /** Bars of one stack stand on each other, those of different ones side by side. */
  stack?: string;
  /** A dashed line instead of bars. */
  line?: boolean;
}

export interface Figures {
  labels: readonly string[];
  /** The labels in full, for who points at a bar. */
  titles: readonly string[];
  series: readonly Series[];
  /** Bars lie, with their labels beside them. */
  sideways?: boolean;
  /** What the labels count. */
  axis?: string;
}

type Kinds = "bar" | "line";
type Values = (number | null)[];

/** Draws the figures and the samples of the legend, and again whenever colours or paper change, until it is stopped. */
export function drawChart(frame: HTMLElement, canvas: HTMLCanvasElement, figures: Figures): () => void {
  let chart: Chart<Kinds, Values, string> | null = null;
  const draw = () => {
    const palette = paletteOf(frame);
    chart?.destroy();
    chart = new Chart(canvas, configuration(figures, palette, getComputedStyle(frame).fontFamily));
    const samples = frame.querySelectorAll<HTMLCanvasElement>("canvas.sample");
    for (const [at, series] of figures.series.entries()) {
      const sample = samples[at];
      if (sample) drawSample(sample, fill(series, palette), palette[series.ink], series.line === true);
    }
  };
  const media = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"].map((query) =>
    matchMedia(query),
  );
  for (const one of media) one.addEventListener("change", draw);
  draw();
  return () => {
    for (const one of media) one.removeEventListener("change", draw);
    chart?.destroy();
  };
}

function fill({ texture, ink }: Series, palette: Palette): string | CanvasPattern {
  return fillOf(texture, palette[ink], palette.surface);
}

function configuration(
  figures: Figures,
  palette: Palette,
  family: string,
): ChartConfiguration<Kinds, Values, string> {
  return {
    type: "bar",
    data: {
      labels: [...figures.labels],
      datasets: figures.series.map((series) => dataset(series, figures, palette)),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: locale(),
      indexAxis: figures.sideways ? "y" : "x",
      interaction: { mode: "index", intersect: false, axis: figures.sideways ? "y" : "x" },
      font: { family, size: 12 },
      color: palette.text,
      scales: scales(figures, palette),
      plugins: { tooltip: tooltip(figures, palette) },
    },
  };
}

function dataset(series: Series, figures: Figures, palette: Palette): ChartDataset<Kinds, Values> {
  const ink = palette[series.ink];
  const crowded = figures.labels.length > 16;
  if (series.line) {
    return {
      type: "line",
      label: series.label,
      data: [...series.values],
      borderColor: ink,
      borderWidth: 2,
      borderDash: [5, 3],
      stepped: "middle",
      pointStyle: "line",
      pointRadius: crowded ? 3 : 12,
      pointBorderWidth: 2,
      pointBorderColor: ink,
      pointHoverRadius: crowded ? 3 : 12,
      order: -1,
    };
  }
  return {
    type: "bar",
    label: series.label,
    data: [...series.values],
    ...(series.stack ? { stack: series.stack } : {}),
    backgroundColor: fill(series, palette) as string,
    borderColor: ink,
    borderWidth: 1,
    borderSkipped: false,
    borderRadius: 2,
    maxBarThickness: 32,
    categoryPercentage: crowded ? 0.8 : 0.7,
    barPercentage: 0.95,
  };
}

/** From right to left, time runs to the left too, and the figures stand on the right. */
function scales(figures: Figures, palette: Palette) {
  const mirrored = direction() === "rtl";
  const title = {
    display: figures.axis !== undefined,
    text: figures.axis ?? "",
    color: palette.muted,
  };
  const ticks = { color: palette.muted };
  const names = {
    stacked: true,
    grid: { display: false },
    border: { color: palette.line },
    ticks: { ...ticks, maxRotation: 0, autoSkip: !figures.sideways, autoSkipPadding: 12 },
    title,
  };
  const counts = {
    stacked: true,
    beginAtZero: true,
    suggestedMax: 4,
    grid: { color: palette.line },
    border: { display: false },
    ticks: { ...ticks, precision: 0, maxTicksLimit: 7 },
  };
  const side = mirrored ? ("right" as const) : ("left" as const);
  return figures.sideways
    ? { x: { ...counts, reverse: mirrored }, y: { ...names, position: side } }
    : { x: { ...names, reverse: mirrored }, y: { ...counts, position: side } };
}

function tooltip(figures: Figures, palette: Palette) {
  return {
    rtl: direction() === "rtl",
    textDirection: direction(),
    displayColors: false,
    backgroundColor: palette.text,
    titleColor: palette.inverse,
    bodyColor: palette.inverse,
    padding: 10,
    callbacks: {
      title: (items: { dataIndex: number }[]) => figures.titles[items[0]?.dataIndex ?? -1] ?? "",
    },
  };
}
