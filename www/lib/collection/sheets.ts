// A collection as tables: what `jiandu compare` writes and what the page exports. Columns are named as in the JSON.
import type {
  Bound,
  Check,
  Collection,
  CommitmentRow,
  Conflict,
  FigureRef,
  Interval,
  Measure,
  PanelRow,
  PromiseRow,
  Revision,
  Tally,
} from "../../generated/report.js";
import { type Cell, type Columns, type Sheet, sheet } from "./sheet.js";
import type { Sources } from "./sources.js";
import { wide } from "./wide.js";

/** The tables, in the order in which a spreadsheet shows them. */
export const sheetNames = [
  "panel",
  "wide",
  "promises",
  "commitments",
  "tally",
  "conflicts",
  "revisions",
  "checks",
  "absent",
] as const;
export type SheetName = (typeof sheetNames)[number];

interface Amount {
  value: number | number[];
  measure: Measure;
  unit: string;
  bound: Bound;
}

interface Line extends Omit<PanelRow, "alternatives"> {
  /** Whether the row itself holds this value, or other documents gainsay it. */
  agrees: boolean;
}

/** What a person said of the figures that a row rests on, and what the machine had read where they were edited. */
export type Review = (references: readonly FigureRef[]) => { judgement: Cell; machine: Cell; edited: boolean };

/** Two columns more, where anyone may have said anything. */
function reviewed<Row>(review: Review | null, of: (row: Row) => readonly FigureRef[]): Columns<Row> {
  if (!review) return {};
  return { judgement: (row) => review(of(row)).judgement, machine: (row) => review(of(row)).machine };
}

const parts = ({ value }: Amount) => (Array.isArray(value) ? value : [value]);
const one = (amount: Amount, at: number): Cell => (amount.measure === "ratio" ? null : (parts(amount)[at] ?? null));
const yes = (is: boolean): Cell => (is ? "yes" : null);
const references = (all: readonly FigureRef[]) => all.map(({ document, figure }) => `${document}:${figure}`).join(" ");

/** Columns of what is measured, of whom and when. */
function amount<Row extends Amount & { subject: string | null; subjectCode: string | null; indicator: string }>(
  period: (row: Row) => Interval | null,
): Columns<Row & { indicatorId: string | null }> {
  return {
    subject: (row) => row.subject,
    subjectCode: (row) => row.subjectCode,
    indicator: (row) => row.indicator,
    indicatorId: (row) => row.indicatorId,
    periodStart: (row) => period(row)?.start ?? null,
    periodEnd: (row) => period(row)?.end ?? null,
    measure: (row) => row.measure,
    value: (row) => one(row, 0),
    // Upper end of a range; the parts of a ratio have a column of their own.
    valueHigh: (row) => one(row, 1),
    ratio: (row) => (row.measure === "ratio" ? parts(row).join(":") : null),
    unit: (row) => row.unit,
    bound: (row) => row.bound,
  };
}

function panel(collection: Collection, find: Sources, review: Review | null): Sheet {
  // A value that other documents give has a line of its own: a long table is filtered, not read.
  const lines = collection.panel.flatMap(({ alternatives, ...row }): Line[] => [
    { ...row, agrees: true },
    ...alternatives.map(({ value, bound, sources }) => ({ ...row, value, bound, sources, agrees: false })),
  ]);
  return sheet("panel", lines, {
    ...amount<Line>((row) => row.period),
    status: (row) => row.status,
    every: (row) => row.every,
    average: (row) => yes(row.average),
    real: (row) => yes(row.real),
    scope: (row) => row.scope,
    labels: (row) => row.labels.join("; "),
    agrees: (row) => yes(row.agrees),
    sources: (row) => references(row.sources),
    quote: (row) => find(row.sources[0])?.quote ?? null,
    sentence: (row) => find(row.sources[0])?.sentence ?? null,
    notes: (row) => row.notes.map(({ message }) => message).join(" ") || null,
    ...reviewed<Line>(review, ({ sources }) => sources),
  });
}

