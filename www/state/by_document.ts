/**
 * Rows kept document by document: while thousands of files are read, one that arrives costs its own rows alone, and not
 * those of all the files before it.
 */
import { sameList } from "./compared.js";
import type { Facets } from "./facets.js";
import { reportOf, type Document, type State } from "./model.js";
import { remembered } from "./remembered.js";
import type { Report } from "./report.js";

/** The rows of one document: the same list as long as nothing that they rest on has changed. */
export type Part<Row> = readonly Row[];

/** Documents in scope that have a report. */
export function documentsInScope(state: State): Document[] {
  return state.documents.filter(
    (document) => document.progress.at === "done" && (state.scope === "all" || state.scope === document.id),
  );
}

/** The documents in scope: the same list while others make progress. */
export const scopeOf = (() => {
  let last: readonly Document[] = [];
  return remembered(
    (state) => [state.documents, state.scope],
    (state): readonly Document[] => {
      const now = documentsInScope(state);
      if (!sameList(now, last)) last = now;
      return last;
    },
  );
})();

/** The rows of all documents in scope, and those of one. */
export interface Parts<Row> {
  all: (state: State) => readonly Part<Row>[];
  of: (state: State, document: Document, report: Report) => Part<Row>;
}

/** Makes the rows of each document; anew only where one of the things that they rest on has changed. */
export function byDocument<Row>(
  grounds: (state: State, document: Document, report: Report) => readonly unknown[],
  make: (state: State, document: Document, report: Report) => Row[],
): Parts<Row> {
  const known = new WeakMap<Document, { grounds: readonly unknown[]; rows: Part<Row> }>();
  const of = (state: State, document: Document, report: Report): Part<Row> => {
    const now = grounds(state, document, report);
    const before = known.get(document);
    if (before && sameList(before.grounds, now)) return before.rows;
    const rows = make(state, document, report);
    known.set(document, { grounds: now, rows });
    return rows;
  };
  let last: readonly Part<Row>[] = [];
  const all = (state: State): readonly Part<Row>[] => {
    const now = scopeOf(state).flatMap((document) => {
      const report = reportOf(document);
      return report ? [of(state, document, report)] : [];
    });
    if (!sameList(now, last)) last = now;
    return last;
  };
  return { all, of };
}

/** All rows in one list. */
export function together<Row>(parts: readonly Part<Row>[]): Row[] {
  const all: Row[] = [];
  for (const part of parts) for (const row of part) all.push(row);
  return all;
}

/** How many rows fall under each value of a facet, the other facets applied. */
export function counter<Row, Facet extends keyof Facets>(
  parts: Parts<Row>,
  facets: readonly Facet[],
  value: (row: Row, facet: Facet) => string,
): (state: State, facet: Facet) => ReadonlyMap<string, number> {
  const each = new Map(
    facets.map((facet) => {
      const known = new WeakMap<Part<Row>, { facets: Facets; counts: ReadonlyMap<string, number> }>();
      const countsOf = (part: Part<Row>, chosen: Facets): ReadonlyMap<string, number> => {
        const before = known.get(part);
        if (before?.facets === chosen) return before.counts;
        const others = facets.filter((other) => other !== facet && chosen[other].size > 0);
        const counts = new Map<string, number>();
        for (const row of part) {
          if (!others.every((other) => chosen[other].has(value(row, other)))) continue;
          add(counts, value(row, facet), 1);
        }
        known.set(part, { facets: chosen, counts });
        return counts;
      };
      const all = remembered(
        (state) => [parts.all(state), state.facets],
        (state): ReadonlyMap<string, number> => {
          const sums = new Map<string, number>();
          for (const part of parts.all(state))
            for (const [own, count] of countsOf(part, state.facets)) add(sums, own, count);
          return sums;
        },
      );
      return [facet, all] as const;
    }),
  );
  return (state, facet) => each.get(facet)?.(state) ?? new Map();
}

function add(counts: Map<string, number>, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}
