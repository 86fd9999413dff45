/** Everything that can happen to the state, and what each does. Pure: no clock, no worker, no page. */
import {
  MARK_KINDS,
  NO_FACETS,
  documentOf,
  type Column,
  type Document,
  type DocumentId,
  type FacetName,
  type Facets,
  type Failure,
  type Given,
  type Lit,
  type LocaleName,
  type MarkKind,
  type Pane,
  type Progress,
  type Stage,
  type State,
  type ThemeName,
  type ViewName,
} from "./model.js";
import { isCollectionView, reduceCollection, type CollectionAction, type Kept } from "./collection.js";
import type { Report } from "./report.js";

/** The part of the state that an address can hold. */
export type Bookmark = Pick<State, "view" | "query" | "facets" | "sort"> & { choice: Kept };

export type Action =
  | { type: "added"; documents: readonly Document[] }
  | { type: "started"; id: DocumentId }
  | { type: "staged"; id: DocumentId; stage: Stage }
  | { type: "finished"; id: DocumentId; report: Report; milliseconds: number }
  | { type: "failed"; id: DocumentId; failure: Failure }
  | { type: "given"; id: DocumentId; given: Given }
  | { type: "removed"; id: DocumentId }
  | { type: "cleared" }
  | { type: "scoped"; scope: DocumentId | "all" }
  | { type: "lit"; lit: Lit }
  | { type: "unlit" }
  | { type: "viewed"; view: ViewName }
  | { type: "paned"; pane: Pane }
  | { type: "searched"; query: string }
  | { type: "faceted"; facet: FacetName; value: string; on: boolean }
  | { type: "unfiltered" }
  | { type: "sorted"; column: Column }
  | { type: "marked"; kind: MarkKind; shown: boolean }
  | { type: "bookmarked"; bookmark: Bookmark }
  | { type: "localized"; locale: LocaleName }
  | { type: "themed"; theme: ThemeName }
  | { type: "noticed"; text: string }
  | CollectionAction;

/** The state after `action`; the same object when nothing changed. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "added":
      return added(state, action.documents);
    case "started":
      return progressed(state, action.id, { at: "running", stage: null });
    case "staged":
      return progressed(state, action.id, { at: "running", stage: action.stage });
    case "finished": {
      const { report, milliseconds } = action;
      return opened(progressed(state, action.id, { at: "done", report, milliseconds }), action.id);
    }
    case "failed":
      return progressed(state, action.id, { at: "failed", failure: action.failure });
    case "given": {
      const next = changed(state, action.id, { given: action.given, progress: { at: "waiting" } });
      return state.lit?.document === action.id ? { ...next, lit: null } : next;
    }
    case "removed":
      return removed(state, action.id);
    case "cleared":
      return { ...state, documents: [], scope: "all", open: null, lit: null, pane: "data" };
    case "scoped":
      return scoped(state, action.scope);
    case "lit":
      return { ...state, lit: action.lit, open: action.lit.document };
    case "unlit":
      return state.lit === null ? state : { ...state, lit: null };
    case "viewed":
      return viewed(state, action.view);
    case "paned":
      return { ...state, pane: action.pane };
    case "searched":
      return { ...state, query: action.query };
    case "faceted":
      return { ...state, facets: faceted(state.facets, action.facet, action.value, action.on) };
    case "unfiltered":
      return { ...state, query: "", facets: NO_FACETS };
    case "sorted":
      return { ...state, sort: sorted(state, action.column) };
    case "marked": {
      const marks = MARK_KINDS.filter((kind) => (kind === action.kind ? action.shown : state.marks.has(kind)));
      return { ...state, marks: new Set(marks) };
    }
    case "bookmarked":
      return viewed(
        // What stands side by side is of this page alone, and no address holds it.
        { ...state, ...action.bookmark, choice: { ...state.choice, ...action.bookmark.choice } },
        action.bookmark.view,
      );
    case "localized":
      return { ...state, locale: action.locale };
    case "themed":
      return { ...state, theme: action.theme };
    case "noticed":
      return { ...state, notice: { text: action.text, serial: (state.notice?.serial ?? 0) + 1 } };
    case "chosen":
    case "comparing":
    case "compared":
    case "incomparable":
      return { ...state, ...reduceCollection(state, action) };
  }
}

function viewed(state: State, view: ViewName): State {
  const choice = isCollectionView(view) ? { ...state.choice, last: view } : state.choice;
  return { ...state, view, choice, pane: "data" };
}

function changed(state: State, id: DocumentId, change: Partial<Document>): State {
  // A late word from the worker about a document that was removed meanwhile changes nothing.
  if (!documentOf(state, id)) return state;
  return { ...state, documents: state.documents.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

function progressed(state: State, id: DocumentId, progress: Progress): State {
  return changed(state, id, { progress });
}

function added(state: State, documents: readonly Document[]): State {
  if (documents.length === 0) return state;
  const all = [...state.documents, ...documents];
  // One file alone is what the reader wants to see; of several, all.
  const only = all.length === 1 ? all[0]?.id : undefined;
  return { ...state, documents: all, scope: only ?? "all" };
}

/** The first report that arrives is opened, so that the source pane is not empty while the rest run. */
function opened(state: State, id: DocumentId): State {
  return state.open === null ? { ...state, open: id } : state;
}

function removed(state: State, id: DocumentId): State {
  const documents = state.documents.filter((one) => one.id !== id);
  if (documents.length === state.documents.length) return state;
  const next = documents.find((one) => one.progress.at === "done")?.id ?? null;
  return {
    ...state,
    documents,
    scope: state.scope === id ? "all" : state.scope,
    open: state.open === id ? next : state.open,
    lit: state.lit?.document === id ? null : state.lit,
    pane: documents.length === 0 ? "data" : state.pane,
  };
}

function scoped(state: State, scope: DocumentId | "all"): State {
  if (scope === "all") return { ...state, scope };
  const lit = state.lit?.document === scope ? state.lit : null;
  return { ...state, scope, open: scope, lit };
}

function faceted(facets: Facets, facet: FacetName, value: string, on: boolean): Facets {
  const values = new Set<string>(facets[facet]);
  if (on) values.add(value);
  else values.delete(value);
  return { ...facets, [facet]: values };
}

/** A second click turns the order round, a third gives the order of the text back. */
function sorted(state: State, column: Column): State["sort"] {
  const { sort } = state;
  if (sort.column !== column) return { column, descending: false };
  return sort.descending ? { column: "source", descending: false } : { column, descending: true };
}
