/** Reports as JSON: those of the documents shown, each with the figures and entries that are shown. */
import type { Collection } from "../generated/report.js";
import { reportOf } from "../state/model.js";
import type { Report } from "../state/report.js";
import type { EntryRow, FigureRow } from "../state/rows.js";
import type { Passage } from "../state/search.js";

/**
 * One array of reports in the published shape; `figures` and `timeline` hold the rows handed in. A figure that the reader
 * judged carries `judgement`, and one that was edited the machine's own under `machine`; an entry of the timeline likewise,
 * by what was said of its figures. In pieces, a report each.
 */
export function* reportsJson(
  reports: readonly Report[],
  figures: readonly FigureRow[],
  entries: readonly EntryRow[],
): Generator<string> {
  const shownFigures = new Map(figures.map((row) => [row.figure, row]));
  const shownEntries = new Map(entries.map((row) => [row.entry, row]));
  yield "[";
  for (const [at, report] of reports.entries()) {
    const text = JSON.stringify(
      {
        ...report,
        figures: report.figures.flatMap((figure) => {
          const row = shownFigures.get(figure);
          return row ? [{ ...figure, ...judgementOn(row) }] : [];
        }),
        timeline: report.timeline.flatMap((entry) => {
          const row = shownEntries.get(entry);
          return row ? [{ ...entry, ...reviewOn(row) }] : [];
        }),
      },
      null,
      2,
    );
    yield `${at > 0 ? ",\n" : ""}${text}`;
  }
  yield "]\n";
}

/** The collection in the published shape, a piece for some rows of each of its lists; `more` is added to a row. */
export function* collectionJson(
  collection: Collection,
  more: (list: string, row: unknown) => object = () => ({}),
): Generator<string> {
  yield "{";
  for (const [at, [key, value]] of Object.entries(collection).entries()) {
    yield `${at > 0 ? "," : ""}\n  ${JSON.stringify(key)}: `;
    if (!Array.isArray(value)) {
      yield JSON.stringify(value);
      continue;
    }
    yield "[";
    const list: readonly object[] = value;
    for (let from = 0; from < value.length; from += 100) {
      const rows = list.slice(from, from + 100).map((row) => `\n    ${JSON.stringify({ ...row, ...more(key, row) })}`);
      yield `${from > 0 ? "," : ""}${rows.join(",")}`;
    }
    yield value.length > 0 ? "\n  ]" : "]";
  }
  yield "\n}\n";
}

/** For how long the page may be kept from its reader, in milliseconds. */
const SLICE = 8;

/** All pieces. A worker would have to be sent the reports, which takes longer than writing them: pauses do instead. */
export async function gathered(pieces: Iterable<string>): Promise<Blob[]> {
  const all: Blob[] = [];
  let some: string[] = [];
  let began = performance.now();
  for (const piece of pieces) {
    some.push(piece);
    if (performance.now() - began < SLICE) continue;
    // To bytes while there is little: all at once would hold the page up.
    all.push(new Blob(some));
    some = [];
    await new Promise((resume) => setTimeout(resume));
    began = performance.now();
  }
  return [...all, new Blob(some)];
}

function judgementOn({ document, index, judgement }: FigureRow): object {
  if (!judgement?.verdict) return {};
  const machine = document.progress.at === "done" ? document.progress.machine.figures[index] : undefined;
  return judgement.verdict === "edited" ? { judgement: "edited", machine } : { judgement: judgement.verdict };
}

function reviewOn({ document, index, review }: EntryRow): object {
  if (!review) return {};
  const machine = document.progress.at === "done" ? document.progress.machine.timeline[index] : undefined;
  return review.verdict === "edited" ? { judgement: "edited", machine } : { judgement: review.verdict };
}

/** The sentences found in the texts, each with its document and place in it. */
export function* passagesJson(passages: readonly Passage[]): Generator<string> {
  yield "[";
  for (const [at, { document, context }] of passages.entries()) {
    const info = reportOf(document)?.document;
    const sentence = info?.text.slice(context.start, context.end).trim();
    const passage = { document: document.name, title: info?.title, date: info?.date, span: context, sentence };
    yield `${at > 0 ? "," : ""}\n  ${JSON.stringify(passage)}`;
  }
  yield "\n]\n";
}
