/** What the page knows across documents: the comparison of their reports, and what a reader chose to see of it. */
import type { Collection, Outcome } from "../generated/report.js";
import { WHOLE_YEAR, type Months } from "../lib/collection/wide.js";
import type { DocumentId, Lit, State } from "./model.js";
import type { Figure } from "./report.js";

/** The views across documents, in the order of their tabs. */
export const COLLECTION_VIEWS = ["panel", "promises", "contradictions", "charts", "beside"] as const;
export type CollectionView = (typeof COLLECTION_VIEWS)[number];

/** What a panel holds still: one place, one indicator, one year; or nothing, and all is in one table or one list. */
export const PANEL_FORMS = ["place", "indicator", "year", "wide", "long", "absent"] as const;
export type PanelForm = (typeof PANEL_FORMS)[number];

export const OUTCOMES = ["met", "missed", "open", "unknown"] as const satisfies readonly Outcome[];
export const DISPUTES = ["conflicts", "revisions", "checks"] as const;
export type Dispute = (typeof DISPUTES)[number];
export const CHARTS = ["series", "targets", "growth", "structure"] as const;
export type ChartKind = (typeof CHARTS)[number];

/** What the reports say together, and which document of the page each of its documents is. */
export interface Compared {
  collection: Collection;
  documents: ReadonlyMap<string, DocumentId>;
  /** What it rests on, see compared.ts. */
  grounds: readonly unknown[];
}

/**
 * How far the comparison is; the last result stays in sight while the next is made, but not when the next fails: it would
 * speak for documents that it does not know.
 */
export interface Comparison {
  compared: Compared | null;
  running: { done: number; all: number } | null;
  /** Why there is none, in the program's own words: for who looks into it, not for the reader. */
  failure: string | null;
}

/** What a reader chose. One place, indicator and year are shared by panel and charts, so that one leads to the other. */
export interface Choice {
  /** Which of the views across documents was seen last: the tab for all of them leads back to it. */
  last: CollectionView;
  form: PanelForm;
  place: string | null;
  indicator: string | null;
  year: number | null;
  /** The months of a year that pivots and charts are about. */
  months: Months;
  /** Day by which a promise is due or still open; null takes today. */
  asOf: string | null;
  /** Units of its last digit that 左右 leaves; null takes the program's own. */
  leeway: number | null;
  heat: boolean;
  /** Also indicators that are not in the list, and subjects that no document speaks for. */
  all: boolean;
  outcomes: ReadonlySet<Outcome>;
  commitment: NonNullable<Figure["commitment"]> | null;
  promisePlace: string | null;
  promiseYear: number | null;
  ledger: boolean;
  /** Null opens on the first kind of which there are any. */
  dispute: Dispute | null;
  chart: ChartKind;
  /** Null draws growth, or the level where no growth is told. */
  measure: "level" | "growth" | null;
  /** Bars for the years of one place, or for the places in one year. */
  along: "years" | "places";
  /** Places drawn in a chart of several; null takes those with most to show. */
  places: readonly string[] | null;
  /** What stands side by side. */
  left: Lit | null;
  right: Lit | null;
}

/** What of it an address holds. */
export type Kept = Omit<Choice, "last" | "left" | "right">;

export const FIRST_CHOICE: Choice = {
  last: "panel",
  form: "place",
  place: null,
  indicator: null,
  year: null,
  months: WHOLE_YEAR,
  asOf: null,
  leeway: null,
  heat: true,
  all: false,
  outcomes: new Set(),
  commitment: null,
  promisePlace: null,
  promiseYear: null,
  ledger: false,
  dispute: null,
  chart: "series",
  measure: null,
  along: "years",
  places: null,
  left: null,
  right: null,
};

export const NOT_COMPARED: Comparison = { compared: null, running: null, failure: null };

export type CollectionAction =
  | { type: "chosen"; choice: Partial<Choice> }
  | { type: "comparing"; done: number; all: number }
  | { type: "compared"; compared: Compared | null }
  | { type: "incomparable"; detail: string };

/** The parts of the state that are about many documents, after an action that is about them. */
export function reduceCollection(
  { comparison, choice }: Pick<State, "comparison" | "choice">,
  action: CollectionAction,
): Pick<State, "comparison" | "choice"> {
  switch (action.type) {
    case "chosen":
      return { comparison, choice: { ...choice, ...action.choice } };
    case "comparing":
      return { comparison: { ...comparison, running: { done: action.done, all: action.all }, failure: null }, choice };
    case "compared":
      return { comparison: { compared: action.compared, running: null, failure: null }, choice };
    case "incomparable":
      return { comparison: { compared: null, running: null, failure: action.detail }, choice };
  }
}

export function isCollectionView(view: string): view is CollectionView {
  return (COLLECTION_VIEWS as readonly string[]).includes(view);
}

/** What no documents say together. */
export function emptyCollection(): Collection {
  return {
    documents: [],
    asOf: null,
    panel: [],
    promises: [],
    commitments: [],
    absent: [],
    conflicts: [],
    revisions: [],
    checks: [],
    tally: [],
  };
}
