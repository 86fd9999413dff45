/** The panel as a cube: place × indicator × year, in each cell what was reached and what was aimed at. */
import { monthsOf, WHOLE_YEAR, type Months } from "../lib/collection/wide.js";
import type { Absent, Collection, CompareDocument, FigureRef, PanelRow, PromiseRow } from "../generated/report.js";

/** A figure of the panel for a level, and one for its growth. */
export interface Pair {
  level: PanelRow | null;
  growth: PanelRow | null;
}

export interface PivotCell {
  result: Pair;
  target: Pair;
  /** Ranks, shares, ratios and gaps of the year: shown where there is neither level nor growth. */
  other: PanelRow | null;
  /** A document of the place and year gives no result, or no target, for an indicator that it should. */
  absent: { actual: boolean; target: boolean; worded: string | null };
}

export interface PivotPlace {
  key: string;
  name: string;
  code: string | null;
  /** A document speaks for it. */
  own: boolean;
  /** How many cells it fills. */
  filled: number;
}

export interface PivotIndicator {
  key: string;
  name: string;
  id: string | null;
  filled: number;
}

export interface Cube {
  /** Those that documents speak for first, in the order of their codes. */
  places: readonly PivotPlace[];
  /** Those told most often first. */
  indicators: readonly PivotIndicator[];
  /** Ascending. */
  years: readonly number[];
  cell: (place: string, indicator: string, year: number) => PivotCell | null;
  /** The cells that hold any figure: far fewer than places × indicators × years. */
  filled: readonly FilledCell[];
  /** How many rows tell of each stretch of months, those that told most first; the cube is about one of them. */
  stretches: ReadonlyMap<Months, number>;
  /** How many rows are of no stretch of months within a year: they tell of several years, of days, or of no time. */
  elsewhere: number;
}

export interface FilledCell {
  place: string;
  indicator: string;
  year: number;
  cell: PivotCell;
}

/** Builds the cube of a collection from the rows of its panel that are about these months of a year. */
export function cubeOf(collection: Collection, rows: readonly PanelRow[], months: Months): Cube {
  const own = new Map<string, CompareDocument>();
  for (const document of collection.documents) {
    const name = document.region.at(-1);
    if (name !== undefined) own.set(document.regionCode ?? `~${name}`, document);
  }
  const places = new Map<string, PivotPlace>();
  const indicators = new Map<string, PivotIndicator>();
  const years = new Set<number>();
  const cells = new Map<string, PivotCell>();
  const filled: FilledCell[] = [];
  const cellAt = (place: string, indicator: string, year: number): PivotCell => {
    const key = cellKey(place, indicator, year);
    let cell = cells.get(key);
    if (!cell) {
      cell = emptyCell();
      cells.set(key, cell);
    }
    return cell;
  };
  const stretches = new Map<Months, number>();
  let elsewhere = 0;
  for (const row of rows) {
    if (row.status === "rule" || row.status === "plan") continue;
    const told = monthsOf(row);
    if (told) stretches.set(told.months, (stretches.get(told.months) ?? 0) + 1);
    else elsewhere += 1;
    if (told?.months !== months) continue;
    const { year } = told;
    const place = placeKey(row);
    const indicator = indicatorKey(row);
    const cell = cellAt(place, indicator, year);
    const before = says(cell);
    if (!put(cell, row)) continue;
    if (!before) filled.push({ place, indicator, year, cell });
    years.add(year);
    const knownPlace = places.get(place);
    if (knownPlace) knownPlace.filled += 1;
    else places.set(place, { key: place, name: row.subject, code: row.subjectCode, own: own.has(place), filled: 1 });
    const known = indicators.get(indicator);
    if (known) known.filled += 1;
    else indicators.set(indicator, { key: indicator, name: row.indicator, id: row.indicatorId, filled: 1 });
  }
  // What a document passes over, it passes over for the year.
  for (const { place, indicator, year, status, worded } of months === WHOLE_YEAR ? absences(collection) : []) {
    if (!places.has(place) || !indicators.has(indicator)) continue;
    const { absent } = cellAt(place, indicator, year);
    absent[status === "target" ? "target" : "actual"] = true;
    absent.worded ??= worded;
  }
  return {
    places: [...places.values()].sort(
      (one, two) =>
        Number(two.own) - Number(one.own) || order(one.code ?? "~", two.code ?? "~") || two.filled - one.filled,
    ),
    // Sorted by how often they are told; those told as often stay in the order of the panel.
    indicators: [...indicators.values()].sort(
      (one, two) => Number(two.id !== null) - Number(one.id !== null) || two.filled - one.filled,
    ),
    years: [...years].sort((one, two) => one - two),
    cell: (place, indicator, year) => cells.get(cellKey(place, indicator, year)) ?? null,
    filled,
    stretches: new Map([...stretches].sort(([, one], [, two]) => two - one)),
    elsewhere,
  };
}

