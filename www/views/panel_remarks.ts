/** What the signs at a table's numbers mean: a star that something is to be known, a wavy line that documents disagree. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { PanelRow } from "../generated/report.js";
import { count } from "../format/count.js";
import type { PivotCell } from "../state/pivot.js";
import type { PivotTable } from "../state/pivot_tables.js";
import { namedIndicator } from "./indicator_words.js";
import { noteWords } from "./note_words.js";

/** So many cells are looked through; of a larger table the remarks of the rest stand in the long one. */
const SOUGHT = 20_000;
/** More than anyone reads below a table. */
const MOST = 60;

interface Signs {
  /** Each remark once, by the indicator that it is about. */
  remarks: readonly string[];
  disputed: boolean;
}

const KNOWN = new WeakMap<PivotTable, { locale: string; signs: Signs }>();

/** The rows that a cell shows. */
function shownRows({ result, target, other }: PivotCell): (PanelRow | null)[] {
  const told = result.level ?? result.growth;
  return [result.level, result.growth, target.level, target.growth, told ? null : other];
}

function signsOf(page: Page, table: PivotTable): Signs {
  const { locale } = page.state;
  const known = KNOWN.get(table);
  if (known?.locale === locale) return known.signs;
  const remarks = new Set<string>();
  let disputed = false;
  for (let row = 0, sought = 0; row < table.rows.length && sought < SOUGHT; row += 1) {
    for (let column = 0; column < table.columns.length; column += 1, sought += 1) {
      const cell = table.cell(row, column);
      for (const one of cell ? shownRows(cell) : []) {
        if (!one) continue;
        disputed ||= one.alternatives.length > 0;
        for (const note of one.notes)
          remarks.add(`${namedIndicator(page, one.indicatorId, one.indicator)} — ${noteWords(page, note)}`);
      }
    }
  }
  const signs = { remarks: [...remarks], disputed };
  KNOWN.set(table, { locale, signs });
  return signs;
}

/** The line below the table, and what the stars in it stand for. */
export function remarksView(page: Page, table: PivotTable): TemplateResult {
  const { panel, contradictions } = page.words.collection;
  const { remarks, disputed } = signsOf(page, table);
  const list = html`<details class="remarks"><summary>${panel.starred(count(remarks.length))}</summary>
      <ul>${remarks.slice(0, MOST).map((remark) => html`<li>${remark}</li>`)}</ul>
      ${remarks.length > MOST ? html`<p>${contradictions.more(count(remarks.length - MOST))}</p>` : nothing}</details>`;
  return html`
    <div class="signs">
      <p class="across-hint">${panel.hint}</p>
      ${disputed ? html`<p class="wavy">${panel.wavy}</p>` : nothing}
      ${remarks.length > 0 ? list : nothing}
    </div>`;
}
