// Figures as CSV for Excel, WPS and scripts: one figure a line, columns named as in the report's JSON.
import type { Figure, Report } from "../../generated/report.js";
import { csvCell } from "../csv_cell.js";

/** Excel and WPS take a file without it for GBK. */
export const byteOrderMark = "\ufeff";

type Column = (figure: Figure, report: Report) => string | number | null;

function numbers(figure: Figure): number[] {
  return Array.isArray(figure.value) ? figure.value : [figure.value];
}

const columns: Record<string, Column> = {
  document: (_, { document }) => document.name,
  title: (_, { document }) => document.title,
  region: (_, { document }) => document.region.join(""),
  date: (_, { document }) => document.date,
  id: (figure) => figure.id,
  indicator: (figure) => figure.indicator,
  indicatorId: (figure) => figure.indicatorId,
  measure: (figure) => figure.measure,
  value: (figure) => (figure.measure === "ratio" ? null : (numbers(figure)[0] ?? null)),
  // Upper end of a range; the parts of a ratio have a column of their own.
  valueHigh: (figure) => (figure.measure === "ratio" ? null : (numbers(figure)[1] ?? null)),
  ratio: (figure) => (figure.measure === "ratio" ? numbers(figure).join(":") : null),
  unit: (figure) => figure.unit,
  bound: (figure) => figure.bound,
  status: (figure) => figure.status,
  commitment: (figure) => figure.commitment,
  modality: (figure) => figure.modality,
  periodStart: (figure) => figure.period?.start ?? null,
  periodEnd: (figure) => figure.period?.end ?? null,
  periodLabel: (figure) => figure.periodLabel,
  every: (figure) => figure.every,
  subject: (figure) => figure.subject,
  subjectCode: (figure) => figure.subjectCode,
  scope: (figure) => figure.scope,
  confidence: (figure) => figure.confidence,
  quote: (figure) => figure.quote,
  context: (figure, { document }) => document.text.slice(figure.context.start, figure.context.end),
  start: (figure) => figure.span.start,
  end: (figure) => figure.span.end,
};

/** The line of column names. */
export const csvHeader = `${Object.keys(columns).join(",")}\r\n`;

/** A line for each figure. */
export function csvLines(report: Report): string {
  const cells = Object.values(columns);
  return report.figures.map((figure) => `${cells.map((cell) => csvCell(cell(figure, report))).join(",")}\r\n`).join("");
}
