/** Why a document has no report: a code of the core's, or `crash`, `engine`, `unreadable`, `cancelled`. */
export class AnalysisError extends Error {
  override readonly name = "AnalysisError";
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** By its name: what starts the workers is a script of its own in the page, with a class of its own. */
export function isAnalysisError(error: unknown): error is AnalysisError {
  return error instanceof Error && error.name === "AnalysisError";
}
