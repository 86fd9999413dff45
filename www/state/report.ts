/**
 * The shape of a report, as the Rust types write it. The page never invents a field: whatever a
 * document says is decided in the core, and these types are generated from it.
 */
export type {
  Report,
  DocumentInfo,
  Section,
  Figure,
  DateMention,
  TimelineEntry,
  Slogan,
  OtherNumeral,
  Project,
  Diagnostic,
  Interval,
  Span,
} from "../generated/report.js";
