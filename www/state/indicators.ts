/** The sheet of key indicators: for each, what was reached, its growth, its rank, and the target beside them. */
import type { Document } from "./model.js";
import type { Figure, Report } from "./report.js";
import type { Sees } from "./sight.js";

export const INDICATOR_CELLS = ["actual", "growth", "rank", "target"] as const;
export type IndicatorCell = (typeof INDICATOR_CELLS)[number];

/** One figure that speaks for the cell, and how many more there are. */
export interface CellFigure {
  figure: Figure;
  index: number;
  more: number;
  /** Whether it speaks of the year a reader takes for granted: the one under review, for targets the next. */
  ofYear: boolean;
}

export interface IndicatorRow {
  id: string;
  indicator: string;
  cells: Record<IndicatorCell, CellFigure | null>;
}

const known = new WeakMap<Report, { sees: Sees | null; rows: IndicatorRow[] }>();

/** Rows for the indicators of the list (those with an id) in the order of the text, made of the figures in sight. */
export function indicatorRows(document: Document, report: Report, sees: Sees | null): IndicatorRow[] {
  const last = known.get(report);
  if (last?.sees === sees) return last.rows;
  const byId = new Map<string, { figure: Figure; index: number }[]>();
  report.figures.forEach((figure, index) => {
    if (figure.indicatorId === null || cellOf(figure) === null || (sees && !sees(document, report, index))) return;
    const list = byId.get(figure.indicatorId);
    if (list) list.push({ figure, index });
    else byId.set(figure.indicatorId, [{ figure, index }]);
  });
  const rows = [...byId].map(([id, figures]) => rowOf(id, figures, report));
  known.set(report, { sees, rows });
  return rows;
}

function rowOf(id: string, figures: readonly { figure: Figure; index: number }[], report: Report): IndicatorRow {
  const best = (cell: IndicatorCell): CellFigure | null => {
    const fitting = figures.filter(({ figure }) => cellOf(figure) === cell);
    const first = [...fitting].sort(
      (one, two) => fitness(two.figure, cell, report) - fitness(one.figure, cell, report) || one.index - two.index,
    )[0];
    return first ? { ...first, more: fitting.length - 1, ofYear: isOfYear(first.figure, cell, report) } : null;
  };
  const cells = { actual: best("actual"), growth: best("growth"), rank: best("rank"), target: best("target") };
  const speaking = cells.actual ?? cells.growth ?? cells.target ?? cells.rank;
  return { id, indicator: speaking?.figure.indicator ?? id, cells };
}

function cellOf({ status, measure }: Figure): IndicatorCell | null {
  if (status === "target")
    return measure === "level" || measure === "change_rate" || measure === "change_amount" ? "target" : null;
  if (status !== "actual" && status !== "estimate") return null;
  if (measure === "level") return "actual";
  if (measure === "change_rate") return "growth";
  return measure === "rank" ? "rank" : null;
}

/** The document's own place before a part of it, the year under review before others, the surer before the less sure. */
function fitness(figure: Figure, cell: IndicatorCell, report: Report): number {
  const { subjectCode, confidence } = figure;
  const { document } = report;
  const ownPlace = subjectCode !== null && subjectCode === document.regionCode ? 4 : subjectCode === null ? 1 : 0;
  return ownPlace + (isOfYear(figure, cell, report) ? 2 : 0) + confidence;
}

function isOfYear({ period }: Figure, cell: IndicatorCell, { document }: Report): boolean {
  if (document.reviewYear === null) return false;
  const year = document.reviewYear + (cell === "target" ? 1 : 0);
  return period?.start === `${year}-01-01` && period.end === `${year}-12-31`;
}
