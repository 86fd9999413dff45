// PDF: its words are found by pdf.js, a part of the package that is loaded when the first PDF comes.
import type { Pages } from "../generated/pdf.js";
import { JianduError } from "./analyzer.js";
import { pdfMessages } from "./pdf_file.js";

/**
 * The words of a PDF, page by page: what `analyze` takes in its place.
 * @throws {JianduError} when it is damaged or has a password
 */
export async function pagesOf(bytes: Uint8Array, name?: string | null): Promise<Pages> {
  const { readPages } = await import("../generated/pdf.js");
  try {
    return await readPages(bytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error && error.code === "protected" ? "protected" : "damaged";
    throw new JianduError(`${name ?? ""}：${pdfMessages[code]}`, code, "read", name ?? "");
  }
}
