/** Figures as CSV for Excel and WPS: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would run as a formula. */
import type { Messages } from "../messages/index.js";
import { csvCell } from "../lib/csv_cell.js";
import type { FigureRow } from "../state/rows.js";

type Cell = string | number | null;

/** The table as it stands: these rows, in this order, with headings in the reader's language. */
export function figuresCsv(rows: readonly FigureRow[], words: Messages): string {
  const columns = Object.keys(words.csv) as (keyof Messages["csv"])[];
  const lines = [
    columns.map((column) => words.csv[column]),
    ...rows.map((row) => {
      const cells = cellsOf(row, words);
      return columns.map((column) => cells[column]);
    }),
  ];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function cellsOf({ report, figure }: FigureRow, words: Messages): Record<keyof Messages["csv"], Cell> {
  const { document } = report;
  const values = Array.isArray(figure.value) ? figure.value : [figure.value];
  const isRatio = figure.measure === "ratio";
  return {
    document: document.name,
    title: document.title,
    place: document.region.join(""),
    day: document.date,
    indicator: figure.indicator,
    indicatorId: figure.indicatorId,
    value: isRatio ? null : (values[0] ?? null),
    high: isRatio ? null : (values[1] ?? null),
    parts: isRatio ? values.join(":") : null,
    unit: figure.unit,
    written: figure.written + (figure.scale ?? ""),
    measure: words.measure[figure.measure],
    bound: words.bound[figure.bound],
    status: words.status[figure.status],
    commitment: figure.commitment && words.commitment[figure.commitment],
    modality: figure.modality,
    periodStart: figure.period?.start ?? null,
    periodEnd: figure.period?.end ?? null,
    period: figure.periodLabel,
    every: figure.every && words.every[figure.every],
    subject: figure.subject,
    subjectCode: figure.subjectCode,
    scope: figure.scope,
    confidence: figure.confidence,
    quote: figure.quote,
    sentence: document.text.slice(figure.context.start, figure.context.end),
    start: figure.span.start,
    end: figure.span.end,
  };
}
