/** Rows: the figures and timeline entries that are in scope and pass the filter, in the order asked for. */
import { byDocument, counter, documentsInScope, together } from "./by_document.js";
import { isCompared } from "./compared.js";
import { ENTRY_FACETS, FIGURE_FACETS, entryValue, figureValue } from "./facets.js";
import { entryReview, type EntryReview } from "./entry_review.js";
import { figureKeys, type Judgement } from "./judgement.js";
import { keptOf, type Kept } from "./kept.js";
import { asOfIn, judgementsOn, reportOf, type Column, type Document, type State } from "./model.js";
import { remembered } from "./remembered.js";
import type { Figure, Project, Report, TimelineEntry } from "./report.js";
import { figureSearch, holdsAll, namedBy, queryWords } from "./search.js";
import { passing, seeing } from "./sight.js";

export interface FigureRow {
  document: Document;
  report: Report;
  /** As it holds: with the reader's edits in it. */
  figure: Figure;
  index: number;
  /** What the reader said of it, null for nothing. */
  judgement: Judgement | null;
}

export interface EntryRow {
  document: Document;
  report: Report;
  entry: TimelineEntry;
  index: number;
  /** What became of what it promises, where documents tell: kept or not. */
  kept: Extract<Kept, "met" | "missed"> | null;
  /** A deadline that is due on the day of reference, of which no document tells what became. */
  unfound: boolean;
  /** What the reader said of the figures it rests on, null for nothing. */
  review: EntryReview | null;
}

/** Figures in scope that hold the query's words, document by document. */
const figureParts = byDocument(
  (state, document) => [state.query, judgementsOn(state, document)],
  (state, document, report): FigureRow[] => {
    const words = queryWords(state.query);
    const rows: FigureRow[] = [];
    const holds = words.length > 0 ? figureSearch(report, words) : null;
    const judgements = judgementsOn(state, document);
    const keys = judgements.size > 0 ? figureKeys(report) : null;
    report.figures.forEach((figure, index) => {
      if (holds && !holds(figure)) return;
      const said = keys ? judgements.get(keys[index] ?? "") : undefined;
      rows.push({ document, report, figure, index, judgement: said?.verdict ? said : null });
    });
    return rows;
  },
);

/** Figures in scope that hold the query's words, before facets: what facet counts are taken from. */
export const foundFigures = remembered(
  (state) => [figureParts.all(state)],
  (state): readonly FigureRow[] => together(figureParts.all(state)),
);

/** The rows of the table of figures, filtered and sorted: also what is exported. */
export const figureRows = remembered(
  (state) => [foundFigures(state), state.facets, state.sort.column, state.sort.descending, state.query],
  (state): readonly FigureRow[] => {
    const { sort } = state;
    const active = FIGURE_FACETS.filter((facet) => state.facets[facet].size > 0);
    const found = foundFigures(state);
    const rows =
      active.length === 0
        ? found
        : found.filter((row) => active.every((facet) => state.facets[facet].has(figureValue(row, facet))));
    if (sort.column !== "source") return sorted(rows, sort.column, sort.descending);
    // Figures that are what was sought stand before those in whose sentence it is only mentioned.
    const words = queryWords(state.query);
    if (words.length === 0) return rows;
    const named = rows.filter(({ figure }) => namedBy(figure, words));
    return named.length === 0 || named.length === rows.length
      ? rows
      : [...named, ...rows.filter(({ figure }) => !namedBy(figure, words))];
  },
);

/** How many of the figures shown are there for their sentence alone. */
export const mentionedOnly = remembered(
  (state) => [figureRows(state), state.query],
  (state): number => {
    const words = queryWords(state.query);
    return words.length === 0 ? 0 : figureRows(state).filter(({ figure }) => !namedBy(figure, words)).length;
  },
);

type FoundEntry = Omit<EntryRow, "kept" | "unfound" | "review">;

/** Timeline entries in scope that hold the query's words, document by document; what became of them is another matter. */
const soughtEntries = byDocument(
  (state) => [state.query],
  (state, document, report): FoundEntry[] => {
    const words = queryWords(state.query);
    const rows: FoundEntry[] = [];
    report.timeline.forEach((entry, index) => {
      if (words.length > 0) {
        const sentence = report.document.text.slice(entry.span.start, entry.span.end);
        if (!holdsAll(`${entry.title}\n${entry.subject ?? ""}\n${sentence}`.toLowerCase(), words)) return;
      }
      rows.push({ document, report, entry, index });
    });
    return rows;
  },
);

