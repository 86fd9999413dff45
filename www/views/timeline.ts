/** The timeline: a chart for the shape of time, and under it the same entries as a list by date. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { intervalText } from "../format/interval.js";
import { sameTarget } from "../state/marks.js";
import { entryRows, startOf, type EntryRow } from "../state/rows.js";
import { emptyView } from "./empty.js";
import { entryMark, entryStateWords } from "./entry_state.js";
import { GLYPHS, UNFOUND } from "./timeline_glyphs.js";
import "./timeline_chart.js";
import "./virtual_rows.js";

export function timelineView(page: Page): TemplateResult {
  const { state, words } = page;
  const rows = entryRows(state);
  if (rows.length === 0) return emptyView(page, words.timeline.none, words.table.noneFound);
  const lit = litEntry(page, rows);
  const { running, compared, failure } = state.comparison;
  return html`
    <div class="timeline" aria-busy=${running !== null || (compared === null && failure === null)}>
      <jd-timeline-chart .page=${page} .rows=${datedRows(rows)}></jd-timeline-chart>
      <jd-rows id="entries" class="entries" role="listbox" tabindex="0" aria-label=${words.timeline.list}
        aria-activedescendant=${lit >= 0 ? `entry-${lit}` : nothing}
        .count=${rows.length} .rowHeight=${32} .narrowRowHeight=${54} .narrowBelow=${520} .row=${(index: number) => entryRow(page, rows, index)}
        .shown=${lit} .shownKey=${state.lit}></jd-rows>
    </div>`;
}

const dated = new WeakMap<readonly EntryRow[], readonly EntryRow[]>();

/** The rows that a chart can place: a duty that recurs every year has no day, and stands in the list alone. */
function datedRows(rows: readonly EntryRow[]): readonly EntryRow[] {
  const known = dated.get(rows);
  if (known) return known;
  const own = rows.filter((row) => startOf(row.entry) !== "");
  dated.set(rows, own);
  return own;
}

/** Place of the lit entry among the rows, -1 where there is none. */
export function litEntry({ state }: Page, rows: readonly EntryRow[]): number {
  const { lit } = state;
  if (lit?.target.kind !== "entry") return -1;
  const { index } = lit.target;
  return rows.findIndex((row) => row.index === index && row.document.id === lit.document);
}

function entryRow(page: Page, rows: readonly EntryRow[], index: number): TemplateResult {
  const row = rows[index];
  if (!row) return html``;
  const { state, words, send } = page;
  const { entry, document, kept, unfound, review } = row;
  const stage = kept === "met" ? "done" : entry.state;
  const when = intervalText(entry.date, state.locale);
  const before = rows[index - 1];
  // A date is said once for all that happened on it.
  const again = before !== undefined && intervalText(before.entry.date, state.locale) === when;
  return html`
    <div class="row entry-row" role="option" id="entry-${index}" aria-posinset=${index + 1} aria-setsize=${rows.length}
      aria-selected=${sameTarget(state.lit, document.id, "entry", row.index) ? "true" : "false"} data-kind=${entry.kind} data-state=${stage}
      ?data-again=${again} ?data-unfound=${unfound} data-verdict=${review?.verdict ?? nothing}
      @click=${() => {
        send({
          type: "lit",
          lit: { document: document.id, target: { kind: "entry", index: row.index }, from: "list" },
        });
        send({ type: "paned", pane: "source" });
      }}>
      <span class="entry-when">${when}</span>
      <svg class="entry" data-kind=${entry.kind} data-state=${stage} data-unfound=${unfound} viewBox="-1 -8 13 16" width="13" height="16" aria-hidden="true">${svg`<path class="entry-glyph" d=${unfound ? UNFOUND : GLYPHS[entry.kind]} />`}</svg>
      <span class="entry-what" title=${entry.title}>${entryMark(page, row)}<span class="entry-title">${entry.title}</span></span>
      <span class="entry-who">${entry.subject ?? ""}</span>
      <span class="entry-state" data-kept=${kept ?? nothing}>${words.entry[entry.kind]} · ${review?.rejected ? words.judging.said.wrong : entryStateWords(row, words)}</span>
    </div>`;
}
