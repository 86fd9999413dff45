/** Documents leave the page, and come back: each file once. */
import { FIRST_CHOICE } from "./collection.js";
import { NO_FACETS } from "./facets.js";
import {
  MARK_KINDS,
  NOTHING_AWAITED,
  documentOf,
  type Document,
  type DocumentId,
  type State,
  type Step,
  type View,
} from "./model.js";

/** A page without documents, as it was when it was opened: its address too. */
export function cleared(state: State): State {
  if (state.documents.length === 0) return state;
  const { heat, leeway } = state.choice;
  return {
    ...state,
    steps: withRemoval(state),
    documents: [],
    scope: "all",
    open: null,
    lit: null,
    pane: "data",
    view: "figures",
    marks: new Set(MARK_KINDS),
    zoom: null,
    paused: false,
    query: "",
    facets: NO_FACETS,
    sort: { column: "source", descending: false },
    choice: { ...FIRST_CHOICE, heat, leeway },
    unsaved: false,
    awaited: NOTHING_AWAITED,
  };
}

/** The steps with a removal from this state. */
function withRemoval(state: State): Step[] {
  const { documents, scope, open, lit, view, query, facets, sort, choice, awaited } = state;
  const before: View = { documents, scope, open, lit, view, query, facets, sort, choice, awaited };
  return [...state.steps, { kind: "removed", before }];
}

/** The documents that were removed, in their places; those that came meanwhile stand behind them. */
export function brought(state: State, { documents, ...seen }: View): State {
  const here = new Set(documents.map(({ id }) => id));
  const since = state.documents.filter(({ id }) => !here.has(id));
  // A file that was handed in once more meanwhile is here already.
  const again = new Set(since.flatMap((one) => contentOf(one) ?? []));
  const now = new Map(state.documents.map((one) => [one.id, one]));
  // What was being read when it was removed is read anew.
  const gone = documents.filter((one) => now.has(one.id) || !again.has(contentOf(one) ?? ""));
  const back = gone.map((one): Document => {
    const begun = one.progress.at === "running" || one.progress.at === "waiting";
    return now.get(one.id) ?? (begun ? { ...one, progress: { at: "waiting" } } : one);
  });
  // A page that was emptied shows again what it showed; one that goes on stays where it is.
  const view = state.documents.length === 0 ? seen : {};
  return { ...state, ...view, documents: [...back, ...since], unsaved: true };
}

/** What makes a file the same as another: its name and its text; null until it has been read. */
function contentOf({ name, progress }: Document): string | null {
  return progress.at === "done" ? `${progress.digest} ${name}` : null;
}

export function removed(state: State, id: DocumentId): State {
  const documents = state.documents.filter((one) => one.id !== id);
  if (documents.length === state.documents.length) return state;
  const next = documents.find((one) => one.progress.at === "done")?.id ?? null;
  return {
    ...state,
    steps: withRemoval(state),
    documents,
    scope: state.scope === id ? "all" : state.scope,
    open: state.open === id ? next : state.open,
    lit: state.lit?.document === id ? null : state.lit,
    pane: documents.length === 0 ? "data" : state.pane,
  };
}

/** A file that was removed, handed in once more and brought back before it had been read counts once. */
export function onceOnly(state: State, id: DocumentId): State {
  const own = documentOf(state, id);
  const same = (one: Document): boolean =>
    one.id !== id && one.size === own?.size && contentOf(one) !== null && contentOf(one) === contentOf(own);
  const twin = own && state.documents.find(same);
  if (!twin) return state;
  const { scope, open } = state;
  const next = { ...removed(state, id), steps: state.steps };
  return { ...next, scope: scope === id ? twin.id : scope, open: open === id ? twin.id : open };
}
