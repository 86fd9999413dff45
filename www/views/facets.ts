/** Facets with counts: what is chosen here narrows table, timeline and export alike. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import {
  CLOSED_VALUES,
  isOpen,
  type ClosedFacet,
  type EntryFacet,
  type FacetName,
  type FigureFacet,
} from "../state/facets.js";
import { remembered } from "../state/remembered.js";
import { facetsOf } from "../state/sight.js";
import { entryCounts, figureCounts, foundEntries, foundFigures, isFiltered } from "../state/rows.js";
import { icons } from "./icons.js";

/** Values of an open facet that are shown before the reader asks for more; and after. */
const FEW = 8;
const MANY = 200;

export class FacetsPane extends LitElement {
  static override properties = { page: { attribute: false }, unfolded: { state: true }, sought: { state: true } };
  declare page: Page | null;
  /** Facets that are unfolded; counts are taken for these alone. */
  declare unfolded: ReadonlySet<FacetName>;
  /** What is looked for among the values of an open facet. */
  declare sought: ReadonlyMap<FacetName, string>;

  constructor() {
    super();
    this.page = null;
    this.unfolded = new Set<FacetName>(["status", "measure", "entry", "state"]);
    this.sought = new Map();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { page } = this;
    if (!page) return nothing;
    const { state, words, send } = page;
    const timeline = state.view === "timeline";
    const found = timeline ? foundEntries(state) : foundFigures(state);
    // Nothing to narrow: no file has been read, or none of these.
    if (found.length === 0 && !isFiltered(state)) return nothing;
    const names = facetsOf(state);
    return html`
      <header class="pane-head">
        <h2>${words.facets.label}</h2>
        ${isFiltered(state) ? html`<button class="quiet" @click=${() => send({ type: "unfiltered" })}>${words.facets.clear}</button>` : nothing}
      </header>
      <div class="facet-list">
        ${names.map((name) =>
          this.#facet(page, name, () =>
            timeline ? entryCounts(state, name as EntryFacet) : figureCounts(state, name as FigureFacet),
          ),
        )}
      </div>`;
  }

  #facet(page: Page, name: FacetName, counted: () => ReadonlyMap<string, number>): TemplateResult | typeof nothing {
    const { state, words } = page;
    // One document is no choice.
    if (name === "document" && (state.scope !== "all" || state.documents.length < 2)) return nothing;
    const chosen = state.facets[name];
    const open = this.unfolded.has(name) || chosen.size > 0;
    return html`
      <div class="facet" role="group" aria-label=${words.facets.names[name]}>
        <h3><button class="facet-head" aria-expanded=${open} @click=${() => this.#fold(name, open)}>
          <span class="fold" ?data-open=${open}>${icons.fold}</span>${words.facets.names[name]}
          ${chosen.size > 0 ? html`<span class="facet-chosen">${count(chosen.size)}</span>` : nothing}
        </button></h3>
        ${open ? this.#values(page, name, counted(), chosen) : nothing}
      </div>`;
  }

  #fold(name: FacetName, open: boolean): void {
    const next = new Set(this.unfolded);
    if (open) next.delete(name);
    else next.add(name);
    this.unfolded = next;
  }

  #values(
    page: Page,
    name: FacetName,
    counts: ReadonlyMap<string, number>,
    chosen: ReadonlySet<string>,
  ): TemplateResult {
    const { words, send } = page;
    const all = valuesOf(name, counts, chosen);
    const sought = this.sought.get(name);
    const found = sought ? all.filter((value) => labelOf(page, name, value).toLowerCase().includes(sought)) : all;
    const shown = found.slice(0, sought === undefined ? FEW : MANY);
    // What is chosen stays in sight, so that it can be let go.
    for (const value of all) if (chosen.has(value) && !shown.includes(value)) shown.push(value);
    return html`
      ${
        sought === undefined
          ? nothing
          : html`<input class="facet-search" type="search" autocomplete="off" aria-label=${words.facets.among(words.facets.names[name])}
              placeholder=${words.bar.search} .value=${sought} @input=${(event: Event) => this.#seek(name, (event.target as HTMLInputElement).value.toLowerCase())} />`
      }
      <div class="facet-values">${shown.map(
        (value) => html`<label class="facet-value">
          <input type="checkbox" name=${name} .checked=${chosen.has(value)}
            @change=${(event: Event) => send({ type: "faceted", facet: name, value, on: (event.target as HTMLInputElement).checked })} />
          <span class="facet-label" title=${labelOf(page, name, value)}>${labelOf(page, name, value)}</span><span class="facet-count">${count(counts.get(value) ?? 0)}</span>
        </label>`,
      )}</div>
      ${
        shown.length < all.length && sought === undefined
          ? html`<button class="link facet-more" @click=${() => this.#seek(name, "")}>${words.facets.more(count(all.length))}</button>`
          : found.length > shown.length
            ? html`<p class="facet-rest">${words.facets.rest(count(found.length - shown.length))}</p>`
            : nothing
      }`;
  }

  #seek(name: FacetName, words: string): void {
    this.sought = new Map([...this.sought, [name, words]]);
  }
}

/** Fixed lists in their order; words of the documents by how often they occur, years from the latest on. */
function valuesOf(name: FacetName, counts: ReadonlyMap<string, number>, chosen: ReadonlySet<string>): string[] {
  if (!isOpen(name)) {
    const values: readonly string[] = CLOSED_VALUES[name as ClosedFacet];
    return [...values, ""].filter((value) => counts.has(value) || chosen.has(value));
  }
  const values = [...new Set([...counts.keys(), ...chosen])];
  if (name === "period") return values.sort((one, two) => (one === "" ? 1 : two === "" ? -1 : one < two ? 1 : -1));
  return values.sort((one, two) => (counts.get(two) ?? 0) - (counts.get(one) ?? 0) || (one < two ? -1 : 1));
}

function labelOf(page: Page, name: FacetName, value: string): string {
  const { words } = page;
  if (value === "") return words.facets.unnamed;
  switch (name) {
    case "status":
    case "measure":
    case "commitment":
    case "entry":
      return (words[name] as Record<string, string>)[value] ?? value;
    case "confidence":
      return (words.facets.sure as Record<string, string>)[value] ?? value;
    case "judgement":
      return (words.judging.said as Record<string, string>)[value] ?? words.judging.none;
    case "state":
      return (
        (words.entryState as Record<string, string>)[value] ??
        (words.collection.outcomes as Record<string, string>)[value] ??
        words.collection.outcomes.unknown
      );
    case "indicator":
      return indicatorLabel(page, value);
    case "category":
      return (words.categories as Record<string, string>)[value] ?? value;
    default:
      return value;
  }
}

/** Ids of the indicators that the rows tell, by the documents' own names of them. */
const idsByName = remembered(
  (state) => [foundFigures(state)],
  (state) => new Map(foundFigures(state).map(({ figure }) => [figure.indicator, figure.indicatorId])),
);

/** An indicator's English name before the document's own, which tells two of the same name apart. */
function indicatorLabel({ state, words }: Page, told: string): string {
  const id = state.locale === "en" ? idsByName(state).get(told) : null;
  const name = id ? words.collection.core[id] : undefined;
  return name ? `${name} · ${told}` : told;
}

customElements.define("jd-facets", FacetsPane);
