/** What every view is given: the state, the words for it, and what a reader may do. */
import type { Messages } from "../messages/index.js";
import type { Action } from "../state/actions.js";
import type { Change, Verdict } from "../state/judgement.js";
import type { DocumentId, DocumentView, Given, State } from "../state/model.js";

export type SampleName = "report" | "interview";

/** What reaches beyond the state: files, workers, the clipboard. */
export interface Commands {
  chooseFiles(): void;
  chooseFolder(): void;
  openPaste(): void;
  paste(name: string, text: string): void;
  sample(name: SampleName): void;
  again(id: DocumentId, given: Given): void;
  /** Analyses a document as the reader corrected it. */
  correct(id: DocumentId, given: Given): void;
  remove(id: DocumentId): void;
  clear(): void;
  pause(paused: boolean): void;
  /** Takes back every file that is not read yet. */
  cancel(): void;
  /** Tries everything again that has no report. */
  retry(): void;
  /** Notes what the reader says of a figure; a null verdict takes it back. */
  judge(id: DocumentId, index: number, verdict: Verdict | null, change: Change): void;
  undo(): void;
  /** What a view of the documents shows: its table, that and all others, its rows. */
  exportCsv(view: DocumentView): void;
  exportXlsx(view: DocumentView): void;
  exportJson(view: DocumentView): void;
  /** The view across documents that is in sight; a workbook holds all its tables. */
  exportCollection(format: "csv" | "json" | "xlsx"): void;
  /** The chart in sight, as it stands. */
  exportChart(format: "svg" | "png"): void;
  /** The open deadlines among the entries shown, as a calendar. */
  exportIcs(): void;
  /** The whole report on paper. */
  print(): void;
  /** This program with these documents and judgements, in one file that is again the whole tool. */
  savePage(): void;
  /** Copies the lit evidence with its sentence, document and place. */
  copyCitation(): void;
  /** Lights the next or previous row or mark. */
  walk(step: 1 | -1): void;
}

export interface Page {
  state: State;
  words: Messages;
  send: (action: Action) => void;
  commands: Commands;
}
