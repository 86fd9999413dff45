/** The scale of an axis: round numbers on it, and the word that its numbers are told in: 万, 亿, 万亿; mn, bn, tn. */
import type { LocaleName } from "../state/model.js";

export interface Scale {
  low: number;
  high: number;
  ticks: readonly number[];
}

/** A scale from at most `low` to at least `high`, with about so many steps of 1, 2 or 5. */
export function scaleOf(low: number, high: number, steps: number): Scale {
  if (!(high > low)) return scaleOf(low - (Math.abs(low) || 1) / 2, low + (Math.abs(low) || 1) / 2, steps);
  const rough = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.ceil(high / step - 1e-9);
  // Counted in steps, so that no sum of fractions creeps in.
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)));
  return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, ticks };
}

/** The scale for values that grow from nothing; those that all lie close together far from it get a window of their own. */
export function scaleFor(values: readonly number[], steps: number, fromZero: boolean): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const far = !fromZero && low > 0 && high > low && high - low < low / 4;
  return scaleOf(far ? low : Math.min(0, low), far ? high : Math.max(0, high), steps);
}

export interface AxisUnit {
  factor: number;
  /** The unit as the head of the axis says it: 亿元, bn yuan. */
  name: string;
}

const ZH = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
] as const;
const EN = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "mn"],
] as const;

/** In what an axis counts whose largest number is this; `unit` is the unit in the reader's words. */
export function axisUnit(largest: number, unit: string, locale: LocaleName): AxisUnit {
  const size = Math.abs(largest);
  // Per cents and points are never told in ten thousands.
  const scaled = /%|百分点|pp|‰/u.test(unit)
    ? undefined
    : (locale === "zh" ? ZH : EN).find(([factor]) => size >= factor);
  const [factor, word] = scaled ?? [1, ""];
  return { factor, name: locale === "zh" ? word + unit : [word, unit].filter(Boolean).join(" ") };
}

/** A number of the axis: grouped by three, a true minus sign, no digits that division made up. */
export function tickText(value: number, { factor }: AxisUnit): string {
  return Number((value / factor).toPrecision(10))
    .toLocaleString("en-US")
    .replace("-", "−");
}