export function placeKey({ subject, subjectCode }: { subject: string; subjectCode: string | null }): string {
  return subjectCode ?? `~${subject}`;
}

export function indicatorKey({ indicator, indicatorId }: { indicator: string; indicatorId: string | null }): string {
  return indicatorId ?? `~${indicator}`;
}

function cellKey(place: string, indicator: string, year: number): string {
  return `${place}\t${indicator}\t${year}`;
}

function emptyCell(): PivotCell {
  return {
    result: { level: null, growth: null },
    target: { level: null, growth: null },
    other: null,
    absent: { actual: false, target: false, worded: null },
  };
}

/** Whether a cell holds any figure. */
export function says(cell: PivotCell | null): boolean {
  return (
    cell !== null &&
    (cell.result.level ?? cell.result.growth ?? cell.target.level ?? cell.target.growth ?? cell.other) !== null
  );
}

/** Puts a row where it belongs, unless a better one stands there. */
function put(cell: PivotCell, row: PanelRow): boolean {
  const pair = row.status === "target" ? cell.target : cell.result;
  switch (row.measure) {
    case "level":
      pair.level = better(pair.level, row);
      return true;
    case "change_rate":
    case "change_amount":
      pair.growth = better(pair.growth, row);
      return true;
    default:
      if (row.status === "target") return false;
      cell.other = better(cell.other, row);
      return true;
  }
}

function better(one: PanelRow | null, two: PanelRow): PanelRow {
  return one === null || fitness(two) > fitness(one) ? two : one;
}

/** A result before an estimate, the whole before a part of it, a rate before points, what is told often before what is told once. */
function fitness(row: PanelRow): number {
  const { status, scope, average, every, real, measure, sources } = row;
  return (
    (status === "estimate" ? 0 : 32) +
    (scope === null ? 16 : 0) +
    (average || every !== null ? 0 : 8) +
    (measure === "change_amount" ? 0 : 4) +
    (real ? 0 : 2) +
    1 -
    1 / (1 + sources.length)
  );
}

/** Where a document of a place passes over an indicator, in the cube's own keys. */
function absences({ absent, documents }: Collection): {
  place: string;
  indicator: string;
  year: number;
  status: Absent["status"];
  worded: string | null;
}[] {
  const places = new Map(
    documents.map(({ id, region, regionCode }) => [id, regionCode ?? `~${region.at(-1) ?? ""}`] as const),
  );
  return absent.map(({ document, indicatorId, year, status, worded }) => ({
    place: places.get(document) ?? "",
    indicator: indicatorId,
    year,
    status,
    worded: worded?.quote ?? null,
  }));
}

/** What became of the promises that figures made. */
export function verdicts(promises: readonly PromiseRow[]): (row: PanelRow | null) => PromiseRow | null {
  const known = new Map<string, PromiseRow>();
  for (const promise of promises) for (const target of promise.targets) known.set(referenceKey(target), promise);
  return (row) => {
    for (const source of row?.sources ?? []) {
      const promise = known.get(referenceKey(source));
      if (promise) return promise;
    }
    return null;
  };
}

export function referenceKey({ document, figure }: FigureRef): string {
  return `${document}\t${figure}`;
}

/** The growth of a cell in per cent, for its heat; null where none is told as a rate. */
export function growthOf(cell: PivotCell | null): number | null {
  const row = cell?.result.growth;
  if (row?.measure !== "change_rate" || Array.isArray(row.value)) return null;
  return row.value;
}

/** A number to draw: the middle of a range; null for a ratio. */
export function numberOf(row: Pick<PanelRow, "value" | "measure"> | null): number | null {
  if (!row || row.measure === "ratio") return null;
  const { value } = row;
  if (!Array.isArray(value)) return value;
  return value.length === 2 ? ((value[0] ?? 0) + (value[1] ?? 0)) / 2 : null;
}

function order(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0;
}
