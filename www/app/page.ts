/** What every view is given: the state, the words for it, and what a reader may do. */
import type { Messages } from "../messages/index.js";
import type { Action } from "../state/actions.js";
import type { DocumentId, Given, State } from "../state/model.js";

export type SampleName = "report" | "interview";

/** What reaches beyond the state: files, workers, the clipboard. */
export interface Commands {
  chooseFiles(): void;
  chooseFolder(): void;
  openPaste(): void;
  paste(name: string, text: string): void;
  sample(name: SampleName): void;
  again(id: DocumentId, given: Given): void;
  remove(id: DocumentId): void;
  clear(): void;
  exportCsv(): void;
  exportJson(): void;
  /** The open deadlines among the entries shown, as a calendar. */
  exportIcs(): void;
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
