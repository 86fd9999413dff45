/** Facets with counts: what is chosen here narrows table, timeline and export alike. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import type { FacetName } from "../state/model.js";
import { documentsInScope, facetCounts, isFiltered } from "../state/rows.js";
import type { Figure, TimelineEntry } from "../state/report.js";

const STATUS: readonly Figure["status"][] = ["actual", "target", "plan", "estimate", "rule"];
const MEASURES: readonly Figure["measure"][] = [
  "level",
  "change_rate",
  "change_amount",
  "share",
  "rank",
  "ratio",
  "multiple",
  "gap",
];
const ENTRIES: readonly TimelineEntry["kind"][] = ["event", "milestone", "deadline", "recurring"];

export function facetsView(page: Page): TemplateResult {
  const { state, words, send } = page;
  return html`
    <section class="facets" aria-label=${words.facets.label}>
      ${
        state.view === "timeline"
          ? facet(page, "entry", words.facets.entry, ENTRIES, words.entry, entryCounts(page))
          : html`
          ${facet(page, "status", words.facets.status, STATUS, words.status, facetCounts(state, "status"))}
          ${facet(page, "measure", words.facets.measure, MEASURES, words.measure, facetCounts(state, "measure"))}`
      }
      ${isFiltered(state) ? html`<button class="link" @click=${() => send({ type: "unfiltered" })}>${words.facets.clear}</button>` : nothing}
    </section>`;
}

function facet<Value extends string>(
  { state, send }: Page,
  name: FacetName,
  heading: string,
  values: readonly Value[],
  labels: Record<Value, string>,
  counts: ReadonlyMap<string, number>,
): TemplateResult {
  const chosen = state.facets[name] as ReadonlySet<string>;
  const present = values.filter((value) => counts.has(value) || chosen.has(value));
  return html`
    <fieldset class="facet" ?hidden=${present.length === 0}>
      <legend>${heading}</legend>
      ${present.map(
        (value) => html`
        <label class="facet-value">
          <input type="checkbox" name=${name} .checked=${chosen.has(value)}
            @change=${(event: Event) => send({ type: "faceted", facet: name, value, on: (event.target as HTMLInputElement).checked })} />
          <span>${labels[value]}</span><span class="facet-count">${count(counts.get(value) ?? 0)}</span>
        </label>`,
      )}
    </fieldset>`;
}

function entryCounts({ state }: Page): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { progress } of documentsInScope(state)) {
    if (progress.at !== "done") continue;
    for (const { kind } of progress.report.timeline) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
