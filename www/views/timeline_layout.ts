/**
 * Where the entries of a timeline stand: lanes, rows within a lane, and clusters where there is no room. Pure, so
 * that it can be tested without a page. Widths are in pixels, times in milliseconds of UTC.
 */
import { endOf, startOf, type EntryRow } from "../state/rows.js";
import { DAY, instantOf, type Domain } from "./timeline_scale.js";

export interface PlacedEntry {
  /** Place among the rows handed in. */
  row: number;
  /** Where its time begins. */
  x: number;
  /** Where its time ends; equal to `x` for what takes no visible time. */
  end: number;
  /** Where its shape stands: at the end for a deadline, which is due by then, at the beginning for all else. */
  anchor: number;
  /** Row within its lane. */
  line: number;
  /** Width there is for its words; 0 when they do not fit. */
  label: number;
  /** Words stand to the right of the shape, or to its left where the window ends. */
  side: "left" | "right";
}

export interface Cluster {
  rows: number[];
  x: number;
  line: number;
}

export interface Lane {
  name: string;
  entries: PlacedEntry[];
  clusters: Cluster[];
  /** Rows it takes, clusters included. */
  lines: number;
}

export interface LayoutOptions {
  domain: Domain;
  width: number;
  /** Rows a lane may take before entries are gathered into clusters. */
  maxLines: number;
  lane: (row: EntryRow) => string;
  /** Order of the lanes; others follow by size. */
  laneOrder: readonly string[];
}

/** Width that a shape takes, the gap before its words included. */
export const GLYPH = 14;
const GAP = 10;
const LONGEST_LABEL = 168;
const SHORTEST_LABEL = 44;
const CLUSTER = 44;

/** Width of words at 12 pixels: a Chinese character is as wide as it is high. */
export function wordsWidth(words: string): number {
  let width = 0;
  for (const character of words) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 12 : 6.8;
  return width;
}

/** What stands beside the shape of an entry: its title, with a sign where a reader edited it. */
export function entryLabel({ entry, review }: Pick<EntryRow, "entry" | "review">): string {
  return review?.verdict === "edited" ? `✎ ${entry.title}` : entry.title;
}

/** As many characters as fit, with an ellipsis for the rest. */
export function wordsWithin(words: string, width: number): string {
  if (wordsWidth(words) <= width + 1) return words;
  let fit = "";
  for (const character of words) {
    if (wordsWidth(fit + character) > width - 12) break;
    fit += character;
  }
  return `${fit}…`;
}

export function layoutOf(rows: readonly EntryRow[], options: LayoutOptions): Lane[] {
  const byLane = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const name = options.lane(row);
    const lane = byLane.get(name);
    if (lane) lane.push(index);
    else byLane.set(name, [index]);
  });
  const order = (name: string): number => {
    const place = options.laneOrder.indexOf(name);
    return place < 0 ? options.laneOrder.length : place;
  };
  return [...byLane]
    .sort(
      ([one, first], [two, second]) => order(one) - order(two) || second.length - first.length || (one < two ? -1 : 1),
    )
    .map(([name, indices]) => laneOf(name, indices, rows, options));
}

function laneOf(
  name: string,
  indices: readonly number[],
  rows: readonly EntryRow[],
  { domain, width, maxLines }: LayoutOptions,
): Lane {
  const scale = width / (domain.end - domain.start);
  const entries: PlacedEntry[] = [];
  const crowded = new Map<number, Cluster>();
  const ends: number[] = [];
  for (const index of indices) {
    const row = rows[index];
    if (!row) continue;
    const start = instantOf(startOf(row.entry));
    const until = instantOf(endOf(row.entry)) + DAY;
    const trueX = (start - domain.start) * scale;
    const trueEnd = (until - domain.start) * scale;
    if (trueEnd < 0 || trueX > width) continue;
    const x = Math.max(0, trueX);
    const end = trueEnd - trueX < GLYPH ? x : Math.min(width, trueEnd);
    const turns = row.entry.kind === "deadline";
    const anchor = turns ? end : x;
    // Of tens of thousands most have no room, whatever their words: these are not measured.
    const isCrowded = !turns && freeLine(ends, x, maxLines) === null;
    const words = isCrowded ? 0 : Math.min(wordsWidth(entryLabel(row)), LONGEST_LABEL);
    const { label, side } = labelOf(words, anchor, width, turns);
    const from = side === "left" ? Math.min(x, anchor - label) : x;
    const line = isCrowded ? null : freeLine(ends, from, maxLines);
    if (line === null) {
      // The last bin takes what is left of the width: no cluster is drawn over another.
      const bin = Math.min(Math.floor(anchor / CLUSTER), Math.max(0, Math.floor(width / CLUSTER) - 1));
      const cluster = crowded.get(bin);
      if (cluster) cluster.rows.push(index);
      else crowded.set(bin, { rows: [index], x: bin * CLUSTER, line: maxLines });
      continue;
    }
    ends[line] = Math.max(end, anchor + GLYPH + (side === "right" ? label : 0)) + GAP;
    entries.push({ row: index, x, end, anchor, line, label, side });
  }
  const clusters = [...crowded.values()];
  return { name, entries, clusters, lines: Math.max(1, ends.length) + (clusters.length > 0 ? 1 : 0) };
}

/** Where words of this width go: right of the shape, left of it at the end of the window, cut where neither has room. */
function labelOf(words: number, anchor: number, width: number, mayTurn: boolean): Pick<PlacedEntry, "label" | "side"> {
  const room = width - anchor - GLYPH;
  if (words > room && mayTurn && words <= anchor) return { label: words, side: "left" };
  const label = Math.min(words, room);
  return { label: label >= Math.min(words, SHORTEST_LABEL) ? label : 0, side: "right" };
}

function freeLine(ends: readonly number[], x: number, maxLines: number): number | null {
  const line = ends.findIndex((end) => end <= x);
  if (line >= 0) return line;
  return ends.length < maxLines ? ends.length : null;
}
