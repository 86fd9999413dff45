/** The panel as a grid: in each cell the result, its growth and the target, each leading to its words. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { PanelRow } from "../generated/report.js";
import { quantityText } from "../format/quantity.js";
import { verdictOf } from "../state/collection_rows.js";
import { evidenceOf, litFigure, sidesOf } from "../state/evidence.js";
import { litRow } from "../state/collection_walk.js";
import { sameTarget } from "../state/marks.js";
import type { State } from "../state/model.js";
import { growthOf, type PivotCell } from "../state/pivot.js";
import type { Axis, PivotTable } from "../state/pivot_tables.js";
import { rejectedIn } from "../state/reviewed.js";
import { focus } from "../state/shown_table.js";
import { byHandMark, byHandWords } from "./by_hand.js";
import { icons } from "./icons.js";
import { moveInGrid } from "./panel_keys.js";
import { noteWords } from "./note_words.js";
import { measuresOf, NARROW, type Measures } from "./panel_measure.js";
import { remarksView } from "./panel_remarks.js";
import { trendView } from "./panel_trend.js";
import { outcomeGlyph } from "./promises_glyphs.js";
import "./virtual_rows.js";
import type { Sight } from "./virtual_rows.js";
import { namedIndicator } from "./indicator_words.js";

export function gridView(page: Page, table: PivotTable): TemplateResult {
  const { words } = page;
  const columns = table.columns.length + (table.trends ? 2 : 1);
  const measures = measuresOf(page, table);
  return html`
    <jd-rows class="panel-grid" role="grid" tabindex="0" aria-label=${[fixedOf(page, table), words.views.panel].filter(Boolean).join(" · ")}
      aria-rowcount=${table.rows.length + 1} aria-colcount=${columns} ?data-heat=${page.state.choice.heat} ?data-trends=${table.trends} ?data-many=${table.columns.length > ALL}
      .style=${`--columns:${table.columns.length}`} @keydown=${moveInGrid}
      .cellWidth=${(host: HTMLElement) => columnWidth(host, table, measures)}
      .opensOf=${table.trends ? `${table.fixed} ${table.columns.length}` : null} .opensAt=${(host: HTMLElement) => (table.trends ? openingAt(host, measures.opensAt) : 0)}
      .count=${table.rows.length} .rowHeight=${measures.wide.height} .narrowRowHeight=${measures.narrow.height} .narrowBelow=${NARROW}
      .tops=${(host: HTMLElement) => (host.hasAttribute("narrow") ? measures.narrow : measures.wide).tops(columnWidth(host, table, measures))}
      .shown=${litRow(page.state, table)} .shownKey=${page.state.lit}
      .header=${headerView(page, table)} .row=${(index: number, sight: Sight) => rowView(page, table, index, sight)}></jd-rows>
    ${remarksView(page, table)}`;
}

function headerView(page: Page, table: PivotTable): TemplateResult {
  const { words } = page;
  const { panel } = words.collection;
  return html`
    <div class="p-row p-top" role="row" aria-rowindex="1">
      <div role="columnheader" class="p-head">${fixedOf(page, table) || `${panel.place} · ${panel.year}`}</div>
      ${table.trends ? html`<div role="columnheader" class="p-trend">${panel.trend}</div>` : nothing}
      ${table.columns.map((column) => html`<div role="columnheader" class="p-cell" title=${labelOf(page, column)}>${labelOf(page, column)}</div>`)}
    </div>`;
}

/** So many columns are drawn whole; of more, only those in sight. */
const ALL = 24;
/** How many columns are drawn on either side of the sight. */
const SPARE = 3;

/** So wide that whole columns fill what the heads leave: opened at its end, the table begins with a whole one. */
function columnWidth(host: HTMLElement, { columns }: PivotTable, { wide, narrow }: Measures): number {
  const { cell } = host.hasAttribute("narrow") ? narrow : wide;
  if (columns.length > ALL) return cell;
  // A width that was rounded up would cut the last column by a pixel.
  const room = host.clientWidth - 1 - headsWidth(host);
  const inSight = Math.max(1, Math.min(columns.length, Math.floor(room / cell)));
  return Math.floor((100 * room) / inSight) / 100;
}

/** Width of the heads that stay in sight beside the cells; above them they take none. */
function headsWidth(host: HTMLElement): number {
  if (host.hasAttribute("narrow")) return 0;
  const heads = [...host.querySelectorAll<HTMLElement>(".p-top > .p-head, .p-top > .p-trend")];
  return heads.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
}

