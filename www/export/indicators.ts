/** The sheet of key indicators as a table: a row for each indicator, with what was reached, its growth, rank and target. */
import { cell } from "../lib/collection/wide.js";
import { intervalText } from "../format/interval.js";
import { unitWord } from "../format/quantity.js";
import { figureKeys } from "../state/judgement.js";
import { INDICATOR_CELLS, indicatorRows, type CellFigure } from "../state/indicators.js";
import { documentOf, judgementsOn, reportOf, type Document } from "../state/model.js";
import type { Report } from "../state/report.js";
import { seeing } from "../state/sight.js";
import { namedIndicator } from "../views/indicator_words.js";
import { machineWords } from "../views/judging.js";
import type { Cell, Language, Table } from "./tables.js";

/** The sheet of the open document, as it is on the screen; null where it holds nothing. */
export function indicatorsTable(language: Language): Table | null {
  const { words, state } = language;
  const document = documentOf(state, state.open);
  const report = reportOf(document);
  if (!document || !report) return null;
  const rows = indicatorRows(document, report, seeing(state));
  if (rows.length === 0) return null;
  const { csv, indicators } = words;
  return {
    name: words.views.indicators,
    size: rows.length,
    columns: [
      csv.document,
      csv.place,
      csv.indicator,
      csv.indicatorId,
      ...INDICATOR_CELLS.flatMap((name) =>
        [indicators[name], csv.unit, words.table.period, csv.subject, csv.sentence].map((column, at) =>
          at === 0 ? column : `${indicators[name]} ${column}`,
        ),
      ),
      csv.judgement,
      csv.machine,
    ],
    rows: () =>
      rows.map(({ id, indicator, cells }) => [
        document.name,
        report.document.region.join(""),
        namedIndicator(language, id, indicator),
        id,
        ...INDICATOR_CELLS.flatMap((name) => cellsOf(language, report, cells[name])),
        ...reviewOf(
          language,
          document,
          INDICATOR_CELLS.map((name) => cells[name]),
        ),
      ]),
  };
}

function cellsOf({ state }: Language, { document }: Report, one: CellFigure | null): Cell[] {
  if (!one) return [null, null, null, null, null];
  const { figure } = one;
  return [
    cell(figure),
    unitWord(figure.unit, state.locale),
    figure.period ? intervalText(figure.period, state.locale) : figure.periodLabel,
    figure.subject,
    document.text.slice(figure.context.start, figure.context.end).trim(),
  ];
}

/** What the reader said of the figures of a row, and what the machine had read of those that were edited. */
function reviewOf(language: Language, document: Document, cells: readonly (CellFigure | null)[]): [Cell, Cell] {
  const { words, state } = language;
  if (document.progress.at !== "done") return [null, null];
  const { machine } = document.progress;
  const judgements = judgementsOn(state, document);
  const keys = figureKeys(machine);
  const said: string[] = [];
  const read: string[] = [];
  INDICATOR_CELLS.forEach((name, at) => {
    const index = cells[at]?.index ?? -1;
    const verdict = judgements.get(keys[index] ?? "")?.verdict;
    if (!verdict) return;
    said.push(`${words.indicators[name]}: ${words.judging.said[verdict]}`);
    const figure = machine.figures[index];
    if (verdict === "edited" && figure) read.push(`${words.indicators[name]}: ${machineWords(language, figure)}`);
  });
  return [said.join("\n") || null, read.join("\n") || null];
}
