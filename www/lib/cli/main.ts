#!/usr/bin/env node
// The command `jiandu`: the package's own analyze(), file by file.
import { readFile } from "node:fs/promises";
import { createAnalyzer, JianduError, pagesOf } from "../node.js";
import type { Report } from "../../generated/report.js";
import { isPdf } from "../pdf_file.js";
import { type CompareRequest, help, type Request, read } from "./arguments.js";
import { compareReports } from "./compare.js";
import { documents, holdsSeveral } from "./documents.js";
import { type Output, output } from "./output.js";

const reasons: Record<string, string> = {
  ENOENT: "没有这个文件。No such file.",
  EMPTYDIR: "文件夹里没有文件。The folder holds no file.",
  EEXIST: "已有同名文件，请换一个文件夹名。A file of this name is in the way: name another folder.",
  ENOTDIR: "路径中有一段不是文件夹。Part of the path is no folder.",
  EACCES: "没有读取权限。No permission to read it.",
};

/** Why a file could not be done, with its name in front. */
function reason(file: string, error: unknown): string {
  if (error instanceof JianduError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return `${file || "（空名 empty name）"}：${reasons[code] ?? String(error)}`;
}

/** The report of each file that can be read, one after the other; others are named on standard error. */
async function eachReport(
  files: string[],
  options: { date: string | null; region: string | null; otherwise?: string | null },
  take: (file: string, report: Report) => Promise<void> | void,
): Promise<number> {
  const analyzer = await createAnalyzer();
  let status = 0;
  for (const file of files) {
    for await (const found of documents(file)) {
      try {
        if (!("bytes" in found)) throw found.error;
        const { bytes, name } = found;
        const input = isPdf(bytes) ? await pagesOf(bytes, name) : bytes;
        const given = { name, date: options.date, region: options.region };
        const report = analyzer.analyze(input, given);
        // The place of those that name none: read again, since it decides whom figures are about.
        const { otherwise = null } = options;
        const placed = otherwise !== null && report.document.region.length === 0;
        await take(name, placed ? analyzer.analyze(input, { ...given, region: otherwise }) : report);
      } catch (error) {
        console.error(`jiandu: ${reason(found.name, error)}`);
        status = 1;
      }
    }
  }
  return status;
}

async function analyze(request: Request): Promise<number> {
  let to: Output;
  try {
    to = await output(request, request.files.length > 1 || (await holdsSeveral(request.files[0])));
  } catch (error) {
    console.error(`jiandu: ${reason(request.out ?? "", error)}`);
    return 2;
  }
  const status = await eachReport(request.files, request, (file, report) => to.add(file, report));
  await to.end();
  return status;
}

async function compare(request: CompareRequest): Promise<number> {
  const reports: Report[] = [];
  const options = { date: null, region: null, otherwise: request.region };
  const status = await eachReport(request.files, options, (_, report) => {
    reports.push(report);
  });
  try {
    await compareReports(await createAnalyzer(), request, reports);
  } catch (error) {
    console.error(`jiandu: ${reason(request.out ?? "", error)}`);
    return 2;
  }
  return status;
}

async function main(words: string[]): Promise<number> {
  const asked = read(words);
  switch (asked.kind) {
    case "help":
      process.stdout.write(help);
      return 0;
    case "version": {
      const { version } = JSON.parse(await readFile(new URL("../../../package.json", import.meta.url), "utf8"));
      process.stdout.write(`${version}\n`);
      return 0;
    }
    case "wrong":
      console.error(`jiandu: ${asked.message}\nSee jiandu --help.`);
      return 2;
    case "analyze":
      return analyze(asked.request);
    case "compare":
      return compare(asked.request);
  }
}

// `jiandu … | head` closes the pipe early: the reader has seen enough, which is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2));
