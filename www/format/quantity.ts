/** Quantities in the reader's form: 463.3亿元, +7.9%, 第1位; in English 46.33 bn yuan, +7.9%, no. 1. */
import { UNITS_EN } from "../generated/english.js";
import { boundSign } from "../lib/collection/bound.js";
import type { LocaleName } from "../state/model.js";
import type { Figure } from "../state/report.js";
import { grouped } from "./count.js";

/** A value with the signs that belong to its measure; the unit apart, since it is set smaller. */
export interface Quantity {
  number: string;
  unit: string;
}

/** What of a figure is its quantity. How it was written keeps the 0 of 3.0% and the 万 of 三百六十万. */
export type Amount = Pick<Figure, "value" | "measure" | "unit" | "bound" | "scale"> & Partial<Pick<Figure, "written">>;

/** What a figure says, e.g. { number: "≥463.3", unit: "亿元" }. */
export function quantityOf(figure: Amount, locale: LocaleName): Quantity {
  const bare = bareQuantity(figure, locale);
  // 前50名 has its bound in its word.
  const sign = figure.measure === "rank" && !Array.isArray(figure.value) ? "" : boundSign(figure);
  return { number: sign + bare.number, unit: bare.unit };
}

/** The same in one string. */
export function quantityText(figure: Amount, locale: LocaleName): string {
  const { number, unit } = quantityOf(figure, locale);
  const gap = locale === "en" && /^[\p{L}]/u.test(unit) ? " " : "";
  return number + gap + unit;
}

function bareQuantity(figure: Amount, locale: LocaleName): Quantity {
  const { value, measure } = figure;
  if (Array.isArray(value)) {
    if (measure === "ratio") return { number: ratioParts(figure).join(":"), unit: "" };
    // A range is scaled by its high end, so that both ends stand in one unit.
    const [low = 0, high = 0] = value;
    const scale = scaleOf(figure, high, locale);
    return {
      number: `${scaled(low, scale)}–${scaled(high, scale)}`,
      unit: (scale.word + unitWord(figure.unit, locale)).trimEnd(),
    };
  }
  // What is at least 7% grows without a sign.
  const signed = SIGNED.has(measure) && figure.bound === "exact";
  const sign = signed && value > 0 ? "+" : "";
  if (measure === "rank") {
    const among = figure.bound === "at_most";
    return locale === "zh"
      ? { number: `${among ? "前" : "第"}${plain(value)}`, unit: figure.unit || "位" }
      : { number: `${among ? "top" : "no."} ${plain(value)}`, unit: "" };
  }
  const part = figure.unit === "" && (measure === "share" || SIGNED.has(measure)) ? fraction(value) : null;
  if (part !== null) return { number: sign + part, unit: "" };
  if (measure === "multiple" && figure.unit === "")
    return locale === "zh" ? { number: plain(value), unit: "倍" } : { number: `×${plain(value)}`, unit: "" };
  const scale = scaleOf(figure, value, locale);
  return {
    number: sign + scaled(value, scale, writtenPlaces(figure.written, value / scale.factor)),
    unit: (scale.word + unitWord(figure.unit, locale)).trimEnd(),
  };
}

const SIGNED: ReadonlySet<Figure["measure"]> = new Set(["change_rate", "change_amount", "gap"]);

/** 三分之一 is 1/3; null for what is no fraction of small numbers. */
function fraction(value: number): string | null {
  const size = Math.abs(value);
  for (let below = 2; below <= 20; below += 1) {
    const above = Math.round(size * below);
    if (above > 0 && above < below && Math.abs(size - above / below) < 1e-9)
      return `${value < 0 ? "−" : ""}${above}/${below}`;
  }
  return null;
}

/** The parts of a ratio as the text writes them, 3.4:46.6:50.0; by their values where a reader has changed them. */
export function ratioParts({ value, written }: Pick<Amount, "value" | "written">): string[] {
  const parts = Array.isArray(value) ? value : [value];
  const own = written?.normalize("NFKC").match(/\d+(?:\.\d+)?/gu) ?? [];
  const same = own.length === parts.length && own.every((digits, at) => Number(digits) === parts[at]);
  return same ? own : parts.map((part) => plain(part));
}

/** Digits behind the point as the text writes them: one for 3.0%, whatever the number is scaled to. */
function writtenPlaces(written: string | undefined, value: number): number {
  const digits = /\d[\d,]*\.(\d+)/u.exec((written ?? "").normalize("NFKC"));
  return digits && Number(digits[0].replaceAll(",", "")) === Math.abs(value) ? (digits[1]?.length ?? 0) : 0;
}

interface Scale {
  factor: number;
  word: string;
}
const ONE: Scale = { factor: 1, word: "" };

/**
 * Readers of Chinese expect 万 and 亿 where the document wrote a scale word, and the plain number where it
 * wrote all digits (26273元). Without a scale word only what nobody reads off (nine digits) is shortened.
 */
function scaleOf(figure: Amount, value: number, locale: LocaleName): Scale {
  const size = Math.abs(value);
  const worded = figure.scale !== null || /[万亿]/u.test(figure.written ?? "");
  if (locale === "zh") {
    if (size >= 1e12 && (figure.scale ?? "").includes("万亿")) return { factor: 1e12, word: "万亿" };
    if (size >= 1e8) return { factor: 1e8, word: "亿" };
    if (size >= 1e4 && worded) return { factor: 1e4, word: "万" };
    return ONE;
  }
  if (size >= 1e12) return { factor: 1e12, word: "tn " };
  if (size >= 1e9) return { factor: 1e9, word: "bn " };
  if (size >= 1e6) return { factor: 1e6, word: "mn " };
  return ONE;
}

function scaled(value: number, scale: Scale, places = 0): string {
  return plain(value / scale.factor, places);
}

/** Grouped by three, a true minus sign, and no digits that the division made up. */
function plain(value: number, places = 0): string {
  const exact = Number(value.toPrecision(13));
  const least = Math.min(places, 8);
  // 三分之一 has no last digit; what was written in digits never has so many.
  const endless = Math.abs(exact - Number(exact.toFixed(8))) > 0;
  const short = String(exact);
  const digits = endless ? exact.toFixed(Math.max(least, 4)) : short.includes("e") ? exact.toFixed(8) : short;
  const [whole = "", part = ""] = digits.split(".");
  const decimals = part.replace(/0+$/u, "").padEnd(least, "0");
  return `${grouped(whole)}${decimals && "."}${decimals}`.replace("-", "−");
}

/** Of yuan/person: one of what is counted. Where the name has a number, as 100 households, it stays. */
function singular(name: string): string {
  if (name === "people") return "person";
  return /^\d/u.test(name) || name.length < 3 ? name : name.replace(/ies$/u, "y").replace(/(?<=ch|x|ss)es$|s$/u, "");
}

/** A unit in the reader's language; in English each part of 元/人 by itself, a part without a word of its own left out. */
export function unitWord(unit: string, locale: LocaleName): string {
  if (locale === "zh") return unit;
  const [what = "", ...per] = unit
    .split("/")
    .map((part, at) =>
      at === 0 ? (UNITS_EN[part] ?? part) : (UNITS_EN[`/${part}`] ?? singular(UNITS_EN[part] ?? part)),
    );
  // Of 辆/百户 nothing stands before the stroke: so many per 100 households.
  return UNITS_EN[unit] ?? (what === "" && per.length > 0 ? `per ${per.join("/")}` : [what, ...per].join("/"));
}
