/** The chart in sight as a table: a row for each year or place, a column for each line or bar. */
import { unitWord } from "../format/quantity.js";
import { cell } from "../lib/collection/wide.js";
import { chartData } from "../state/chart_data.js";
import { focus } from "../state/shown_table.js";
import { chartTitle, seriesNames } from "../views/chart.js";
import { cellsReviewed, isReviewed, leftOutOf } from "./reviewed.js";
import type { Cell, Language, Table } from "./tables.js";

export function chartSheet({ state, words }: Language): Table {
  const data = chartData(state);
  const names = data ? seriesNames({ state, words }, data) : [];
  const { columns } = words.collection.sheets;
  const judged = isReviewed(state);
  const { place, indicator } = focus(state);
  const { chart, along } = state.choice;
  /** What was said of the figures drawn at a category, and which of them were called wrong. */
  const review = (at: number): Cell[] => {
    const told = (data?.series ?? []).flatMap(({ points }, part) => {
      const row = points[at]?.row;
      // The parts of a whole are one figure.
      return row && !(row.measure === "ratio" && part > 0) ? [{ heading: names[part] ?? "", row }] : [];
    });
    const category = data?.categories[at] ?? "";
    const left = leftOutOf(state, {
      place: chart !== "series" && along === "years" ? (place?.key ?? null) : null,
      indicator: indicator?.key ?? null,
      year: data?.years ? Number(category) : null,
    }).filter(({ figure }) => data?.years || figure.subject === category);
    return cellsReviewed({ state, words }, told, chart === "structure" ? [] : left);
  };
  return {
    name: words.collection.sheets.names.chart,
    size: data?.categories.length ?? 0,
    columns: [
      data ? chartTitle({ state, words }, data) : "",
      words.csv.unit,
      ...names,
      ...(judged ? [columns.judgement, columns.machine] : []),
    ],
    rows: () =>
      (data?.categories ?? []).map((category, at) => [
        category,
        unitWord(data?.unit ?? "", state.locale),
        ...(data?.series ?? []).map(({ points }, part) => {
          const row = points[at]?.row;
          if (!row) return null;
          return row.measure === "ratio" && Array.isArray(row.value) ? (row.value[part] ?? null) : cell(row);
        }),
        ...(judged ? review(at) : []),
      ]),
  };
}
