/** The whole state of the page. Views read it; only `reduce` makes a new one. */
import { COLLECTION_VIEWS, FIRST_CHOICE, NOT_COMPARED, type Choice, type Comparison } from "./collection.js";
import { NO_FACETS, type Facets } from "./facets.js";
import { NO_JUDGEMENTS, type Judgement, type Judgements } from "./judgement.js";
import type { DocumentInfo, Report, Span } from "./report.js";

/** A document's handle on the page; two files of one name are two documents. */
export type DocumentId = string;

/** What a reader hands in: a file of any kind, or text that was pasted. */
export type Input = Blob | string;

/** What a reader may tell the analysis about a document; null leaves it to the text. */
export interface Given {
  date: string | null;
  region: string | null;
  title: string | null;
  kind: DocumentInfo["kind"] | null;
}

export const NOTHING_GIVEN: Given = { date: null, region: null, title: null, kind: null };

export function sameGiven(one: Given, two: Given): boolean {
  return (Object.keys(NOTHING_GIVEN) as (keyof Given)[]).every((key) => one[key] === two[key]);
}

/** What a reader told of a text. */
export interface Correction {
  given: Given;
  /** When it was said, in milliseconds since 1970; of two words on one text the later holds. */
  at: number;
}

export function laterOf(one: Correction | undefined, two: Correction | undefined): Correction | undefined {
  return one && two ? (one.at < two.at ? two : one) : (one ?? two);
}

/** The stages of the analysis in order, as the core names them. */
export const STAGES = ["read", "clean", "structure", "mention", "figure", "report"] as const;
export type Stage = (typeof STAGES)[number];

/** Why a document has no report. `detail` is the core's own sentence; the page words the rest by `code`. */
export interface Failure {
  code: string;
  detail: string;
}

/** Where a document stands on its way through the analysis. */
export type Progress =
  | { at: "waiting" }
  | { at: "running"; stage: Stage | null }
  | Done
  /** Taken back by the reader before it was read. */
  | { at: "cancelled" }
  | { at: "failed"; failure: Failure };

/** A document that was read. */
export interface Done {
  at: "done";
  /** The report as it holds: the machine's, with the reader's edits in it. */
  report: Report;
  /** The machine's own reading, never changed. */
  machine: Report;
  /** Names the text, whatever its file is called: judgements are kept by it. */
  digest: string;
  milliseconds: number;
}

/** One file or pasted text. */
export interface Document {
  id: DocumentId;
  name: string;
  /** Folder it came from, "" when it was dropped alone. */
  folder: string;
  /** In bytes for a file, in UTF-16 code units for text. */
  size: number;
  input: Input;
  given: Given;
  progress: Progress;
}

/** What can be lit: an item of the report by its place in the report's list, or a bare stretch of text. */
export type Target =
  | { kind: "figure" | "date" | "slogan" | "other" | "entry"; index: number }
  | { kind: "span"; span: Span };

/** The evidence that is lit in table, timeline and source alike. */
export interface Lit {
  document: DocumentId;
  target: Target;
  /** Where the reader pointed at it, so that this place does not scroll under the pointer. */
  from: "source" | "list";
}

