/**
 * How wide the columns of the panel are and how high its rows: as what stands in them needs, known before it is drawn.
 * Where the panel is narrow, the head of a row stands above its cells, and what is beside it elsewhere gets the whole width.
 */
import type { Page } from "../app/page.js";
import type { PanelRow } from "../generated/report.js";
import { verdictOf } from "../state/collection_rows.js";
import type { PivotCell } from "../state/pivot.js";
import type { PivotTable } from "../state/pivot_tables.js";
import { byHandWords } from "./by_hand.js";
import { labelOf, rowText } from "./panel_grid.js";
import type { Tops } from "./virtual_rows.js";

/** Narrower than this, heads stand above their cells. */
export const NARROW = 560;

/** Heights as the style sheet has them: of a line, of what is above and below all lines, of a head above its cells. */
const LINE = 24;
const AROUND_LINES = 4;
const HEAD_ABOVE = 22;
/** A head beside its cells takes one line or two. */
const HEAD = { one: 30, two: 44, width: 146 };

/** The least height that a row may have. */
export const LEAST = { wide: HEAD.one, narrow: HEAD_ABOVE + LINE + AROUND_LINES };

/**
 * Widths as the style sheet has them at a type size of 16 pixels, rounded up: of a digit and a Chinese character in small
 * print, of what else a mark has. Whatever they are measured against is brought to that size.
 */
const DIGIT = 7;
const CHARACTER = 12.2;
/** What is narrower than a digit, and wider. */
const STOP = 4;
const PERCENT = 11;
const AROUND = { mark: 8, glyph: 15, button: 27, gap: 4, cell: 18, beside: 24 };
const TYPE = 16;
/** Results are set larger, and bold. */
const LARGER = 1.12;

/** Limits of a column's width in the root's type size; English words take more room than Chinese ones. */
const WIDTH = { zh: { least: 5.25, most: 8 }, en: { least: 5.75, most: 12 } };

/** So many cells are looked through; rows of larger tables are all of one height, and their columns as wide as they may be. */
const SOUGHT = 20_000;

/** One way to lay the table out: beside its heads, or below them. */
export interface Layout {
  /** Width of a column at least, in pixels. */
  cell: number;
  /** Where rows begin, with columns so wide; null where they are of one height. */
  tops: (cell: number) => Tops | null;
  /** Height of a row where they are of one. */
  height: number;
}

export interface Measures {
  wide: Layout;
  narrow: Layout;
  /** Where a table of years opens: the last column of which results are told as of any other. */
  opensAt: number;
}

const KNOWN = new WeakMap<PivotTable, { root: number; locale: string; verdicts: unknown; measures: Measures }>();

export function measuresOf(page: Page, table: PivotTable): Measures {
  const { state } = page;
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { locale } = state;
  const verdicts = verdictOf(state);
  const known = KNOWN.get(table);
  if (known?.root === root && known.locale === locale && known.verdicts === verdicts) return known.measures;
  const measures = measured(page, table, root);
  KNOWN.set(table, { root, locale, verdicts, measures });
  return measures;
}

function measured(page: Page, table: PivotTable, root: number): Measures {
  const { rows, columns } = table;
  const isLarge = rows.length * columns.length > SOUGHT;
  const cells: PivotCell[][] = [];
  let sought = 0;
  for (let row = 0; row < rows.length && sought < SOUGHT; row += 1) {
    const told: PivotCell[] = [];
    for (let column = 0; column < columns.length; column += 1, sought += 1) {
      const cell = table.cell(row, column);
      if (cell) told.push(cell);
    }
    cells.push(told);
  }
  const known = new Map<PanelRow, number>();
  const { least, most } = WIDTH[page.state.locale];
  const layout = (narrow: boolean): Layout => {
    // Beside their heads growth and target stand in one line, below them one under the other: there every year counts.
    const needed = isLarge ? most * TYPE : Math.max(...cells.flat().map((cell) => widthOf(page, cell, !narrow, known)));
    const width = Math.min(most * TYPE, Math.max(least * TYPE, needed));
    const lines = (cell: number): number[] =>
      cells.map((told) => Math.max(1, ...told.map((one) => linesOf(page, one, cell - AROUND.cell, narrow, known))));
    const height = (count: number, index: number): number =>
      LINE * count + AROUND_LINES + (narrow ? HEAD_ABOVE : 0) + (narrow ? 0 : spareFor(page, table, index, count));
    const byWidth = new Map<number, Tops>();
    const tops = (cell: number): Tops => {
      const own = byWidth.get(cell) ?? topsOf(lines((cell * TYPE) / root), height);
      byWidth.set(cell, own);
      return own;
    };
    return {
      cell: Math.ceil((width * root) / TYPE),
      tops: isLarge ? () => null : tops,
      // What was not looked through is not known to fit in less.
      height: isLarge ? height(Math.max(3, ...lines(width)), -1) : narrow ? LEAST.narrow : LEAST.wide,
    };
  };
  return { wide: layout(false), narrow: layout(true), opensAt: openingColumn(table, cells) };
}

