/** The report on paper: what is shown on the screen in a table of some rows at a time, here in full, document by document. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { dayText, intervalText } from "../format/interval.js";
import { quantityOf } from "../format/quantity.js";
import { INDICATOR_CELLS, indicatorRows } from "../state/indicators.js";
import { documentsInScope, entryRows, figureRows, isFiltered, type EntryRow, type FigureRow } from "../state/rows.js";
import { reportOf, type Document } from "../state/model.js";
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
  const indicators = isFiltered(state) ? [] : indicatorRows(report);
  return html`
    <section class="print-document">
      <h1>${info.title ?? document.name}</h1>
      <p class="print-facts">${facts.filter(Boolean).join(" · ")}</p>
      ${
        indicators.length > 0
          ? html`<h2>${words.views.indicators}</h2>
          <table><thead><tr><th>${words.indicators.indicator}</th>${INDICATOR_CELLS.map((cell) => html`<th class="print-number">${words.indicators[cell]}</th>`)}</tr></thead>
          <tbody>${indicators.map(
            ({ indicator, cells }) =>
              html`<tr><th scope="row">${indicator}</th>${INDICATOR_CELLS.map((cell) => {
                const one = cells[cell];
                const quantity = one && quantityOf(one.figure, state.locale);
                return html`<td class="print-number">${quantity ? `${quantity.number}${quantity.unit}` : ""}</td>`;
              })}</tr>`,
          )}</tbody></table>`
          : nothing
      }
      ${
        figures.length > 0
          ? html`<h2>${words.views.figures}</h2>
          <table><thead><tr><th>${words.table.indicator}</th><th class="print-number">${words.table.value}</th><th>${words.table.period}</th><th>${words.table.status}</th><th>${words.table.subject}</th><th class="print-sentence">${words.table.sentence}</th></tr></thead>
          <tbody>${figures.map((row) => figureRow(page, row))}</tbody></table>`
          : nothing
      }
      ${
        entries.length > 0
          ? html`<h2>${words.views.timeline}</h2>
          <table><tbody>${entries.map(
            ({
              entry,
              overdue,
            }) => html`<tr><td class="print-when">${intervalText(entry.date, state.locale)}</td><td>${entry.title}</td><td>${entry.subject ?? ""}</td>
            <td>${words.entry[entry.kind]} · ${overdue ? words.timeline.overdue : words.entryState[entry.state]}</td></tr>`,
          )}</tbody></table>`
          : nothing
      }
    </section>`;
}

function figureRow(page: Page, { document, report, figure, index, judgement }: FigureRow): TemplateResult {
  const { state, words } = page;
  const { number, unit } = quantityOf(figure, state.locale);
  const { context, span } = figure;
  const { text } = report.document;
  const read = document.progress.at === "done" ? document.progress.machine.figures[index] : undefined;
  return html`<tr data-verdict=${judgement?.verdict ?? nothing}>
    <td>${figure.indicator}</td>
    <td class="print-number">${number}${unit}</td>
    <td>${figure.period ? intervalText(figure.period, state.locale) : (figure.periodLabel ?? "")}</td>
    <td>${words.status[figure.status]}${figure.modality ? ` ${figure.modality}` : ""}</td>
    <td>${figure.subject ?? ""}</td>
    <td class="print-sentence">${text.slice(context.start, span.start).trimStart()}<b>${text.slice(span.start, span.end)}</b>${text.slice(span.end, context.end).trimEnd()}${
      judgement?.verdict
        ? html`<span class="print-verdict">${words.judging.said[judgement.verdict]}${judgement.verdict === "edited" && read ? `（${words.judging.machine} ${machineWords(page, read)}）` : ""}</span>`
        : nothing
    }</td></tr>`;
}
