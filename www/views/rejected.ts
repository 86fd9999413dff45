/** Figures that the reader called wrong, said where they would have stood: how many, which, and the way back. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import type { CollectionView } from "../state/collection.js";
import { rejected, rejectedIn } from "../state/reviewed.js";
import type { FigureRow } from "../state/rows.js";
import { focus } from "../state/shown_table.js";
import { icons } from "./icons.js";
import { machineWords } from "./judging.js";

/** More than anyone reads here; the table of figures lists them all under the facet of judgements. */
const MOST = 100;

/** Those that a view leaves out: a chart is about one indicator, the others about all. */
function leftOut({ state }: Page, view: CollectionView): readonly FigureRow[] {
  if (view !== "charts" || state.choice.chart === "structure") return rejected(state);
  const indicator = focus(state).indicator?.key ?? null;
  const { months } = state.choice;
  return indicator === null ? rejected(state) : rejectedIn(state, { place: null, indicator, year: null, months });
}

export function rejectedView(page: Page, view: CollectionView): TemplateResult | typeof nothing {
  const { words } = page;
  const rows = leftOut(page, view);
  if (rows.length === 0) return nothing;
  return html`
    <details class="rejected">
      <summary>${words.judging.leftOut(rows.length)}</summary>
      <ul>${rows.slice(0, MOST).map((row) => rowView(page, row))}</ul>
      ${rows.length > MOST ? html`<p>${words.collection.contradictions.more(count(rows.length - MOST))}</p>` : nothing}
    </details>`;
}

function rowView(page: Page, { document, figure, index }: FigureRow): TemplateResult {
  const { words, send, commands } = page;
  return html`<li>
    <button class="link" title=${words.collection.source(document.name)} @click=${() => {
      send({ type: "lit", lit: { document: document.id, target: { kind: "figure", index }, from: "list" } });
      send({ type: "paned", pane: "source" });
    }}>${[figure.subject, machineWords(page, figure)].filter(Boolean).join(" · ")}</button>
    <span class="rejected-document">${document.name}</span>
    <button class="quiet" @click=${() => commands.judge(document.id, index, null, {})}>${icons.undo}<span>${words.judging.believe}</span></button>
  </li>`;
}
