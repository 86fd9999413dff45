// Where reports go: standard output, all in one, or a folder with a file for each.
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Report } from "../../generated/report.js";
import type { Format, Request } from "./arguments.js";
import { byteOrderMark, csvHeader, csvLines } from "./csv.js";
import { json } from "./json.js";
import { table } from "./table.js";

export interface Output {
  add(file: string, report: Report): Promise<void>;
  end(): Promise<void>;
}

const extensions: Record<Format, string> = { table: "txt", json: "json", jsonl: "jsonl", csv: "csv" };
const terminal = process.stdout.columns ?? 120;

/** One report, without what frames several, in pieces: that of a yearbook is longer than all else that is in memory. */
function* body(format: Format, report: Report): Generator<string> {
  if (format === "json") yield* json(report, 2);
  else if (format === "jsonl") {
    yield* json(report, 0);
    yield "\n";
  } else yield format === "csv" ? csvLines(report) : table(report, terminal);
}

/** What stands before the first report, between two, after the last. */
function frame(format: Format, several: boolean): [string, string, string] {
  if (format === "json") return several ? ["[\n", ",\n", "\n]\n"] : ["", "", "\n"];
  if (format === "csv") return [byteOrderMark + csvHeader, "", ""];
  return format === "table" ? ["", "\n", ""] : ["", "", ""];
}

function* framed(first: string, pieces: Iterable<string>, last: string): Generator<string> {
  yield first;
  yield* pieces;
  yield last;
}

async function print(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

function toStandardOutput(format: Format, several: boolean): Output {
  const [first, between, last] = frame(format, several);
  let begun = false;
  return {
    async add(_, report) {
      await print(begun ? between : first);
      begun = true;
      for (const piece of body(format, report)) await print(piece);
    },
    async end() {
      // An array of nothing is still an array; one report that could not be made is nothing at all.
      if (begun || several) await print(begun ? last : first + last.trimStart());
    },
  };
}

async function toFolder(format: Format, folder: string): Promise<Output> {
  await mkdir(folder, { recursive: true });
  const [first, , last] = frame(format, false);
  const taken = new Set<string>();
  return {
    async add(file, report) {
      const name = file === "-" ? "stdin" : basename(file);
      // Two folders may hold files of one name; the second becomes name.2.json.
      let target = `${name}.${extensions[format]}`;
      for (let n = 2; taken.has(target); n++) target = `${name}.${n}.${extensions[format]}`;
      taken.add(target);
      await writeFile(join(folder, target), framed(first, body(format, report), last));
    },
    async end() {},
  };
}

/** The output that was asked for; `several` when there may be more than one report. */
export async function output({ format, out }: Request, several: boolean): Promise<Output> {
  return out === null ? toStandardOutput(format, several) : toFolder(format, out);
}
