/** Every word of the interface. A table that lacks one, or has one too many, does not compile. */
import type { CLOSED_VALUES, FacetName } from "../state/facets.js";
import type { Verdict } from "../state/judgement.js";
import type { CollectionMessages } from "./collection.js";
import type { MarkKind, Pane, Progress, Stage, ViewName } from "../state/model.js";
import type { TableMessages } from "./tables.js";
import type { DateMention, DocumentInfo, Figure, OtherNumeral, TimelineEntry } from "../state/report.js";

export interface Messages extends TableMessages {
  /** The views across documents. */
  collection: CollectionMessages;
  /** BCP 47 tag of these words. */
  tag: string;
  name: string;
  tagline: string;
  promise: string;
  start: {
    heading: string;
    lead: string;
    drop: string;
    dropNow: string;
    files: string;
    folder: string;
    paste: string;
    formats: string;
    sampleHeading: string;
    sampleReport: string;
    sampleInterview: string;
    /** What an address is about whose documents are not here: their names, and the view. */
    awaited: (names: readonly string[], view: string) => string;
    awaitedHint: string;
    returns: readonly { term: string; meaning: string }[];
    exampleLabel: string;
  };
  paste: {
    heading: string;
    hint: string;
    label: string;
    nameLabel: string;
    unnamed: string;
    /** A file that was handed in without a name. */
    nameless: string;
    go: string;
    cancel: string;
  };
  bar: {
    add: string;
    search: string;
    searchHint: string;
    /** What is searched, in full. */
    searchAll: string;
    language: string;
    theme: string;
    themes: Record<"auto" | "light" | "dark", string>;
    export: string;
  };
  panes: Record<Pane, string>;
  /** The column of files and of what narrows the rows. */
  side: string;
  views: Record<ViewName, string>;
  documents: {
    heading: string;
    all: string;
    remove: (name: string) => string;
    clear: string;
    pause: string;
    resume: string;
    cancel: string;
    paused: (done: number, all: number) => string;
    running: string;
    figures: (count: number) => string;
    overall: (done: number, all: number) => string;
    failed: (count: number) => string;
    /** Files that the reader took back before they were read. */
    stopped: (count: number) => string;
    again: string;
  };
  stages: Record<Stage, string>;
  card: {
    label: string;
    untitled: string;
    unknown: (what: string) => string;
    day: string;
    place: string;
    placeHint: string;
    review: (year: number) => string;
    edit: string;
    apply: string;
    cancel: string;
    reset: string;
    sources: Record<NonNullable<DocumentInfo["dateSource"]>, string>;
    warnings: (count: number) => string;
    size: (characters: string) => string;
    speed: (milliseconds: string) => string;
    editNote: string;
    title: string;
    kind: string;
    /** The choice that leaves the kind to the text. */
    asText: string;
    unknownPlace: (place: string) => string;
  };
  kinds: Record<DocumentInfo["kind"], string>;
  marks: Record<MarkKind, string>;
  legend: { label: string; ahead: string; toggle: (mark: string, count: string) => string };
  facets: {
    label: string;
    active: string;
    names: Record<FacetName, string>;
    sure: Record<(typeof CLOSED_VALUES.confidence)[number], string>;
    /** What has no value under a facet. */
    unnamed: string;
    clear: string;
    more: (all: string) => string;
    rest: (count: string) => string;
    among: (facet: string) => string;
    /** Facets that are chosen and say nothing of the rows in sight. */
    idle: (facets: readonly string[]) => string;
  };
  /** Fields of the indicator list, by its own word for them. */
  categories: Record<string, string>;
  judging: {
    label: string;
    verdicts: Record<Verdict, string>;
    hints: Record<Verdict, string>;
    /** What was said, as tables and exports have it. */
    said: Record<Verdict, string>;
    none: string;
    undo: string;
    undoHint: string;
    machine: string;
    /** Of a row across documents that rests on an edit: what the machine had read. */
    byHand: (machine: string) => string;
    /** How many figures a view leaves out because they were called wrong. */
    leftOut: (count: number) => string;
    /** The same of one figure, in a cell and in an export. */
    rejected: string;
    /** Takes the verdict back. */
    believe: string;
    unkept: string;
    unit: string;
    bound: string;
    periodHint: string;
    bad: Record<"indicator" | "value" | "period", string>;
    keep: string;
    cancel: string;
    reset: string;
  };
  passages: { label: string; hint: string; none: string };
  files: {
    label: string;
    at: Record<Progress["at"], string>;
    columns: Record<"name" | "state" | "kind" | "place" | "day" | "figures" | "entries" | "notes", string>;
  };
  print: {
    made: (day: string) => string;
    filtered: (figures: string) => string;
    cut: (rows: string) => string;
  };
  status: Record<Figure["status"], string>;
  commitment: Record<NonNullable<Figure["commitment"]>, string>;
  measure: Record<Figure["measure"], string>;
  bound: Record<Figure["bound"], string>;
  every: Record<NonNullable<Figure["every"]>, string>;
  other: Record<OtherNumeral["kind"], string>;
  table: {
    label: string;
    indicator: string;
    value: string;
    period: string;
    status: string;
    subject: string;
    document: string;
    sentence: string;
    sortBy: (column: string) => string;
    shown: (shown: string, all: string) => string;
    none: string;
    noneFound: string;
    /** Of a row that is there because its sentence, not its indicator, holds the words sought. */
    mentioned: string;
    mentionedHint: string;
    mentionedOnly: (count: string) => string;
    waiting: string;
  };
  indicators: {
    label: string;
    indicator: string;
    actual: string;
    growth: string;
    rank: string;
    target: string;
    none: string;
    more: (count: number) => string;
  };
  timeline: {
    label: string;
    list: string;
    lanes: string;
    laneBy: Record<"kind" | "place", string>;
    noPlace: string;
    otherPlaces: (count: number) => string;
    today: string;
    zoomIn: string;
    zoomOut: string;
    fit: string;
    none: string;
    cluster: (count: number) => string;
    hint: string;
    shown: (shown: string, all: string) => string;
  };
  entry: Record<TimelineEntry["kind"], string>;
  entryState: Record<TimelineEntry["state"], string>;
  reading: {
    label: string;
    none: string;
    previous: string;
    next: string;
    close: string;
    copy: string;
    copied: string;
    written: string;
    indicator: string;
    scope: string;
    confidence: string;
    section: string;
    role: string;
    grain: string;
    parts: string;
    unresolved: string;
    notTaken: (as: string) => string;
  };
  roles: Record<DateMention["role"], string>;
  grains: Record<DateMention["grain"], string>;
  source: { label: string; empty: string; outline: string };
  exports: {
    csv: string;
    json: string;
    /** How many rows the table of each view has. */
    rows: Record<"figures" | "indicators" | "timeline" | "passages" | "files", (rows: string) => string>;
    /** A workbook's sheets, each with its rows. */
    book: (sheets: readonly (readonly [name: string, rows: string])[]) => string;
    /** What the JSON holds. */
    reports: (documents: string, figures: string, entries: string) => string;
    sentences: (passages: string) => string;
    saved: (file: string) => string;
    file: string;
    /** How many there are, how many of them were kept, how many are past without word of it, how many were called wrong. */
    deadlines: (entries: string, met: number, past: number, wrong: number) => string;
    /** Before it is known what became of them. */
    deadlinesAwaited: (entries: string) => string;
    making: string;
    print: string;
    printHint: string;
    page: string;
    pageHint: string;
    failed: (why: string) => string;
  };
  /** By the code of a failure: why, and what to do about it. */
  failures: Record<
    | "empty"
    | "encoding"
    | "binary"
    | "too_large"
    | "limit"
    | "program"
    | "spreadsheet"
    | "damaged"
    | "protected"
    | "archive"
    | "scanned"
    | "option"
    | "unreadable"
    | "crash"
    | "engine"
    | "other",
    { why: string; remedy: string }
  >;
  failure: { details: string };
  notices: {
    crashed: (name: string) => string;
    nothingDropped: string;
    /** The same file was handed in twice: the first of their names, and how many there are. */
    repeated: (name: string, count: number) => string;
    /** So many hidden files of a folder were passed over. */
    hidden: (count: number) => string;
    /** A file has the name of another, and other content. */
    namesakes: (name: string, count: number) => string;
    removed: (name: string, count: number) => string;
    /** The documents of a page that this program saved were taken up. */
    restored: (name: string, count: number) => string;
  };
  keys: {
    heading: string;
    /** The menu of the keyboard, and its switch for single letters. */
    label: string;
    single: string;
    hint: string;
    off: string;
  };
}
