/**
 * Marks that set a text but are no words of it: those of Markdown, and the head that a crawler puts before a page.
 * The source shows them, dimmed, since it is evidence and stays as it is; a quote in a list begins with words.
 */
import type { Span } from "./report.js";

/** `![…](…)`, a picture that is not there. */
const PICTURE = String.raw`!\[[^\]\n]*\]\([^)\n]*\)`;
/** `# `, `- `, `> ` at the head of a line; a minus sign or a dash has no gap behind it. */
const LINE_HEAD = String.raw`^[ \t]*(?:#{1,6}|[-*+>])(?=[ \t])`;
/** `| --- | --- |` between the head of a table and its rows, `---` between parts. */
const RULE = String.raw`^[ \t]*[|:]?[ \t]*-{2}[-|: \t]*$`;
const MARKS = new RegExp([RULE, PICTURE, LINE_HEAD, String.raw`\*\*|<!--|-->`].join("|"), "gmu");
/** A row of a table; a bar within a sentence is one of its signs. */
const ROW = /^[ \t]*\||\|[ \t]*$|\|.*\|/u;

/** The places of the marks in one line, in its own coordinates, in order. */
export function marksInLine(line: string): Span[] {
  const spans = [...line.matchAll(MARKS)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
  if (!isTableRow(line) || spans.some(({ start, end }) => end - start === line.length)) return spans;
  for (const { index } of line.matchAll(/\|/gu)) spans.push({ start: index, end: index + 1 });
  return spans.sort((one, two) => one.start - two.start);
}

export function isTableRow(line: string): boolean {
  return /^[ \t]*\|/u.test(line) && ROW.test(line);
}

/** Where the words begin behind a head of `---`, `title: …`, `---`; 0 for a text without one. */
export function headMatterEnd(text: string): number {
  return /^\uFEFF?---[ \t]*\r?\n(?:[\w-]+:[^\n]*\r?\n)+---[ \t]*(?=\r?\n|$)/u.exec(text)?.[0].length ?? 0;
}

/** A piece of a text without marks, its lines run on: `**2025年** | 7%` is `2025年 · 7%`. */
export function wordsOf(piece: string): string {
  return piece
    .split(/\r?\n/u)
    .map((line) => {
      const bare = line.replaceAll(MARKS, "");
      return ROW.test(bare) ? bare.replaceAll(/\s*\|[\s|]*/gu, " · ") : bare;
    })
    .join(" ")
    .replaceAll(/\s{2,}/gu, " ");
}

/** The same for what opens a quote: nothing before its first word. */
export function openingWords(piece: string): string {
  return wordsOf(piece)
    .replace(/^[\s·|*#]+/u, "")
    .replace(/^(?:title|source|date|author):\s+/u, "");
}
