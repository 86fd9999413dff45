/** What of the collection is in sight, as tables: the same rows, by the same filters, in files. */
import type { Collection } from "../generated/report.js";
import type { Sheet } from "../lib/collection/sheet.js";
import { sheetNames, sheetOf, type SheetName } from "../lib/collection/sheets.js";
import type { Sources } from "../lib/collection/sources.js";
import { wide, yearOf } from "../lib/collection/wide.js";
import type { Messages } from "../messages/index.js";
import { emptyCollection, type CollectionView } from "../state/collection.js";
import {
  absentRows,
  collectionOf,
  cube,
  disputeIn,
  disputeRows,
  panelRows,
  shownTally,
  vows,
} from "../state/collection_rows.js";
import { evidenceOf, itemOf } from "../state/evidence.js";
import type { State } from "../state/model.js";
import { indicatorKey, placeKey } from "../state/pivot.js";
import { rejected, tellers } from "../state/reviewed.js";
import { shownTable } from "../state/shown_table.js";
import { machineWords } from "../views/judging.js";
import { noteWords } from "../views/note_words.js";
import { indicatorWords } from "../views/indicator_words.js";
import { besideSheet } from "./beside.js";
import { chartSheet } from "./chart_sheet.js";
import { inEnglish } from "./in_english.js";
import { pivotSheet } from "./pivot_sheet.js";
import {
  isReviewed,
  REJECTED_COLUMNS,
  rejectedCount,
  rejectedOf,
  rejectedRows,
  reviewIn,
  wideReviewed,
} from "./reviewed.js";
import type { Cell, Table } from "./tables.js";

interface Told {
  state: State;
  words: Messages;
}

/** The collection, with nothing in it that the search, the filters or the chosen document leave out. */
export function shownCollection(state: State): Collection {
  const shown = vows(state);
  return {
    ...collectionOf(state),
    panel: panelRows(state),
    promises: shown.flatMap((vow) => (vow.kind === "promise" ? [vow.row] : [])),
    commitments: shown.flatMap((vow) => (vow.kind === "commitment" ? [vow.row] : [])),
    absent: absentRows(state),
    tally: shownTally(state),
    ...disputeRows(state),
  };
}

/** The same with only those documents that any of its rows rests on: of one that is left out nothing is told. */
export function referredTo(collection: Collection): Collection {
  const { panel, promises, commitments, absent, conflicts, revisions, checks } = collection;
  const references = [
    ...panel.flatMap(tellers),
    ...promises.flatMap(({ targets, evidence }) => [...targets, ...evidence]),
    ...commitments.flatMap(({ target, outcome }) => (outcome ? [target, outcome] : [target])),
    ...[...conflicts, ...checks].flatMap(({ rows }) => rows),
    ...revisions.flatMap(({ from, to }) => [from, to]),
    ...absent,
  ];
  const named = new Set(references.map(({ document }) => document));
  return { ...collection, documents: collection.documents.filter(({ id }) => named.has(id)) };
}

function sourcesIn(state: State): Sources {
  return (reference) => {
    const evidence = evidenceOf(state, reference);
    if (!evidence) return null;
    const { report, figure } = evidence;
    const sentence = report.document.text.slice(figure.context.start, figure.context.end).trim();
    return { report, figure, quote: figure.quote, sentence };
  };
}

/** Columns of days, with which a spreadsheet can reckon. */
const DAYS: ReadonlySet<string> = new Set(["periodStart", "periodEnd", "due", "asOf"]);

/** In the reader's words: what a sheet calls by the name of its field has a word of the page. */
function tableOf(
  name: SheetName | "rejected",
  columns: readonly string[],
  size: number,
  rows: () => Iterable<Sheet["rows"][number]>,
  { words }: Told,
): Table {
  const { sheets } = words.collection;
  const known = sheets.columns as Record<string, string>;
  const wordsOf = columns.map((column) => cellWords(words, column, name));
  return {
    name: sheets.names[name],
    size,
    columns: columns.map((column) => known[column] ?? column),
    *rows() {
      for (const row of rows())
        yield row.map((value, at) => {
          if (DAYS.has(columns[at] ?? "") && typeof value === "string") return { day: value };
          const named = wordsOf[at];
          return named && typeof value === "string" ? (named[value] ?? value) : value;
        });
    },
  };
}

