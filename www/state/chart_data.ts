/** What a chart shows, in numbers: categories along one axis, and for each series a point or none at each of them. */
import type { PanelRow } from "../generated/report.js";
import type { Choice } from "./collection.js";
import { cube, panelRows, sightKey } from "./collection_rows.js";
import type { State } from "./model.js";
import { indicatorKey, numberOf, placeKey, type Cube, type Pair, type PivotPlace } from "./pivot.js";
import { reviewOf } from "./reviewed.js";
import { focus } from "./shown_table.js";
import { remembered } from "./remembered.js";
import { yearOf } from "../lib/collection/wide.js";

export interface ChartPoint {
  /** Where a line or bar ends; the middle of a range. */
  value: number;
  /** Both ends of what was aimed at; the same number but for a range. */
  low: number;
  high: number;
  row: PanelRow;
  /** Whether it rests on a figure that the reader edited. */
  edited?: boolean;
}

export interface ChartSeries {
  name: string;
  /** Aims are drawn as marks over the bars of what was reached. */
  aim: boolean;
  points: readonly (ChartPoint | null)[];
}

export interface ChartData {
  /** What is drawn, and of whom or when. */
  what: string;
  /** The indicator's id in the list. */
  id: string | null;
  of: string;
  categories: readonly string[];
  /** Whether the categories are years, in which time goes on to the right, or places, one below the other. */
  years: boolean;
  unit: string;
  series: readonly ChartSeries[];
  /** Series that were left out for want of room. */
  more: number;
}

/** More lines than these nobody tells apart. */
export const MOST_LINES = 8;
/** More bars than these do not fit one below the other. */
const MOST_BARS = 60;

/** The chart in sight; null where nothing of the kind is told. */
export const chartData = remembered(
  (state) => {
    const { chart, measure, along, place, indicator, year, months, places, all } = state.choice;
    return [...sightKey(state), chart, measure, along, place, indicator, year, months, places, all];
  },
  (state): ChartData | null => {
    const data = dataOf(state);
    return data && (state.judgements.size > 0 ? withEdits(state, data) : data);
  },
);

function dataOf(state: State): ChartData | null {
  switch (state.choice.chart) {
    case "series":
      return seriesData(state);
    case "targets":
      return barsData(state, drawnMeasure(state), true);
    case "growth":
      return barsData(state, "growth", false);
    case "structure":
      return structureData(state);
  }
}

/** The points that rest on an edit know it. */
function withEdits(state: State, data: ChartData): ChartData {
  const isEdited = ({ row }: ChartPoint): boolean => reviewOf(state, row.sources)?.verdict === "edited";
  const series = data.series.map((one) => ({
    ...one,
    points: one.points.map((point) => point && { ...point, edited: isEdited(point) }),
  }));
  return { ...data, series };
}

/** A place, and the rows of its line by year. */
export interface Line {
  place: PivotPlace;
  rows: readonly (PanelRow | null)[];
  told: number;
}

/** Places that tell the indicator in question, in the unit that most of them have; those with most years first. */
export function linesToDraw(all: Cube, indicator: string, measure: "level" | "growth"): Line[] {
  const rowsOf = ({ key }: PivotPlace): (PanelRow | null)[] =>
    all.years.map((year) => all.cell(key, indicator, year)?.result[measure] ?? null);
  const lines = all.places.map((place) => ({ place, rows: rowsOf(place) }));
  const unit = commonUnit(lines.flatMap(({ rows }) => rows));
  return lines
    .map(({ place, rows }): Line => {
      const drawn = rows.map((row) => (row?.unit === unit ? row : null));
      return { place, rows: drawn, told: drawn.filter((row) => row !== null).length };
    })
    .filter(({ told }) => told > 0)
    .sort((one, two) => Number(two.place.own) - Number(one.place.own) || two.told - one.told);
}

