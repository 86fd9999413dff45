/** What the comparison on the page could not use. */
import { gapsOf, type Gaps } from "../lib/collection/gaps.js";
import { latestDay, untellables } from "../lib/collection/reckoning.js";
import { collectionOf } from "./collection_rows.js";
import { reportOf, type Document, type State } from "./model.js";
import { remembered } from "./remembered.js";

export interface Lacking {
  document: Document;
  /** What it lacks. */
  lacks: (typeof LACKS)[number][];
}

export const LACKS = ["noPlace", "noDay", "noCode", "noFigures", "copied"] as const;

export const gapsIn = remembered(
  (state) => [state.comparison.compared],
  (state): Gaps => {
    const documents = documentsById(state);
    return gapsOf(collectionOf(state).documents, ({ id }) => reportOf(documents.get(id))?.figures.length ?? null);
  },
);

/** The documents that lack something, in the order of the collection. */
export const lackingIn = remembered(
  (state) => [gapsIn(state)],
  (state): readonly Lacking[] => {
    const gaps = gapsIn(state);
    const documents = documentsById(state);
    const found = new Map<string, Lacking["lacks"]>();
    for (const kind of LACKS) for (const { id } of gaps[kind]) found.set(id, [...(found.get(id) ?? []), kind]);
    return [...found].flatMap(([id, lacks]) => {
      const document = documents.get(id);
      return document ? [{ document, lacks }] : [];
    });
  },
);

/** The documents of the page by the names that the collection has for them. */
function documentsById({ documents, comparison }: State): Map<string, Document> {
  const all = new Map(documents.map((document) => [document.id, document]));
  return new Map(
    [...(comparison.compared?.documents ?? [])].flatMap(([name, id]) => {
      const document = all.get(id);
      return document ? [[name, document] as const] : [];
    }),
  );
}

/** Whether nothing is found of a promise because its place has no document from after the day on which it was due. */
export const untellableIn = remembered(
  (state) => [state.comparison.compared],
  (state) => untellables(collectionOf(state).documents),
);

/** The day of the latest document that was compared. */
export const latestIn = remembered(
  (state) => [state.comparison.compared],
  (state): string | null => latestDay(collectionOf(state).documents),
);
