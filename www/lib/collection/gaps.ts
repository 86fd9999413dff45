// What a comparison could not use: documents that name no place or day, figures that no row could take. Nothing may get
// lost without a word.
import type { Collection, CompareDocument, Figure, PanelRow } from "../../generated/report.js";

/** Why a figure is in no row. */
export type LeftOut = "subject" | "indicator" | "other";

export interface Gaps {
  /** Documents that name no place: their figures have a subject only where the text names another. */
  noPlace: readonly CompareDocument[];
  /** Documents whose place is in no gazetteer, beside others whose place is: one place may stand as two. */
  noCode: readonly CompareDocument[];
  /** Documents without a day and a year under review: 今年 and 去年 say nothing, and no promise of theirs is due. */
  noDay: readonly CompareDocument[];
  /** Documents in which no figure was found. */
  noFigures: readonly CompareDocument[];
  /** Figures that could stand in a row: all but thresholds such as 亿元以上项目. */
  figures: number;
  /** Those of them that stand in none, by what they lack. */
  left: Readonly<Record<LeftOut, number>>;
}

type Told = Pick<Figure, "id" | "status" | "subject" | "indicator">;

/**
 * Counts what is missing; `figuresOf` gives the figures of a document of the collection, null where it is gone. With
 * `rows` each figure is looked up in them, which takes seconds where there are 700,000; without, it is told by what it lacks.
 */
export function gapsOf(
  { documents }: Pick<Collection, "documents">,
  figuresOf: (document: CompareDocument) => readonly Told[] | null,
  rows: ReadonlyMap<string, ReadonlySet<string>> | null = null,
): Gaps {
  const left: Record<LeftOut, number> = { subject: 0, indicator: 0, other: 0 };
  const noFigures: CompareDocument[] = [];
  let figures = 0;
  for (const document of documents) {
    const known = rows && (rows.get(document.id) ?? new Set());
    const all = figuresOf(document);
    if (all === null) continue;
    if (all.length === 0) noFigures.push(document);
    for (const { id, status, subject, indicator } of all) {
      if (status === "rule") continue;
      figures += 1;
      if (known?.has(id)) continue;
      const nobody = subject === null && document.region.length === 0;
      if (!known && !nobody && indicator !== "") continue;
      const lacks = indicator === "" ? "indicator" : nobody ? "subject" : "other";
      left[lacks] += 1;
    }
  }
  const placed = documents.filter(({ region }) => region.length > 0);
  const coded = placed.filter(({ regionCode }) => regionCode !== null);
  return {
    noPlace: documents.filter(({ region }) => region.length === 0),
    noCode: coded.length > 0 ? placed.filter(({ regionCode }) => regionCode === null) : [],
    noDay: documents.filter(({ date, reviewYear }) => date === null && reviewYear === null),
    noFigures,
    figures,
    left,
  };
}

/** The figures that rows rest on, by document. */
export function figuresInRows(panel: readonly PanelRow[]): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>();
  for (const { sources, alternatives } of panel) {
    for (const all of [sources, ...alternatives.map((one) => one.sources)]) {
      for (const { document, figure } of all) {
        const known = rows.get(document);
        if (known) known.add(figure);
        else rows.set(document, new Set([figure]));
      }
    }
  }
  return rows;
}

/** How many figures stand in no row. */
export function leftOut({ left }: Pick<Gaps, "left">): number {
  return left.subject + left.indicator + left.other;
}