function topsOf(lines: readonly number[], height: (lines: number, index: number) => number): Tops {
  const tops = new Float64Array(lines.length + 1);
  lines.forEach((count, index) => {
    tops[index + 1] = (tops[index] ?? 0) + height(count, index);
  });
  return tops;
}

/** What a head of two lines needs beyond the lines of its cells. */
function spareFor(page: Page, table: PivotTable, index: number, lines: number): number {
  const row = table.rows[index];
  const own = !row || textWidth(labelOf(page, row), TYPE / 12) > HEAD.width ? HEAD.two : HEAD.one;
  return Math.max(0, own - (LINE * lines + AROUND_LINES));
}

/** Width of words in small print. */
function textWidth(text: string, larger = 1): number {
  let width = 0;
  for (const character of text)
    width += character > "\u2e7f" ? CHARACTER : character === "%" ? PERCENT : /[.,]/u.test(character) ? STOP : DIGIT;
  return width * larger;
}

/** What stands in the first line of a cell. */
function firstMark({ result, other }: PivotCell): PanelRow | null {
  return result.level ?? result.growth ?? other;
}

/** What stands below it. */
function underMarks({ result, target }: PivotCell): PanelRow[] {
  return [result.level && result.growth, target.level, target.growth].filter((row) => row !== null);
}

/** Width of a figure in small print with its signs, looked up once for all that asks for it. */
function markWidth(page: Page, row: PanelRow, known: Map<PanelRow, number>): number {
  const before = known.get(row);
  if (before !== undefined) return before;
  const { state } = page;
  const glyph = row.status === "target" && verdictOf(state)(row) ? AROUND.glyph : 0;
  const notes = row.notes.length > 0 ? DIGIT : 0;
  const byHand = byHandWords(page, row.sources) !== "" ? 1.5 * CHARACTER : 0;
  const width = AROUND.mark + glyph + notes + byHand + textWidth(rowText(state, row));
  known.set(row, width);
  return width;
}

/**
 * The width that no mark of a cell is cut in, and in which the way to both sentences stands beside the result; `paired` asks
 * for that in which all that is below the result stands in one line.
 */
function widthOf(page: Page, cell: PivotCell, paired: boolean, known: Map<PanelRow, number>): number {
  const { state } = page;
  const first = firstMark(cell);
  const under = underMarks(cell);
  const beside = paired && under.some((row) => isJudged(state, row)) ? AROUND.beside : 0;
  const above = first ? markWidth(page, first, known) * LARGER + beside : 0;
  // Where every column counts, the sign of the outcome is itself the way to both sentences.
  const below = under.map((row) => markWidth(page, row, known) + buttonWidth(state, row, !paired));
  const line = below.reduce((sum, width) => sum + width + AROUND.gap, 0);
  return AROUND.cell + Math.max(above, paired ? line : 0, ...below);
}

function isJudged(state: Page["state"], row: PanelRow): boolean {
  const outcome = row.status === "target" ? verdictOf(state)(row)?.result : null;
  return outcome === "met" || outcome === "missed";
}

/** How much wider the sign of an outcome is where it is a button. */
function buttonWidth(state: Page["state"], row: PanelRow, narrow: boolean): number {
  return narrow && isJudged(state, row) ? AROUND.button - AROUND.glyph : 0;
}

/** How many lines a cell takes: targets that do not fit side by side stand one below the other. */
function linesOf(page: Page, cell: PivotCell, room: number, narrow: boolean, known: Map<PanelRow, number>): number {
  const { absent } = cell;
  const under = underMarks(cell).map((row) => markWidth(page, row, known) + buttonWidth(page.state, row, narrow));
  const { panel } = page.words.collection;
  const says = !firstMark(cell) && absent.actual ? textWidth(panel.noResult) : 0;
  const lacks =
    cell.target.level || cell.target.growth || !absent.target
      ? 0
      : textWidth(absent.worded === null ? panel.noTarget : panel.worded);
  let lines = Math.max(1, Math.ceil(says / room));
  let left = 0;
  for (const width of [...under, lacks].filter((one) => one > 0)) {
    if (left < width) {
      lines += Math.max(1, width === lacks ? Math.ceil(width / room) : 1);
      left = room;
    }
    left -= width + AROUND.gap;
  }
  return lines;
}

/** Of the years, the last of which results are told as of any other. */
function openingColumn({ columns, cell }: PivotTable, rows: readonly (readonly PivotCell[])[]): number {
  const told = columns.map((_, column) => {
    let count = 0;
    for (let row = 0; row < rows.length; row += 1) {
      const { level, growth } = cell(row, column)?.result ?? {};
      if (level || growth) count += 1;
    }
    return count;
  });
  const most = Math.max(0, ...told);
  const last = told.findLastIndex((count) => count > 0 && count >= most * 0.1);
  return last < 0 ? columns.length - 1 : last;
}
