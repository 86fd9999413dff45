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

/** Characters of a text as readers say them: 2.4 万, 24k. */
export function characters(value: number, locale: LocaleName): string {
  if (locale === "zh") return value < 10_000 ? count(value) : `${Number((value / 10_000).toPrecision(2))} 万`;
  return value < 10_000 ? count(value) : `${Number((value / 1000).toPrecision(2))}k`;
}

/** Time taken: 18 毫秒, 1.2 秒. */
export function duration(milliseconds: number, locale: LocaleName): string {
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))} ${locale === "zh" ? "毫秒" : "ms"}`;
  return `${(milliseconds / 1000).toFixed(1)} ${locale === "zh" ? "秒" : "s"}`;
}
