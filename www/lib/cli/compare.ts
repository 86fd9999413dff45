// `jiandu compare`: the reports of all files, then what they say together.
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import type { Collection, Report } from "../../generated/report.js";
import type { Analyzer } from "../analyzer.js";
import { csv } from "../collection/sheet.js";
import { sheetNames, sheetOf } from "../collection/sheets.js";
import { sources } from "../collection/sources.js";
import type { CompareRequest } from "./arguments.js";
import { byteOrderMark } from "./csv.js";
import { losses } from "./losses.js";
import { overview } from "./overview.js";
import { workbook } from "./xlsx.js";

/** What is to be written: a text, or the bytes of a workbook. */
async function content(
  request: CompareRequest,
  collection: Collection,
  reports: Report[],
): Promise<string | Uint8Array> {
  const find = sources(reports, collection.documents);
  switch (request.format) {
    case "json":
      return `${JSON.stringify(collection, null, 2)}\n`;
    case "csv":
      return byteOrderMark + csv(sheetOf(request.table, collection, find));
    case "xlsx":
      return workbook(sheetNames.map((name) => sheetOf(name, collection, find)));
    case "table":
      return overview(collection, request.asOf);
  }
}

/** Compares the reports and writes what was asked for. */
export async function compareReports(analyzer: Analyzer, request: CompareRequest, reports: Report[]): Promise<void> {
  const collection = analyzer.compare(reports, { asOf: request.asOf, leeway: request.leeway });
  for (const line of losses(collection, reports)) console.error(`jiandu: ${line}`);
  const written = await content(request, collection, reports);
  if (request.out !== null) await writeFile(request.out, written);
  else if (!process.stdout.write(written)) await once(process.stdout, "drain");
}
