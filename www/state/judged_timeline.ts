/**
 * The timeline with a reader's edits in it. An entry that rests on a figure is called by its words (国内生产总值增长5.5%左右) and
 * stands at its period: where the figure is edited, the new value stands in its title and the new period under its date.
 */
import { quantityOf, quantityText } from "../format/quantity.js";
import type { Figure, Report, TimelineEntry } from "./report.js";

/** The entries of a report whose figures now are these; each keeps its place in the list. */
export function judgedTimeline(machine: Report, figures: readonly Figure[]): TimelineEntry[] {
  const edits = new Map<string, { read: Figure; figure: Figure }>();
  machine.figures.forEach((read, index) => {
    const figure = figures[index];
    if (figure && figure !== read) edits.set(read.id, { read, figure });
  });
  return machine.timeline.map((entry) =>
    entry.figures.reduce((now, id) => {
      const edit = edits.get(id);
      return edit ? edited(now, edit.read, edit.figure) : now;
    }, entry),
  );
}

function edited(entry: TimelineEntry, read: Figure, figure: Figure): TimelineEntry {
  const next = { ...entry, title: titleOf(entry.title, read, figure) };
  const { period } = figure;
  // An entry that has a day of its own, as 年底前 in the middle of a plan, does not move with the figure's period.
  const stoodAt = read.period?.start === entry.date.start && read.period?.end === entry.date.end;
  if (stoodAt && period && (period.start !== entry.date.start || period.end !== entry.date.end)) {
    next.date = period;
    next.grain = grainOf(period);
  }
  const [was, is] = [read, figure].map(({ status }) => status === "actual");
  if (!was && is) return { ...next, kind: "milestone", state: "done" };
  if (was && !is) return { ...next, kind: "deadline", state: "planned" };
  return next;
}

/** What is due ends with its period, whichever part of the calendar that is. */
function grainOf({ start, end }: TimelineEntry["date"]): TimelineEntry["grain"] {
  if (start === null || end === null) return "none";
  if (start === end) return "day";
  if (start.slice(0, 7) === end.slice(0, 7)) return "month";
  if (start.slice(0, 4) !== end.slice(0, 4)) return "years";
  const months = Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1;
  return months === 12 ? "year" : months === 6 ? "half" : months === 3 ? "quarter" : "none";
}

/** The new number between the words of the old one; where more than the number is new, a title of its own. */
function titleOf(title: string, read: Figure, figure: Figure): string {
  const sameElse = figure.bound === read.bound && figure.indicator === read.indicator;
  if (sameElse && title.includes(read.quote)) return title.replace(read.quote, () => plainWords(figure));
  if (sameElse && figure.value === read.value && figure.unit === read.unit) return title;
  return `${figure.indicator} ${quantityText(figure, "zh")}`;
}

/** Words of a title say 增长 and 以上 themselves. */
function plainWords(figure: Figure): string {
  const { number, unit } = quantityOf({ ...figure, bound: "exact" }, "zh");
  return number.replace(/^\+/u, "") + unit;
}