/** Kinds of mark in the source, each with a switch in the legend. */
export const MARK_KINDS = ["figure", "date", "slogan", "other"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Main views: of the documents one by one, then across them. */
export const DOCUMENT_VIEWS = ["figures", "indicators", "timeline", "passages", "files"] as const;
export const VIEWS = [...DOCUMENT_VIEWS, ...COLLECTION_VIEWS] as const;
export type ViewName = (typeof VIEWS)[number];
export type DocumentView = (typeof DOCUMENT_VIEWS)[number];

/** What a narrow window shows of the three panes. */
export type Pane = "documents" | "data" | "source";

export type Column = "source" | "indicator" | "value" | "period" | "status" | "subject";
export interface Sort {
  column: Column;
  descending: boolean;
}

export type LocaleName = "zh" | "en";
export type ThemeName = "auto" | "light" | "dark";

/** A place in a document that an address names. */
export interface NamedPlace {
  document: string;
  target: Target;
}

/** Documents that an address names: they are chosen as soon as they are on the page, and have been read. */
export interface Awaited {
  scope: string | null;
  open: string | null;
  left: NamedPlace | null;
  right: NamedPlace | null;
  lit: NamedPlace | null;
}

export const NOTHING_AWAITED: Awaited = { scope: null, open: null, left: null, right: null, lit: null };

/** A stretch of time, in milliseconds since 1970. */
export interface Stretch {
  start: number;
  end: number;
}

/** A passing word to the reader, said aloud by a live region. */
export interface Notice {
  text: string;
  serial: number;
  /** Stays until it is dismissed, and offers to take back the last step. */
  undo: boolean;
}

/** What the reader did, and what an undo goes back to. */
export type Step =
  /** A judgement of a figure; `before` is null where nothing had been said. */
  | { kind: "judged"; digest: string; key: string; before: Judgement | null }
  /** A correction of a document's day, place, title or kind. */
  | { kind: "corrected"; id: DocumentId; digest: string; before: Given }
  /** Documents that were removed, one or all, with the view that they were seen in. */
  | { kind: "removed"; before: View };

/** The documents, and what is seen of them. */
export type View = Pick<
  State,
  "documents" | "scope" | "open" | "lit" | "view" | "query" | "facets" | "sort" | "choice" | "awaited"
>;

export interface State {
  documents: readonly Document[];
  /** The documents that tables and exports speak of: one, or all. */
  scope: DocumentId | "all";
  /** The document in the source pane. */
  open: DocumentId | null;
  view: ViewName;
  pane: Pane;
  query: string;
  facets: Facets;
  sort: Sort;
  lit: Lit | null;
  marks: ReadonlySet<MarkKind>;
  /** What of the timeline is in sight; null shows all. */
  zoom: Stretch | null;
  /** The reader's judgements, by the digest of the document's text. */
  judgements: ReadonlyMap<string, Judgements>;
  /** What the reader told of documents, by the digest of their text. */
  corrections: ReadonlyMap<string, Correction>;
  /** Whether anything here would be lost with the page: no saved page holds it. */
  unsaved: boolean;
  /** What an address asks for that is not here yet. */
  awaited: Awaited;
  /** What an undo goes back to, the latest last. */
  steps: readonly Step[];
  /** Whether judgements outlast this page; false where the browser forbids it. */
  keeps: boolean;
  /** Whether no further file is begun. */
  paused: boolean;
  /** Whether the whole report is drawn, for paper. */
  printing: boolean;
  locale: LocaleName;
  theme: ThemeName;
  /** Whether single letters are commands: who speaks to the machine, or types by accident, may switch them off. */
  keys: boolean;
  notice: Notice | null;
  /** What the documents say together, and what the reader wants to see of it. */
  comparison: Comparison;
  choice: Choice;
  /** Today as YYYY-MM-DD, for the timeline. */
  today: string;
}

/** The state of a page just opened. */
export function initialState({ locale, theme, keys }: Pick<State, "locale" | "theme" | "keys">, today: string): State {
  return {
    documents: [],
    scope: "all",
    open: null,
    view: "figures",
    pane: "data",
    query: "",
    facets: NO_FACETS,
    sort: { column: "source", descending: false },
    lit: null,
    marks: new Set(MARK_KINDS),
    zoom: null,
    judgements: new Map(),
    corrections: new Map(),
    unsaved: false,
    awaited: NOTHING_AWAITED,
    steps: [],
    keeps: true,
    paused: false,
    printing: false,
    locale,
    theme,
    keys,
    notice: null,
    comparison: NOT_COMPARED,
    choice: FIRST_CHOICE,
    today,
  };
}

/** The document of an id, where it is still in the list. */
export function documentOf(state: State, id: DocumentId | null): Document | undefined {
  return id === null ? undefined : state.documents.find((document) => document.id === id);
}

/** The report of a document, once it is there. */
export function reportOf(document: Document | undefined): Report | undefined {
  return document?.progress.at === "done" ? document.progress.report : undefined;
}

/** The one day by which everything is due or still open, in every view and file: the reader's, else today. */
export function asOfIn({ choice, today }: Pick<State, "choice" | "today">): string {
  return choice.asOf ?? today;
}

/** The judgements on a document that was read. */
export function judgementsOn(state: State, document: Document): Judgements {
  if (document.progress.at !== "done") return NO_JUDGEMENTS;
  return state.judgements.get(document.progress.digest) ?? NO_JUDGEMENTS;
}
