// What a comparison could not use: documents that name no place or day, figures that no row could take. Nothing may get
// lost without a word.
import type { CompareDocument } from "../../generated/report.js";

export interface Gaps {
  /** Documents that name no place: their figures have a subject only where the text names another. */
  noPlace: readonly CompareDocument[];
  /** Documents whose place is in no gazetteer, beside others whose place is: one place may stand as two. */
  noCode: readonly CompareDocument[];
  /** Documents without a day and a year under review: 今年 and 去年 say nothing, and no promise of theirs is due. */
  noDay: readonly CompareDocument[];
  /** Documents in which no figure was found. */
  noFigures: readonly CompareDocument[];
  /** Documents that were given under other names too, and are told once. */
  copied: readonly CompareDocument[];
  /** All figures, those in no row and thresholds included. */
  figures: number;
  /** Figures that stand in no row, as nothing says whom they describe. */
  unplaced: number;
  /** Figures that stand in no row, as nothing says what they count. */
  unlabelled: number;
}

/** Counts what is missing; `figuresIn` says how many figures a document has, null where it is gone. */
export function gapsOf(
  documents: readonly CompareDocument[],
  figuresIn: (document: CompareDocument) => number | null,
): Gaps {
  const noFigures: CompareDocument[] = [];
  const sums = { figures: 0, unplaced: 0, unlabelled: 0 };
  for (const document of documents) {
    const figures = figuresIn(document);
    if (figures === 0) noFigures.push(document);
    sums.figures += figures ?? 0;
    sums.unplaced += document.unplaced;
    sums.unlabelled += document.unlabelled;
  }
  const placed = documents.filter(({ region }) => region.length > 0);
  const coded = placed.filter(({ regionCode }) => regionCode !== null);
  return {
    ...sums,
    noPlace: documents.filter(({ region }) => region.length === 0),
    noCode: coded.length > 0 ? placed.filter(({ regionCode }) => regionCode === null) : [],
    noDay: documents.filter(({ date, reviewYear }) => date === null && reviewYear === null),
    noFigures,
    copied: documents.filter(({ copies }) => copies.length > 0),
  };
}
