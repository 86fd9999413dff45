/** The report on paper: what is shown on the screen in a table of some rows at a time, here in full, document by document. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { dayText, intervalText } from "../format/interval.js";
import { quantityOf } from "../format/quantity.js";
import { INDICATOR_CELLS, indicatorRows, type CellFigure, type IndicatorCell } from "../state/indicators.js";
import { openingWords, wordsOf } from "../state/markup.js";
import { documentsInScope } from "../state/by_document.js";
import { entryRows, figureRows, isFiltered, type EntryRow, type FigureRow } from "../state/rows.js";
import { reportOf, type Document } from "../state/model.js";
import { seeing } from "../state/sight.js";
import { entryReviewWords, entryStateWords } from "./entry_state.js";
import { namedIndicator } from "./indicator_words.js";
import { machineWords } from "./judging.js";

/** Nobody reads more on paper, and no browser lays it out in good time; a line says what was left out. */
const MOST = 3_000;

export function printView(page: Page): TemplateResult | typeof nothing {
  const { state, words } = page;
  if (!state.printing) return nothing;
  const figures = figureRows(state);
  const entries = entryRows(state);
  const byDocument = new Map<Document, { figures: FigureRow[]; entries: EntryRow[] }>(
    documentsInScope(state).map((document) => [document, { figures: [], entries: [] }]),
  );
  for (const row of figures.slice(0, MOST)) byDocument.get(row.document)?.figures.push(row);
  for (const row of entries.slice(0, MOST)) byDocument.get(row.document)?.entries.push(row);
  return html`
    <article class="print">
      <header class="print-head">
        <p class="print-name">${words.name}</p>
        <p>${words.print.made(dayText(state.today, state.locale))}</p>
        ${isFiltered(state) ? html`<p>${words.print.filtered(count(figures.length))}</p>` : nothing}
        ${figures.length > MOST || entries.length > MOST ? html`<p>${words.print.cut(count(MOST))}</p>` : nothing}
      </header>
      ${[...byDocument].map(([document, rows]) => documentView(page, document, rows.figures, rows.entries))}
    </article>`;
}

function documentView(
  page: Page,
  document: Document,
  figures: readonly FigureRow[],
  entries: readonly EntryRow[],
): TemplateResult | typeof nothing {
  const { state, words } = page;
  const report = reportOf(document);
  if (!report || (figures.length === 0 && entries.length === 0)) return nothing;
  const info = report.document;
  const facts = [
    words.kinds[info.kind],
    info.region.join(" "),
    info.date ? dayText(info.date, state.locale) : "",
    document.name,
  ];
  const indicators = indicatorRows(document, report, seeing(state));
  // Paper has no room for columns of nothing.
  const told = INDICATOR_CELLS.filter((cell) => indicators.some(({ cells }) => cells[cell] !== null));
  return html`
    <section class="print-document">
      <h1>${info.title ?? document.name}</h1>
      <p class="print-facts">${facts.filter(Boolean).join(" · ")}</p>
      ${
        indicators.length > 0
          ? html`<h2>${words.views.indicators}</h2>
          <table><thead><tr><th>${words.indicators.indicator}</th>${told.map((cell) => html`<th class="print-number">${words.indicators[cell]}</th>`)}</tr></thead>
          <tbody>${indicators.map(
            ({ id, indicator, cells }) =>
              html`<tr><th scope="row">${namedIndicator(page, id, indicator)}</th>${told.map((cell) => html`<td class="print-number">${cells[cell] ? cellView(page, cell, cells[cell]) : nothing}</td>`)}</tr>`,
          )}</tbody></table>`
          : nothing
      }
      ${
        figures.length > 0
          ? html`<h2>${words.views.figures}</h2>
          <table><thead><tr><th>${words.table.indicator}</th><th class="print-number">${words.table.value}</th><th>${words.table.period}</th><th>${words.table.status}</th><th>${words.table.subject}</th></tr></thead>
          ${bySentence(figures).map((rows) => sentenceView(page, rows))}</table>`
          : nothing
      }
      ${
        entries.length > 0
          ? html`<h2>${words.views.timeline}</h2>
          <table><tbody>${entries.map(
            (
              row,
            ) => html`<tr class="print-entry" data-verdict=${row.review?.verdict ?? nothing}><td class="print-when">${intervalText(row.entry.date, state.locale)}</td><td><span class="print-title">${row.entry.title}</span>${row.review ? html`<span class="print-verdict">${entryReviewWords(page, row)}</span>` : nothing}</td><td>${row.entry.subject ?? ""}</td>
            <td>${words.entry[row.entry.kind]} · ${row.review?.rejected ? words.judging.said.wrong : entryStateWords(row, words)}</td></tr>`,
          )}</tbody></table>`
          : nothing
      }
    </section>`;
}

