/** The marks of a chart: lines with points, bars with the aims over them, shares of a whole. Each is a button. */
import { nothing, svg, type TemplateResult } from "lit";
import type { ChartData, ChartPoint } from "../state/chart_data.js";
import { isInexact } from "./chart_legend.js";
import { cut, spread } from "./chart_frame.js";
import { labelIn } from "./chart_label.js";
import { barBox, type Plot, textWidth } from "./chart_plot.js";

/** One thing to point at. */
export interface Mark {
  series: number;
  category: number;
  point: ChartPoint;
}

/** Makes a shape of a chart into a button that leads to its words. */
export type Button = (mark: Mark, shape: TemplateResult) => TemplateResult;

/** All marks, series by series: the order in which arrow keys walk them. */
export function marksOf({ series }: ChartData): Mark[] {
  return series.flatMap(({ points }, line) =>
    points.flatMap((point, category) => (point ? [{ series: line, category, point }] : [])),
  );
}

export function linesView(plot: Plot, { series }: ChartData, names: readonly string[], button: Button): TemplateResult {
  const ends = series.map(({ points }) => points.reduce((last, point, at) => (point ? at : last), -1));
  const labels = spread(
    series.map(({ points }, line) => plot.to(points[ends[line] ?? -1]?.value ?? plot.scale.low)),
    15,
    plot.top,
    plot.bottom,
  );
  return svg`${series.map(
    ({ points }, line) => svg`<g class="c-series" data-series=${line % 8}>
      <path class="c-gap" d=${gapsOf(plot, points)} />
      <path class="c-path" d=${pathOf(plot, points)} />
      ${points.map((point, category) =>
        point
          ? button(
              { series: line, category, point },
              svg`<circle class="c-hit" cx=${plot.at(category)} cy=${plot.to(point.value)} r="12" />
            ${shapeAt(line, plot.at(category), plot.to(point.value), isInexact(point))}${handAt(point, plot.at(category) - 6, plot.to(point.value) - 9)}`,
            )
          : nothing,
      )}
      ${series.length > 1 ? svg`<text class="c-label" x=${plot.right + 10} y=${(labels[line] ?? 0) + 4}>${cut(names[line] ?? "", plot.width - plot.right - 12)}</text>` : nothing}
    </g>`,
  )}`;
}

/** The sign of what a person edited. */
function handAt({ edited }: ChartPoint, x: number, y: number): TemplateResult | typeof nothing {
  return edited ? svg`<text class="c-hand" x=${x} y=${y}>✎</text>` : nothing;
}

/** A line through the points, broken where a year is not told. */
function pathOf({ at, to }: Plot, points: readonly (ChartPoint | null)[]): string {
  let path = "";
  points.forEach((point, category) => {
    if (!point) return;
    const joined = category > 0 && points[category - 1];
    path += `${joined ? "L" : "M"}${at(category).toFixed(1)} ${to(point.value).toFixed(1)}`;
  });
  return path;
}

/** What joins two points over years that are not told: drawn apart, since nobody said what lay between. */
function gapsOf({ at, to }: Plot, points: readonly (ChartPoint | null)[]): string {
  let path = "";
  let last = -1;
  points.forEach((point, category) => {
    if (!point) return;
    const before = points[last];
    if (before && category - last > 1)
      path += `M${at(last).toFixed(1)} ${to(before.value).toFixed(1)}L${at(category).toFixed(1)} ${to(point.value).toFixed(1)}`;
    last = category;
  });
  return path;
}

/** Lines are told apart by the shape of their points too; what is no exact number has a hollow one. */
function shapeAt(line: number, x: number, y: number, inexact: boolean): TemplateResult {
  switch (line % 4) {
    case 0:
      return svg`<circle class="c-dot" ?data-inexact=${inexact} cx=${x} cy=${y} r="4" />`;
    case 1:
      return svg`<rect class="c-dot" ?data-inexact=${inexact} x=${x - 3.8} y=${y - 3.8} width="7.6" height="7.6" />`;
    case 2:
      return svg`<path class="c-dot" ?data-inexact=${inexact} d="M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}Z" />`;
    default:
      return svg`<path class="c-dot" ?data-inexact=${inexact} d="M${x} ${y - 4.8}L${x + 4.8} ${y + 4}L${x - 4.8} ${y + 4}Z" />`;
  }
}