/** Words for the values of a column that has few. */
function cellWords(words: Messages, column: string, sheetName: string): Record<string, string> | null {
  const { collection } = words;
  switch (column) {
    case "measure":
    case "bound":
    case "status":
    case "commitment":
    case "every":
      return words[column];
    case "outcomeStatus":
      return words.status;
    case "result":
      return collection.outcomes;
    case "basis":
      return {
        stated: collection.promises.stated,
        computed: collection.promises.computed,
        edited: words.judging.said.edited,
      };
    case "caveat":
      return collection.promises.caveats;
    case "promised":
    case "reached":
      return collection.stages;
    case "kind":
      return sheetName === "checks" ? collection.contradictions.check : collection.contradictions.revision;
    case "agrees":
    case "average":
    case "real":
      return { yes: collection.sheets.yes };
    default:
      return null;
  }
}

function sheet(told: Told, name: SheetName, shown = shownCollection(told.state)): Table {
  const { state, words } = told;
  const collection = inEnglish(told, shown);
  if (name === "wide") {
    const { sheets } = words.collection;
    const { columns } = sheets;
    const { target, result } = words.collection;
    const { months } = state.choice;
    const more = isReviewed(state) ? wideReviewed(told) : undefined;
    const table = wide(collection, { ...columns, target, result, measure: words.measure }, months, more);
    // Its headings are in the reader's words already.
    return { name: sheets.names.wide, size: table.rows.length, columns: table.columns, rows: () => table.rows };
  }
  const panel = collection.panel.map((row) =>
    row.notes.length === 0
      ? row
      : { ...row, notes: row.notes.map((note) => ({ ...note, message: noteWords(told, note) })) },
  );
  const find = sourcesIn(state);
  const list: readonly unknown[] = name === "panel" ? panel : collection[name];
  const review = isReviewed(state) ? reviewIn(told) : null;
  if (name === "absent") return absentSheet(told, collection);
  const of = (slice: readonly unknown[]): Sheet => sheetOf(name, { ...collection, [name]: slice }, find, review);
  // A value that other documents give has a row of its own.
  const more = name === "panel" ? panel.reduce((sum, { alternatives }) => sum + alternatives.length, 0) : 0;
  return tableOf(name, of([]).columns, list.length + more, () => sliced(list, (slice) => of(slice).rows), told);
}

/** What is missing, by the indicator's name; a figure that was called wrong is the reason why it is. */
function absentSheet(told: Told, { absent }: Collection): Table {
  const { state, words } = told;
  const columns = ["document", "year", "indicator", "indicatorId", "status", "worded"];
  if (isReviewed(state)) columns.push("judgement", "machine");
  const rows = (): Cell[][] =>
    absent.map(({ document, year, indicatorId, status, worded }) => {
      const left = rejectedOf(state, document, indicatorId, year).filter(
        ({ figure }) => (figure.status === "target") === (status === "target"),
      );
      const review =
        left.length > 0
          ? [words.judging.rejected, left.map(({ figure }) => machineWords(told, figure)).join("; ")]
          : [];
      return [document, year, indicatorWords(told, indicatorId), indicatorId, status, worded?.quote ?? "", ...review];
    });
  return tableOf("absent", columns, absent.length, rows as () => Sheet["rows"], told);
}

/** The table with the figures that were called wrong behind its rows: a file of one table has no other place for them. */
function withLeftOut(
  told: Told,
  table: Table,
  name: "panel" | "promises" | "conflicts" | "revisions" | "checks",
): Table {
  if (!isReviewed(told.state)) return table;
  const keys = sheetOf(name, { ...emptyCollection() }, () => null, reviewIn(told)).columns;
  const aims = name === "promises";
  const left = tableOf(name, keys, rejectedCount(told, aims), () => rejectedRows(told, keys, aims), told);
  return {
    ...table,
    size: table.size + left.size,
    *rows() {
      yield* table.rows();
      yield* left.rows();
    },
  };
}

/** The figures that were called wrong, for a workbook. */
function rejectedSheet(told: Told): Table {
  return tableOf(
    "rejected",
    REJECTED_COLUMNS,
    rejectedCount(told, false),
    () => rejectedRows(told, REJECTED_COLUMNS, false),
    told,
  );
}

