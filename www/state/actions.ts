/** Everything that can happen to the state, and what each does. Pure: no clock, no worker, no page. */
import { NO_FACETS, type FacetName, type Facets } from "./facets.js";
import { figureKeys, judged, merged, NO_JUDGEMENTS, type Judgement, type Judgements } from "./judgement.js";
import {
  MARK_KINDS,
  documentOf,
  laterOf,
  type Awaited,
  type Column,
  type Correction,
  type Document,
  type DocumentId,
  type Failure,
  type Given,
  type Lit,
  type LocaleName,
  type MarkKind,
  type Pane,
  type Progress,
  type Stage,
  type State,
  type Step,
  type Stretch,
  type ThemeName,
  type ViewName,
} from "./model.js";
import { isCollectionView, reduceCollection, type CollectionAction, type Kept } from "./collection.js";
import { settled } from "./naming.js";
import { brought, cleared, onceOnly, removed } from "./removal.js";
import type { Report } from "./report.js";

/** The part of the state that an address can hold. */
export type Bookmark = Pick<State, "view" | "query" | "facets" | "sort" | "marks" | "zoom"> & {
  choice: Partial<Kept>;
  named: Awaited;
};

export type Action =
  /** `restored` are those that the page holds itself: samples, and what a saved page brought along. */
  | { type: "added"; documents: readonly Document[]; restored: boolean }
  | { type: "started"; id: DocumentId }
  | { type: "staged"; id: DocumentId; stage: Stage }
  | { type: "finished"; id: DocumentId; report: Report; digest: string; milliseconds: number }
  /** Judgements that were made on a text before. */
  | { type: "recalled"; digest: string; kept: Judgements }
  | { type: "failed"; id: DocumentId; failure: Failure }
  | { type: "given"; id: DocumentId; given: Given }
  | { type: "cancelled"; id: DocumentId }
  /** What the reader says of a document, or said of its text before. */
  | { type: "corrected"; digest: string; correction: Correction; now: boolean }
  /** The reader corrects a document, which can be taken back to what was told of it before. */
  | { type: "stepped"; step: Extract<Step, { kind: "corrected" }> }
  /** A saved page holds all of this. */
  | { type: "saved" }
  | { type: "paused"; paused: boolean }
  | { type: "removed"; id: DocumentId }
  | { type: "cleared" }
  | { type: "judged"; id: DocumentId; index: number; judgement: Judgement }
  | { type: "unjudged"; at: number }
  | { type: "unkept" }
  | { type: "printing"; printing: boolean }
  | { type: "scoped"; scope: DocumentId | "all" }
  | { type: "lit"; lit: Lit }
  | { type: "unlit" }
  | { type: "viewed"; view: ViewName }
  | { type: "paned"; pane: Pane }
  | { type: "searched"; query: string }
  | { type: "faceted"; facet: FacetName; value: string; on: boolean }
  | { type: "unfiltered" }
  | { type: "sorted"; column: Column }
  | { type: "zoomed"; zoom: Stretch | null }
  | { type: "marked"; kind: MarkKind; shown: boolean }
  | { type: "bookmarked"; bookmark: Bookmark }
  | { type: "localized"; locale: LocaleName }
  | { type: "themed"; theme: ThemeName }
  | { type: "keyed"; keys: boolean }
  | { type: "noticed"; text: string; undo?: boolean }
  | { type: "dismissed" }
  | CollectionAction;

/** The state after `action`; the same object when nothing changed. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "added":
      return added(state, action);
    case "started":
      return progressed(state, action.id, { at: "running", stage: null });
    case "staged":
      return progressed(state, action.id, { at: "running", stage: action.stage });
    case "finished":
      return finished(state, action);
    case "recalled":
      return recalled(state, action.digest, action.kept);
    case "failed":
      return progressed(state, action.id, { at: "failed", failure: action.failure });
    case "given": {
      const next = changed(state, action.id, { given: action.given, progress: { at: "waiting" } });
      return state.lit?.document === action.id ? { ...next, lit: null } : next;
    }
    case "cancelled":
      return progressed(state, action.id, { at: "cancelled" });
    case "corrected":
      return corrected(state, action);
    case "saved":
      return state.unsaved ? { ...state, unsaved: false } : state;
    case "paused":
      return { ...state, paused: action.paused };
    case "removed":
      return unsaved(state, removed(state, action.id));
    case "stepped":
      return { ...state, steps: [...state.steps, action.step] };
    case "cleared":
      return cleared(state);
    case "judged":
      return unsaved(state, said(state, action.id, action.index, action.judgement));
    case "unjudged":
      return unsaved(state, unsaid(state, action.at));
    case "unkept":
      return state.keeps ? { ...state, keeps: false } : state;
    case "printing":
      return { ...state, printing: action.printing };
    case "scoped":
      return scoped(state, action.scope);
    case "lit":
      return { ...state, lit: action.lit, open: action.lit.document, awaited: { ...state.awaited, lit: null } };
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
    case "zoomed":
      return { ...state, zoom: action.zoom };
    case "marked": {
      const marks = MARK_KINDS.filter((kind) => (kind === action.kind ? action.shown : state.marks.has(kind)));
      return { ...state, marks: new Set(marks) };
    }
    case "bookmarked":
      return bookmarked(state, action.bookmark);
    case "localized":
      return { ...state, locale: action.locale };
    case "themed":
      return { ...state, theme: action.theme };
    case "noticed":
      return {
        ...state,
        notice: { text: action.text, serial: (state.notice?.serial ?? 0) + 1, undo: action.undo ?? false },
      };
    case "dismissed":
      return state.notice === null ? state : { ...state, notice: null };
    case "keyed":
      return { ...state, keys: action.keys };
    case "chosen": {
      const { left, right } = action.choice;
      // What the reader chooses is no longer waited for.
      const awaited = left || right ? { ...state.awaited, left: null, right: null } : state.awaited;
      return { ...state, awaited, ...reduceCollection(state, action) };
    }
    case "comparing":
    case "compared":
    case "incomparable":
      return { ...state, ...reduceCollection(state, action) };
  }
}

/** The state with a mark that it holds what no saved page does. */
function unsaved(before: State, state: State): State {
  if (state === before || state.unsaved === state.documents.length > 0) return state;
  return { ...state, unsaved: state.documents.length > 0 };
}

