/** The search: the words of a query, and the passages of the documents that hold them. */
import { reportOf, type Document } from "./model.js";
import { remembered } from "./remembered.js";
import type { Span } from "./report.js";

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
      const text = report.document.text.toLowerCase();
      // A few letters grow when they are made small; then the places would not be those of the text.
      if (text.length !== report.document.text.length) continue;
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

function sentenceAround(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < FAR && !SENTENCE_END.test(text[start - 1] ?? "")) start -= 1;
  let end = at;
  while (end < text.length && end - at < FAR && !SENTENCE_END.test(text[end] ?? "")) end += 1;
  return { start, end: Math.min(text.length, end + 1) };
}