function promises(collection: Collection, find: Sources, review: Review | null): Sheet {
  return sheet("promises", collection.promises, {
    ...amount<PromiseRow>((row) => row.due),
    commitment: (row) => row.commitment,
    modality: (row) => row.modality,
    result: (row) => row.result,
    asOf: () => collection.asOf,
    outcome: (row) => (Array.isArray(row.outcomeValue) ? row.outcomeValue.join("–") : row.outcomeValue),
    outcomeStatus: (row) => row.outcomeStatus,
    // What a person typed is neither stated by a document nor worked out of others.
    basis: (row) => (review?.(row.evidence).edited ? "edited" : row.basis),
    arithmetic: (row) => row.arithmetic || null,
    caveat: (row) => row.caveat,
    targets: (row) => references(row.targets),
    targetSentence: (row) => find(row.target)?.sentence ?? null,
    evidence: (row) => references(row.evidence),
    outcomeSentence: (row) => find(row.outcome)?.sentence ?? null,
    ...reviewed<PromiseRow>(review, ({ targets, evidence }) => [...targets, ...evidence]),
  });
}

function commitments(collection: Collection): Sheet {
  return sheet<CommitmentRow>("commitments", collection.commitments, {
    subject: (row) => row.subject,
    subjectCode: (row) => row.subjectCode,
    title: (row) => row.title,
    due: (row) => row.due.end,
    project: (row) => row.project,
    commitment: (row) => row.commitment,
    modality: (row) => row.modality,
    promised: (row) => row.promised,
    reached: (row) => row.reached,
    result: (row) => row.result,
    asOf: () => collection.asOf,
    target: (row) => `${row.target.document}:${row.target.item}`,
    outcome: (row) => row.outcome && `${row.outcome.document}:${row.outcome.item}`,
  });
}

function tally(collection: Collection): Sheet {
  const counted = (key: Exclude<keyof Tally, "subject" | "subjectCode">) => (row: Tally) => row[key];
  return sheet<Tally>("tally", collection.tally, {
    subject: (row) => row.subject,
    subjectCode: (row) => row.subjectCode,
    year: counted("year"),
    met: counted("met"),
    missed: counted("missed"),
    open: counted("open"),
    unknown: counted("unknown"),
    // What the counts rest on: kept is told of those that could be judged, and those of all that are due.
    judged: (row) => row.met + row.missed,
    fallenDue: (row) => row.met + row.missed + row.unknown,
    firm: counted("firm"),
    aim: counted("aim"),
    plain: counted("plain"),
  });
}

/** Side by side: each figure with its sentence. */
function disputed(rows: readonly FigureRef[], find: Sources): string {
  return rows.map((row) => `${row.document}: ${find(row)?.sentence ?? row.figure}`).join("\n");
}

/** One table of the collection; with `review`, with what was said of its figures. */
export function sheetOf(name: SheetName, collection: Collection, find: Sources, review: Review | null = null): Sheet {
  switch (name) {
    case "panel":
      return panel(collection, find, review);
    case "wide":
      return wide(collection);
    case "promises":
      return promises(collection, find, review);
    case "commitments":
      return commitments(collection);
    case "tally":
      return tally(collection);
    case "conflicts":
      return sheet(name, collection.conflicts, {
        note: (row) => row.note,
        figures: (row) => references(row.rows),
        sentences: (row) => disputed(row.rows, find),
        ...reviewed<Conflict>(review, ({ rows }) => rows),
      });
    case "revisions":
      return sheet(name, collection.revisions, {
        kind: (row) => row.kind,
        note: (row) => row.note,
        figures: (row) => references([row.from, row.to]),
        sentences: (row) => disputed([row.from, row.to], find),
        ...reviewed<Revision>(review, ({ from, to }) => [from, to]),
      });
    case "checks":
      return sheet(name, collection.checks, {
        kind: (row) => row.kind,
        arithmetic: (row) => row.arithmetic,
        figures: (row) => references(row.rows),
        sentences: (row) => disputed(row.rows, find),
        ...reviewed<Check>(review, ({ rows }) => rows),
      });
    case "absent":
      return sheet(name, collection.absent, {
        document: (row) => row.document,
        year: (row) => row.year,
        indicatorId: (row) => row.indicatorId,
        status: (row) => row.status,
        // A target in words, without a number.
        worded: (row) => row.worded?.quote ?? "",
      });
  }
}
