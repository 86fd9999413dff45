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
