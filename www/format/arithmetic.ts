/** The comparison's calculations in the reader's form. The core writes them in numbers, signs and units: `2420亿元 ÷ 2586亿元 − 1`. */
import type { LocaleName } from "../state/model.js";
import { quantityText } from "./quantity.js";

// A number as the core writes it, its scale word, its unit: 2420亿元, 1.3万人, 463公里/小时, -6.42%.
const QUANTITY = /(-?\d+(?:\.\d+)?)(万亿|亿|万)?(\p{sc=Han}[\p{sc=Han}·]*(?:\/[\p{sc=Han}·]+)?)?/gu;

const FACTORS: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 万: 1e4 };

/** In English with the units and scale words of English; in both languages with a true minus sign. */
export function arithmeticText(text: string, locale: LocaleName): string {
  const told =
    locale === "zh"
      ? text
      : text.replaceAll(QUANTITY, (whole: string, digits: string, scale?: string, unit = "") => {
          if (scale === undefined && unit === "") return whole;
          // What the factor adds in binary is no part of the number.
          const value = Number((Number(digits) * (FACTORS[scale ?? ""] ?? 1)).toPrecision(13));
          return quantityText({ value, measure: "level", unit, bound: "exact", scale: null }, locale);
        });
  return told.replaceAll(/-(?=\d)/gu, "−").replaceAll("；", "; ");
}
