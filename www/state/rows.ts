/** Rows: the figures and timeline entries that are in scope and pass the filter, in the order asked for. */
import { reportOf, type Column, type Document, type Facets, type State } from "./model.js";
import type { Figure, Report, TimelineEntry } from "./report.js";

export interface FigureRow {
  document: Document;
  report: Report;
  figure: Figure;
  index: number;
}

export interface EntryRow {
  document: Document;
  report: Report;
  entry: TimelineEntry;
  index: number;
}

/** Documents in scope that have a report. */
export function documentsInScope(state: State): Document[] {
  return state.documents.filter(
    (document) => document.progress.at === "done" && (state.scope === "all" || state.scope === document.id),
  );
}

/** Remembers the last answer while the parts of the state that it rests on are the same objects. */
export function remembered<Answer>(
  parts: (state: State) => readonly unknown[],
  make: (state: State) => Answer,
): (state: State) => Answer {
  let last: { parts: readonly unknown[]; answer: Answer } | null = null;
  return (state) => {
    const now = parts(state);
    if (!last || last.parts.some((part, index) => part !== now[index])) last = { parts: now, answer: make(state) };
    return last.answer;
  };
}

// Progress of other documents must not re-sort a long table, so the key is the list of reports, not of documents.
const scopeKey = (() => {
  let last: readonly unknown[] = [];
  return (state: State): readonly unknown[] => {
    const now = documentsInScope(state).map((document) => reportOf(document));
    if (now.length !== last.length || now.some((report, index) => report !== last[index])) last = now;
    return last;
  };
})();

const searchTexts = new WeakMap<Figure, string>();

function searchText(report: Report, figure: Figure): string {
  let text = searchTexts.get(figure);
  if (text === undefined) {
    const sentence = report.document.text.slice(figure.context.start, figure.context.end);
    text = [
      figure.indicator,
      figure.subject ?? "",
      figure.periodLabel ?? "",
      figure.modality ?? "",
      figure.quote,
      sentence,
    ]
      .join("\n")
      .toLowerCase();
    searchTexts.set(figure, text);
  }
  return text;
}

/** The words of a query; a row must hold each. */
export function queryWords(query: string): string[] {
  return query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** Figures in scope that hold the query's words, before facets: what facet counts are taken from. */
export const foundFigures = remembered(
  (state) => [scopeKey(state), state.query],
  (state): FigureRow[] => {
    const words = queryWords(state.query);
    const rows: FigureRow[] = [];
    for (const document of documentsInScope(state)) {
      const report = reportOf(document);
      if (!report) continue;
      report.figures.forEach((figure, index) => {
        if (words.length > 0) {
          const text = searchText(report, figure);
          if (!words.every((word) => text.includes(word))) return;
        }
        rows.push({ document, report, figure, index });
      });
    }
    return rows;
  },
);

/** The rows of the table of figures, filtered and sorted: also what is exported. */
export const figureRows = remembered(
  (state) => [scopeKey(state), state.query, state.facets, state.sort.column, state.sort.descending],
  (state): FigureRow[] => {
    const { facets, sort } = state;
    const rows = foundFigures(state).filter(
      ({ figure }) => passes(facets.status, figure.status) && passes(facets.measure, figure.measure),
    );
    if (sort.column !== "source") {
      const compare = COMPARE[sort.column];
      rows.sort((one, two) => (sort.descending ? compare(two, one) : compare(one, two)));
    }
    return rows;
  },
);

/** The rows of the timeline by date, filtered. */
export const entryRows = remembered(
  (state) => [scopeKey(state), state.query, state.facets.entry],
  (state): EntryRow[] => {
    const words = queryWords(state.query);
    const rows: EntryRow[] = [];
    for (const document of documentsInScope(state)) {
      const report = reportOf(document);
      if (!report) continue;
      report.timeline.forEach((entry, index) => {
        if (!passes(state.facets.entry, entry.kind)) return;
        const text = `${entry.title}\n${entry.subject ?? ""}`.toLowerCase();
        if (words.every((word) => text.includes(word))) rows.push({ document, report, entry, index });
      });
    }
    return rows.sort(
      (one, two) => order(startOf(one.entry), startOf(two.entry)) || order(endOf(one.entry), endOf(two.entry)),
    );
  },
);

/** How many found figures fall under each value of a facet, the other facets applied. */
export function facetCounts(state: State, facet: "status" | "measure"): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { figure } of foundFigures(state)) {
    const other =
      facet === "status" ? passes(state.facets.measure, figure.measure) : passes(state.facets.status, figure.status);
    if (other) counts.set(figure[facet], (counts.get(figure[facet]) ?? 0) + 1);
  }
  return counts;
}

/** Whether anything narrows what is shown. */
export function isFiltered(state: State): boolean {
  const { status, measure, entry } = state.facets;
  return state.query.trim() !== "" || status.size + measure.size + entry.size > 0;
}

/** The day an entry begins; one that only ends begins where it ends. */
export function startOf(entry: TimelineEntry): string {
  return entry.date.start ?? entry.date.end ?? "";
}

/** The day an entry ends. */
export function endOf(entry: TimelineEntry): string {
  return entry.date.end ?? entry.date.start ?? "";
}

function passes<Value>(chosen: ReadonlySet<Value>, value: Value): boolean {
  return chosen.size === 0 || chosen.has(value);
}

/** The number a figure is sorted by: the low end of a range, the first part of a ratio. */
function magnitude(figure: Figure): number {
  return Array.isArray(figure.value) ? (figure.value[0] ?? 0) : figure.value;
}

function order<Value extends string | number>(one: Value, two: Value): number {
  return one < two ? -1 : one > two ? 1 : 0;
}

// Chinese words by pinyin, as a reader looks them up.
const collator = new Intl.Collator("zh-Hans-CN");
const STATUS_ORDER: readonly Figure["status"][] = ["actual", "estimate", "target", "plan", "rule"];

const COMPARE: Record<Exclude<Column, "source">, (one: FigureRow, two: FigureRow) => number> = {
  indicator: (one, two) => collator.compare(one.figure.indicator, two.figure.indicator),
  // Values of one unit stand together: 元 and % have no common order.
  value: (one, two) => order(one.figure.unit, two.figure.unit) || order(magnitude(one.figure), magnitude(two.figure)),
  period: (one, two) => order(one.figure.period?.start ?? "", two.figure.period?.start ?? ""),
  status: (one, two) => STATUS_ORDER.indexOf(one.figure.status) - STATUS_ORDER.indexOf(two.figure.status),
  subject: (one, two) => collator.compare(one.figure.subject ?? "", two.figure.subject ?? ""),
};

/** Facets as sets, for those who read them from an address. */
export function facetsFrom(values: Record<keyof Facets, readonly string[]>): Facets {
  return {
    status: new Set(values.status as Figure["status"][]),
    measure: new Set(values.measure as Figure["measure"][]),
    entry: new Set(values.entry as TimelineEntry["kind"][]),
  };
}
