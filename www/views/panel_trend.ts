/** A small line at a row's head: how its level, or else its growth, went over the years. It leads to the chart. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { commonUnit } from "../state/chart_data.js";
import type { Axis, PivotTable } from "../state/pivot_tables.js";
import { focus } from "../state/shown_table.js";
import { numberOf, type PivotCell } from "../state/pivot.js";
import { namedIndicator } from "./indicator_words.js";

const WIDTH = 66;
const HEIGHT = 26;
const EDGE = 3;

export interface TrendPoint {
  x: number;
  y: number;
}

/** Points of a line through the values of these years, gaps left out; fewer than two make no line. */
export function trendPoints(values: readonly (number | null)[], years: readonly number[]): TrendPoint[] {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return [];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const from = years[0] ?? 0;
  const step = (WIDTH - 2 * EDGE) / Math.max(1, (years.at(-1) ?? from) - from);
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return [{ x: EDGE + ((years[index] ?? from) - from) * step, y: HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE) }];
  });
}

/** The measure that is told for more of the years; figures of one unit alone, since others have no common line. */
function bestSeries(cells: readonly (PivotCell | null)[]): { measure: "level" | "growth"; values: (number | null)[] } {
  const of = (measure: "level" | "growth"): (number | null)[] => {
    const rows = cells.map((cell) => cell?.result[measure] ?? null);
    const unit = commonUnit(rows);
    return rows.map((row) => (row?.unit === unit ? numberOf(row) : null));
  };
  const [level, growth] = [of("level"), of("growth")];
  const told = (values: readonly (number | null)[]): number => values.filter((value) => value !== null).length;
  return told(level) >= told(growth) ? { measure: "level", values: level } : { measure: "growth", values: growth };
}

export function trendView(
  page: Page,
  { columns }: PivotTable,
  row: Axis,
  cells: readonly (PivotCell | null)[],
  at: number,
): TemplateResult | typeof nothing {
  const { state, words, send } = page;
  const { measure, values } = bestSeries(cells);
  const points = trendPoints(
    values,
    columns.map(({ year }) => year ?? 0),
  );
  const last = points.at(-1);
  if (columns.length < 2 || !last) return nothing;
  const focused = focus(state);
  const place = row.place?.key ?? focused.place?.key ?? null;
  const indicator = row.indicator?.key ?? focused.indicator?.key ?? null;
  const name = words.collection.panel.trendOf(
    `${row.indicator ? namedIndicator(page, row.indicator.id, row.indicator.name) : row.label} · ${words.collection.charts.measures[measure]}`,
  );
  return html`<button class="trend" tabindex="-1" data-at="${at},-1,0" data-measure=${measure} title=${name} aria-label=${name} @click=${() => {
    send({
      type: "chosen",
      choice: { chart: "series", measure, place, indicator, places: place === null ? null : [place] },
    });
    send({ type: "viewed", view: "charts" });
  }}><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
      ${svg`<path d=${points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")} />
      <circle cx=${last.x} cy=${last.y} r="2.2" />`}</svg></button>`;
}
