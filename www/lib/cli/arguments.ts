// The command line's words: what may be written, and the help that says so.
import { parseArgs } from "node:util";
import { type SheetName, sheetNames } from "../collection/sheets.js";

export const formats = ["table", "json", "jsonl", "csv"] as const;
export type Format = (typeof formats)[number];

export const compareFormats = ["table", "json", "csv", "xlsx"] as const;
export type CompareFormat = (typeof compareFormats)[number];

export interface CompareRequest {
  files: string[];
  format: CompareFormat;
  table: SheetName;
  asOf: string | null;
  leeway: number | null;
  /** The place of documents that name none. */
  region: string | null;
  out: string | null;
}

export interface Request {
  files: string[];
  format: Format;
  date: string | null;
  region: string | null;
  out: string | null;
}

/** What was asked for: an analysis, a text to print, or nothing that can be done. */
export type Asked =
  | { kind: "analyze"; request: Request }
  | { kind: "compare"; request: CompareRequest }
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "wrong"; message: string };

export const help = `jiandu 简牍: figures, dates and timeline of Chinese government documents
        读中国政府文件：每个数字、每个日期，连同原文

Usage:  jiandu analyze FILE… [options]        FILE may be a folder, a ZIP archive, or - for standard input
        jiandu compare FILE… [options]        one table of many documents, and what became of their targets

  Reads text and Markdown (UTF-8, UTF-16, GB18030, Big5), web pages, Word (.docx, .doc, .rtf, .wps) and PDF.

analyze

  --format table   figures as a table for reading (the default)
           json    one FILE: the report as one object; several: an array of reports
           jsonl   one report a line, the same for one FILE and for many
           csv     one figure a line, with the sentence it stands in; UTF-8 with BOM, for Excel and WPS
  --date DAY       day of the document, YYYY-MM-DD, where its text does not say it
  --region NAME    place the document speaks for: 武陟县
  --out DIR        one file for each FILE, DIR/FILE.json (.csv …), instead of standard output

compare
  --format table   promises with their results, and contradictions, for reading (the default)
           json    the whole collection
           csv     one table, the panel unless --table names another; UTF-8 with BOM
           xlsx    all tables in one workbook, for --out or a pipe
  --table NAME     panel, wide, promises, commitments, tally, conflicts, revisions, checks, absent
  --as-of DAY      day by which a promise is due: YYYY-MM-DD, or today; without it the day of the latest document
  --region NAME    place of those documents that name none themselves: 武陟县
  --leeway N       units of its last digit that 左右 leaves: 0.5 without it
  --out FILE       instead of standard output

  --help, --version

What a comparison could not use (documents without a place or a day, figures that no row took) is named on standard error.
Exit status: 0 all read; 1 a file could not be read (named on standard error, the others are done); 2 wrong usage.
`;

const options = {
  format: { type: "string", default: "table" },
  date: { type: "string" },
  region: { type: "string" },
  out: { type: "string" },
  table: { type: "string", default: "panel" },
  "as-of": { type: "string" },
  leeway: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "V", default: false },
} as const;

function isFormat(word: string): word is Format {
  return formats.some((format) => format === word);
}

/** Understands the words after `jiandu`. */
export function read(words: string[]): Asked {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help || words.length === 0) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [command, ...files] = positionals;
  if (command !== "analyze" && command !== "compare")
    return {
      kind: "wrong",
      message: `no command “${command ?? ""}”: write jiandu analyze FILE… or jiandu compare FILE…`,
    };
  if (files.length === 0) return { kind: "wrong", message: "no FILE given: name a file, or - for standard input" };
  if (command === "compare") return readCompare(files, values);
  const { format } = values;
  if (!isFormat(format)) return { kind: "wrong", message: `no format “${format}”: choose ${formats.join(", ")}` };
  const { date = null, region = null, out = null } = values;
  return { kind: "analyze", request: { files, format, date, region, out } };
}

interface CompareValues {
  format: string;
  table: string;
  "as-of"?: string | undefined;
  region?: string | undefined;
  leeway?: string | undefined;
  out?: string | undefined;
}

function readCompare(files: string[], values: CompareValues): Asked {
  const format = compareFormats.find((name) => name === values.format);
  if (!format) return { kind: "wrong", message: `no format “${values.format}”: choose ${compareFormats.join(", ")}` };
  const table = sheetNames.find((name) => name === values.table);
  if (!table) return { kind: "wrong", message: `no table “${values.table}”: choose ${sheetNames.join(", ")}` };
  const asOf = values["as-of"] === "today" ? today() : (values["as-of"] ?? null);
  const leeway = values.leeway === undefined ? null : Number(values.leeway);
  return {
    kind: "compare",
    request: { files, format, table, asOf, leeway, region: values.region ?? null, out: values.out ?? null },
  };
}

/** Today where the command runs, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