/** What a cell of the sheet says; also of which years, where a growth of five must not pass for one of the year. */
function cellView({ state, words }: Page, cell: IndicatorCell, { figure, ofYear }: CellFigure): TemplateResult {
  const { number, unit } = quantityOf(figure, state.locale);
  const notes = [
    cell === "target" ? figure.modality : figure.scope,
    cell === "target" && figure.measure !== "level" ? words.measure[figure.measure] : "",
    ofYear || !figure.period ? "" : intervalText(figure.period, state.locale),
  ].filter(Boolean);
  return html`${number}${unit}${notes.length > 0 ? html`<span class="print-note">${notes.join(" · ")}</span>` : nothing}`;
}

/** Rows that follow one another and stand in one sentence, so that it is printed once. */
function bySentence(figures: readonly FigureRow[]): FigureRow[][] {
  const groups: FigureRow[][] = [];
  for (const row of figures) {
    const last = groups.at(-1);
    const { start, end } = row.figure.context;
    if (last?.[0]?.figure.context.start === start && last[0].figure.context.end === end) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** The sentence, its figures set off in it, and what was read of each below. */
function sentenceView(page: Page, rows: readonly FigureRow[]): TemplateResult {
  const [first] = rows;
  if (!first) return html``;
  const { text } = first.report.document;
  const { context } = first.figure;
  const words: (string | TemplateResult)[] = [];
  let at = context.start;
  for (const { figure } of [...rows].sort((one, two) => one.figure.span.start - two.figure.span.start)) {
    const { start, end } = figure.span;
    // Two figures may share their words: 分别增长5%.
    if (start < at) continue;
    const before = text.slice(at, start);
    words.push(
      at === context.start ? openingWords(before) : wordsOf(before),
      html`<b>${wordsOf(text.slice(start, end))}</b>`,
    );
    at = end;
  }
  words.push(wordsOf(text.slice(at, context.end)).trimEnd());
  return html`<tbody><tr class="print-sentence"><td colspan="5">${words}</td></tr>${rows.map((row) => figureRow(page, row))}</tbody>`;
}

function figureRow(page: Page, { document, figure, index, judgement }: FigureRow): TemplateResult {
  const { state, words } = page;
  const { number, unit } = quantityOf(figure, state.locale);
  const read = document.progress.at === "done" ? document.progress.machine.figures[index] : undefined;
  return html`<tr class="print-figure" data-verdict=${judgement?.verdict ?? nothing}>
    <td>${namedIndicator(page, figure.indicatorId, figure.indicator)}${
      judgement?.verdict
        ? html`<span class="print-verdict">${words.judging.said[judgement.verdict]}${judgement.verdict === "edited" && read ? `（${words.judging.machine} ${machineWords(page, read)}）` : ""}</span>`
        : nothing
    }</td>
    <td class="print-number">${number}${unit}</td>
    <td>${figure.period ? intervalText(figure.period, state.locale) : (figure.periodLabel ?? "")}</td>
    <td>${words.status[figure.status]}${figure.modality ? ` ${figure.modality}` : ""}</td>
    <td>${figure.subject ?? ""}</td></tr>`;
}
