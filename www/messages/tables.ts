/** The words of what is taken away as tables: sheets, headings, and the words that stand in their cells alone. */
import type { Project } from "../state/report.js";

/** What a row says of the document it comes from. */
type Origin = "document" | "title" | "place" | "day";

export interface TableMessages {
  /** Names of the sheets of a workbook. */
  sheets: Record<"figures" | "timeline" | "projects" | "documents", string>;
  /** Header rows of the other sheets, in the order of their columns. */
  columns: {
    timeline: Record<
      | Origin
      | "from"
      | "until"
      | "grain"
      | "kind"
      | "state"
      | "asOf"
      | "what"
      | "subject"
      | "judgement"
      | "machine"
      | "sentence"
      | "start"
      | "end",
      string
    >;
    projects: Record<
      | Origin
      | "name"
      | "subject"
      | "stage"
      | "from"
      | "until"
      | "investment"
      | "figures"
      | "sentence"
      | "start"
      | "end",
      string
    >;
    documents: Record<
      | "document"
      | "folder"
      | "at"
      | "title"
      | "kind"
      | "place"
      | "placeCode"
      | "day"
      | "daySource"
      | "corrected"
      | "year"
      | "format"
      | "encoding"
      | "size"
      | "characters"
      | "figures"
      | "years"
      | "entries"
      | "projects"
      | "notes"
      | "reason"
      | "remedy",
      string
    >;
  };
  stage: Record<Project["stage"], string>;
  /** Header row of the CSV, in the order of its columns. */
  csv: Record<
    | "document"
    | "title"
    | "place"
    | "day"
    | "indicator"
    | "indicatorId"
    | "value"
    | "high"
    | "parts"
    | "unit"
    | "written"
    | "measure"
    | "bound"
    | "status"
    | "commitment"
    | "modality"
    | "periodStart"
    | "periodEnd"
    | "period"
    | "every"
    | "subject"
    | "subjectCode"
    | "scope"
    | "confidence"
    | "judgement"
    | "machine"
    | "quote"
    | "sentence"
    | "start"
    | "end",
    string
  >;
}
