/**
 * A plot with what stands for it: a legend with each series' texture, words for who cannot see it, and the same
 * figures as a table for everybody.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatNumber, t } from "../ui/i18n";
import { drawChart, type Figures } from "./chart";
import { inks } from "./theme";

export interface PlotProps {
  figures: Figures;
  /** What the plot shows, in a sentence or two. */
  label: string;
  /** The heading of the table's first column. */
  first: string;
  /** Columns of the table that the plot does not have: heading, and a cell for each label. */
  more?: readonly { label: string; cells: readonly string[] }[];
}

export function Plot({ figures, label, first, more = [] }: PlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (frame.current && canvas.current) return drawChart(frame.current, canvas.current, figures);
  }, [figures]);
  const count = figures.labels.length;
  // Lying bars need a line each; of few standing ones those that belong together must not drift apart.
  const size = figures.sideways
    ? { blockSize: `${count * 36 + 40}px` }
    : { maxInlineSize: `${count * 90 + 64}px` };
  return (
    <div class="plot" ref={frame}>
      {inks.map((ink) => (
        <span key={ink} class={`ink ink-${ink}`} hidden />
      ))}
      {figures.series.length > 1 && (
        <ul class="legend">
          {figures.series.map((series) => (
            <li key={series.label}>
              <span class="sample-box" aria-hidden="true">
                <canvas class="sample" />
              </span>
              {series.label}
            </li>
          ))}
        </ul>
      )}
      <div class="plot-box" style={size}>
        <canvas ref={canvas} class="plot-canvas" role="img" aria-label={label} />
      </div>
      <details class="as-table">
        <summary>{t("dash_table")}</summary>
        <FigureTable figures={figures} label={label} first={first} more={more} />
      </details>
    </div>
  );
}

function FigureTable({ figures, label, first, more = [] }: PlotProps) {
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : formatNumber(value);
  return (
    <Scrolled label={label}>
      <table>
        <thead>
          <tr>
            {[first, ...figures.series.map((one) => one.label), ...more.map((one) => one.label)].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {figures.titles.map((title, at) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {figures.series.map((one) => (
                <td key={one.label}>{cell(one.values[at])}</td>
              ))}
              {more.map((one) => (
                <td key={one.label}>{one.cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** What may be wider than a narrow window scrolls by itself, by keyboard too. */
function Scrolled({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
    <section class="scrolled" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
