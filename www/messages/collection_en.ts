import { INDICATORS_EN } from "../generated/english.js";
import type { CollectionMessages } from "./collection.js";
import { sheetsEn } from "./sheets.js";

/** The views across documents in English. */
export const collectionEn: CollectionMessages = {
  tab: "Across",
  comparing: (done, all) => `Comparing ${done} of ${all}`,
  part: (documents, all) => `${documents} of ${all} documents compared so far`,
  waiting: "The comparison starts as soon as the documents have been read…",
  compared: (documents, asOf) =>
    `${documents} ${documents === "1" ? "document" : "documents"}${asOf === "" ? "" : ` · promises judged as of ${asOf}`}`,
  failed: "The documents could not be compared",
  failedWhy:
    "The comparison broke, and broke again with a new start. Documents and judgements are all still here; try again, or remove some of the documents first.",
  again: "Try again",
  alone: {
    panel:
      "With one document, the table holds the years that it tells itself. Add reports of the same place for other years, and targets meet results over time; add other places, and they stand side by side.",
    promises:
      "With one document there is nobody to say what came of its targets. Add the next year's report to see which were kept.",
    contradictions:
      "With one document only its own figures can be held against each other. Add a communiqué or another year to check them.",
    charts:
      "With one document the chart has only the years that it tells. Add other years or places, and the lines grow.",
    beside: "Side by side takes two texts. Add a document, or choose “Side by side” at a promise.",
  },
  add: "Add files",
  none: "These documents hold no figures for this table",
  exports: {
    csv: (rows) => `The table in sight, rows: ${rows}`,
    json: ({ panel, promises, conflicts, revisions, checks, absent }) =>
      `The comparison in sight: panel rows ${panel}, promises ${promises}, contradictions ${conflicts}, revisions ${revisions}, checks ${checks}, missing ${absent}`,
    xlsx: (sheets) => `${sheets.length} sheets: ${sheets.join(", ")}`,
    svg: "Drawing that can be edited",
    png: "Picture, at double sharpness",
  },
  sheets: sheetsEn,
  source: (document) => `From ${document}`,
  sources: (count) => `${count} sources`,
  beside: "Side by side",
  target: "Target",
  result: "Result",
  outcomes: { met: "Kept", missed: "Missed", open: "Open", unknown: "Due, nothing found" },
  panel: {
    forms: {
      place: "A place",
      indicator: "An indicator",
      year: "A year",
      wide: "Wide",
      long: "Long",
      absent: "Missing",
    },
    formLabel: "How the table is laid out",
    place: "Place",
    indicator: "Indicator",
    year: "Year",
    heat: "Colour by growth",
    heatScale: (percent) => `Deepest at ±${percent}`,
    all: "Every indicator, subject and year",
    trend: "Trend",
    trendOf: (name) => `Trend: ${name} (opens the chart)`,
    size: (rows, columns) => `${rows} rows × ${columns} columns`,
    passed: (count) => `${count} more ${count === 1 ? "year" : "years"} told in passing`,
    months: "Months",
    monthsName: (from, to) => {
      const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
      if (from === 1 && to === 12) return "Whole year";
      const [first = "", last = ""] = [names[from - 1], names[to - 1]];
      return from === to ? first : `${first}–${last}`;
    },
    elsewhere: (count) => `${count} rows of several years, of days or of no time: see Long`,
    rows: (count) => `${count} rows`,
    noTarget: "no target number",
    noResult: "no result number",
    worded: "Stated without a number",
    estimate: "Estimate",
    disputed: (count) => `${count} other ${count === 1 ? "value" : "values"}`,
    measure: "Measure",
    status: "Status",
    period: "Period",
    value: "Value",
    sourceColumn: "Sources",
    notes: "Notes",
    absentHeading:
      "Core indicators for which such reports usually give a number and these do not; a target stated in words alone stands with its words. No number does not mean not reached.",
    absentNone: "Every core indicator has its numbers",
    absentOf: { actual: "No number for the result", target: "No number for the target" },
    hint: "Level above growth; behind ✓ ✗ and on a broken line, the target. A click on a number leads to its words; arrow keys walk the cells.",
    starred: (count) => `* Name or definition changed, or a value was revised (${count})`,
    wavy: "Wavy line: the documents give another value too, see Long",
  },
  gaps: {
    noPlace: (count) => `${count} ${count === "1" ? "document names" : "documents name"} no place`,
    noDay: (count) => `${count} without a day`,
    noCode: (count) => `${count} of a place that is not in the gazetteer, joined by its name alone`,
    noFigures: (count) => `${count} without figures`,
    copied: (count) => `${count} under another name too, told once`,
    left: (count, all, why) => `${count} of ${all} figures are in no row (${why.join(", ")})`,
    leftShort: (count) => `${count} ${count === "1" ? "figure" : "figures"} in no row`,
    why: {
      unplaced: (count) => `of whom is unknown: ${count}`,
      unlabelled: (count) => `of what is unknown: ${count}`,
    },
    between: "; ",
    lacks: {
      noPlace: "no place found",
      noDay: "no day found",
      noCode: "place not in the gazetteer",
      noFigures: "no figures",
      copied: "the same text under another name, told once",
    },
    remedy: "Open a document by its name and give place and day under its title: all is compared anew.",
  },
  notes: {
    subjectChange: (was, is) => `${was.name} (${was.code}), now ${is.name} (${is.code})`,
    definition: (label, _chinese, english) => (label === "" ? english : `${label}: ${english}`),
  },
  promises: {
    leftOut: (count) => `${count} promises without a number are left out: they have nothing of what is filtered by`,
    list: "List",
    ledger: "Ledger",
    outcomeLabel: "Filter by outcome",
    commitmentLabel: "Commitment",
    place: "Place",
    year: "Due",
    every: "All",
    due: (period) => `due ${period}`,
    arithmetic: "In numbers",
    stated: "As stated",
    computed: "Worked out from other figures",
    nothingFound: "Due, but these documents give no result",
    nothingAfter: "Due, but the place has no document from after that day to tell",
    notDue: "Not due yet",
    promised: (stage) => `promised: ${stage}`,
    reached: (stage) => `reached: ${stage}`,
    judged: (judged, due, share, asOf) =>
      `${due} due${asOf === "" ? "" : ` by ${asOf}`}, ${judged} of them can be judged (${share})`,
    kept: (met, missed, share) => `Of those judged: ${met} kept (${share}), ${missed} missed`,
    unfound: (count) => `${count} with no result found: kept or not is unknown`,
    untellable: (count) => `${count} of these fell due after the last document of their place`,
    asOf: "As of",
    asOfHint:
      "Promises due by this day count as due; empty takes today. Timeline, promises, calendar and exports all go by it",
    byLatest: (day) => `By the latest document (${day})`,
    byLatestHint:
      "Judge by the day of the latest document: what fell due later, none of these can tell. The command line does so by default",
    byToday: "By today",
    leeway: "Leeway of “about”",
    leewayHint: "Units of the last digit: with 0.5 a target of about 6.5% is kept by 6.45%, with 0 by 6.5% alone",
    caveats: {
      current_prices: "at current prices, which do not decide growth in real terms",
      year_end: "the target is an average of the year, the result that of its end: no verdict",
      near_name: "the result goes by a name near that of the target: read both sentences",
      disputed: "the documents give other results too",
      changed: "a later document aims at another number",
    },
    firmness: (firm, aim, plain) => `${firm} firm, ${aim} aimed at, ${plain} plain`,
    ledgerHeading:
      "Promises by place and by the year in which they are due, years with outcomes first. A click on a cell lists them.",
    none: "No promises found",
    noPlace: "not named",
  },
  stages: {
    proposed: "proposed",
    signed: "signed",
    started: "started",
    building: "being built",
    finished: "finished",
    operating: "in operation",
    unknown: "under way",
  },
  contradictions: {
    label: "Which kind",
    kinds: { conflicts: "Contradictions", revisions: "Revisions", checks: "Checks" },
    meaning: {
      conflicts: "Figures for the same place, indicator and period that cannot both hold. Rounding is allowed for.",
      revisions:
        "A later document replaced an earlier figure: a preliminary one gave way to the final, an estimate to the result. No contradiction.",
      checks:
        "The levels of two years do not give the growth that is told. Definitions, prices or revisions may be why: worth a look, not an error.",
    },
    none: {
      conflicts: "No figures contradict each other",
      revisions: "No revisions found",
      checks: "Levels and growth agree",
    },
    only: (revisions, checks) => {
      const counted = (count: number, one: string): string =>
        count === 0 ? "" : `${count} ${one}${count === 1 ? "" : "s"}`;
      const others = [counted(revisions, "revision"), counted(checks, "check")].filter(Boolean);
      return `No figures contradict each other; there ${revisions + checks === 1 ? "is" : "are"} ${others.join(" and ")}, which are no contradictions.`;
    },
    revision: {
      stated: "Said to be preliminary",
      likely: "Probably a statistical revision",
      estimate: "Estimate, then result",
    },
    check: { growth: "Levels and growth disagree", real_growth: "At current prices: more than prices can explain" },
    parts: ["This year's level", "Last year's level", "Growth as told"],
    earlier: "Earlier",
    later: "Later",
    more: (count) => `${count} more: see the exported table`,
  },
  charts: {
    kinds: { series: "Over time", targets: "Target and result", growth: "Growth", structure: "Structure" },
    kindLabel: "Which chart",
    measure: "Measure",
    measures: { level: "Level", growth: "Growth" },
    places: "Places drawn",
    title: {
      series: (what, of) => (of === "" ? what : `${of} · ${what}`),
      targets: (what, of) => `${of} · ${what}: target and result`,
      growth: (what, of) => `${of} · ${what}, growth`,
      structure: (what, of) => `${of} · ${what}`,
    },
    none: {
      series: "No indicator has yearly figures to draw",
      targets: "No target and result to compare here: choose another indicator or place",
      growth: "No growth is told here: choose another indicator or place",
      structure: "No ratios such as 三次产业结构 9.9:58.3:31.8 were found",
    },
    alongLabel: "What is compared",
    along: { years: "Years", places: "Places" },
    table: "The numbers of the chart",
    hint: "A click on a bar, point or number leads to its words; Tab into the chart, then walk with the arrow keys.",
    point: (label, value) => `${label}: ${value}`,
    parts: (indicator, count) =>
      count === 3 && /产业|三产/u.test(indicator)
        ? ["Primary", "Secondary", "Tertiary"]
        : Array.from({ length: count }, (_, at) => `Part ${at + 1}`),
    target: "Target",
    result: "Result",
    inexact: "about, or a bound",
    untold: "years between not told",
    aimAbout: "Target: about",
    aimAtLeast: "Target: at least",
    aimAtMost: "Target: at most",
    more: (count) => `${count} more not drawn`,
  },
  besides: {
    left: "Left",
    right: "Right",
    choose: "Choose a document",
    swap: "Swap sides",
    shared: (count) => `${count} things that both tell; a click lights both`,
    noneShared: "These two tell nothing in common",
    hint: "Choose a document for each side and read them against each other.",
  },
  core: INDICATORS_EN,
};
