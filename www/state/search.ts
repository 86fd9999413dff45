/** The search: the words of a query, and the passages of the documents that hold them. */
import { INDICATORS_EN } from "../generated/english.js";
import { reportOf, type Document } from "./model.js";
import { remembered } from "./remembered.js";
import type { Figure, Report, Span } from "./report.js";

/** The words of a query; a row must hold each. */
export function queryWords(query: string): string[] {
  return query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** Whether a text in small letters holds every word. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

const lowered = new WeakMap<Report, string>();

/** The text in small letters; null where that is not as long as the text, as with İ, and its places are others. */
function smallText(report: Report): string | null {
  let small = lowered.get(report);
  if (small === undefined) {
    small = report.document.text.toLowerCase();
    lowered.set(report, small);
  }
  return small.length === report.document.text.length ? small : null;
}

/** A test for the figures of a report: each word must stand in the figure's sentence or in what was read of it. */
export function figureSearch(report: Report, words: readonly string[]): (figure: Figure) => boolean {
  const text = smallText(report);
  // Looked up once for the text, not once for each sentence of it.
  const places = words.map((word) => (text === null ? null : placesOf(text, word)));
  return (figure) => {
    const { subject, periodLabel, modality, context } = figure;
    let read: string | null = null;
    return words.every((word, index) => {
      const hits = places[index];
      if (hits ? hasWithin(hits, context, word.length) : sentence(report, context).includes(word)) return true;
      read ??= `${indicatorNames(figure)}\n${subject ?? ""}\n${periodLabel ?? ""}\n${modality ?? ""}`.toLowerCase();
      return read.includes(word);
    });
  };
}

/** What an indicator is called: by the document, and in English where it is of the list. */
function indicatorNames({ indicator, indicatorId }: Figure): string {
  return `${indicator}\n${INDICATORS_EN[indicatorId ?? ""] ?? ""}`;
}

/** Whether what was read of a figure holds the words: its indicator, subject, time or modality. Else its sentence does. */
export function namedBy(figure: Figure, words: readonly string[]): boolean {
  const { subject, periodLabel, period, modality } = figure;
  const year = period?.end?.slice(0, 4) ?? "";
  return holdsAll(
    [indicatorNames(figure), subject ?? "", periodLabel ?? "", year, modality ?? ""].join("\n").toLowerCase(),
    words,
  );
}

function sentence(report: Report, { start, end }: Span): string {
  return report.document.text.slice(start, end).toLowerCase();
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Whether one of the places, which ascend, lies in the span with the whole word. */
function hasWithin(places: readonly number[], { start, end }: Span, length: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) + length <= end;
}

/** A place in the text where the query's words stand. */
export interface Passage {
  document: Document;
  /** The sentence. */
  context: Span;
  /** The first of the words in it. */
  span: Span;
}

/** More would be no help to anyone; the view says that there are more. */
export const MOST_PASSAGES = 20_000;

const SENTENCE_END = /[。！？；!?;\n]/u;

/** The sentences, in the documents in scope, that hold every word of the query. */
export const foundPassages = remembered(
  (state) => [state.query, state.scope, state.documents, state.facets.document],
  (state): Passage[] => {
    const words = queryWords(state.query);
    const [first = ""] = words;
    const passages: Passage[] = [];
    if (first === "") return passages;
    const chosen = state.facets.document;
    for (const document of state.documents) {
      const report = reportOf(document);
      if (!report || (state.scope !== "all" && state.scope !== document.id)) continue;
      if (chosen.size > 0 && !chosen.has(document.name)) continue;
      const text = smallText(report) ?? report.document.text;
      for (let at = text.indexOf(first); at >= 0; ) {
        const context = sentenceAround(text, at);
        if (holdsAll(text.slice(context.start, context.end), words)) {
          passages.push({ document, context, span: { start: at, end: at + first.length } });
          if (passages.length >= MOST_PASSAGES) return passages;
        }
        at = text.indexOf(first, Math.max(context.end, at + first.length));
      }
    }
    return passages;
  },
);

/** Longest way to either side that a sentence is followed: text without any full stop is cut there. */
const FAR = 400;

/** The sentence in which a place of a text stands. */
export function sentenceAround(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < FAR && !SENTENCE_END.test(text[start - 1] ?? "")) start -= 1;
  let end = at;
  while (end < text.length && end - at < FAR && !SENTENCE_END.test(text[end] ?? "")) end += 1;
  return { start, end: Math.min(text.length, end + 1) };
}
