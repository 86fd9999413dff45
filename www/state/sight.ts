/**
 * What search and facets let through, figure by figure, in whatever document and view it stands: the table of figures shows
 * these figures, the sheet of indicators is made of them, and a row across documents is in sight as long as one of the
 * figures that it rests on is.
 */
import { ENTRY_FACETS, FIGURE_FACETS, figureValue, type FacetName, type Facets } from "./facets.js";
import { figureKeys } from "./judgement.js";
import { judgementsOn, type Document, type State } from "./model.js";
import { remembered } from "./remembered.js";
import type { Report } from "./report.js";
import { figureSearch, queryWords } from "./search.js";

export type Sees = (document: Document, report: Report, index: number) => boolean;

/** Whether a figure passes the facets; null where none is chosen. */
export const passing = remembered(
  ({ facets, judgements }) => [facets, judgements],
  (state): Sees | null => {
    const active = FIGURE_FACETS.filter((facet) => state.facets[facet].size > 0);
    if (active.length === 0) return null;
    const known = new Map<Report, Map<number, boolean>>();
    return (document, report, index) => {
      const of = known.get(report) ?? new Map<number, boolean>();
      known.set(report, of);
      const before = of.get(index);
      if (before !== undefined) return before;
      const figure = report.figures[index];
      const judgements = judgementsOn(state, document);
      const said = judgements.size > 0 ? judgements.get(figureKeys(report)[index] ?? "") : undefined;
      const row = figure && { document, report, figure, index, judgement: said?.verdict ? said : null };
      const passes = row !== undefined && active.every((facet) => state.facets[facet].has(figureValue(row, facet)));
      of.set(index, passes);
      return passes;
    };
  },
);

/** Whether a figure, or its sentence, holds the words of the search; null where nothing is sought. */
export const holding = remembered(
  ({ query }) => [query],
  ({ query }): Sees | null => {
    const words = queryWords(query);
    if (words.length === 0) return null;
    const known = new WeakMap<Report, ReturnType<typeof figureSearch>>();
    return (_, report, index) => {
      const holds = known.get(report) ?? figureSearch(report, words);
      known.set(report, holds);
      const figure = report.figures[index];
      return figure !== undefined && holds(figure);
    };
  },
);

/** Both; null where nothing narrows what is shown. */
export const seeing = remembered(
  (state) => [passing(state), holding(state)],
  (state): Sees | null => {
    const passes = passing(state);
    const holds = holding(state);
    if (!passes || !holds) return passes ?? holds;
    return (document, report, index) => passes(document, report, index) && holds(document, report, index);
  },
);

/** What a document fails to tell has no figure, and so nothing of what only figures have. */
export const ABSENT_FACETS = ["status", "category", "indicator", "place", "period", "document"] as const;

/** A promise without a number likewise. */
export const COMMITMENT_FACETS = ["status", "place", "period", "document"] as const;

/** Which facets narrow the view in sight. */
export function facetsOf({ view, choice }: Pick<State, "view" | "choice">): readonly FacetName[] {
  switch (view) {
    case "timeline":
      return ENTRY_FACETS;
    case "passages":
      return ["document"];
    case "panel":
      return choice.form === "absent" ? ABSENT_FACETS : FIGURE_FACETS;
    default:
      return FIGURE_FACETS;
  }
}

/** Facets that are chosen and do not narrow the view in sight: to be said, lest the view be taken for narrowed. */
export function idleFacets(state: Pick<State, "view" | "choice" | "facets">): FacetName[] {
  // A document is listed as long as anything of it is in sight, be it a figure or an entry of the timeline.
  if (state.view === "files") return [];
  const used = new Set(facetsOf(state));
  return (Object.keys(state.facets) as FacetName[]).filter((name) => state.facets[name].size > 0 && !used.has(name));
}

/** Whether something with these values passes the facets that it can have values for. */
export function passesBy<Name extends FacetName>(
  facets: Facets,
  values: Readonly<Record<Name, readonly string[]>>,
): boolean {
  return (Object.keys(values) as Name[]).every(
    (name) => facets[name].size === 0 || values[name].some((value) => facets[name].has(value)),
  );
}
