// The sign before a value that is not exact.
import type { Bound, Measure } from "../../generated/report.js";

interface Bounded {
  value: number | readonly number[];
  measure: Measure;
  bound: Bound;
}

const SIGNS: Record<Bound, string> = { exact: "", about: "≈", at_least: "≥", at_most: "≤" };

/** `≥` of 增长6%以上. 下降6%以上 is a fall of no less than 6 %: a change of at most −6 %, so its sign is `≤`. */
export function boundSign({ value, measure, bound }: Bounded): string {
  const signed = measure === "change_rate" || measure === "change_amount" || measure === "gap";
  const falls = signed && [value].flat().every((one) => one < 0);
  if (falls && bound === "at_least") return SIGNS.at_most;
  if (falls && bound === "at_most") return SIGNS.at_least;
  return SIGNS[bound];
}
