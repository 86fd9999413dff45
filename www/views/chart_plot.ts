/** Where things stand in a chart: the plot within its margins, its categories, and its values. */
import type { LocaleName } from "../state/model.js";
import type { ChartData } from "../state/chart_data.js";
import { unitWord } from "../format/quantity.js";
import { axisUnit, scaleFor, scaleOf, type AxisUnit, type Scale } from "./chart_scale.js";

export interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Bars lie: places stand one below the other, with room for their names. */
  lying: boolean;
  /** Room of a category. */
  step: number;
  /** Middle of a category along its axis. */
  at: (category: number) => number;
  /** Place of a value along the other axis. */
  to: (value: number) => number;
  scale: Scale;
  unit: AxisUnit;
}

/** Height of a line of the legend; the first has its room in any chart. */
export const LEGEND_ROW = 18;

export type ChartStyle = "lines" | "bars" | "shares";

const TOP = 34;
/** Where numbers stand at the head, the legend has a line above them. */
const LYING_TOP = 48;
/** Room for the numbers of the upright axis. */
export const LEFT = 58;
const BOTTOM = 30;
const TALL = 380;
const LYING_STEP = 30;

/** A Chinese character is as wide as the type is high, a letter about half. */
export function textWidth(text: string, size = 12): number {
  let width = 0;
  for (const character of text) width += /[\u2E80-\uFFEF]/u.test(character) ? size : size * 0.58;
  return width;
}

/** Lays out a chart in a width. Room to the right is kept for the names of lines. */
export function plotOf(
  data: ChartData,
  style: ChartStyle,
  width: number,
  names: readonly string[],
  locale: LocaleName,
  legendRows: number,
): Plot {
  const { categories, series, years } = data;
  const lying = !years;
  const values = series.flatMap(({ points }) =>
    points.flatMap((point) => (point ? [point.low, point.value, point.high] : [])),
  );
  const scale =
    style === "shares" ? scaleOf(0, 100, 5) : scaleFor(values, lying ? Math.max(3, width / 140) : 6, style === "bars");
  const unit = axisUnit(Math.max(Math.abs(scale.low), Math.abs(scale.high)), unitWord(data.unit, locale), locale);
  const named =
    style === "lines" && series.length > 1
      ? Math.min(width * 0.24, Math.max(...names.map((name) => textWidth(name))) + 18)
      : 14;
  const left = lying ? Math.min(width * 0.36, Math.max(...categories.map((name) => textWidth(name))) + 14) : LEFT;
  const extra = Math.max(0, legendRows - 1) * LEGEND_ROW;
  const top = (lying ? LYING_TOP : TOP) + extra;
  const height = lying
    ? top + BOTTOM + categories.length * LYING_STEP
    : extra + Math.min(TALL, Math.max(260, width * 0.56));
  const right = width - (lying ? 64 : named);
  const bottom = height - BOTTOM;
  const across = lying ? bottom - top : right - left;
  const step = across / Math.max(1, categories.length);
  const start = lying ? top : left;
  const share = (value: number): number => (value - scale.low) / (scale.high - scale.low || 1);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    lying,
    step,
    at: (category) => start + (category + 0.5) * step,
    to: (value) => (lying ? left + share(value) * (right - left) : bottom - share(value) * (bottom - top)),
    scale,
    unit,
  };
}

/** The box of a bar between two values, so wide a part of its category. */
export function barBox(
  { lying, at, to, step }: Plot,
  category: number,
  from: number,
  until: number,
  part: number,
): { x: number; y: number; width: number; height: number } {
  const thick = Math.min(lying ? 18 : 46, step * part);
  const [one, two] = [to(from), to(until)];
  const middle = at(category) - thick / 2;
  const start = Math.min(one, two);
  const long = Math.max(1, Math.abs(one - two));
  return lying
    ? { x: start, y: middle, width: long, height: thick }
    : { x: middle, y: start, width: thick, height: long };
}
