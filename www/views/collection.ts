/** The views across documents: a tab for each, what is compared, and the export of what is in sight. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { bookNames, shownSheet } from "../export/collection.js";
import { count } from "../format/count.js";
import { dayText } from "../format/interval.js";
import { COLLECTION_VIEWS, type CollectionView } from "../state/collection.js";
import { chartData } from "../state/chart_data.js";
import { absentRows, collectionOf, disputeRows, panelRows, vows } from "../state/collection_rows.js";
import { partCompared } from "../state/compared.js";
import { besideView } from "./beside.js";
import { chartsView } from "./chart.js";
import { contradictionsView } from "./contradictions.js";
import { gapsView } from "./gaps.js";
import type { MenuItem } from "./menu.js";
import { panelView } from "./panel.js";
import { promisesView } from "./promises.js";
import { rejectedView } from "./rejected.js";

const SHOW: Record<CollectionView, (page: Page) => TemplateResult> = {
  panel: panelView,
  promises: promisesView,
  contradictions: contradictionsView,
  charts: chartsView,
  beside: besideView,
};

export function collectionView(page: Page, view: CollectionView): TemplateResult {
  const { state, words } = page;
  const part = partCompared(state);
  return html`
    <header class="across-head">
      <nav class="across-tabs" role="tablist" aria-label=${words.collection.tab}>
        ${COLLECTION_VIEWS.map((one) => tabView(page, one, view))}
      </nav>
      ${stateView(page, part)}
    </header>
    <div class="across" id="across-body" role="tabpanel" aria-labelledby="tab-${view}" aria-busy=${part !== null} data-view=${view}>
      ${state.comparison.compared && reports(page) === 1 ? aloneView(page, view) : nothing}
      ${state.comparison.compared ? [gapsView(page, view), rejectedView(page, view)] : nothing}
      ${bodyView(page, view)}
    </div>`;
}

function reports({ state }: Page): number {
  return collectionOf(state).documents.length;
}

function tabView(page: Page, one: CollectionView, view: CollectionView): TemplateResult {
  const { state, words, send } = page;
  const disputes = disputeRows(state);
  const counts: Record<CollectionView, number | null> = {
    panel: null,
    promises: vows(state).length,
    // Revisions and checks are none.
    contradictions: disputes.conflicts.length,
    charts: null,
    beside: null,
  };
  const shown = state.comparison.compared ? counts[one] : null;
  return html`<button role="tab" id="tab-${one}" aria-controls="across-body" aria-selected=${one === view} tabindex=${one === view ? 0 : -1}
    @keydown=${(event: KeyboardEvent) => turn(event, page, one)}
    @click=${() => send({ type: "viewed", view: one })}>${words.views[one]}<span class="tab-count">${shown === null ? "" : count(shown)}</span></button>`;
}

/** Left and right walk the tabs. */
function turn(event: KeyboardEvent, { send }: Page, view: CollectionView): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const next =
    COLLECTION_VIEWS[(COLLECTION_VIEWS.indexOf(view) + step + COLLECTION_VIEWS.length) % COLLECTION_VIEWS.length];
  if (step === 0 || !next) return;
  event.preventDefault();
  send({ type: "viewed", view: next });
  requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
}

function stateView({ state, words }: Page, part: { of: number; all: number } | null): TemplateResult {
  const { collection } = words;
  const { running, compared, failure } = state.comparison;
  const busy = running !== null || part !== null;
  const said = part
    ? collection.part(count(part.of), count(part.all))
    : running
      ? collection.comparing(running.done, running.all)
      : compared
        ? collection.compared(
            count(compared.collection.documents.length),
            compared.collection.asOf ? dayText(compared.collection.asOf, state.locale) : "",
          )
        : failure === null
          ? ""
          : collection.failed;
  return html`<p class="across-state" role="status" ?data-busy=${busy}>${said}</p>`;
}

/** What can be taken away of a view. */
export function collectionExports(page: Page, view: CollectionView): MenuItem[] {
  const { state, words, commands } = page;
  const { exports } = words.collection;
  const lacking = collectionOf(state).documents.length === 0;
  const none = view === "charts" && chartData(state) === null;
  const disputes = disputeRows(state);
  const held = {
    panel: count(panelRows(state).length),
    promises: count(vows(state).length),
    conflicts: count(disputes.conflicts.length),
    revisions: count(disputes.revisions.length),
    checks: count(disputes.checks.length),
    absent: count(absentRows(state).length),
  };
  return [
    ...(view === "charts"
      ? [
          { name: "SVG", hint: exports.svg, act: () => commands.exportChart("svg"), disabled: none },
          { name: "PNG", hint: exports.png, act: () => commands.exportChart("png"), disabled: none },
        ]
      : []),
    {
      name: "CSV",
      hint: lacking || none ? "" : exports.csv(count(shownSheet(page, view).size)),
      act: () => commands.exportCollection("csv"),
      disabled: lacking || none,
    },
    {
      name: "XLSX",
      hint: exports.xlsx(bookNames(page, view)),
      act: () => commands.exportCollection("xlsx"),
      disabled: lacking,
    },
    {
      name: "JSON",
      hint: exports.json(held),
      act: () => commands.exportCollection("json"),
      disabled: lacking,
    },
    { name: words.exports.print, hint: words.exports.printHint, act: commands.print, disabled: lacking },
    { name: words.exports.page, hint: words.exports.pageHint, act: commands.savePage, disabled: lacking },
  ];
}

function aloneView({ words, commands }: Page, view: CollectionView): TemplateResult {
  return html`<p class="across-note alone">${words.collection.alone[view]}<button class="link" @click=${commands.chooseFiles}>${words.collection.add}</button></p>`;
}

function bodyView(page: Page, view: CollectionView): TemplateResult {
  const { state, words, send } = page;
  const { compared, failure, running } = state.comparison;
  if (failure !== null)
    return html`<div class="empty"><article class="failure"><h2>${words.collection.failed}</h2><p>${words.collection.failedWhy}</p>
      <button @click=${() => send({ type: "compared", compared: null })}>${words.collection.again}</button></article></div>`;
  if (!compared)
    return html`<div class="empty" aria-busy="true"><p>${running ? words.collection.comparing(running.done, running.all) : words.collection.waiting}</p></div>`;
  return SHOW[view](page);
}
