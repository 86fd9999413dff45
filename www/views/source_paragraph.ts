/** What a paragraph of the source is, so that it can be set as such: a title, a heading, head matter, a row of a table. */
import { headMatterEnd, isTableRow, openingWords } from "../state/markup.js";
import type { Report } from "../state/report.js";
import type { Paragraph } from "./source_blocks.js";

export type ParagraphKind = "title" | "heading" | "matter" | "table-row" | "";

/** A title stands at the head of a text, and a heading is short. */
const TITLE_WITHIN = 1_500;
const LONGEST_HEADING = 60;

interface Known {
  matterEnd: number;
  /** Offsets at which a section with a heading begins. */
  headings: ReadonlySet<number>;
}
const known = new WeakMap<Report, Known>();

function knownOf(report: Report): Known {
  let of = known.get(report);
  if (!of) {
    const headings = report.sections.filter(({ heading }) => heading !== null).map(({ span }) => span.start);
    of = { matterEnd: headMatterEnd(report.document.text), headings: new Set(headings) };
    known.set(report, of);
  }
  return of;
}

export function paragraphKind(report: Report, { start, end }: Paragraph): ParagraphKind {
  const { matterEnd, headings } = knownOf(report);
  const { text, title } = report.document;
  if (start < matterEnd) return "matter";
  const line = text.slice(start, end);
  if (isTableRow(line)) return "table-row";
  if (title !== null && start < TITLE_WITHIN && isTitle(openingWords(line).trim(), title)) return "title";
  const words = start + (line.length - line.trimStart().length);
  return line.length < LONGEST_HEADING && headings.has(words) ? "heading" : "";
}

/** A page headed 政府工作报告 may be filed under 2025年青沅县政府工作报告. */
function isTitle(words: string, title: string): boolean {
  const bare = words.replaceAll(/[《》]|\[\d+\]$/gu, "");
  return bare === title || (bare.length >= 4 && title.endsWith(bare));
}