function bookmarked(state: State, { named, choice, ...rest }: Bookmark): State {
  const only = state.documents.length === 1 ? state.documents[0]?.id : undefined;
  const next = {
    ...state,
    ...rest,
    choice: { ...state.choice, ...choice },
    scope: only ?? "all",
    lit: null,
    awaited: named,
  };
  return settled(viewed(next, rest.view));
}

function corrected(
  state: State,
  { digest, correction, now }: Pick<Extract<Action, { type: "corrected" }>, "digest" | "correction" | "now">,
): State {
  const known = state.corrections.get(digest);
  if (laterOf(known, correction) === known) return state;
  const next = { ...state, corrections: new Map([...state.corrections, [digest, correction]]) };
  return now ? unsaved(state, next) : next;
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

function finished(state: State, { id, report, digest, milliseconds }: Extract<Action, { type: "finished" }>): State {
  const progress: Progress = {
    at: "done",
    report: judged(report, state.judgements.get(digest) ?? NO_JUDGEMENTS),
    machine: report,
    digest,
    milliseconds,
  };
  return onceOnly(settled(opened(progressed(state, id, progress), id)), id);
}

/** What was said in this page meanwhile, and what was kept from before: figure by figure the later word holds. */
function recalled(state: State, digest: string, kept: Judgements): State {
  const known = state.judgements.get(digest) ?? NO_JUDGEMENTS;
  const all = merged(known, kept);
  return [...all].every(([key, judgement]) => known.get(key) === judgement)
    ? state
    : withJudgements(state, digest, all);
}

/** Notes a judgement, and what was said before it. */
function said(state: State, id: DocumentId, index: number, judgement: Judgement): State {
  const progress = documentOf(state, id)?.progress;
  if (progress?.at !== "done") return state;
  const { digest, machine } = progress;
  const key = figureKeys(machine)[index];
  if (key === undefined) return state;
  const before = state.judgements.get(digest)?.get(key) ?? null;
  return rejudged(
    { ...state, steps: [...state.steps, { kind: "judged", digest, key, before }] },
    digest,
    key,
    judgement,
  );
}

/** Goes one step back. What is put back counts as said now, so that it holds against what was kept elsewhere. */
function unsaid(state: State, at: number): State {
  const step = state.steps.at(-1);
  if (!step) return state;
  const next = { ...state, steps: state.steps.slice(0, -1) };
  switch (step.kind) {
    case "judged": {
      const { digest, key, before } = step;
      return rejudged(next, digest, key, before ? { ...before, at } : { verdict: null, change: {}, at });
    }
    case "removed":
      return brought(next, step.before);
    case "corrected":
      // The document is read again by whoever asked for the undo.
      return corrected(next, { digest: step.digest, correction: { given: step.before, at }, now: true });
  }
}

/** The state with this judgement, in every document of this text. */
function rejudged(state: State, digest: string, key: string, judgement: Judgement): State {
  return withJudgements(state, digest, new Map([...(state.judgements.get(digest) ?? []), [key, judgement]]));
}

function withJudgements(state: State, digest: string, judgements: Judgements): State {
  const documents = state.documents.map((document) => {
    const { progress } = document;
    if (progress.at !== "done" || progress.digest !== digest) return document;
    return { ...document, progress: { ...progress, report: judged(progress.machine, judgements) } };
  });
  return { ...state, documents, judgements: new Map([...state.judgements, [digest, judgements]]) };
}

function added(state: State, { documents, restored }: Extract<Action, { type: "added" }>): State {
  if (documents.length === 0) return state;
  const all = [...state.documents, ...documents];
  // One file alone is what the reader wants to see; of several, all.
  const only = all.length === 1 ? all[0]?.id : undefined;
  return settled({
    ...state,
    documents: all,
    scope: only ?? "all",
    unsaved: state.unsaved || !restored,
  });
}

/** The first report that arrives is opened, so that the source pane is not empty while the rest run. */
function opened(state: State, id: DocumentId): State {
  return state.open === null ? { ...state, open: id } : state;
}

function scoped(state: State, scope: DocumentId | "all"): State {
  const awaited = { ...state.awaited, scope: null, open: null };
  if (scope === "all") return { ...state, scope, awaited };
  const lit = state.lit?.document === scope ? state.lit : null;
  return { ...state, scope, open: scope, lit, awaited };
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