/** The same with what became of them. */
const entryParts = byDocument(
  (state, document, report) => [
    soughtEntries.of(state, document, report),
    asOfIn(state),
    state.comparison.compared,
    isCompared(state),
    state.comparison.failure === null,
    judgementsOn(state, document),
  ],
  (state, document, report): EntryRow[] => {
    const fate = fatesIn(state);
    const judgements = judgementsOn(state, document);
    return soughtEntries.of(state, document, report).map(({ entry, index }) => {
      const review = entryReview(judgements, document, entry);
      // What was never promised is neither kept nor past due.
      const { kept, unfound } = review?.rejected ? UNTOLD : fate(document.id, entry);
      return { document, report, entry, index, kept, unfound, review };
    });
  },
);

/** The entries of one document's timeline with what became of them: known before the timeline asks for those of all. */
export function entriesOf(state: State, document: Document): void {
  const report = reportOf(document);
  if (report) entryParts.of(state, document, report);
}

/** Timeline entries in scope that hold the query's words, by date, before facets. */
export const foundEntries = remembered(
  (state) => [entryParts.all(state)],
  (state): readonly EntryRow[] => byDate(together(entryParts.all(state))),
);

/** Rows by the day they begin, then by the day they end. There are far fewer days than rows: the days are sorted. */
function byDate(rows: readonly EntryRow[]): EntryRow[] {
  const days = new Map<string, EntryRow[]>();
  for (const row of rows) {
    const start = startOf(row.entry);
    const day = days.get(start);
    if (day) day.push(row);
    else days.set(start, [row]);
  }
  return [...days.keys()]
    .sort(order)
    .flatMap((start) => (days.get(start) ?? []).sort((one, two) => order(endOf(one.entry), endOf(two.entry))));
}

/** Whether a facet is chosen that asks what became of entries, or what was said of them. */
function asksForFate({ facets }: State): boolean {
  return facets.state.size > 0 || facets.judgement.size > 0;
}

/** How many entries of the timeline pass search and facets: known without asking what became of each, as long as no facet does. */
export const entriesShown = remembered(
  (state) => [asksForFate(state) ? entryRows(state) : soughtEntries.all(state), state.facets],
  (state): number => {
    const active = ENTRY_FACETS.filter((facet) => state.facets[facet].size > 0);
    if (asksForFate(state)) return entryRows(state).length;
    let shown = 0;
    for (const part of soughtEntries.all(state)) {
      if (active.length === 0) shown += part.length;
      else
        for (const row of part) {
          const known = { ...row, kept: null, unfound: false, review: null };
          if (active.every((facet) => state.facets[facet].has(entryValue(known, facet)))) shown += 1;
        }
    }
    return shown;
  },
);

type Fate = Pick<EntryRow, "kept" | "unfound">;

/** Nothing is said of an entry before all has been looked through. */
const UNTOLD: Fate = { kept: null, unfound: false };

/** What became of an entry, judged as promises are: due on the day itself, and by its promises' verdict where it has any. */
export function fateOf(state: State, document: string, entry: TimelineEntry): Fate {
  return fatesIn(state)(document, entry);
}

/** The same for many entries: what holds for all of them is asked once. */
function fatesIn(state: State): (document: string, entry: TimelineEntry) => Fate {
  if (!isCompared(state) && state.comparison.failure === null) return () => UNTOLD;
  const asOf = asOfIn(state);
  return (document, entry) => {
    const became = keptOf(state, document, entry);
    const kept = became === "met" || became === "missed" ? became : null;
    const end = endOf(entry);
    const due = became === null ? end !== "" && end <= asOf : became === "unknown";
    return { kept, unfound: entry.kind === "deadline" && entry.state !== "done" && kept === null && due };
  };
}

/** The rows of the timeline by date, filtered. */
export const entryRows = remembered(
  (state) => [foundEntries(state), state.facets],
  (state): readonly EntryRow[] => {
    const active = ENTRY_FACETS.filter((facet) => state.facets[facet].size > 0);
    if (active.length === 0) return foundEntries(state);
    return foundEntries(state).filter((row) =>
      active.every((facet) => state.facets[facet].has(entryValue(row, facet))),
    );
  },
);

export const figureCounts = counter(figureParts, FIGURE_FACETS, figureValue);
export const entryCounts = counter(entryParts, ENTRY_FACETS, entryValue);

/** Whether anything narrows what is shown. */
export function isFiltered(state: State): boolean {
  return state.query.trim() !== "" || Object.values(state.facets).some((chosen) => chosen.size > 0);
}

