/** What is taken away as tables: figures, timeline, projects, documents. A cell knows its type; CSV and XLSX write it their way. */
import { quantityText, unitWord } from "../format/quantity.js";
import type { Page } from "../app/page.js";
import type { Bounded } from "../lib/collection/sheet.js";
import { inLanguage } from "../messages/bilingual.js";
import { yearsOf } from "../state/facets.js";
import type { Messages } from "../messages/index.js";
import { asOfIn, reportOf, type Document, type Given } from "../state/model.js";
import type { Project, Report } from "../state/report.js";
import { entrySentence, type EntryRow, type FigureRow } from "../state/rows.js";
import type { Passage } from "../state/search.js";
import { failureWords } from "../views/documents.js";
import { entryReadings, entryStateWords } from "../views/entry_state.js";
import { namedIndicator } from "../views/indicator_words.js";
import { machineWords } from "../views/judging.js";

/** A day of the calendar, which a spreadsheet can reckon with. */
export interface Day {
  day: string;
}
export type Cell = string | number | Day | Bounded | null;

/** What a file is written of. */
export interface WrittenTable {
  name: string;
  columns: readonly string[];
  /** A row at a time, since 900,000 of them at once would fill the memory. */
  rows: () => Iterable<readonly Cell[]>;
}

export interface Table extends WrittenTable {
  /** How many rows there are, known without making them: a menu says it. */
  size: number;
}

/** In whose words. */
export type Language = Pick<Page, "words" | "state">;

type Cells<Columns extends string> = Record<Columns, Cell>;

function table<Columns extends string, Thing>(
  name: string,
  columns: Record<Columns, string>,
  things: readonly Thing[],
  cells: (thing: Thing) => Cells<Columns>,
): Table {
  const keys = Object.keys(columns) as Columns[];
  return {
    name,
    size: things.length,
    columns: keys.map((key) => columns[key]),
    *rows() {
      for (const thing of things) {
        const row = cells(thing);
        yield keys.map((key) => row[key]);
      }
    },
  };
}

const day = (iso: string | null | undefined): Cell => (iso ? { day: iso } : null);

function origin({ document }: Report): Cells<"document" | "title" | "place" | "day"> {
  const { name, title, region, date } = document;
  return { document: name, title, place: region.join(""), day: day(date) };
}

/** The figures shown, in the order shown. */
export function figuresTable(rows: readonly FigureRow[], language: Language): Table {
  const { words } = language;
  return table(words.sheets.figures, words.csv, rows, ({ document: own, report, figure, index, judgement }) => {
    const { document } = report;
    const values = Array.isArray(figure.value) ? figure.value : [figure.value];
    const isRatio = figure.measure === "ratio";
    const read = own.progress.at === "done" ? own.progress.machine.figures[index] : undefined;
    return {
      ...origin(report),
      indicator: namedIndicator(language, figure.indicatorId, figure.indicator),
      indicatorId: figure.indicatorId,
      value: isRatio ? null : (values[0] ?? null),
      high: isRatio ? null : (values[1] ?? null),
      parts: isRatio ? values.join(":") : null,
      unit: unitWord(figure.unit, language.state.locale),
      written: figure.written + (figure.scale ?? ""),
      measure: words.measure[figure.measure],
      bound: words.bound[figure.bound],
      status: words.status[figure.status],
      commitment: figure.commitment && words.commitment[figure.commitment],
      modality: figure.modality,
      periodStart: day(figure.period?.start),
      periodEnd: day(figure.period?.end),
      period: figure.periodLabel,
      every: figure.every && words.every[figure.every],
      subject: figure.subject,
      subjectCode: figure.subjectCode,
      scope: figure.scope,
      confidence: figure.confidence,
      judgement: judgement?.verdict ? words.judging.said[judgement.verdict] : null,
      machine: judgement?.verdict === "edited" && read ? machineWords(language, read) : null,
      quote: figure.quote,
      sentence: document.text.slice(figure.context.start, figure.context.end),
      start: figure.span.start,
      end: figure.span.end,
    };
  });
}

