/** What two documents both tell, as a table: a row for each line that is seen, with both sentences. */
import { intervalText } from "../format/interval.js";
import { unitWord } from "../format/quantity.js";
import { cell } from "../lib/collection/wide.js";
import { sharedBy, sidesIn } from "../state/beside.js";
import type { Evidence } from "../state/evidence.js";
import { namedIndicator } from "../views/indicator_words.js";
import type { Cell, Language, Table } from "./tables.js";

export function besideSheet({ words, state }: Language): Table {
  const { csv, collection, views, table } = words;
  const { left, right } = sidesIn(state);
  const parts = [csv.document, table.value, csv.unit, table.period, table.status, csv.subject, csv.sentence];
  const side = ({ report, figure, document }: Evidence): Cell[] => [
    document.name,
    cell(figure),
    unitWord(figure.unit, state.locale),
    figure.period ? intervalText(figure.period, state.locale) : figure.periodLabel,
    words.status[figure.status],
    figure.subject,
    report.document.text.slice(figure.context.start, figure.context.end).trim(),
  ];
  const { besides, outcomes, sheets } = collection;
  return {
    name: views.beside,
    size: left && right && left !== right ? sharedBy(state, left.id, right.id).length : 0,
    columns: [
      csv.indicator,
      csv.indicatorId,
      csv.measure,
      sheets.columns.result,
      ...[besides.left, besides.right].flatMap((name) => parts.map((part) => `${name} ${part}`)),
    ],
    *rows() {
      if (!left || !right || left === right) return;
      for (const one of sharedBy(state, left.id, right.id))
        yield [
          namedIndicator({ words, state }, one.id, one.name),
          one.id,
          words.measure[one.left.figure.measure],
          one.outcome && outcomes[one.outcome],
          ...side(one.left),
          ...side(one.right),
        ];
    },
  };
}