/** Which measure is drawn: the chosen one, else growth where any is told of the indicator in question. */
export function drawnMeasure(state: State): "level" | "growth" {
  const { measure } = state.choice;
  if (measure) return measure;
  const all = cube(state);
  const { indicator } = focus(state);
  return indicator && linesToDraw(all, indicator.key, "growth").length > 0 ? "growth" : "level";
}

/** Which of them are drawn: those chosen, else as many as can be told apart; one year alone is no line. */
export function drawnLines(all: readonly Line[], { places }: Pick<Choice, "places">): Line[] {
  const chosen = places && all.filter(({ place }) => places.includes(place.key));
  if (chosen && chosen.length > 0) return chosen.slice(0, MOST_LINES);
  const long = all.filter(({ told }) => told > 1);
  return (long.length > 0 ? long : all).slice(0, MOST_LINES);
}

function seriesData(state: State): ChartData | null {
  const all = cube(state);
  const { indicator } = focus(state);
  const measure = drawnMeasure(state);
  if (!indicator) return null;
  const lines = linesToDraw(all, indicator.key, measure);
  const drawn = drawnLines(lines, state.choice);
  const years = all.years.filter((_, at) => drawn.some(({ rows }) => rows[at] !== null));
  const from = years[0];
  const to = years.at(-1);
  if (from === undefined || to === undefined) return null;
  // Every year in between has its place, also one that nobody tells: time is not to be folded.
  const span = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const unit = commonUnit(drawn.flatMap(({ rows }) => rows));
  return {
    what: indicator.name,
    id: indicator.id,
    of: drawn.length === 1 ? (drawn[0]?.place.name ?? "") : "",
    categories: span.map(String),
    years: true,
    unit,
    series: drawn.map(({ place, rows }) => ({
      name: place.name,
      aim: false,
      points: span.map((year) => pointOf(rows[all.years.indexOf(year)] ?? null, unit)),
    })),
    more: lines.length - drawn.length,
  };
}

/** What was reached, and with `aims` what was aimed at: of one place by year, or of one year by place. */
function barsData(state: State, measure: "level" | "growth", aims: boolean): ChartData | null {
  const all = cube(state);
  const { place, indicator, year } = focus(state);
  if (!indicator || !place || year === null) return null;
  const byYear = state.choice.along === "years";
  const pairs: { name: string; order: number; result: Pair; target: Pair }[] = byYear
    ? all.years.flatMap((at) => {
        const cell = all.cell(place.key, indicator.key, at);
        return cell ? [{ name: String(at), order: at, result: cell.result, target: cell.target }] : [];
      })
    : all.places.flatMap(({ key, name }) => {
        const cell = all.cell(key, indicator.key, year);
        return cell
          ? [
              {
                name,
                order: -(numberOf(cell.result[measure]) ?? Number.NEGATIVE_INFINITY),
                result: cell.result,
                target: cell.target,
              },
            ]
          : [];
      });
  const unit = commonUnit(pairs.flatMap(({ result, target }) => [result[measure], target[measure]]));
  const told = pairs
    .filter(({ result, target }) => pointOf(result[measure], unit) || (aims && pointOf(target[measure], unit)))
    .sort((one, two) => one.order - two.order);
  const first = told.slice(0, MOST_BARS);
  if (first.length === 0) return null;
  const named = first.map((pair) => [pair.name, pair] as const);
  const shown = byYear ? everyYear(named) : named;
  const points = (of: "result" | "target"): (ChartPoint | null)[] =>
    shown.map(([, pair]) => pair && pointOf(pair[of][measure], unit));
  return {
    what: indicator.name,
    id: indicator.id,
    of: byYear ? place.name : String(year),
    categories: shown.map(([name]) => name),
    years: byYear,
    unit,
    series: [
      { name: "result", aim: false, points: points("result") },
      ...(aims ? [{ name: "target", aim: true, points: points("target") }] : []),
    ],
    more: told.length - first.length,
  };
}

