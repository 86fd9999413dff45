/** Deadlines as a calendar (RFC 5545): a whole day each, the last on which the thing may be done. */
import type { Messages } from "../messages/index.js";
import { endOf, entrySentence, type EntryRow } from "../state/rows.js";
import { entryReviewWords, entryStateWords } from "../views/entry_state.js";
import type { Language } from "./tables.js";

/** The deadlines among these entries that their own document does not call met and that have a day; none that the reader called wrong. */
export function openDeadlines(rows: readonly EntryRow[]): EntryRow[] {
  return dueRows(rows).filter(({ review }) => !review?.rejected);
}

function dueRows(rows: readonly EntryRow[]): EntryRow[] {
  return rows.filter(({ entry }) => entry.kind === "deadline" && entry.state !== "done" && entry.date.end !== null);
}

/** Days (YYYY-MM-DD): that of the export, and that by which deadlines are judged. */
export interface Days {
  today: string;
  asOf: string;
}

/** One event a deadline. */
export function deadlinesIcs(rows: readonly EntryRow[], language: Language, days: Days): string {
  const { words } = language;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//jiandu//jiandu//ZH",
    "CALSCALE:GREGORIAN",
    `X-WR-CALDESC:${text(asOfWords(words, days))}`,
    ...openDeadlines(rows).flatMap((row) => event(row, language, days)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** How many there are, how many of them other documents tell to be met, how many of the rest are past, how many more were called wrong. */
export function deadlineCounts(rows: readonly EntryRow[]): { all: number; met: number; past: number; wrong: number } {
  const all = openDeadlines(rows);
  return {
    all: all.length,
    met: all.filter(({ kept }) => kept === "met").length,
    past: all.filter(({ unfound }) => unfound).length,
    wrong: dueRows(rows).length - all.length,
  };
}

function asOfWords({ collection }: Messages, { asOf }: Days): string {
  return `${collection.promises.asOf} ${asOf}`;
}

function event(row: EntryRow, language: Language, days: Days): string[] {
  const { words } = language;
  const { report, entry, kept, unfound, review, index } = row;
  const { progress } = row.document;
  const read = progress.at === "done" ? progress.machine.timeline[index] : undefined;
  const { document } = report;
  const end = endOf(entry);
  const sentence = entrySentence(row);
  const origin = [document.title ?? document.name, document.date].filter(Boolean).join(", ");
  return [
    "BEGIN:VEVENT",
    // The same deadline of the same document keeps its name, edited or not, so that a second import mends and does not double.
    `UID:${encodeURIComponent(document.name)}-${entry.span.start}-${endOf(read ?? entry)}@jiandu`,
    `DTSTAMP:${compact(days.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(end)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(end))}`,
    // Who imports it again finds what came of it; what is past without word of it says so too.
    `SUMMARY:${text([review?.verdict === "edited" ? words.judging.said.edited : "", kept || unfound ? entryStateWords(row, words) : "", entry.title].filter(Boolean).join(" · "))}`,
    `DESCRIPTION:${text([entryReviewWords(language, row), sentence, origin, asOfWords(words, days)].filter(Boolean).join("\n"))}`,
    ...(entry.subject ? [`LOCATION:${text(entry.subject)}`] : []),
    `CATEGORIES:${text(words.entry[entry.kind])}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function text(words: string): string {
  return words
    .replaceAll(/[\\;,]/gu, "\\$&")
    .replaceAll(/\r\n?|\n/gu, "\\n")
    .replaceAll(/\p{Cc}/gu, "");
}

/** At most 75 bytes a line, no character cut; what goes on stands behind a blank. */
function folded(line: string): string {
  let bytes = 0;
  let all = "";
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 75) {
      all += "\r\n ";
      bytes = 1;
    }
    all += character;
    bytes += size;
  }
  return all;
}
