/** The worker's side of an export: takes the rows of tables as they come, and makes one file of them. */
import { csvHead, csvLines } from "../export/csv.js";
import type { Cell } from "../export/tables.js";
import { workbookOf } from "../export/xlsx.js";
import type { Answer, Question } from "./protocol.js";

type Begun = Extract<Question, { type: "write" }>;

export class Writing {
  #begun: Begun | null = null;
  /** Text of a CSV, as far as it has come. */
  #pieces: string[] = [];
  /** Rows of each table of a workbook. */
  #rows: (readonly Cell[])[][] = [];

  constructor(private readonly say: (answer: Answer) => void) {}

  begin(question: Begun): void {
    this.#begun = question;
    this.#pieces = question.format === "csv" ? question.tables.map(({ columns }) => csvHead(columns)) : [];
    this.#rows = question.tables.map(() => []);
    this.say({ type: "taken", id: question.id });
  }

  take(id: number, table: number, rows: readonly (readonly Cell[])[]): void {
    if (this.#begun?.id !== id) return;
    if (this.#begun.format === "csv") this.#pieces.push(csvLines(rows));
    else for (const row of rows) this.#rows[table]?.push(row);
    this.say({ type: "taken", id });
  }

  async finish(id: number): Promise<void> {
    const begun = this.#begun;
    if (begun?.id !== id) return;
    try {
      const tables = begun.tables.map(({ name, columns }, at) => ({ name, columns, rows: () => this.#rows[at] ?? [] }));
      const file =
        begun.format === "csv" ? new Blob(this.#pieces, { type: "text/csv;charset=utf-8" }) : await workbookOf(tables);
      this.say({ type: "written", id, file });
    } catch (error) {
      this.say({ type: "failure", id, code: "other", detail: String(error), fatal: true });
    }
  }
}
