/** The sheet of key indicators of the open document: value, growth and rank, the target beside the result. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { intervalText } from "../format/interval.js";
import { quantityOf } from "../format/quantity.js";
import { INDICATOR_CELLS, indicatorRows, type CellFigure, type IndicatorCell } from "../state/indicators.js";
import { sameTarget } from "../state/marks.js";
import { documentOf, reportOf } from "../state/model.js";
import { seeing } from "../state/sight.js";
import { emptyView } from "./empty.js";
import { namedIndicator } from "./indicator_words.js";

/** Few indicators are ranked: a rank stands under what it ranks, so that the target is in view beside the result. */
const SHOWN = INDICATOR_CELLS.filter((cell) => cell !== "rank");

export function indicatorsView(page: Page): TemplateResult {
  const { state, words } = page;
  const document = documentOf(state, state.open);
  const report = reportOf(document);
  const rows = document && report ? indicatorRows(document, report, seeing(state)) : [];
  if (!document || !report || rows.length === 0) return emptyView(page, words.indicators.none, words.table.noneFound);
  return html`
    <div class="indicators" tabindex="0" role="region" aria-label=${words.indicators.label}>
      <table>
        <caption>${report.document.title ?? document.name}</caption>
        <thead><tr>
          <th scope="col">${words.indicators.indicator}</th>
          ${SHOWN.map((cell) => html`<th scope="col" class="k-${cell}">${words.indicators[cell]}</th>`)}
        </tr></thead>
        <tbody>
          ${rows.map(
            ({ id, indicator, cells }) => html`<tr>
            <th scope="row">${namedIndicator(page, id, indicator)}</th>
            ${SHOWN.map(
              (cell) =>
                html`<td class="k-${cell}">${cells[cell] ? cellView(page, document.id, cell, cells[cell]) : nothing}${
                  cell === (cells.actual || !cells.growth ? "actual" : "growth") && cells.rank
                    ? html`<span class="rank-below">${cellView(page, document.id, "rank", cells.rank)}</span>`
                    : nothing
                }</td>`,
            )}
          </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function cellView(
  { state, words, send }: Page,
  document: string,
  cell: IndicatorCell,
  { figure, index, more, ofYear }: CellFigure,
): TemplateResult {
  const quantity = quantityOf(figure, state.locale);
  const note = cell === "target" ? figure.modality : figure.scope;
  const period = figure.period ? intervalText(figure.period, state.locale) : "";
  return html`
    <button class="indicator-cell" aria-pressed=${sameTarget(state.lit, document, "figure", index)}
      title=${[period, figure.subject, more > 0 ? words.indicators.more(more) : ""].filter(Boolean).join(" · ")}
      @click=${() => {
        send({ type: "lit", lit: { document, target: { kind: "figure", index }, from: "list" } });
        send({ type: "paned", pane: "source" });
      }}><span class="number">${quantity.number}</span><span class="unit">${quantity.unit}</span>${
        cell === "target" && figure.measure !== "level"
          ? html`<span class="note">${words.measure[figure.measure]}</span>`
          : nothing
      }${note ? html`<span class="note">${note}</span>` : nothing}${
        // A growth averaged over five years, or a target for 2030, must not pass for one of the year.
        ofYear || period === "" ? nothing : html`<span class="note">${period}</span>`
      }</button>`;
}