/** Rows of the panel that say how a whole is divided. */
export function ratioRows(state: State): PanelRow[] {
  return panelRows(state).filter(
    (row) =>
      row.measure === "ratio" &&
      row.status !== "target" &&
      Array.isArray(row.value) &&
      yearOf(row, state.choice.months) !== null,
  );
}

/** Which divided whole is drawn, for whom and when. */
export function ratioFocus(
  rows: readonly PanelRow[],
  { place, indicator, year, months }: Pick<Choice, "place" | "indicator" | "year" | "months">,
) {
  const yearIn = (row: PanelRow): number | null => yearOf(row, months);
  const first = <Value>(values: readonly Value[], chosen: Value | null): Value | null =>
    values.find((value) => value === chosen) ?? mostFrequent(values);
  const which = first(rows.map(indicatorKey), indicator);
  const told = rows.filter((row) => indicatorKey(row) === which);
  return { indicator: which, place: first(told.map(placeKey), place), year: first(told.map(yearIn), year) };
}

function structureData(state: State): ChartData | null {
  const rows = ratioRows(state);
  const whole = ratioFocus(rows, state.choice);
  const byYear = state.choice.along === "years";
  const yearIn = (row: PanelRow): number | null => yearOf(row, state.choice.months);
  const told = rows.filter(
    (row) =>
      indicatorKey(row) === whole.indicator && (byYear ? placeKey(row) === whole.place : yearIn(row) === whole.year),
  );
  const parts = mostFrequent(told.map(({ value }) => (Array.isArray(value) ? value.length : 0))) ?? 0;
  // One bar for each year or place, also where several documents tell it.
  const bars = new Map<string, PanelRow>();
  for (const row of told) {
    const name = byYear ? String(yearIn(row)) : row.subject;
    if (Array.isArray(row.value) && row.value.length === parts && !bars.has(name)) bars.set(name, row);
  }
  const drawn = [...bars].sort(([one], [two]) => (one < two ? -1 : 1)).slice(0, MOST_BARS);
  const [first] = drawn;
  if (!first || parts < 2) return null;
  const shown = byYear ? everyYear(drawn) : drawn;
  return {
    what: first[1].indicator,
    id: first[1].indicatorId,
    of: byYear ? first[1].subject : String(whole.year ?? ""),
    categories: shown.map(([name]) => name),
    years: byYear,
    unit: "%",
    series: Array.from({ length: parts }, (_, part) => ({
      name: String(part),
      aim: false,
      points: shown.map(([, row]) => row && sharePoint(row, part)),
    })),
    more: bars.size - drawn.length,
  };
}

/** Each year from the first to the last in its place, told or not: time is not to be folded. */
function everyYear<Row>(told: readonly (readonly [string, Row])[]): [string, Row | null][] {
  const known = new Map(told);
  const from = Number(told[0]?.[0]);
  const to = Number(told.at(-1)?.[0]);
  // Over a century apart they would be hairs.
  if (!(to - from < MOST_BARS)) return told.map(([name, row]) => [name, row]);
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at)).map((name) => [
    name,
    known.get(name) ?? null,
  ]);
}

/** A part as its share of the whole: 9.9:58.3:31.8 and 1:2 are both read so. */
function sharePoint(row: PanelRow, part: number): ChartPoint | null {
  const values = Array.isArray(row.value) ? row.value : [];
  const whole = values.reduce((sum, value) => sum + value, 0);
  if (!(whole > 0)) return null;
  const value = (100 * (values[part] ?? 0)) / whole;
  return { value, low: value, high: value, row };
}

function pointOf(row: PanelRow | null, unit: string): ChartPoint | null {
  const value = numberOf(row);
  if (!row || value === null || row.unit !== unit) return null;
  const [low = value, high = value] = Array.isArray(row.value) ? row.value : [];
  return { value, low, high, row };
}

/** The unit of most rows: others have no place on the same axis. */
export function commonUnit(rows: readonly (PanelRow | null)[]): string {
  return mostFrequent(rows.flatMap((row) => (row ? [row.unit] : []))) ?? "";
}

export function mostFrequent<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
