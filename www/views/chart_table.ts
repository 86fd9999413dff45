/** The numbers of a chart as a table: exact, to be read aloud, each leading to its words. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { ratioParts } from "../format/quantity.js";
import type { ChartData } from "../state/chart_data.js";
import { evidenceOf, litFigure } from "../state/evidence.js";
import { sameTarget } from "../state/marks.js";
import { byHandMark } from "./by_hand.js";
import { rowText, writtenAs } from "./panel_grid.js";

export function chartTable(page: Page, data: ChartData, names: readonly string[]): TemplateResult {
  const { words, state, send } = page;
  const { charts, panel } = words.collection;
  const structure = state.choice.chart === "structure";
  return html`
    <table class="chart-table">
      <caption class="unseen">${charts.table}</caption>
      <thead><tr><th scope="col">${data.years ? panel.year : panel.place}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${data.categories.map((category, at) => {
        // A year that nobody tells has its place on the axis; in a table it would be a blank row.
        if (data.series.every(({ points }) => !points[at])) return nothing;
        return html`<tr><th scope="row">${category}</th>${data.series.map(({ points }, part) => {
          const point = points[at];
          const evidence = point ? evidenceOf(state, point.row.sources[0]) : null;
          if (!point) return html`<td></td>`;
          const share = structure
            ? (ratioParts({ value: point.row.value, written: writtenAs(state, point.row).written })[part] ?? "")
            : null;
          const lit = evidence !== null && sameTarget(state.lit, evidence.document.id, "figure", evidence.index);
          return html`<td><button class="chart-number" aria-pressed=${lit} title=${evidence ? words.collection.source(evidence.document.name) : nothing} @click=${() => {
            if (!evidence) return;
            send({ type: "lit", lit: litFigure(evidence) });
            send({ type: "paned", pane: "source" });
          }}>${share ?? rowText(state, point.row)}${byHandMark(page, point.row.sources)}</button></td>`;
        })}</tr>`;
      })}</tbody>
    </table>`;
}
