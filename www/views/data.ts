/** The data pane: a tab a view, what is shown of how much, and the export of just that. */
import { html, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { openDeadlines } from "../export/ics.js";
import { count } from "../format/count.js";
import { VIEWS, type ViewName } from "../state/model.js";
import { documentsInScope, entryRows, figureRows, isFiltered } from "../state/rows.js";
import { foundPassages, MOST_PASSAGES } from "../state/search.js";
import { figuresView } from "./figures.js";
import { filesView } from "./files.js";
import { icons } from "./icons.js";
import { indicatorsView } from "./indicators.js";
import "./menu.js";
import type { MenuItem } from "./menu.js";
import { passagesView } from "./passages.js";
import { timelineView } from "./timeline.js";

const SHOW: Record<ViewName, (page: Page) => TemplateResult> = {
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
  const counts: Record<ViewName, string> = {
    figures: count(shown),
    indicators: "",
    timeline: count(entryRows(state).length),
    passages: passagesCount(page),
    files: count(state.documents.length),
  };
  return html`
    <section class="data" aria-label=${words.panes.data}>
      <header class="data-head">
        <nav class="tabs" role="tablist" aria-label=${words.panes.data}>
          ${VIEWS.filter((view) => isOffered(page, view)).map(
            (
              view,
            ) => html`<button role="tab" id="tab-${view}" aria-controls="data-body" aria-selected=${state.view === view}
            tabindex=${state.view === view ? 0 : -1} @keydown=${(event: KeyboardEvent) => turnTab(event, page, view)}
            @click=${() => send({ type: "viewed", view })}>${words.views[view]}<span class="tab-count">${counts[view]}</span></button>`,
          )}
        </nav>
        <p class="shown" role="status">${isFiltered(state) ? words.table.shown(count(shown), count(all)) : ""}</p>
        <jd-menu class="exports" .label=${words.bar.export} .icon=${icons.save} .items=${exportsOf(page, shown, all)}></jd-menu>
      </header>
      <div class="data-body" id="data-body" role="tabpanel" aria-labelledby="tab-${state.view}">${SHOW[state.view](page)}</div>
    </section>`;
}

/** What can be taken away, and how much of it there is. */
function exportsOf({ state, words, commands }: Page, shown: number, all: number): MenuItem[] {
  const { exports } = words;
  const due = openDeadlines(entryRows(state)).length;
  return [
    { name: "CSV", hint: exports.scope(count(shown)), act: commands.exportCsv, disabled: shown === 0 },
    { name: "XLSX", hint: exports.workbook, act: commands.exportXlsx, disabled: state.documents.length === 0 },
    { name: "JSON", hint: exports.more, act: commands.exportJson, disabled: all === 0 },
    { name: "ICS", hint: exports.deadlines(count(due)), act: commands.exportIcs, disabled: due === 0 },
    { name: exports.print, hint: exports.printHint, act: commands.print, disabled: all === 0 },
    { name: exports.page, hint: exports.pageHint, act: commands.savePage, disabled: state.documents.length === 0 },
  ];
}

function passagesCount({ state }: Page): string {
  if (state.query.trim() === "") return "";
  const { length } = foundPassages(state);
  return length >= MOST_PASSAGES ? `${count(length)}+` : count(length);
}

/** The text is searched only when there is something to search for; the list of files is for more than one. */
function isOffered({ state }: Page, view: ViewName): boolean {
  if (view === state.view) return true;
  return view === "passages" ? state.query.trim() !== "" : view !== "files" || state.documents.length > 1;
}

/** Left and right walk the tabs, as the pattern for tab lists has it. */
function turnTab(event: KeyboardEvent, page: Page, view: ViewName): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const views = VIEWS.filter((one) => isOffered(page, one));
  const next = views.at((views.indexOf(view) + step) % views.length);
  if (!next) return;
  page.send({ type: "viewed", view: next });
  requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
}