/** How far a table is scrolled for the last years with results to be in sight, and the next one where there is room for three. */
function openingAt(host: HTMLElement, results: number): number {
  const cells = host.querySelectorAll<HTMLElement>(".p-top > .p-cell");
  const room = host.clientWidth - headsWidth(host);
  const fits = Math.round(room / (cells[0]?.getBoundingClientRect().width || room));
  const column = Math.min(cells.length - 1, fits < 3 ? results : results + 1);
  const last = cells[column];
  if (!last) return 0;
  if (column === cells.length - 1) return host.scrollWidth;
  return Math.max(
    0,
    last.getBoundingClientRect().right - host.getBoundingClientRect().left + host.scrollLeft - host.clientWidth,
  );
}

/** The columns to draw: with hundreds of indicators most are out of sight. */
function columnsIn({ columns }: PivotTable, { left, width }: Sight, cell: number): { from: number; to: number } {
  if (columns.length <= ALL) return { from: 0, to: columns.length };
  const from = Math.max(0, Math.floor(left / cell) - SPARE);
  return { from, to: Math.min(columns.length, Math.ceil((left + width) / cell) + SPARE) };
}

function rowView(page: Page, table: PivotTable, index: number, sight: Sight): TemplateResult {
  const row = table.rows[index];
  if (!row) return html``;
  const measures = measuresOf(page, table);
  const { from, to } = columnsIn(table, sight, (sight.narrow ? measures.narrow : measures.wide).cell);
  const { tops } = sight;
  const height = tops ? `--row:${(tops[index + 1] ?? 0) - (tops[index] ?? 0)}px` : "";
  const whole = table.trends ? table.columns.map((_, column) => table.cell(index, column)) : [];
  const cells = table.columns.slice(from, to).map((_, column) => table.cell(index, from + column));
  // In the wide form a place is named in full where its years begin.
  const again = row.year !== null && row.place !== null && table.rows[index - 1]?.place === row.place;
  return html`
    <div class="p-row" role="row" aria-rowindex=${index + 2} ?data-again=${again} .style=${height}>
      <div role="rowheader" class="p-head" title=${labelOf(page, row)}><span class="p-name">${headOf(page, row, again)}</span></div>
      ${table.trends ? html`<div role="gridcell" class="p-trend">${trendView(page, table, row, whole, index)}</div>` : nothing}
      ${cells.map((cell, column) => cellView(page, table, cell, index, from + column))}
    </div>`;
}

/** What a row or column is called, in the reader's language. */
export function labelOf(page: Pick<Page, "words" | "state">, { label, indicator }: Axis): string {
  return indicator ? namedIndicator(page, indicator.id, indicator.name) : label;
}

/** What the whole table is about. */
export function fixedOf(page: Pick<Page, "words" | "state">, { fixed }: PivotTable): string {
  const { indicator } = focus(page.state);
  return page.state.choice.form === "indicator" && indicator
    ? namedIndicator(page, indicator.id, indicator.name)
    : fixed;
}

function headOf(page: Page, row: Axis, again: boolean): TemplateResult | string {
  const { place, year } = row;
  if (!place || year === null) return labelOf(page, row);
  return html`<span class=${again ? "p-again" : ""}>${place.name}</span> <span class="number">${year}</span>`;
}

/** Evenly spaced steps from cold to warm: −100 to 100. */
function heatOf(cell: PivotCell | null, warmest: number): number | null {
  const growth = growthOf(cell);
  return growth === null ? null : Math.round(100 * Math.max(-1, Math.min(1, growth / warmest)));
}

function cellView(page: Page, table: PivotTable, cell: PivotCell | null, row: number, column: number): TemplateResult {
  const place = column + (table.trends ? 3 : 2);
  if (!cell)
    return html`<div role="gridcell" class="p-cell" aria-colindex=${place} .style=${`grid-column:${place}`}></div>`;
  const { words } = page;
  const { panel } = words.collection;
  const { result, target, other, absent } = cell;
  const left = absent.actual || absent.target ? leftOutOf(page, table, row, column) : { actual: false, target: false };
  const heat = heatOf(cell, table.warmest);
  const at = (inside: number): string => `${row},${column},${inside}`;
  const told = result.level ?? result.growth;
  const aim = target.growth ?? target.level;
  // The level stands above its growth; growth alone takes its place.
  const under = result.level && result.growth;
  return html`
    <div role="gridcell" class="p-cell" aria-colindex=${place} data-sign=${heat === null ? nothing : heat < 0 ? "down" : "up"}
      .style=${`grid-column:${place};--heat:${Math.abs(heat ?? 0)}`}>
      <div class="p-line">
        ${result.level ? value(page, result.level, at(0), "p-level") : nothing}
        ${!result.level && result.growth ? value(page, result.growth, at(0), "p-level") : nothing}
        ${!told && other ? value(page, other, at(0), "p-other") : nothing}
        ${!told && absent.actual ? html`<span class="p-absent">${left.actual ? words.judging.rejected : panel.noResult}</span>` : nothing}
      </div>
      ${
        under || aim || absent.target
          ? html`<div class="p-line p-aims">
              ${under ? value(page, under, at(2), "p-growth") : nothing}
              ${target.level ? aimView(page, target.level, at(3)) : nothing}
              ${target.growth ? aimView(page, target.growth, at(4)) : nothing}
              ${!aim && absent.target ? html`<span class="p-absent" title=${left.target ? "" : (absent.worded ?? "")}>${left.target ? words.judging.rejected : absent.worded === null ? panel.noTarget : panel.worded}</span>` : nothing}
          </div>`
          : nothing
      }
    </div>`;
}

