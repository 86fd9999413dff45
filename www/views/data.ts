/** The data pane: a tab a view, what is shown of how much, and the export of just that. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { openDeadlines } from "../export/ics.js";
import { count } from "../format/count.js";
import { VIEWS, type ViewName } from "../state/model.js";
import { documentsInScope, entryRows, figureRows, isFiltered } from "../state/rows.js";
import { figuresView } from "./figures.js";
import { icons } from "./icons.js";
import { indicatorsView } from "./indicators.js";
import { timelineView } from "./timeline.js";

const SHOW: Record<ViewName, (page: Page) => TemplateResult> = {
  figures: figuresView,
  indicators: indicatorsView,
  timeline: timelineView,
};

export function dataView(page: Page): TemplateResult {
  const { state, words, send, commands } = page;
  const all = documentsInScope(state).reduce(
    (sum, { progress }) => sum + (progress.at === "done" ? progress.report.figures.length : 0),
    0,
  );
  const shown = figureRows(state).length;
  const counts: Record<ViewName, string> = {
    figures: count(shown),
    indicators: "",
    timeline: count(entryRows(state).length),
  };
  const hint = words.exports.scope(count(shown));
  const due = openDeadlines(entryRows(state)).length;
  const dueHint = words.exports.deadlines(count(due));
  return html`
    <section class="data" aria-label=${words.panes.data}>
      <header class="data-head">
        <nav class="tabs" role="tablist" aria-label=${words.panes.data}>
          ${VIEWS.map(
            (
              view,
            ) => html`<button role="tab" id="tab-${view}" aria-controls="data-body" aria-selected=${state.view === view}
            tabindex=${state.view === view ? 0 : -1} @keydown=${(event: KeyboardEvent) => turnTab(event, page, view)}
            @click=${() => send({ type: "viewed", view })}>${words.views[view]}<span class="tab-count">${counts[view]}</span></button>`,
          )}
        </nav>
        <p class="shown" role="status">${isFiltered(state) ? words.table.shown(count(shown), count(all)) : ""}</p>
        <div class="exports" role="group" aria-label=${words.bar.export}>
          ${icons.save}
          <button class="tool" title=${hint} ?disabled=${shown === 0} @click=${commands.exportCsv}>CSV<span class="unseen"> ${hint}</span></button>
          <button class="tool" title=${words.exports.more} ?disabled=${all === 0} @click=${commands.exportJson}>JSON<span class="unseen"> ${words.exports.more}</span></button>
          ${
            state.view === "timeline"
              ? html`<button class="tool" title=${dueHint} ?disabled=${due === 0} @click=${commands.exportIcs}>ICS<span class="unseen"> ${dueHint}</span></button>`
              : nothing
          }
        </div>
      </header>
      <div class="data-body" id="data-body" role="tabpanel" aria-labelledby="tab-${state.view}">${SHOW[state.view](page)}</div>
    </section>`;
}

/** Left and right walk the tabs, as the pattern for tab lists has it. */
function turnTab(event: KeyboardEvent, { send }: Page, view: ViewName): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const next = VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length];
  if (!next) return;
  send({ type: "viewed", view: next });
  requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
}
