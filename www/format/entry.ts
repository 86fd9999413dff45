/** What a reader types for a figure: an amount as Chinese documents write it, a period as years and dates. And back. */
import type { Figure, Interval } from "../state/report.js";
import { quantityOf } from "./quantity.js";

/** Words before a unit that multiply it, the longest first. */
const SCALES: readonly (readonly [word: string, factor: number])[] = [
  ["万亿", 1e12],
  ["百亿", 1e10],
  ["千万", 1e7],
  ["百万", 1e6],
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
];

export interface Amount {
  value: Figure["value"];
  unit: string;
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;
/** 1/3, for what the text calls 三分之一. */
const FRACTION = /^([+-]?\d+)\/([1-9]\d*)$/u;

/** `463.3` and `亿元` → 46330000000 元; `6–6.5` and `%`; `9.9:58.3:31.8` for a ratio. Null for what is no number. */
export function amountFrom(written: string, unitWord: string, measure: Figure["measure"]): Amount | null {
  const plain = written
    .normalize("NFKC")
    .replaceAll(/[,\s]/gu, "")
    .replaceAll("−", "-")
    .replace(/^[≈≥≤]/u, "")
    .replace(/^[第前](?=\d)/u, "");
  const part = FRACTION.exec(plain);
  if (part && unitWord.trim() === "") return { value: Number(part[1]) / Number(part[2]), unit: "" };
  const word = unitWord.normalize("NFKC").trim();
  const scale = SCALES.find(([name]) => word.startsWith(name));
  // 千 of 千瓦 and 千米 belongs to the unit.
  const scales = scale !== undefined && !(scale[0] === "千" && /^千[瓦米克伏]/u.test(word));
  const factor = scales ? scale[1] : 1;
  const unit = scales ? word.slice(scale[0].length) : word;
  const pieces = plain.split(measure === "ratio" ? ":" : /[~–—]|(?<=\d)-(?=\d)/u);
  if (pieces.length > (measure === "ratio" ? 12 : 2) || !pieces.every((piece) => NUMBER.test(piece))) return null;
  // 463.3 × 10⁸ is a little less than 46330000000 in binary.
  const values = pieces.map((piece) => Number((Number(piece) * factor).toPrecision(15)));
  const [only] = values;
  return only === undefined ? null : { value: values.length > 1 ? values : only, unit };
}

/** The same, the other way round: what stands in the form before a reader changes it. */
export function amountOf(figure: Figure): { number: string; unit: string } {
  const { number, unit } = quantityOf({ ...figure, bound: "exact" }, "zh");
  return {
    number: number
      .replace(/^[+第前]/u, "")
      .replaceAll(",", "")
      .replaceAll("−", "-"),
    unit,
  };
}

/** `2024`, `2024H1`, `2024Q3`, `2024-05`, `2024-05-01`, or two of them with a slash between. Undefined for other words. */
export function periodFrom(written: string): Interval | null | undefined {
  const plain = written.normalize("NFKC").replaceAll(/\s/gu, "");
  if (plain === "") return null;
  const ends = plain.split(/[/~–—至]/u).map(intervalFrom);
  const [first, last = first] = ends;
  if (ends.length > 2 || !first || !last) return undefined;
  const { start } = first;
  const { end } = last;
  return start !== null && end !== null && start <= end ? { start, end } : undefined;
}

function intervalFrom(words: string): Interval | null {
  const year = /^\d{4}/u.exec(words)?.[0];
  if (year === undefined) return null;
  const rest = words.slice(4).toUpperCase();
  const span = (from: number, to: number): Interval => ({
    start: `${year}-${two(from)}-01`,
    end: `${year}-${two(to)}-${two(lastDay(Number(year), to))}`,
  });
  if (rest === "" || rest === "年") return span(1, 12);
  const half = { H1: 1, H2: 7, 年上半年: 1, 年下半年: 7 }[rest];
  if (half) return span(half, half + 5);
  const quarter = /^(?:Q([1-4])|年第?([一二三四])季度)$/u.exec(rest);
  if (quarter) {
    const number = quarter[1] ? Number(quarter[1]) : "一二三四".indexOf(quarter[2] ?? "") + 1;
    return span(number * 3 - 2, number * 3);
  }
  const day = /^[-年.](\d{1,2})(?:月|(?:[-月.](\d{1,2})日?))?$/u.exec(rest);
  const month = Number(day?.[1]);
  if (!day || month < 1 || month > 12) return null;
  if (day[2] === undefined) return span(month, month);
  const number = Number(day[2]);
  if (number < 1 || number > lastDay(Number(year), month)) return null;
  const one = `${year}-${two(month)}-${two(number)}`;
  return { start: one, end: one };
}

/** A period as it is typed: the shortest of the forms above. */
export function periodOf(period: Interval | null): string {
  const { start, end } = period ?? { start: null, end: null };
  if (start === null || end === null) return start ?? end ?? "";
  for (const short of [start.slice(0, 4), `${start.slice(0, 4)}H1`, `${start.slice(0, 4)}H2`]) {
    const same = intervalFrom(short);
    if (same?.start === start && same.end === end) return short;
  }
  const [from, to] = [start.slice(0, 7), end.slice(0, 7)];
  const whole = intervalFrom(from)?.start === start && intervalFrom(to)?.end === end;
  if (!whole) return start === end ? start : `${start}/${end}`;
  if (from === to) return from;
  return start.endsWith("01-01") && end.endsWith("12-31") ? `${start.slice(0, 4)}/${end.slice(0, 4)}` : `${from}/${to}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
