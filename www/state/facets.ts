/** Facets: what rows can be narrowed by, and the value each row has. Within one, values are alternatives; between two, both must hold. */
import { categoryOf } from "../generated/categories.js";
import { VERDICTS } from "./judgement.js";
import type { Figure, Interval, TimelineEntry } from "./report.js";
import type { EntryRow, FigureRow } from "./rows.js";

export const FIGURE_FACETS = [
  "status",
  "measure",
  "category",
  "indicator",
  "place",
  "period",
  "commitment",
  "confidence",
  "judgement",
  "document",
] as const;
export const ENTRY_FACETS = ["entry", "state", "place", "judgement", "document"] as const;

export type FigureFacet = (typeof FIGURE_FACETS)[number];
export type EntryFacet = (typeof ENTRY_FACETS)[number];
export type FacetName = FigureFacet | EntryFacet;
export const FACETS: readonly FacetName[] = [...new Set([...FIGURE_FACETS, ...ENTRY_FACETS])];

/** The chosen values; an empty set lets all through. */
export type Facets = Readonly<Record<FacetName, ReadonlySet<string>>>;

/** The values of those facets that have few, in the order of the page. */
export const CLOSED_VALUES = {
  status: ["actual", "target", "plan", "estimate", "rule"] satisfies Figure["status"][],
  measure: [
    "level",
    "change_rate",
    "change_amount",
    "share",
    "rank",
    "ratio",
    "multiple",
    "gap",
  ] satisfies Figure["measure"][],
  commitment: ["firm", "aim", "plain"] satisfies Figure["commitment"][],
  confidence: ["high", "middle", "low"] as const,
  judgement: [...VERDICTS, "none"] as const,
  entry: ["event", "milestone", "deadline", "recurring"] satisfies TimelineEntry["kind"][],
  state: ["done", "met", "missed", "ongoing", "planned", "overdue", "unknown"] as const,
} as const;
export type ClosedFacet = keyof typeof CLOSED_VALUES;

/** Whether a facet's values are words of the documents, and not of the page. */
export function isOpen(name: FacetName): boolean {
  return !(name in CLOSED_VALUES);
}

/** Sure enough to be taken as it is; worth a look; to be checked. */
export function confidenceOf({ confidence }: Figure): (typeof CLOSED_VALUES.confidence)[number] {
  return confidence >= 0.9 ? "high" : confidence >= 0.7 ? "middle" : "low";
}

/** The years of a period: 2024, 2021–2025; "" for none. */
export function yearsOf(period: Interval | null): string {
  const start = period?.start?.slice(0, 4) ?? "";
  const end = period?.end?.slice(0, 4) ?? "";
  return start === end || start === "" || end === "" ? start || end : `${start}–${end}`;
}

/** Value of a figure under a facet; "" where it has none. */
export function figureValue({ document, figure, judgement }: FigureRow, facet: FigureFacet): string {
  switch (facet) {
    case "document":
      return document.name;
    case "place":
      return figure.subject ?? "";
    case "indicator":
      return figure.indicator;
    case "category":
      return figure.indicatorId === null ? "" : (categoryOf(figure.indicatorId) ?? "");
    case "period":
      return yearsOf(figure.period);
    case "status":
      return figure.status;
    case "commitment":
      return figure.commitment ?? "";
    case "measure":
      return figure.measure;
    case "confidence":
      return confidenceOf(figure);
    case "judgement":
      return judgement?.verdict ?? "none";
  }
}

/** Value of a timeline entry under a facet. */
export function entryValue({ document, entry, kept, unfound, review }: EntryRow, facet: EntryFacet): string {
  switch (facet) {
    case "document":
      return document.name;
    case "place":
      return entry.subject ?? "";
    case "entry":
      return entry.kind;
    case "state":
      return kept ?? (unfound ? "overdue" : entry.state);
    case "judgement":
      return review?.verdict ?? "none";
  }
}

/** Facets as sets, for those who read them from an address; what has a fixed list of values is held to it. */
export function facetsFrom(values: Partial<Record<FacetName, readonly string[]>>): Facets {
  const sets = FACETS.map((name): [FacetName, ReadonlySet<string>] => {
    const allowed: readonly string[] | undefined = CLOSED_VALUES[name as ClosedFacet];
    const given = values[name] ?? [];
    return [name, new Set(allowed ? given.filter((value) => value === "" || allowed.includes(value)) : given)];
  });
  return Object.fromEntries(sets) as Record<FacetName, ReadonlySet<string>>;
}

export const NO_FACETS: Facets = facetsFrom({});