/** Whether a result or target of a cell is missing because the reader called it wrong. */
function leftOutOf(
  { state }: Page,
  table: PivotTable,
  row: number,
  column: number,
): { actual: boolean; target: boolean } {
  const [one, two] = [table.rows[row], table.columns[column]];
  const held = focus(state);
  const all = rejectedIn(state, {
    place: (one?.place ?? two?.place ?? held.place)?.key ?? null,
    indicator: (one?.indicator ?? two?.indicator ?? held.indicator)?.key ?? null,
    year: one?.year ?? two?.year ?? held.year,
    months: state.choice.months,
  });
  const aims = all.filter(({ figure }) => figure.status === "target").length;
  return { actual: all.length > aims, target: aims > 0 };
}

/** The quantity of a row, scaled as its first source writes it. */
export function rowText(state: State, row: PanelRow): string {
  return quantityText({ ...row, ...writtenAs(state, row) }, state.locale);
}

/** How the first source of a row writes its number. */
export function writtenAs(state: State, row: PanelRow): { scale: string | null; written: string } {
  const { scale = null, written = "" } = evidenceOf(state, row.sources[0])?.figure ?? {};
  return { scale, written };
}

/** One figure as a button that leads to its words. */
function value(page: Page, row: PanelRow, at: string, kind: string): TemplateResult {
  const { state, words, send } = page;
  const { collection } = words;
  const evidence = evidenceOf(state, row.sources[0]);
  const lit = evidence !== null && sameTarget(state.lit, evidence.document.id, "figure", evidence.index);
  const others = row.alternatives.flatMap(({ sources }) => sources);
  const about = [
    // One that is longer than its column is cut.
    kind === "p-target" ? rowText(state, row) : "",
    byHandWords(page, row.sources),
    row.status === "estimate" ? collection.panel.estimate : "",
    row.measure === "level" ? "" : words.measure[row.measure],
    row.scope ?? "",
    evidence ? collection.source(evidence.document.name) : "",
    row.sources.length > 1 ? collection.sources(row.sources.length) : "",
    row.alternatives.length > 0 ? collection.panel.disputed(row.alternatives.length) : "",
    byHandWords(page, others),
    ...row.notes.map((note) => noteWords(page, note)),
  ].filter(Boolean);
  return html`<button class="p-value ${kind}" tabindex="-1" data-at=${at} data-status=${row.status} aria-pressed=${lit} ?data-disputed=${row.alternatives.length > 0}
    title=${about.join(" · ")} @click=${() => {
      if (!evidence) return;
      send({ type: "lit", lit: litFigure(evidence) });
      send({ type: "paned", pane: "source" });
    }}>${row.status === "target" ? rowText(state, row).replace("+", "") : rowText(state, row)}${row.notes.length > 0 ? html`<sup aria-hidden="true">*</sup>` : nothing}${byHandMark(page, row.sources)}</button>`;
}

/** A target with what became of it, and the way to see both sentences at once. */
function aimView(page: Page, row: PanelRow, at: string): TemplateResult {
  const { state, words, send } = page;
  const promise = verdictOf(state)(row);
  const outcome = promise?.result ?? null;
  const judged = outcome === "met" || outcome === "missed";
  return html`<span class="p-aim" data-outcome=${outcome ?? nothing}>
    ${outcome ? html`<span class="p-outcome" title=${words.collection.outcomes[outcome]}>${outcomeGlyph(outcome)}<span class="unseen">${words.collection.outcomes[outcome]}</span></span>` : nothing}
    ${value(page, row, at, "p-target")}
    ${
      promise && judged
        ? html`<button class="p-beside" tabindex="-1" data-at="${at},b" title=${words.collection.beside} aria-label=${words.collection.beside} @click=${() => {
            send({ type: "chosen", choice: sidesOf(state, promise) });
            send({ type: "viewed", view: "beside" });
          }}>${icons.beside}</button>`
        : nothing
    }</span>`;
}
