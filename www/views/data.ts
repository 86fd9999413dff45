/** The data pane: a tab a view, what is shown of how much, and the export of just that. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { deadlineCounts } from "../export/ics.js";
import { jsonRows, viewTable, workbookTables } from "../export/shown.js";
import { count } from "../format/count.js";
import { isCompared } from "../state/compared.js";
import { isCollectionView } from "../state/collection.js";
import { DOCUMENT_VIEWS, reportOf, type DocumentView, type ViewName } from "../state/model.js";
import { documentsInScope } from "../state/by_document.js";
import { documentsShown, entriesShown, entryRows, figureRows, isFiltered, mentionedOnly } from "../state/rows.js";
import { foundPassages, MOST_PASSAGES } from "../state/search.js";
import { idleFacets } from "../state/sight.js";
import { awaitedView } from "./awaited.js";
import { collectionExports, collectionView } from "./collection.js";
import { figuresView } from "./figures.js";
import { filesView } from "./files.js";
import { icons } from "./icons.js";
import { indicatorsView } from "./indicators.js";
import "./menu.js";
import type { MenuItem } from "./menu.js";
import { passagesView } from "./passages.js";
import { timelineView } from "./timeline.js";

/** The views of documents have a tab each; those across them share one. */
type Tab = DocumentView | "across";

const SHOW: Record<DocumentView, (page: Page) => TemplateResult> = {
  figures: figuresView,
  indicators: indicatorsView,
  timeline: timelineView,
  passages: passagesView,
  files: filesView,
};

export function dataView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const all = documentsInScope(state).reduce(
    (sum, { progress }) => sum + (progress.at === "done" ? progress.report.figures.length : 0),
    0,
  );
  const shown = figureRows(state).length;
  const counts: Record<Tab, string> = {
    figures: count(shown),
    indicators: "",
    timeline: count(entriesShown(state)),
    passages: passagesCount(page),
    files: count(documentsShown(state).length),
    across: "",
  };
  return html`
    <section class="data" aria-label=${words.panes.data}>
      <h1 class="unseen">${words.views[state.view]}</h1>
      <header class="data-head">
        <nav class="tabs" role="tablist" aria-label=${words.panes.data}>
          ${tabsOf(page).map((tab) => {
            const selected = tab === tabOf(state.view);
            return html`<button role="tab" id="tab-${tab}" aria-controls="data-body" aria-selected=${selected} tabindex=${selected ? 0 : -1}
              @keydown=${(event: KeyboardEvent) => turnTab(event, page, tab)}
              @click=${() => turnTo(page, tab)}>${tab === "across" ? words.collection.tab : words.views[tab]}<span class="tab-count">${counts[tab]}</span></button>`;
          })}
        </nav>
        <div class="shown" ?data-filtered=${isFiltered(state)}><span role="status">${isFiltered(state) ? shownWords(page, shown, all) : ""}</span>
          <button class="quiet" @click=${() => send({ type: "unfiltered" })}>${words.facets.clear}</button></div>
        <jd-menu class="exports" .label=${words.bar.export} .icon=${icons.save} .items=${() => (isCollectionView(state.view) ? collectionExports(page, state.view) : exportsOf(page, state.view, all))}></jd-menu>
      </header>
      ${awaitedView(page)}
      ${idleView(page)}
      <div class="data-body" id="data-body" role="tabpanel" aria-labelledby="tab-${tabOf(state.view)}">${isCollectionView(state.view) ? collectionView(page, state.view) : SHOW[state.view](page)}</div>
    </section>`;
}

/** How much of how much is shown: figures, on the timeline entries. */
function shownWords({ state, words }: Page, shown: number, all: number): string {
  if (state.view !== "timeline") {
    const only = mentionedOnly(state);
    const told = words.table.shown(count(shown), count(all));
    return only > 0 ? `${told} · ${words.table.mentionedOnly(count(only))}` : told;
  }
  const entries = documentsInScope(state).reduce((sum, one) => sum + (reportOf(one)?.timeline.length ?? 0), 0);
  return words.timeline.shown(count(entriesShown(state)), count(entries));
}

/** A facet that says nothing of the rows of this view must not seem to narrow them. */
function idleView({ state, words }: Page): TemplateResult | typeof nothing {
  const idle = idleFacets(state);
  return idle.length === 0
    ? nothing
    : html`<p class="facets-idle" role="status">${words.facets.idle(idle.map((name) => words.facets.names[name]))}</p>`;
}

/** What can be taken away, and how much of it there is. */
function exportsOf(page: Page, view: DocumentView, all: number): MenuItem[] {
  const { state, words, commands } = page;
  const { exports } = words;
  const { all: due, met, past, wrong } = deadlineCounts(entryRows(state));
  const isKnown = isCompared(state) || state.comparison.failure !== null;
  const table = viewTable(page, view);
  const sheets = workbookTables(page, view).map(({ name, size }) => [name, count(size)] as const);
  const json = jsonRows(state, view);
  const isEmpty = json.kind === "passages" ? json.passages.length === 0 : json.reports.length === 0;
  return [
    {
      name: "CSV",
      hint: exports.rows[view](count(table?.size ?? 0)),
      act: () => commands.exportCsv(view),
      disabled: table === null,
    },
    {
      name: "XLSX",
      hint: exports.book(sheets),
      act: () => commands.exportXlsx(view),
      disabled: state.documents.length === 0,
    },
    {
      name: "JSON",
      hint:
        json.kind === "passages"
          ? exports.sentences(count(json.passages.length))
          : exports.reports(count(json.reports.length), count(json.figures.length), count(json.entries.length)),
      act: () => commands.exportJson(view),
      disabled: isEmpty,
    },
    {
      name: "ICS",
      hint: isKnown ? exports.deadlines(count(due), met, past, wrong) : exports.deadlinesAwaited(count(due)),
      act: commands.exportIcs,
      disabled: due === 0,
    },
    { name: exports.print, hint: exports.printHint, act: commands.print, disabled: all === 0 },
    { name: exports.page, hint: exports.pageHint, act: commands.savePage, disabled: state.documents.length === 0 },
  ];
}

function passagesCount({ state }: Page): string {
  if (state.query.trim() === "") return "";
  const { length } = foundPassages(state);
  return length >= MOST_PASSAGES ? `${count(length)}+` : count(length);
}

function tabOf(view: ViewName): Tab {
  return isCollectionView(view) ? "across" : view;
}

/** The text is searched only when there is something to search for; the list of files is for more than one. */
function tabsOf({ state }: Page): Tab[] {
  const isOffered = (tab: DocumentView): boolean => {
    if (tab === state.view) return true;
    return tab === "passages" ? state.query.trim() !== "" : tab !== "files" || state.documents.length > 1;
  };
  return [...DOCUMENT_VIEWS.filter(isOffered), "across"];
}

function turnTo({ state, send }: Page, tab: Tab): void {
  send({ type: "viewed", view: tab === "across" ? state.choice.last : tab });
}

/** Left and right walk the tabs, as the pattern for tab lists has it. */
function turnTab(event: KeyboardEvent, page: Page, tab: Tab): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const tabs = tabsOf(page);
  const next = tabs.at((tabs.indexOf(tab) + step) % tabs.length);
  if (!next) return;
  turnTo(page, next);
  requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
}
