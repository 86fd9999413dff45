/** Every word of the views across documents. */
import type { Caveat, CheckKind, Outcome, RevisionKind, Stage } from "../generated/report.js";
import type { ChartKind, CollectionView, Dispute, PanelForm } from "../state/collection.js";

import type { SheetMessages } from "./sheets.js";

export interface CollectionMessages {
  /** The tab that leads to all of them. */
  tab: string;
  comparing: (done: number, all: number) => string;
  waiting: string;
  /** On the page is what part of the documents say together; the rest is still to be compared. */
  part: (documents: string, all: string) => string;
  /** Of how many documents this is, and by which day promises are due. */
  compared: (documents: string, asOf: string) => string;
  failed: string;
  /** What is known of it, and what to do. */
  failedWhy: string;
  again: string;
  /** What a second document would give, in each view. */
  alone: Record<CollectionView, string>;
  add: string;
  none: string;
  exports: {
    /** How many rows the table in sight has. */
    csv: (rows: string) => string;
    /** What the lists of the JSON hold. */
    json: (rows: Record<"panel" | "promises" | "conflicts" | "revisions" | "checks" | "absent", string>) => string;
    /** The sheets of the workbook. */
    xlsx: (sheets: readonly string[]) => string;
    svg: string;
    png: string;
  };
  /** Name of a figure's document, for a screen reader. */
  source: (document: string) => string;
  /** Names and columns of the tables that are taken away. */
  sheets: SheetMessages;
  sources: (count: number) => string;
  beside: string;
  target: string;
  result: string;
  outcomes: Record<Outcome, string>;
  panel: {
    forms: Record<PanelForm, string>;
    formLabel: string;
    place: string;
    indicator: string;
    year: string;
    heat: string;
    heatScale: (percent: string) => string;
    all: string;
    trend: string;
    trendOf: (name: string) => string;
    /** Size of the table, told beside its heading. */
    size: (rows: string, columns: string) => string;
    /** Years left out because little is told of them. */
    passed: (count: number) => string;
    /** Which months of a year the table is about. */
    months: string;
    monthsName: (from: number, to: number) => string;
    /** Rows that are about no stretch of months within a year. */
    elsewhere: (count: string) => string;
    rows: (count: string) => string;
    noTarget: string;
    noResult: string;
    /** A target in words, without a number. */
    worded: string;
    estimate: string;
    disputed: (count: number) => string;
    measure: string;
    status: string;
    period: string;
    value: string;
    sourceColumn: string;
    notes: string;
    absentHeading: string;
    absentNone: string;
    absentOf: Record<"actual" | "target", string>;
    hint: string;
    /** What a star and a wavy line at a number mean, with how many remarks there are. */
    starred: (count: string) => string;
    wavy: string;
  };
  /** What could not be used: documents without a place or a day, figures in no row. */
  gaps: {
    noPlace: (count: string) => string;
    noDay: (count: string) => string;
    noCode: (count: string) => string;
    noFigures: (count: string) => string;
    /** Documents of one text under several names. */
    copied: (count: string) => string;
    left: (count: string, all: string, why: readonly string[]) => string;
    /** The same in short, where nearly all are in a row. */
    leftShort: (count: string) => string;
    why: Record<"unplaced" | "unlabelled", (count: string) => string>;
    between: string;
    /** What a document lacks. */
    lacks: Record<"noPlace" | "noDay" | "noCode" | "noFigures" | "copied", string>;
    /** How to mend it. */
    remedy: string;
  };
  /** What a reader of a row should know. */
  notes: {
    subjectChange: (was: { code: string; name: string }, is: { code: string; name: string }) => string;
    /** Of a label that departs, "" where a year does; the note as the table of definitions has it in both languages. */
    definition: (label: string, chinese: string, english: string) => string;
  };
  promises: {
    /** Promises without a number, while facets are chosen that only figures have. */
    leftOut: (count: string) => string;
    list: string;
    ledger: string;
    outcomeLabel: string;
    commitmentLabel: string;
    place: string;
    year: string;
    every: string;
    due: (period: string) => string;
    arithmetic: string;
    stated: string;
    computed: string;
    nothingFound: string;
    /** The same where the place has no document from after the day on which it was due. */
    nothingAfter: string;
    notDue: string;
    promised: (stage: string) => string;
    reached: (stage: string) => string;
    /** What the outcomes rest on: judged of those that are due, and kept of those that were judged. */
    judged: (judged: string, due: string, share: string, asOf: string) => string;
    kept: (met: string, missed: string, share: string) => string;
    unfound: (count: string) => string;
    /** Of these, those that were due only after the last document of their place. */
    untellable: (count: string) => string;
    /** The day by which promises are due, on the whole page. */
    asOf: string;
    asOfHint: string;
    /** Judge by the day of the latest document, or by today again. */
    byLatest: (day: string) => string;
    byLatestHint: string;
    byToday: string;
    /** How far 左右 reaches. */
    leeway: string;
    leewayHint: string;
    caveats: Record<Caveat, string>;
    firmness: (firm: string, aim: string, plain: string) => string;
    ledgerHeading: string;
    none: string;
    noPlace: string;
  };
  stages: Record<Stage, string>;
  contradictions: {
    kinds: Record<Dispute, string>;
    meaning: Record<Dispute, string>;
    none: Record<Dispute, string>;
    /** There are no contradictions, but so many of what is none. */
    only: (revisions: number, checks: number) => string;
    revision: Record<RevisionKind, string>;
    check: Record<CheckKind, string>;
    /** What each of the three figures of a check is. */
    parts: readonly [string, string, string];
    earlier: string;
    later: string;
    more: (count: string) => string;
    label: string;
  };
  charts: {
    kinds: Record<ChartKind, string>;
    kindLabel: string;
    measure: string;
    measures: Record<"level" | "growth", string>;
    places: string;
    title: Record<ChartKind, (what: string, of: string) => string>;
    none: Record<ChartKind, string>;
    alongLabel: string;
    along: Record<"years" | "places", string>;
    table: string;
    hint: string;
    point: (label: string, value: string) => string;
    /** Parts of a ratio of so many parts, in their order. */
    parts: (indicator: string, count: number) => readonly string[];
    target: string;
    result: string;
    /** What the legend says of what is drawn apart. */
    inexact: string;
    untold: string;
    aimAbout: string;
    aimAtLeast: string;
    aimAtMost: string;
    more: (count: number) => string;
  };
  besides: {
    left: string;
    right: string;
    choose: string;
    swap: string;
    shared: (count: string) => string;
    noneShared: string;
    hint: string;
  };
  /** Names of indicators by id: in Chinese of those that every report should tell, in English of all that are told often. */
  core: Record<string, string>;
}
