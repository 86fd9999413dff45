/** What the shapes and colours of a chart mean, at its head; of what is drawn apart only that which occurs in it. */
import { svg, type TemplateResult } from "lit";
import type { Messages } from "../messages/index.js";
import type { ChartData, ChartPoint } from "../state/chart_data.js";
import { LEGEND_ROW, textWidth, type ChartStyle } from "./chart_plot.js";

interface Item {
  name: string;
  shape: TemplateResult;
}

export interface Legend {
  items: readonly (Item & { x: number; row: number })[];
  rows: number;
}

/** A swatch with the gap behind it, and the gap before the next one. */
const SWATCH = 18;
const GAP = 16;

/** The items in rows as wide as the chart, from `from` on. */
export function legendOf(
  data: ChartData,
  style: ChartStyle,
  names: readonly string[],
  words: Messages,
  from: number,
  width: number,
): Legend {
  let x = from;
  let row = 0;
  const items = itemsOf(data, style, names, words).map((item) => {
    const room = SWATCH + textWidth(item.name);
    if (x > from && x + room > width) {
      x = from;
      row += 1;
    }
    const placed = { ...item, x, row };
    x += room + GAP;
    return placed;
  });
  return { items, rows: items.length === 0 ? 0 : row + 1 };
}

function itemsOf(data: ChartData, style: ChartStyle, names: readonly string[], words: Messages): Item[] {
  const { series } = data;
  const { charts, panel } = words.collection;
  const items: Item[] = [];
  if (series.length > 1 && style !== "lines")
    for (const [line, { aim }] of series.entries()) {
      const shape = aim
        ? svg`<path class="c-aim" d="M0 10H13" />`
        : svg`<rect class=${style === "shares" ? "c-share" : "c-bar"} y="4" width="12" height="12" />`;
      const own = svg`<g class="c-series" data-series=${aim ? 0 : line % 8}>${shape}</g>`;
      items.push({ name: names[line] ?? "", shape: own });
    }
  if (series.some(({ points }) => points.some((point) => point?.edited)))
    items.push({ name: words.judging.said.edited, shape: svg`<text class="c-hand" x="1" y="14">✎</text>` });
  if (style === "shares") return items;
  const told = (aim: boolean): ChartPoint[] =>
    series.flatMap((one) => (one.aim === aim ? one.points.filter((point) => point !== null) : []));
  const note = (name: string, shape: TemplateResult): void => {
    items.push({ name, shape: svg`<g class="c-series" data-series="0">${shape}</g>` });
  };
  if (told(false).some(isInexact))
    note(
      charts.inexact,
      style === "lines"
        ? svg`<circle class="c-dot" data-inexact cx="6" cy="10" r="4" />`
        : svg`<rect class="c-bar" data-inexact x="0.75" y="4.75" width="10.5" height="10.5" />`,
    );
  if (style === "bars" && told(false).some(({ row }) => row.status === "estimate"))
    note(panel.estimate, svg`<rect class="c-bar" data-status="estimate" y="4" width="12" height="12" />`);
  if (style === "lines" && series.some(({ points }) => hasGap(points)))
    note(charts.untold, svg`<path class="c-gap" d="M0 10H14" />`);
  const aims = told(true);
  if (aims.some(({ row }) => row.bound === "about"))
    note(charts.aimAbout, svg`<path class="c-aim" data-bound="about" d="M0 10H14" />`);
  if (aims.some(({ row }) => row.bound === "at_least"))
    note(charts.aimAtLeast, svg`<path class="c-arrow" d="M2 14l4 -8l4 8z" />`);
  if (aims.some(({ row }) => row.bound === "at_most"))
    note(charts.aimAtMost, svg`<path class="c-arrow" d="M2 6l4 8l4 -8z" />`);
  return items;
}

/** Whether a value is told as 约, 超, 以上 or 以内: near the number, not it. */
export function isInexact({ row }: ChartPoint): boolean {
  return row.bound !== "exact" || Array.isArray(row.value);
}

/** Whether a year between two that are told is not. */
function hasGap(points: readonly (ChartPoint | null)[]): boolean {
  const told = points.flatMap((point, at) => (point ? [at] : []));
  return told.some((at, index) => index > 0 && at - (told[index - 1] ?? at) > 1);
}

export function legendView({ items }: Legend): TemplateResult {
  return svg`<g class="c-legend">${items.map(
    ({ name, shape, x, row }) =>
      svg`<g transform="translate(${x} ${row * LEGEND_ROW})">${shape}<text x=${SWATCH} y="14">${name}</text></g>`,
  )}</g>`;
}