/** Bars from nothing to what was reached, and over them the mark of what was aimed at. */
export function barsView(
  plot: Plot,
  { series }: ChartData,
  text: (point: ChartPoint) => string,
  button: Button,
): TemplateResult {
  const { scale, lying } = plot;
  const base = Math.max(scale.low, Math.min(scale.high, 0));
  const reached = series.find(({ aim }) => !aim);
  return svg`${series.map(
    ({ points, aim }, line) =>
      svg`<g class="c-series" data-series="0">${points.map((point, category) => {
        if (!point) return nothing;
        if (aim) {
          const end = barBox(plot, category, point.low, point.high, 0.86);
          const hand = handAt(point, end.x + end.width + 2, end.y + 4);
          return button(
            { series: line, category, point },
            svg`${aimShape(plot, category, point, reached?.points[category]?.value ?? null)}${hand}`,
          );
        }
        const box = barBox(plot, category, base, point.value, 0.6);
        const aims = series.flatMap((one) => (one.aim && one.points[category] ? [one.points[category]] : []));
        const label = labelIn(plot, box, point, text(point), aims, series.length > 1);
        return button(
          { series: line, category, point },
          svg`<rect class="c-bar" ?data-inexact=${isInexact(point)} data-status=${point.row.status} data-sign=${point.value < 0 ? "down" : "up"} x=${box.x} y=${box.y} width=${box.width} height=${box.height} />
          ${label ? svg`<text class=${label.inside ? (isInexact(point) ? "c-value c-pale" : "c-inside") : "c-value"} x=${label.x} y=${label.y} text-anchor=${label.anchor}>${text(point)}</text>` : nothing}${handAt(point, lying ? box.x + 3 : box.x + box.width - 4, lying ? box.y + 9 : box.y - 4)}`,
        );
      })}</g>`,
  )}`;
}

/** A line across the bar; a box for a range; an arrow where the aim is a floor or a ceiling. */
function aimShape(
  plot: Plot,
  category: number,
  { low, high, row }: ChartPoint,
  reached: number | null,
): TemplateResult {
  const box = barBox(plot, category, low, high, 0.86);
  const { lying } = plot;
  const hit = lying
    ? svg`<rect class="c-hit" x=${box.x - 6} y=${box.y} width=${box.width + 12} height=${box.height} />`
    : svg`<rect class="c-hit" x=${box.x} y=${box.y - 6} width=${box.width} height=${box.height + 12} />`;
  if (high > low)
    return svg`${hit}<rect class="c-range" x=${box.x} y=${box.y} width=${box.width} height=${box.height} />`;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const line = lying
    ? `M${middle.x} ${box.y - 3}V${box.y + box.height + 3}`
    : `M${box.x} ${middle.y}H${box.x + box.width}`;
  const way = row.bound === "at_least" ? 1 : row.bound === "at_most" ? -1 : 0;
  const arrow = lying
    ? `M${middle.x} ${middle.y - 4}l${8 * way} 4l${-8 * way} 4z`
    : `M${middle.x - 4} ${middle.y}l4 ${-8 * way}l4 ${8 * way}z`;
  // Where the bar ends at the mark, a halo would take off its top and tell less than was reached.
  const end = barBox(plot, category, low, reached ?? low, 0.86);
  const through = (lying ? end.width : end.height) > 6 && Math.abs(reached ?? 0) > Math.abs(low);
  return svg`${hit}${through ? svg`<path class="c-halo" d=${line} />` : nothing}<path class="c-aim" data-bound=${row.bound} d=${line} />${way === 0 ? nothing : svg`<path class="c-arrow" d=${arrow} />`}`;
}

/** Shares of a whole, one upon the other. */
export function sharesView(
  plot: Plot,
  { series, categories }: ChartData,
  text: (point: ChartPoint, part: number) => string,
  button: Button,
): TemplateResult {
  const { lying } = plot;
  return svg`${categories.map((_, category) => {
    let sum = 0;
    return series.map(({ points }, part) => {
      const point = points[category];
      if (!point) return nothing;
      const box = barBox(plot, category, sum, sum + point.value, 0.7);
      sum += point.value;
      const words = text(point, part);
      const fits = lying ? box.width > textWidth(words, 11) + 4 : box.height > 15 && box.width > textWidth(words, 11);
      return svg`<g class="c-series" data-series=${part % 8}>${button(
        { series: part, category, point },
        svg`<rect class="c-share" x=${box.x} y=${box.y} width=${box.width} height=${box.height} />
          ${fits ? svg`<text class="c-inside" x=${box.x + box.width / 2} y=${box.y + box.height / 2 + 4} text-anchor="middle">${words}</text>` : nothing}${part === 0 ? handAt(point, box.x + box.width + 2, box.y + box.height) : nothing}`,
      )}</g>`;
    });
  })}`;
}
