/** Documents by name, as an address has them: their ids are of this page alone, and a file dropped again is another. */
import { spanOf } from "./marks.js";
import {
  documentOf,
  reportOf,
  type Document,
  type DocumentId,
  type Lit,
  type NamedPlace,
  type State,
} from "./model.js";

let known: { documents: readonly Document[]; names: ReadonlyMap<DocumentId, string> } = {
  documents: [],
  names: new Map(),
};

/** A name for each document that no other has: its own, else with its folder, else with a number. */
export function namesOf(documents: readonly Document[]): ReadonlyMap<DocumentId, string> {
  // Progress makes a new list of the same documents, thousands of times while many are read.
  const same = (document: Document, at: number): boolean => document.id === known.documents[at]?.id;
  if (documents.length === known.documents.length && documents.every(same)) return known.names;
  const taken = new Set<string>();
  const names = new Map(
    documents.map(({ id, name, folder }) => {
      const own = taken.has(name) && folder !== "" ? `${folder}/${name}` : name;
      let unique = own;
      for (let number = 2; taken.has(unique); number += 1) unique = `${own}#${number}`;
      taken.add(unique);
      return [id, unique];
    }),
  );
  known = { documents, names };
  return names;
}

function idOf(state: State, name: string | null): DocumentId | null {
  if (name === null) return null;
  for (const [id, own] of namesOf(state.documents)) if (own === name) return id;
  return null;
}

/** The state with those documents chosen that an address asked for and that have come since. */
export function settled(state: State): State {
  const { awaited } = state;
  if (Object.values(awaited).every((one) => one === null)) return state;
  const scope = idOf(state, awaited.scope);
  const open = scope ?? idOf(state, awaited.open);
  const left = litOf(state, awaited.left);
  const right = litOf(state, awaited.right);
  const lit = litOf(state, awaited.lit);
  const still = open !== null && state.lit && state.lit.document !== open ? null : state.lit;
  return {
    ...state,
    scope: scope ?? state.scope,
    open: lit?.document ?? open ?? state.open,
    lit: lit ?? still,
    choice: { ...state.choice, left: left ?? state.choice.left, right: right ?? state.choice.right },
    awaited: {
      scope: scope === null ? awaited.scope : null,
      open: open === null ? awaited.open : null,
      left: left === null ? awaited.left : null,
      right: right === null ? awaited.right : null,
      lit: lit === null ? awaited.lit : null,
    },
  };
}

/** What to light for a place that an address names; null until its document has been read. */
function litOf(state: State, place: NamedPlace | null): Lit | null {
  const id = idOf(state, place?.document ?? null);
  const report = reportOf(documentOf(state, id));
  if (!place || id === null || !report) return null;
  // Anyone may have written the address: what the document does not have is passed over.
  const span = spanOf(report, place.target);
  const whole = { kind: "span", span: { start: 0, end: 0 } } as const;
  const known = span && span.end <= report.document.text.length;
  return { document: id, target: known ? place.target : whole, from: "list" };
}
