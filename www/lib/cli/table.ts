// Figures as a table for reading in a terminal; words are those of the JSON, so that one leads to the other.
import type { Bound, Figure, Report } from "../../generated/report.js";
import { fit, width } from "./width.js";

const signs: Record<Bound, string> = { exact: "", about: "≈", at_least: "≥", at_most: "≤" };

/** 46330000000 as 463.3亿, as readers of Chinese write it; twelve digits hide what division by a power of ten adds. */
function scaled(value: number): string {
  const [divisor, word] = Math.abs(value) >= 1e8 ? [1e8, "亿"] : Math.abs(value) >= 1e4 ? [1e4, "万"] : [1, ""];
  return `${Number((value / divisor).toPrecision(12))}${word}`;
}

/** Value with bound and unit: ≥6%, 463.3亿元, 6–6.5%, 9.9:58.3:31.8. */
export function quantity(figure: Pick<Figure, "value" | "measure" | "bound" | "unit">): string {
  const values = Array.isArray(figure.value) ? figure.value : [figure.value];
  const joint = figure.measure === "ratio" ? ":" : "–";
  return `${signs[figure.bound]}${values.map(scaled).join(joint)}${figure.unit}`;
}

interface Column {
  name: string;
  /** Most columns of the terminal it may take. */
  most: number;
  side?: "right";
  cell(figure: Figure): string;
}

const columns: Column[] = [
  { name: "indicator", most: 28, cell: (figure) => figure.indicator },
  { name: "value", most: 22, side: "right", cell: quantity },
  { name: "measure", most: 13, cell: (figure) => figure.measure },
  { name: "status", most: 8, cell: (figure) => figure.status },
  { name: "period", most: 14, cell: (figure) => figure.periodLabel ?? "" },
  { name: "subject", most: 16, cell: (figure) => figure.subject ?? "" },
];

/** The sentence gets what the other columns leave, if that is enough to read. */
const leastSentence = 16;

/** The words around the figure: cut in front, so that it stays in sight. */
function sentence({ span, context }: Figure, text: string): string {
  const from = Math.max(context.start, span.start - 12);
  const cut = text.slice(from, context.end).replaceAll(/\s+/gu, " ").trim();
  return from > context.start ? `…${cut}` : cut;
}

/** One document: a line on what it is, its figures, a line on what else was found. */
export function table(report: Report, terminal: number): string {
  const { document, figures } = report;
  const known = [document.title ?? document.name, document.region.join(""), document.date ?? "", document.kind];
  const widths = columns.map(({ name, most, cell }) =>
    Math.min(most, Math.max(width(name), ...figures.map((figure) => width(cell(figure))))),
  );
  const left = terminal - widths.reduce((sum, columns) => sum + columns + 2, 0);
  const line = (cells: string[], context: string) => {
    const fitted = columns.map(({ side }, i) => fit(cells[i] ?? "", widths[i] ?? 0, side));
    if (left >= leastSentence) fitted.push(fit(context, left));
    return fitted.join("  ").trimEnd();
  };
  const lines = [
    known.filter((word) => word !== "").join(" · "),
    line(
      columns.map(({ name }) => name),
      "context",
    ),
    ...figures.map((figure) =>
      line(
        columns.map(({ cell }) => cell(figure)),
        sentence(figure, document.text),
      ),
    ),
    `${figures.length} figures, ${report.dates.length} dates, ${report.timeline.length} timeline entries`,
    ...report.diagnostics.map(({ level, message }) => `${level}: ${message}`),
  ];
  return `${lines.join("\n")}\n`;
}
