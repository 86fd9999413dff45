// From a figure's reference to its words: what a cell of a panel leads to.
import type { CompareDocument, Figure, FigureRef, Report } from "../../generated/report.js";

export interface Source {
  report: Report;
  figure: Figure;
  quote: string;
  sentence: string;
}

/** Finds the words of a reference; null for none and for an unknown one. */
export type Sources = (reference: FigureRef | null | undefined) => Source | null;

/** The reports of a collection's documents, by the id that the collection gives each. */
export function byId(reports: Iterable<Report>, documents: readonly CompareDocument[]): Map<string, Report> {
  // Reports of one name have ids of their own, in the order of their days.
  const ids = new Map<string, string[]>();
  const key = (name: string, date: string | null) => `${date ?? ""} ${name}`;
  for (const { id, name, date } of documents) ids.set(key(name, date), [...(ids.get(key(name, date)) ?? []), id]);
  const known = new Map<string, Report>();
  for (const report of reports) {
    const id = ids.get(key(report.document.name, report.document.date))?.shift();
    if (id !== undefined) known.set(id, report);
  }
  return known;
}

/** Where the figures stand; `documents` are those of the collection that these reports gave. */
export function sources(reports: Iterable<Report>, documents: readonly CompareDocument[]): Sources {
  const known = new Map<string, [Report, Map<string, Figure>]>();
  for (const [id, report] of byId(reports, documents))
    known.set(id, [report, new Map(report.figures.map((figure) => [figure.id, figure]))]);
  return (reference) => {
    const [report, figures] = (reference && known.get(reference.document)) || [];
    const figure = reference && figures?.get(reference.figure);
    if (!report || !figure) return null;
    const sentence = report.document.text.slice(figure.context.start, figure.context.end).trim();
    return { report, figure, quote: figure.quote, sentence };
  };
}