/** The documents that what is shown comes from: where nothing narrows it, all of them, read or not. */
export const documentsShown = remembered(
  (state) => (isFiltered(state) ? [figureRows(state), entryRows(state)] : [state.documents, state.scope]),
  (state): readonly Document[] => {
    if (!isFiltered(state)) return state.scope === "all" ? state.documents : documentsInScope(state);
    const shown = new Set<string>();
    for (const { document } of figureRows(state)) shown.add(document.id);
    for (const { document } of entryRows(state)) shown.add(document.id);
    return documentsInScope(state).filter((document) => shown.has(document.id));
  },
);

/** The projects of those documents that are in sight by one of their figures, or by their own words where no facet is chosen. */
export function projectsShown(state: State): { report: Report; project: Project }[] {
  const sees = seeing(state);
  const faceted = passing(state) !== null;
  const words = queryWords(state.query);
  return documentsShown(state).flatMap((document) => {
    const report = reportOf(document);
    if (!report) return [];
    const places = new Map(sees ? report.figures.map(({ id }, index) => [id, index] as const) : []);
    const shown = report.projects.filter(({ name, span, figures }) => {
      if (!sees) return true;
      if (figures.some((id) => sees(document, report, places.get(id) ?? -1))) return true;
      const told = `${name}\n${report.document.text.slice(span.start, span.end)}`;
      return !faceted && holdsAll(told.toLowerCase(), words);
    });
    return shown.map((project) => ({ report, project }));
  });
}

/** The day an entry begins; one that only ends begins where it ends. */
export function startOf(entry: TimelineEntry): string {
  return entry.date.start ?? entry.date.end ?? "";
}

/** The day an entry ends. */
export function endOf(entry: TimelineEntry): string {
  return entry.date.end ?? entry.date.start ?? "";
}

/** The sentence an entry stands on: one that rests on a figure stands on the number alone, and its words around it tell more. */
export function entrySentence({ report, entry }: Pick<EntryRow, "report" | "entry">): string {
  const [id] = entry.figures;
  const context = id === undefined ? undefined : report.figures.find((figure) => figure.id === id)?.context;
  const start = Math.min(entry.span.start, context?.start ?? entry.span.start);
  const end = Math.max(entry.span.end, context?.end ?? entry.span.end);
  return report.document.text.slice(start, end).trim();
}

/** The number a figure is sorted by: the low end of a range, the first part of a ratio. */
function magnitude(figure: Figure): number {
  return Array.isArray(figure.value) ? (figure.value[0] ?? 0) : figure.value;
}

function order<Value extends string | number>(one: Value, two: Value): number {
  return one < two ? -1 : one > two ? 1 : 0;
}

// Chinese words by pinyin, as a reader looks them up. Made when it is first asked for: that takes a while.
let collator: Intl.Collator | undefined;
const STATUS_ORDER: readonly Figure["status"][] = ["actual", "estimate", "target", "plan", "rule"];

/** Rows in the order of a column; those that are equal stay in the order of the text. */
function sorted(rows: readonly FigureRow[], column: Exclude<Column, "source">, descending: boolean): FigureRow[] {
  if (column === "indicator") return byWords(rows, ({ figure }) => figure.indicator, descending);
  if (column === "subject") return byWords(rows, ({ figure }) => figure.subject ?? "", descending);
  const compare = COMPARE[column];
  return [...rows].sort((one, two) => (descending ? compare(two, one) : compare(one, two)));
}

const COMPARE: Record<"value" | "period" | "status", (one: FigureRow, two: FigureRow) => number> = {
  // Values of one unit stand together: 元 and % have no common order.
  value: (one, two) => order(one.figure.unit, two.figure.unit) || order(magnitude(one.figure), magnitude(two.figure)),
  period: (one, two) => order(one.figure.period?.start ?? "", two.figure.period?.start ?? ""),
  status: (one, two) => STATUS_ORDER.indexOf(one.figure.status) - STATUS_ORDER.indexOf(two.figure.status),
};

/** The words are sorted, not the rows: a collator is slow, and 700,000 rows have few words. */
function byWords(rows: readonly FigureRow[], word: (row: FigureRow) => string, descending: boolean): FigureRow[] {
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const group = groups.get(word(row));
    if (group) group.push(row);
    else groups.set(word(row), [row]);
  }
  collator ??= new Intl.Collator("zh-Hans-CN");
  const words = [...groups.keys()].sort(collator.compare);
  return (descending ? words.reverse() : words).flatMap((one) => groups.get(one) ?? []);
}
