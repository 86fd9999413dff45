/** From a reference in the collection to the words in a document of the page. */
import type { FigureRef, ItemRef, PromiseRow } from "../generated/report.js";
import { openingWords, wordsOf } from "./markup.js";
import { reportOf, type Document, type DocumentId, type Lit, type State } from "./model.js";
import type { Figure, Report } from "./report.js";
import { sentenceAround } from "./search.js";

/** A figure of a document that is on the page. */
export interface Evidence {
  document: Document;
  report: Report;
  figure: Figure;
  index: number;
}

const byId = new WeakMap<readonly Document[], ReadonlyMap<DocumentId, Document>>();

/** The document that a name of the collection means; looked up thousands of times for one table. */
function documentNamed({ documents, comparison }: State, name: string): Document | undefined {
  let known = byId.get(documents);
  if (!known) {
    known = new Map(documents.map((document) => [document.id, document]));
    byId.set(documents, known);
  }
  const id = comparison.compared?.documents.get(name);
  return id === undefined ? undefined : known.get(id);
}

const places = new WeakMap<Report, ReadonlyMap<string, number>>();

/** Where each figure of a report stands in its list. */
function placesOf(report: Report): ReadonlyMap<string, number> {
  let known = places.get(report);
  if (!known) {
    known = new Map(report.figures.map(({ id }, index) => [id, index]));
    places.set(report, known);
  }
  return known;
}

/** The figure that a reference means; null where its document has left the page. */
export function evidenceOf(state: State, reference: FigureRef | null | undefined): Evidence | null {
  if (!reference) return null;
  const document = documentNamed(state, reference.document);
  const report = reportOf(document);
  const index = report && placesOf(report).get(reference.figure);
  const figure = index === undefined ? undefined : report?.figures[index];
  return document && report && figure && index !== undefined ? { document, report, figure, index } : null;
}

/** What to light for a figure. */
export function litFigure({ document, index }: Evidence): Lit {
  return { document: document.id, target: { kind: "figure", index }, from: "list" };
}

/** What to light for an entry of a timeline or a project, and the words it stands on. */
export function itemOf(
  state: State,
  reference: ItemRef | null,
): { lit: Lit; document: Document; sentence: string } | null {
  if (!reference) return null;
  const document = documentNamed(state, reference.document);
  const report = reportOf(document);
  if (!document || !report) return null;
  const index = report.timeline.findIndex(({ id }) => id === reference.item);
  const span = report.timeline[index]?.span ?? report.projects.find(({ id }) => id === reference.item)?.span;
  if (!span) return null;
  const target = index >= 0 ? ({ kind: "entry", index } as const) : ({ kind: "span", span } as const);
  const lit: Lit = { document: document.id, target, from: "list" };
  const { text } = report.document;
  // A project stands on its name alone: what became of it is told by the sentence.
  const whole = index >= 0 ? span : sentenceAround(text, span.start);
  return { lit, document, sentence: openingWords(text.slice(whole.start, whole.end).trim()) };
}

/** The sentence of a figure in three pieces, without marks: before it, itself, behind it. */
export function sentenceOf({ report, figure }: Evidence): readonly [string, string, string] {
  const { text } = report.document;
  const { context, span } = figure;
  const start = Math.min(context.start, span.start);
  const end = Math.max(context.end, span.end);
  return [
    openingWords(text.slice(start, span.start)),
    wordsOf(text.slice(span.start, span.end)),
    wordsOf(text.slice(span.end, end)).trimEnd(),
  ];
}

/** Target and result of a promise, as two things to light. */
export function sidesOf(
  state: State,
  { target, outcome, evidence }: PromiseRow,
): { left: Lit | null; right: Lit | null } {
  const [left, right] = [evidenceOf(state, target), evidenceOf(state, outcome ?? evidence[0])];
  return { left: left && litFigure(left), right: right && litFigure(right) };
}