/** The timeline entries shown, by date. */
export function timelineTable(rows: readonly EntryRow[], language: Language): Table {
  const { words, state } = language;
  const { sheets, columns } = words;
  const asOf = asOfIn(state);
  return table(sheets.timeline, columns.timeline, rows, (row) => {
    const { report, entry, review } = row;
    return {
      ...origin(report),
      from: day(entry.date.start),
      until: day(entry.date.end),
      grain: words.grains[entry.grain],
      kind: words.entry[entry.kind],
      state: entryStateWords(row, words),
      asOf: day(asOf),
      what: entry.title,
      subject: entry.subject,
      judgement: review && words.judging.said[review.verdict],
      machine: entryReadings(language, row) || null,
      sentence: entrySentence(row),
      start: entry.span.start,
      end: entry.span.end,
    };
  });
}

/** The projects shown, each with its figures in words. */
export function projectsTable(
  projects: readonly { report: Report; project: Project }[],
  { words, state }: Language,
): Table {
  return table(words.sheets.projects, words.columns.projects, projects, ({ report, project }) => {
    const figures = report.figures.filter(({ id }) => project.figures.includes(id));
    const amount = figures.find(({ unit, measure }) => unit === "元" && measure === "level");
    return {
      ...origin(report),
      name: project.name,
      subject: project.subject,
      stage: words.stage[project.stage],
      from: day(project.date?.start),
      until: day(project.date?.end),
      investment: amount && !Array.isArray(amount.value) ? amount.value : null,
      figures: figures
        .map(
          (figure) =>
            `${namedIndicator({ words, state }, figure.indicatorId, figure.indicator)} ${quantityText(figure, state.locale)}`,
        )
        .join("; "),
      sentence: report.document.text.slice(project.span.start, project.span.end),
      start: project.span.start,
      end: project.span.end,
    };
  });
}

/** The sentences that hold the words sought. */
export function passagesTable(passages: readonly Passage[], { words }: Language): Table {
  const { document, title, place, day: own, sentence, start, end } = words.csv;
  const columns = { document, title, place, day: own, sentence, start, end };
  const found = passages.flatMap((passage) => {
    const report = reportOf(passage.document);
    return report ? [{ report, context: passage.context }] : [];
  });
  return table(words.views.passages, columns, found, ({ report, context }) => ({
    ...origin(report),
    sentence: report.document.text.slice(context.start, context.end).trim(),
    start: context.start,
    end: context.end,
  }));
}

/** What of a document the reader told. */
function correctedWords(given: Given, { card }: Messages): string {
  const names: Record<keyof Given, string> = { title: card.title, kind: card.kind, region: card.place, date: card.day };
  return (Object.keys(names) as (keyof Given)[])
    .filter((key) => given[key] !== null)
    .map((key) => names[key])
    .join("; ");
}

/** Every file, those that could not be read too, with what is said of it. */
export function documentsTable(documents: readonly Document[], { words, state }: Language): Table {
  return table(
    words.sheets.documents,
    words.columns.documents,
    documents,
    ({ name, folder, size, progress, given }) => {
      const report = progress.at === "done" ? progress.report : null;
      const failure = progress.at === "failed" ? failureWords(progress.failure, words) : null;
      const info = report?.document;
      return {
        document: name,
        folder,
        at: words.files.at[progress.at],
        title: info?.title ?? null,
        kind: info ? words.kinds[info.kind] : null,
        place: info?.region.join("") ?? null,
        placeCode: info?.regionCode ?? null,
        day: day(info?.date),
        daySource: info?.dateSource ? words.card.sources[info.dateSource] : null,
        corrected: correctedWords(given, words) || null,
        year: info?.reviewYear ?? null,
        format: info?.format ?? null,
        encoding: info?.encoding ?? null,
        size,
        characters: info?.text.length ?? null,
        figures: report?.figures.length ?? null,
        years: report
          ? [...new Set(report.figures.map(({ period }) => yearsOf(period)))].filter(Boolean).sort().join(" ")
          : null,
        entries: report?.timeline.length ?? null,
        projects: report?.projects.length ?? null,
        notes: report?.diagnostics.map(({ message }) => inLanguage(message, state.locale)).join("\n") || null,
        reason: failure?.why ?? null,
        remedy: failure?.remedy ?? null,
      };
    },
  );
}
