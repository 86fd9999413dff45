/** Counts and durations of the interface itself. */
import type { LocaleName } from "../state/model.js";

/** Digits in groups of three. By hand: the first call of the engine's own takes longer than drawing a page of them. */
export function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** 1,234 */
export function count(value: number): string {
  return grouped(String(Math.round(value)));
}

/** Characters of a text as readers say them: 2.4 万, 24k, 1.2 亿, 30M. */
export function characters(value: number, locale: LocaleName): string {
  const scales: [number, string][] =
    locale === "zh"
      ? [
          [1e8, " 亿"],
          [1e4, " 万"],
        ]
      : [
          [1e6, "M"],
          [1e3, "k"],
        ];
  const scale = value < 10_000 ? undefined : scales.find(([least]) => value >= least);
  return scale ? `${Number((value / scale[0]).toPrecision(2))}${scale[1]}` : count(value);
}

/** Time taken: 18 毫秒, 1.2 秒. */
export function duration(milliseconds: number, locale: LocaleName): string {
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))} ${locale === "zh" ? "毫秒" : "ms"}`;
  return `${(milliseconds / 1000).toFixed(1)} ${locale === "zh" ? "秒" : "s"}`;
}
