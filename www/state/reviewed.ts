/**
 * What a reader said of the figures that a row across documents rests on: edited or confirmed by hand. And the figures that
 * no row rests on, because the reader called them wrong: they are left out of the comparison, and said to be.
 */
import type { FigureRef, PanelRow } from "../generated/report.js";
import { yearOf, type Months } from "../lib/collection/wide.js";
import { evidenceOf } from "./evidence.js";
import { figureKeys } from "./judgement.js";
import { judgementsOn, type State } from "./model.js";
import { indicatorKey, placeKey } from "./pivot.js";
import { remembered } from "./remembered.js";
import type { Figure } from "./report.js";
import { figureRows, type FigureRow } from "./rows.js";

/** What was said of a row's figures; one edit outweighs what was merely confirmed. */
export interface Review {
  verdict: "edited" | "right";
  /** What the machine had read, for each figure that was edited. */
  machine: readonly Figure[];
}

/** Null where nobody said anything of these figures. */
export function reviewOf(state: State, references: readonly FigureRef[]): Review | null {
  if (state.judgements.size === 0) return null;
  let confirmed = false;
  const machine: Figure[] = [];
  for (const reference of references) {
    const { document, report, index } = evidenceOf(state, reference) ?? {};
    if (!document || !report || index === undefined || document.progress.at !== "done") continue;
    const verdict = judgementsOn(state, document).get(figureKeys(report)[index] ?? "")?.verdict;
    const read = document.progress.machine.figures[index];
    if (verdict === "right") confirmed = true;
    else if (verdict === "edited" && read) machine.push(read);
  }
  if (machine.length > 0) return { verdict: "edited", machine };
  return confirmed ? { verdict: "right", machine } : null;
}

/** All places where a row is told, those that gainsay it too. */
export function tellers({ sources, alternatives }: Pick<PanelRow, "sources" | "alternatives">): FigureRef[] {
  return alternatives.length === 0 ? sources : [...sources, ...alternatives.flatMap((one) => one.sources)];
}

/** Figures in sight that the reader called wrong. */
export const rejected = remembered(
  (state) => [figureRows(state)],
  (state): readonly FigureRow[] =>
    state.judgements.size === 0 ? [] : figureRows(state).filter(({ judgement }) => judgement?.verdict === "wrong"),
);

/** Which cell of a pivot a rejected figure would stand in. */
export interface CellPlace {
  place: string | null;
  indicator: string | null;
  year: number | null;
  months: Months;
}

/** Rejected figures that would stand in a cell; what of the place is null is any. */
export function rejectedIn(state: State, { place, indicator, year, months }: CellPlace): FigureRow[] {
  return rejected(state).filter(
    ({ figure }) =>
      (place === null || placeKey({ subject: figure.subject ?? "", subjectCode: figure.subjectCode }) === place) &&
      (indicator === null || indicatorKey(figure) === indicator) &&
      (year === null || yearOf(figure, months) === year),
  );
}
