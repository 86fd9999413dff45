/** Calendar intervals in the reader's form: 2019年, 2017–2021年, 2019年上半年, 2020年4月29日. */
import type { LocaleName } from "../state/model.js";
import type { Interval } from "../state/report.js";

interface Day {
  year: number;
  month: number;
  day: number;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const QUARTERS = ["一", "二", "三", "四"];

/** The shortest exact form of an interval; "" when both ends are open. */
export function intervalText(interval: Interval, locale: LocaleName): string {
  const start = parse(interval.start);
  const end = parse(interval.end);
  const zh = locale === "zh";
  if (start && end) return closed(start, end, zh);
  if (start) return zh ? `${opening(start, zh)}起` : `from ${opening(start, zh)}`;
  if (end) return zh ? `至${closing(end, zh)}` : `to ${closing(end, zh)}`;
  return "";
}

/** One day: 2020年4月29日, 29 Apr 2020. */
export function dayText(iso: string, locale: LocaleName): string {
  const day = parse(iso);
  return day ? dayForm(day, locale === "zh") : iso;
}

function closed(start: Day, end: Day, zh: boolean): string {
  const wholeMonths = start.day === 1 && end.day === lastDay(end.year, end.month);
  if (!wholeMonths) {
    if (same(start, end)) return dayForm(start, zh);
    if (start.year === end.year && start.month === end.month)
      return zh
        ? `${start.year}年${start.month}月${start.day}–${end.day}日`
        : `${start.day}–${end.day} ${month(start.month)} ${start.year}`;
    return `${dayForm(start, zh)}–${dayForm(end, zh)}`;
  }
  if (start.year !== end.year) {
    if (start.month === 1 && end.month === 12) return zh ? `${start.year}–${end.year}年` : `${start.year}–${end.year}`;
    return `${monthForm(start, zh)}–${monthForm(end, zh)}`;
  }
  const { year } = start;
  const months = end.month - start.month + 1;
  if (months === 12) return zh ? `${year}年` : `${year}`;
  if (months === 6 && start.month % 6 === 1) {
    const first = start.month === 1;
    return zh ? `${year}年${first ? "上" : "下"}半年` : `H${first ? 1 : 2} ${year}`;
  }
  if (months === 3 && start.month % 3 === 1) {
    const quarter = (start.month - 1) / 3;
    return zh ? `${year}年${QUARTERS[quarter] ?? ""}季度` : `Q${quarter + 1} ${year}`;
  }
  if (months === 1) return monthForm(start, zh);
  return zh ? `${year}年${start.month}–${end.month}月` : `${month(start.month)}–${month(end.month)} ${year}`;
}

/** An open start at the turn of a year or month is said by that year or month alone; so is an end. */
function opening(day: Day, zh: boolean): string {
  if (day.day !== 1) return dayForm(day, zh);
  return day.month === 1 ? (zh ? `${day.year}年` : `${day.year}`) : monthForm(day, zh);
}

function closing(day: Day, zh: boolean): string {
  if (day.day !== lastDay(day.year, day.month)) return dayForm(day, zh);
  return day.month === 12 ? (zh ? `${day.year}年` : `${day.year}`) : monthForm(day, zh);
}

function dayForm(day: Day, zh: boolean): string {
  return zh ? `${day.year}年${day.month}月${day.day}日` : `${day.day} ${month(day.month)} ${day.year}`;
}

function monthForm(day: Day, zh: boolean): string {
  return zh ? `${day.year}年${day.month}月` : `${month(day.month)} ${day.year}`;
}

function month(number: number): string {
  return MONTHS[number - 1] ?? "";
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function same(one: Day, two: Day): boolean {
  return one.year === two.year && one.month === two.month && one.day === two.day;
}

function parse(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso ?? "");
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}
