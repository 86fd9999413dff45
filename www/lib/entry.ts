// What every entry of the package offers; they differ only in where the wasm's bytes come from.
import type { Collection, Report } from "../generated/report.js";
import {
  type Analyzer,
  type CompareOptions,
  type Input,
  type OnProgress,
  type Options,
  open,
  type Source,
} from "./analyzer.js";
import { pagesOf } from "./pdf.js";
import { isPdf } from "./pdf_file.js";

export type { Pages } from "../generated/pdf.js";
export type * from "../generated/report.js";
export {
  Analyzer,
  type CompareOptions,
  type Input,
  JianduError,
  type OnProgress,
  type Options,
  type Packed,
  type StageName,
  unpack,
  version,
} from "./analyzer.js";
export { type Entry as ArchiveEntry, unpackArchive } from "./archive.js";
export { pagesOf } from "./pdf.js";

export interface Entry {
  /**
   * Reads one document: its figures, dates and timeline, each with its place in the text.
   *
   * @param input the file's bytes (text, web page, Word or PDF), or its text
   * @param options what you know better than the text: `name`, `date` (`YYYY-MM-DD`), `region`, `title`, `kind`
   * @param onProgress told which stage begins
   * @throws {JianduError} when it can't be read
   * @example
   * const report = await analyze("2023年全县地区生产总值463.3亿元。");
   * report.figures[0].value; // 46330000000
   */
  analyze(input: Input, options?: Options | null, onProgress?: OnProgress | null): Promise<Report>;
  /**
   * What several reports say together: one table of their figures, what became of their targets, where they contradict
   * one another.
   *
   * @example
   * const { promises } = await compare([await analyze(of2022), await analyze(of2023)]);
   * promises[0].result; // "met"
   */
  compare(reports: Iterable<Report>, options?: CompareOptions | null): Promise<Collection>;
  /** An analyzer whose `analyze` answers at once, for many documents in a row; give it a PDF by way of `pagesOf`. */
  createAnalyzer(): Promise<Analyzer>;
}

/** An entry that gets the wasm by `load`, once, when it is first needed. */
export function entry(load: () => Source | Promise<Source>): Entry {
  let shared: Promise<Analyzer> | undefined;
  const createAnalyzer = () => {
    shared ??= open(load()).catch((error) => {
      // A failed load may succeed the next time.
      shared = undefined;
      throw error;
    });
    return shared;
  };
  return {
    createAnalyzer,
    analyze: async (input, options, onProgress) => {
      const analyzer = await createAnalyzer();
      const bytes = input instanceof ArrayBuffer ? new Uint8Array(input) : input;
      const pdf = bytes instanceof Uint8Array && isPdf(bytes);
      return analyzer.analyze(pdf ? await pagesOf(bytes, options?.name) : input, options, onProgress);
    },
    compare: async (reports, options) => (await createAnalyzer()).compare(reports, options),
  };
}
