/** The time axis: days to pixels, and ticks that a reader counts in, from decades down to days. Pure. */

import type { LocaleName } from "../state/model.js";

/** Milliseconds of UTC; a day is 86,400,000. */
export type Instant = number;
export const DAY: Instant = 86_400_000;

/** What is in sight: from `start` on, up to `end`. */
export interface Domain {
  start: Instant;
  end: Instant;
}

export interface Tick {
  at: Instant;
  /** What the tick begins: the unit decides how it is written. */
  unit: "year" | "month" | "day";
}

/** Far fewer days are told than entries, and each is asked for at every drawing. */
const instants = new Map<string, Instant>();

/** Midnight of a day YYYY-MM-DD. */
export function instantOf(iso: string): Instant {
  let instant = instants.get(iso);
  if (instant === undefined) {
    instant = Date.parse(`${iso}T00:00:00Z`);
    instants.set(iso, instant);
  }
  return instant;
}

/** Never closer than three days, never wider than four centuries. */
export function clamped(domain: Domain): Domain {
  const middle = (domain.start + domain.end) / 2;
  const width = Math.min(Math.max(domain.end - domain.start, 3 * DAY), 400 * 365 * DAY);
  return { start: middle - width / 2, end: middle + width / 2 };
}

/** `domain` drawn together (factor below 1) or out around `at`. */
export function zoomed(domain: Domain, factor: number, at: Instant): Domain {
  return clamped({ start: at - (at - domain.start) * factor, end: at + (domain.end - at) * factor });
}

const STEPS: readonly { unit: Tick["unit"]; count: number; days: number }[] = [
  { unit: "day", count: 1, days: 1 },
  { unit: "day", count: 7, days: 7 },
  { unit: "month", count: 1, days: 30.4 },
  { unit: "month", count: 3, days: 91.3 },
  { unit: "month", count: 6, days: 182.6 },
  { unit: "year", count: 1, days: 365.25 },
  { unit: "year", count: 2, days: 730.5 },
  { unit: "year", count: 5, days: 1826 },
  { unit: "year", count: 10, days: 3652 },
  { unit: "year", count: 20, days: 7305 },
  { unit: "year", count: 50, days: 18262 },
  { unit: "year", count: 100, days: 36524 },
];

/** Ticks at round dates, at least `gap` pixels apart on an axis of `width` pixels. */
export function ticksOf(domain: Domain, width: number, gap: number): Tick[] {
  const days = (domain.end - domain.start) / DAY;
  const least = (days * gap) / Math.max(1, width);
  const step = STEPS.find((one) => one.days >= least) ?? STEPS.at(-1);
  if (!step) return [];
  const { unit, count } = step;
  const ticks: Tick[] = [];
  const first = new Date(domain.start);
  let year = first.getUTCFullYear();
  let month = first.getUTCMonth();
  let day = 1;
  if (unit === "year") {
    year = Math.floor(year / count) * count;
    month = 0;
  } else if (unit === "month") month = Math.floor(month / count) * count;
  else day = first.getUTCDate();
  for (let at = Date.UTC(year, month, day); at <= domain.end; ) {
    if (at >= domain.start) ticks.push({ at, unit });
    if (unit === "year") year += count;
    else if (unit === "month") month += count;
    else day += count;
    at = Date.UTC(year, month, day);
  }
  return ticks;
}

/** Whether a year begins here: drawn stronger, and written by the year alone. */
export function isTurn({ at, unit }: Tick): boolean {
  const date = new Date(at);
  return unit === "year" || (date.getUTCMonth() === 0 && (unit === "month" || date.getUTCDate() === 1));
}

/** A tick in the reader's form: 2020年, 4月, 4月29日; 2020, 2020-04, 04-29. */
export function tickText(tick: Tick, locale: LocaleName): string {
  const date = new Date(tick.at);
  const zh = locale === "zh";
  const year = `${date.getUTCFullYear()}`;
  if (isTurn(tick)) return zh ? `${year}年` : year;
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  const two = (value: number): string => String(value).padStart(2, "0");
  if (tick.unit === "month") return zh ? `${month}月` : `${year}-${two(month)}`;
  return zh ? `${month}月${day}日` : `${two(month)}-${two(day)}`;
}