/** Rows of a long list are made a few at a time, as they are asked for: the page answers its reader in between. */
function* sliced<Row>(list: readonly unknown[], rowsOf: (slice: readonly unknown[]) => readonly Row[]): Generator<Row> {
  for (let at = 0; at < list.length; at += 100) yield* rowsOf(list.slice(at, at + 100));
}

/** The rows of the panel that the wide table on the screen is made of. */
function wideInSight(state: State): Collection {
  const shown = shownCollection(state);
  const all = cube(state);
  const [places, indicators] = [all.places, all.indicators].map((axis) => new Set(axis.map(({ key }) => key)));
  const years = new Set(all.years);
  const panel = shown.panel.filter((row) => {
    const year = yearOf(row, state.choice.months);
    return year !== null && years.has(year) && places?.has(placeKey(row)) && indicators?.has(indicatorKey(row));
  });
  return { ...shown, panel };
}

/** The list of promises as it is seen: behind those with a number those without, in the columns that they share. */
function vowsTable(told: Told): Table {
  const { state, words } = told;
  const { stages, outcomes } = words.collection;
  const table = sheet(told, "promises");
  const review = isReviewed(state) ? reviewIn(told) : null;
  const keys = sheetOf("promises", { ...shownCollection(state), promises: [] }, sourcesIn(state), review).columns;
  const { asOf } = collectionOf(state);
  const { commitments } = shownCollection(state);
  return {
    ...table,
    size: table.size + commitments.length,
    *rows() {
      yield* table.rows();
      for (const row of commitments) {
        const [target, outcome] = [row.target, row.outcome].map((item) => itemOf(state, item));
        const reached = row.reached ? stages[row.reached] : "?";
        const cells: Record<string, Cell> = {
          subject: row.subject,
          subjectCode: row.subjectCode,
          indicator: row.project ?? row.title,
          periodStart: row.due.start === null ? null : { day: row.due.start },
          periodEnd: row.due.end === null ? null : { day: row.due.end },
          commitment: words.commitment[row.commitment],
          modality: row.modality,
          result: outcomes[row.result],
          asOf: asOf === null ? null : { day: asOf },
          arithmetic: `${stages[row.promised]} → ${reached}`,
          targets: `${row.target.document}:${row.target.item}`,
          targetSentence: target?.sentence ?? null,
          evidence: row.outcome && `${row.outcome.document}:${row.outcome.item}`,
          outcomeSentence: outcome?.sentence ?? null,
        };
        yield keys.map((key) => cells[key] ?? null);
      }
    },
  };
}

/** The view in sight as one table. */
export function shownSheet(told: Told, view: CollectionView): Table {
  const { state } = told;
  const { form, ledger } = state.choice;
  switch (view) {
    case "promises":
      return ledger ? sheet(told, "tally") : withLeftOut(told, vowsTable(told), "promises");
    case "contradictions":
      return withLeftOut(told, sheet(told, disputeIn(state)), disputeIn(state));
    case "charts":
      return chartSheet(told);
    case "beside":
      return besideSheet(told);
    default:
      if (form === "long") return withLeftOut(told, sheet(told, "panel"), "panel");
      if (form === "wide") return sheet(told, "wide", wideInSight(state));
      if (form === "absent") return sheet(told, "absent");
      return pivotSheet(told, shownTable(state));
  }
}

/** All tables of a workbook, with the one in sight before them. */
export function* allSheets(told: Told, view: CollectionView): Generator<Table> {
  const { state } = told;
  const { form } = state.choice;
  if (view === "charts") yield chartSheet(told);
  if (view === "beside") yield besideSheet(told);
  if (view === "panel" && (form === "place" || form === "indicator" || form === "year"))
    yield pivotSheet(told, shownTable(state));
  const collection = shownCollection(state);
  for (const name of sheetNames) yield sheet(told, name, name === "wide" ? wideInSight(state) : collection);
  if (rejected(state).length > 0) yield rejectedSheet(told);
}

/** The names of those tables, which a menu tells before any of them is made. */
export function bookNames({ state, words }: Told, view: CollectionView): string[] {
  const { names } = words.collection.sheets;
  const { form } = state.choice;
  const first = {
    charts: [names.chart],
    beside: [words.views.beside],
    panel: form === "place" || form === "indicator" || form === "year" ? [names.pivot] : [],
    promises: [],
    contradictions: [],
  }[view];
  const left = rejected(state).length > 0 ? [names.rejected] : [];
  return [...first, ...sheetNames.map((name) => names[name]), ...left];
}
