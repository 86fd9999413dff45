/**
 * What the tables of a collection say of a reader's hand: which rows rest on figures that were edited or confirmed, what the
 * machine had read of them, and which figures are left out because they were called wrong.
 */
import type { Check, Collection, Conflict, FigureRef, PanelRow, PromiseRow, Revision } from "../generated/report.js";
import type { Cell } from "../lib/collection/sheet.js";
import type { Review } from "../lib/collection/sheets.js";
import type { More, Told } from "../lib/collection/wide.js";
import type { Messages } from "../messages/index.js";
import { nameOf } from "../state/collection_rows.js";
import type { State } from "../state/model.js";
import { indicatorKey, placeKey } from "../state/pivot.js";
import { rejected, rejectedIn, reviewOf, tellers, type CellPlace } from "../state/reviewed.js";
import type { FigureRow } from "../state/rows.js";
import { machineReadings } from "../views/by_hand.js";
import { unitWord } from "../format/quantity.js";
import { namedIndicator } from "../views/indicator_words.js";
import { machineWords } from "../views/judging.js";

interface Language {
  state: State;
  words: Messages;
}

/** Whether anything was said of any figure: only then have tables columns for it. */
export function isReviewed(state: State): boolean {
  for (const judgements of state.judgements.values())
    for (const { verdict } of judgements.values()) if (verdict) return true;
  return false;
}

/** The columns `judgement` and `machine` of a row that rests on these figures. */
export function reviewIn(language: Language): Review {
  const { state, words } = language;
  return (references) => {
    const review = reviewOf(state, references);
    return {
      judgement: review && words.judging.said[review.verdict],
      machine: machineReadings(language, references) || null,
      edited: review?.verdict === "edited",
    };
  };
}

/** The same for a row that holds many cells: each is named by the heading of its column. */
export function cellsReviewed(language: Language, told: readonly Told[], left: readonly FigureRow[]): Cell[] {
  const { state, words } = language;
  const judgements: string[] = [];
  const machine: string[] = [];
  for (const { heading, row } of told) {
    const references = tellers(row);
    const review = reviewOf(state, references);
    if (!review) continue;
    judgements.push(`${heading}: ${words.judging.said[review.verdict]}`);
    const readings = machineReadings(language, references);
    if (readings !== "") machine.push(`${heading}: ${readings}`);
  }
  for (const { figure } of left) {
    const reading = machineWords(language, figure);
    judgements.push(`${reading}: ${words.judging.rejected}`);
    machine.push(reading);
  }
  return [judgements.join("\n") || null, machine.join("\n") || null];
}

/** For the wide table. */
export function wideReviewed(language: Language): More {
  const { sheets } = language.words.collection;
  const { months } = language.state.choice;
  return {
    columns: [sheets.columns.judgement, sheets.columns.machine],
    cells: (told, { subject, subjectCode, year }) => {
      const place: CellPlace = { place: placeKey({ subject, subjectCode }), indicator: null, year, months };
      return cellsReviewed(language, told, rejectedIn(language.state, place));
    },
  };
}

/**
 * The figures called wrong as rows of a table: who, what and when as the machine read them, but no value, so that no sum
 * takes them in; what was read stands under `machine`.
 */
export function rejectedRows(language: Language, keys: readonly string[], aims: boolean): Cell[][] {
  const { state, words } = language;
  const rows = rejected(state).filter(({ figure }) => !aims || figure.status === "target");
  return rows.map(({ document, report, figure }) => {
    const sentence = report.document.text.slice(figure.context.start, figure.context.end).trim();
    const reference = `${nameOf(state.comparison.compared, document.id)}:${figure.id}`;
    const reading = machineWords(language, figure);
    const cells: Record<string, Cell> = {
      subject: figure.subject,
      subjectCode: figure.subjectCode,
      indicator: namedIndicator(language, figure.indicatorId, figure.indicator),
      indicatorId: figure.indicatorId,
      periodStart: figure.period?.start ?? null,
      periodEnd: figure.period?.end ?? null,
      measure: figure.measure,
      unit: unitWord(figure.unit, state.locale),
      bound: figure.bound,
      status: figure.status,
      every: figure.every,
      scope: figure.scope,
      sources: reference,
      targets: reference,
      figures: reference,
      quote: figure.quote,
      sentence,
      targetSentence: sentence,
      sentences: sentence,
      note: reading,
      arithmetic: reading,
      document: document.name,
      judgement: words.judging.rejected,
      machine: reading,
    };
    return keys.map((key) => cells[key] ?? null);
  });
}

/** How many rows those are. */
export function rejectedCount({ state }: Language, aims: boolean): number {
  return rejected(state).filter(({ figure }) => !aims || figure.status === "target").length;
}

/** Columns of a table of nothing but those. */
export const REJECTED_COLUMNS = [
  "document",
  "subject",
  "indicator",
  "indicatorId",
  "periodStart",
  "periodEnd",
  "measure",
  "status",
  "machine",
  "sentence",
  "judgement",
] as const;

/** Rejected figures of a row of a pivot, or of the categories of a chart. */
export function leftOutOf(state: State, place: Partial<CellPlace>): FigureRow[] {
  return rejectedIn(state, { place: null, indicator: null, year: null, months: state.choice.months, ...place });
}

/** Whether a document passes over what a reader called wrong in it. */
export function rejectedOf(state: State, document: string, indicator: string, year: number): FigureRow[] {
  return rejected(state).filter(
    ({ document: own, figure }) =>
      nameOf(state.comparison.compared, own.id) === document &&
      indicatorKey(figure) === indicator &&
      (figure.period?.end ?? figure.period?.start ?? "").startsWith(String(year)),
  );
}

/** The figures that a row of a list of the collection rests on. */
function referencesOf(list: string, row: unknown): readonly FigureRef[] {
  switch (list) {
    case "panel":
      return tellers(row as PanelRow);
    case "promises": {
      const { targets, evidence } = row as PromiseRow;
      return [...targets, ...evidence];
    }
    case "conflicts":
    case "checks":
      return (row as Conflict | Check).rows;
    case "revisions": {
      const { from, to } = row as Revision;
      return [from, to];
    }
    default:
      return [];
  }
}

/** What the JSON says of a row: `judgement`, and under `machine` the figures as the machine read them. */
export function rowReviewed(state: State): (list: string, row: unknown) => object {
  return (list, row) => {
    const review = reviewOf(state, referencesOf(list, row));
    if (!review) return {};
    if (review.verdict === "right") return { judgement: "right" };
    // No document states a result that a person typed.
    const typed = list === "promises" && reviewOf(state, (row as PromiseRow).evidence)?.verdict === "edited";
    return { judgement: "edited", machine: review.machine, ...(typed ? { basis: null } : {}) };
  };
}

/** The collection for the JSON: with the figures called wrong, each as the machine read it, under `rejected`. */
export function withRejected(state: State, collection: Collection): Collection & { rejected?: object[] } {
  const left = rejected(state).map(({ document, figure }) => ({
    document: nameOf(state.comparison.compared, document.id),
    figure: figure.id,
    judgement: "wrong",
    machine: figure,
  }));
  return left.length > 0 ? { ...collection, rejected: left } : collection;
}
