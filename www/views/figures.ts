/** The table of figures. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { intervalText } from "../format/interval.js";
import { quantityOf, quantityText } from "../format/quantity.js";
import { openingWords, wordsOf } from "../state/markup.js";
import { sameTarget } from "../state/marks.js";
import type { Column } from "../state/model.js";
import { figureRows, type FigureRow } from "../state/rows.js";
import { namedBy, queryWords } from "../state/search.js";
import { emptyView } from "./empty.js";
import { icons } from "./icons.js";
import { VERDICT_ICON } from "./judging.js";
import { namedIndicator } from "./indicator_words.js";
import { marked } from "./marked.js";
import "./virtual_rows.js";

export function figuresView(page: Page): TemplateResult {
  const { state, words } = page;
  const rows = figureRows(state);
  if (rows.length === 0) return emptyView(page, words.table.none, words.table.noneFound);
  const lit = litRow(page, rows);
  const many = state.scope === "all" && state.documents.length > 1;
  const columns: Column[] = ["indicator", "value", "period", "status", "subject"];
  return html`
    <jd-rows id="figures" class="figures" ?data-many=${many} role="grid" tabindex="0" aria-label=${words.table.label}
      aria-rowcount=${rows.length + 1} aria-colcount=${columns.length + (many ? 2 : 1)}
      aria-activedescendant=${lit >= 0 ? `figure-${lit}` : nothing}
      .count=${rows.length} .rowHeight=${34} .narrowRowHeight=${58} .narrowBelow=${520}
      .header=${header(page, columns, many)} .row=${(index: number) => figureRow(page, rows[index], index, many)}
      .shown=${lit} .shownKey=${state.lit}></jd-rows>`;
}

/** Place of the lit figure among the rows, -1 where it is filtered away. */
export function litRow({ state }: Page, rows: readonly FigureRow[]): number {
  const { lit } = state;
  if (lit?.target.kind !== "figure") return -1;
  const { index } = lit.target;
  return rows.findIndex((row) => row.index === index && row.document.id === lit.document);
}

function header({ state, words, send }: Page, columns: readonly Column[], many: boolean): TemplateResult {
  const labels: Record<Column, string> = { ...words.table, source: words.table.document };
  return html`
    <div class="row head" role="row" aria-rowindex="1">
      ${columns.map((column) => {
        const sorted = state.sort.column === column;
        return html`<div role="columnheader" class="cell c-${column}" aria-sort=${sorted ? (state.sort.descending ? "descending" : "ascending") : "none"}>
          <button class="sorter" title=${words.table.sortBy(labels[column])} @click=${() => send({ type: "sorted", column })}>
            ${labels[column]}${sorted ? (state.sort.descending ? icons.down : icons.up) : nothing}</button></div>`;
      })}
      ${many ? html`<div role="columnheader" class="cell c-document">${words.table.document}</div>` : nothing}
      <div role="columnheader" class="cell c-sentence">${words.table.sentence}</div>
    </div>`;
}

function figureRow(page: Page, row: FigureRow | undefined, index: number, many: boolean): TemplateResult {
  if (!row) return html``;
  const { state, words, send } = page;
  const { document, figure, judgement } = row;
  const parts = queryWords(state.query);
  const quantity = quantityOf(figure, state.locale);
  const lit = sameTarget(state.lit, document.id, "figure", row.index);
  const named = namedIndicator(page, figure.indicatorId, figure.indicator);
  return html`
    <div class="row" role="row" id="figure-${index}" aria-rowindex=${index + 2} aria-selected=${lit ? "true" : "false"} data-status=${figure.status} data-verdict=${judgement?.verdict ?? nothing}
      @click=${() => {
        send({
          type: "lit",
          lit: { document: document.id, target: { kind: "figure", index: row.index }, from: "list" },
        });
        send({ type: "paned", pane: "source" });
      }}>
      <div role="gridcell" class="cell c-indicator" title=${[...new Set([named, figure.indicator])].join(" · ")}>${marked(named, parts)}${
        parts.length > 0 && !namedBy(figure, parts)
          ? html`<span class="mentioned" title=${words.table.mentionedHint}>${words.table.mentioned}</span>`
          : nothing
      }${
        judgement?.verdict
          ? html`<span class="said" title=${words.judging.said[judgement.verdict]}>${VERDICT_ICON[judgement.verdict]}<span class="unseen">${words.judging.said[judgement.verdict]}</span></span>`
          : nothing
      }</div>
      <div role="gridcell" class="cell c-value" title=${quantityText(figure, state.locale)}
        ><span class="number">${quantity.number}</span><span class="unit">${quantity.unit}</span></div>
      <div role="gridcell" class="cell c-period">${figure.period ? intervalText(figure.period, state.locale) : (figure.periodLabel ?? "")}</div>
      <div role="gridcell" class="cell c-status"><span class="status">${words.status[figure.status]}</span>${
        figure.modality ? html`<span class="modality">${figure.modality}</span>` : nothing
      }</div>
      <div role="gridcell" class="cell c-subject">${marked(figure.subject ?? "", parts)}</div>
      ${many ? html`<div role="gridcell" class="cell c-document" title=${document.name}><bdi>${document.name}</bdi></div>` : nothing}
      <div role="gridcell" class="cell c-sentence">${sentence(row, parts)}</div>
    </div>`;
}

/** The sentence around the figure, the figure itself set off; cut in front so that the figure stays in sight. */
function sentence({ report, figure }: FigureRow, parts: readonly string[]): TemplateResult {
  const { text } = report.document;
  const { span, context } = figure;
  const from = Math.max(context.start, span.start - 18);
  const until = Math.min(context.end, span.end + 60);
  const before = (from > context.start ? "…" : "") + openingWords(text.slice(from, span.start));
  const behind = wordsOf(text.slice(span.end, until));
  // What was sought may stand far before the figure: then it comes first.
  const [first = ""] = parts;
  const far = first === "" ? -1 : text.slice(context.start, from).toLowerCase().lastIndexOf(first);
  const sought = far < 0 || namedBy(figure, parts) ? "" : `…${text.substr(context.start + far, first.length + 8)}… `;
  return html`${marked(sought, parts)}${marked(before, parts)}<b>${wordsOf(text.slice(span.start, span.end))}</b>${marked(behind, parts)}`;
}
