/** Where the number of a bar stands: in the bar or at its end, wherever no mark of an aim runs through it. */
import type { ChartPoint } from "../state/chart_data.js";
import { textWidth, type barBox, type Plot } from "./chart_plot.js";

export interface Label {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  /** Whether it stands on the bar's own colour. */
  inside: boolean;
}

/** Size of the type, how far it rises above its line and hangs below it, and the gap to what stands beside it. */
const SIZE = 11;
const RISE = 9;
const HANG = 3;
const GAP = 5;
/** How far the mark of an aim reaches to either side, and its arrow further to one. */
const MARK = 3;
const ARROW = 9;

/** From where to where something reaches along the axis of the values, in pixels. */
type Reach = readonly [from: number, until: number];

/** What the marks of the aims take up, in the direction of the values. */
function reachOf({ to, lying }: Plot, { low, high, row }: ChartPoint): Reach {
  const [one, two] = [to(low), to(high)];
  const [from, until] = [Math.min(one, two) - MARK, Math.max(one, two) + MARK];
  if (high > low || (row.bound !== "at_least" && row.bound !== "at_most")) return [from, until];
  // An arrow points to more: up, or to the right where bars lie.
  return (row.bound === "at_least") === lying ? [from, until + ARROW - MARK] : [from - ARROW + MARK, until];
}

/** The place of the words; null where there is none. `aimed` keeps the number in the bar: over it an aim may stand. */
export function labelIn(
  plot: Plot,
  box: ReturnType<typeof barBox>,
  { value }: ChartPoint,
  words: string,
  aims: readonly ChartPoint[],
  aimed: boolean,
): Label | null {
  const taken = aims.map((aim) => reachOf(plot, aim));
  const isFree = (from: number, until: number): boolean => taken.every(([low, high]) => until <= low || from >= high);
  return plot.lying
    ? besideBar(box, value < 0, words, taken, isFree)
    : onBar(plot, box, value < 0, words, taken, isFree, aimed);
}

function besideBar(
  box: ReturnType<typeof barBox>,
  below: boolean,
  words: string,
  taken: readonly Reach[],
  isFree: (from: number, until: number) => boolean,
): Label {
  const room = textWidth(words, SIZE);
  const y = box.y + box.height / 2 + 4;
  // Beyond whatever stands where the number would.
  const ends = [box.x - GAP, ...taken.map(([from]) => from - GAP)].sort((one, two) => two - one);
  const starts = [box.x + box.width + GAP, ...taken.map(([, until]) => until + GAP)].sort((one, two) => one - two);
  if (below) {
    const x = ends.find((end) => end <= box.x && isFree(end - room, end)) ?? box.x - GAP;
    return { x, y, anchor: "end", inside: false };
  }
  const right = box.x + box.width;
  const x = starts.find((start) => start >= right && isFree(start, start + room)) ?? right + GAP;
  return { x, y, anchor: "start", inside: false };
}

function onBar(
  { step, top, bottom }: Plot,
  box: ReturnType<typeof barBox>,
  below: boolean,
  words: string,
  taken: readonly Reach[],
  isFree: (from: number, until: number) => boolean,
  aimed: boolean,
): Label | null {
  const room = textWidth(words, SIZE);
  if (room >= step) return null;
  const x = box.x + box.width / 2;
  const end = box.y + box.height;
  const fits = room < box.width;
  // In the bar at its end, beyond it, deeper in the bar, and beyond the aims: the first that is free.
  const within = below ? [end - HANG - GAP] : [box.y + RISE + GAP + 3];
  const beyond = below ? [end + RISE + 4] : [box.y - GAP];
  const deeper = taken.map(([low, high]) => (below ? low - HANG - 1 : high + RISE + 1));
  const further = taken.map(([low, high]) => (below ? high + RISE + 1 : low - HANG - 1));
  const inside = (y: number): boolean => fits && box.height > 24 && y - RISE >= box.y + 1 && y + HANG <= end - 1;
  const outside = (y: number): boolean =>
    (below ? y - RISE >= end : y + HANG <= box.y) && y - RISE >= top - 2 * SIZE && y + HANG <= bottom + SIZE;
  const places = [
    ...(aimed ? within.filter(inside).map((y) => ({ y, inside: true })) : []),
    ...beyond.map((y) => ({ y, inside: false })),
    ...(aimed ? deeper.filter(inside).map((y) => ({ y, inside: true })) : []),
    ...further.filter(outside).map((y) => ({ y, inside: false })),
  ];
  const place = places.find(({ y }) => isFree(y - RISE, y + HANG));
  return place ? { x, y: place.y, anchor: "middle", inside: place.inside } : null;
}
