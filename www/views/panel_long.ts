/** The panel in long form: a row for each fact, with all its sources. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { PanelRow } from "../generated/report.js";
import { intervalText } from "../format/interval.js";
import { panelRows } from "../state/collection_rows.js";
import { evidenceOf, litFigure } from "../state/evidence.js";
import { sameTarget } from "../state/marks.js";
import { tellers } from "../state/reviewed.js";
import { byHandMark, byHandWords } from "./by_hand.js";
import { collectionEmpty } from "./collection_empty.js";
import { noteWords } from "./note_words.js";
import { rowText } from "./panel_grid.js";
import "./virtual_rows.js";
import { namedIndicator } from "./indicator_words.js";

export function longView(page: Page): TemplateResult {
  const { state, words } = page;
  const { panel } = words.collection;
  const rows = panelRows(state);
  if (rows.length === 0) return collectionEmpty(page);
  const head = [
    ["place", panel.place],
    ["indicator", panel.indicator],
    ["value", panel.value],
    ["period", panel.period],
    ["measure", panel.measure],
    ["status", panel.status],
    ["notes", panel.notes],
    ["source", panel.sourceColumn],
  ] as const;
  return html`
    <jd-rows class="panel-long" role="table" tabindex="0" aria-label=${panel.forms.long} aria-rowcount=${rows.length + 1}
      .count=${rows.length} .rowHeight=${34} .narrowRowHeight=${62} .narrowBelow=${520}
      .header=${html`<div class="l-row l-top" role="row" aria-rowindex="1">${head.map(([key, name]) => html`<div role="columnheader" class="cell l-${key}">${name}</div>`)}</div>`}
      .row=${(index: number) => rowView(page, rows[index], index)}></jd-rows>`;
}

function rowView(page: Page, row: PanelRow | undefined, index: number): TemplateResult {
  if (!row) return html``;
  const { state, words } = page;
  const period = row.period ? intervalText(row.period, state.locale) : "";
  const told = tellers(row);
  const notes = [
    byHandWords(page, told),
    row.scope ?? "",
    row.alternatives.length > 0 ? words.collection.panel.disputed(row.alternatives.length) : "",
    ...row.notes.map((note) => noteWords(page, note)),
  ].filter(Boolean);
  return html`
    <div class="l-row" role="row" aria-rowindex=${index + 2} data-status=${row.status}>
      <div role="cell" class="cell l-place" title=${row.subject}>${row.subject}</div>
      <div role="cell" class="cell l-indicator" title=${[namedIndicator(page, row.indicatorId, row.indicator), ...row.labels].join("、")}>${namedIndicator(page, row.indicatorId, row.indicator)}</div>
      <div role="cell" class="cell l-value">${rowText(state, row)}${byHandMark(page, row.sources)}</div>
      <div role="cell" class="cell l-period" title=${row.every ? words.every[row.every] : ""}>${period}</div>
      <div role="cell" class="cell l-measure">${words.measure[row.measure]}</div>
      <div role="cell" class="cell l-status"><span class="status">${words.status[row.status]}</span></div>
      <div role="cell" class="cell l-notes" title=${notes.join("\n")}>${notes.join(" · ")}</div>
      <div role="cell" class="cell l-source">${sourcesView(page, row)}</div>
    </div>`;
}

/** A numbered button for each place that tells the row; what gainsays it is set off. */
function sourcesView(page: Page, { sources, alternatives }: PanelRow): TemplateResult {
  const { state, words, send } = page;
  const all = [
    ...sources.map((source) => ({ source, agrees: true })),
    ...alternatives.flatMap((one) => one.sources.map((source) => ({ source, agrees: false }))),
  ];
  return html`${all.slice(0, 6).map(({ source, agrees }, index) => {
    const evidence = evidenceOf(state, source);
    if (!evidence) return nothing;
    const lit = sameTarget(state.lit, evidence.document.id, "figure", evidence.index);
    const name = words.collection.source(evidence.document.name);
    return html`<button class="l-number" aria-pressed=${lit} ?data-disputed=${!agrees} title=${name} aria-label=${`${index + 1} ${name}`} @click=${() => {
      send({ type: "lit", lit: litFigure(evidence) });
      send({ type: "paned", pane: "source" });
    }}>${index + 1}</button>`;
  })}${all.length > 6 ? html`<span class="l-more">+${all.length - 6}</span>` : nothing}`;
}
