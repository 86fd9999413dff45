/** Walking the evidence: the next or previous thing to light, in the order that is on the screen. */
import { firstMarkAfter, marksOf, spanOf } from "../state/marks.js";
import { isCollectionView } from "../state/collection.js";
import { nextEvidence } from "../state/collection_walk.js";
import { documentOf, reportOf, type Lit, type State } from "../state/model.js";
import { entryRows, figureRows } from "../state/rows.js";
import { foundPassages } from "../state/search.js";
import { litPassage } from "../views/passages.js";

/** Along the rows of the view; with `inSource`, along the marks of the text. Null at the end, or where there is nothing. */
export function nextLit(state: State, step: 1 | -1, inSource: boolean): Lit | null {
  if (inSource) return nextMark(state, step);
  if (isCollectionView(state.view)) return nextEvidence(state, step);
  if (state.view === "timeline") {
    const rows = entryRows(state);
    const at = rows.findIndex((row) => isLit(state, row.document.id, "entry", row.index));
    const row = rows[stepped(at, step)];
    return row ? { document: row.document.id, target: { kind: "entry", index: row.index }, from: "list" } : null;
  }
  if (state.view === "passages") {
    const passages = foundPassages(state);
    const passage = passages[stepped(litPassage({ state }, passages), step)];
    return passage
      ? { document: passage.document.id, target: { kind: "span", span: passage.span }, from: "list" }
      : null;
  }
  if (state.lit && state.lit.target.kind !== "figure") return nextMark(state, step);
  const rows = figureRows(state);
  const at = rows.findIndex((row) => isLit(state, row.document.id, "figure", row.index));
  const row = rows[stepped(at, step)];
  return row ? { document: row.document.id, target: { kind: "figure", index: row.index }, from: "list" } : null;
}

function nextMark(state: State, step: 1 | -1): Lit | null {
  const document = documentOf(state, state.open);
  const report = reportOf(document);
  if (!document || !report) return null;
  const marks = marksOf(report);
  const span = state.lit?.document === document.id ? spanOf(report, state.lit.target) : null;
  let at = span ? firstMarkAfter(marks, span.start) : -1;
  // A lit sentence or entry is no mark itself: the first mark in it is the next one.
  if (span && step === 1 && (marks[at]?.span.start ?? 0) > span.start) at -= 1;
  do at += at < 0 && step < 0 ? marks.length : step;
  while (marks[at] && !state.marks.has(marks[at]?.kind ?? "other"));
  const mark = marks[at];
  return mark ? { document: document.id, target: { kind: mark.kind, index: mark.index }, from: "list" } : null;
}

/** The first row when none is lit. */
function stepped(at: number, step: 1 | -1): number {
  return at < 0 ? 0 : at + step;
}

function isLit(state: State, document: string, kind: "figure" | "entry", index: number): boolean {
  const { lit } = state;
  return lit?.document === document && lit.target.kind === kind && lit.target.index === index;
}
