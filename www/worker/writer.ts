/**
 * Writes tables to files in a worker of their own: a workbook of tens of thousands of rows takes seconds to pack. Rows are
 * made here, where the reports are, a few at a time, so that the page answers its reader in between; the worker ends with
 * its file, and what it held with it.
 */
import type { Cell, WrittenTable } from "../export/tables.js";
import type { Engine } from "./pool.js";
import type { Answer, Question } from "./protocol.js";

/** For how long the page may be kept from its reader, in milliseconds. */
const SLICE = 8;
/** Rows that are sent at once, at most. */
const MOST = 2000;

export type TableFormat = "csv" | "xlsx";

let ids = 0;

/**
 * The file of these tables; a CSV holds one.
 * @throws when the worker breaks
 */
export async function writeTables(
  engine: Pick<Engine, "spawn">,
  format: TableFormat,
  tables: readonly WrittenTable[],
): Promise<Blob> {
  const worker = engine.spawn();
  const id = ++ids;
  try {
    const ask = (question: Question): Promise<Blob | null> => asked(worker, id, question);
    await ask({
      type: "write",
      id,
      format,
      tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    });
    for (const [table, { rows }] of tables.entries()) {
      let piece: (readonly Cell[])[] = [];
      let began = performance.now();
      for (const row of rows()) {
        piece.push(row);
        if (piece.length < MOST && performance.now() - began < SLICE) continue;
        await ask({ type: "rows", id, table, rows: piece });
        piece = [];
        began = performance.now();
      }
      if (piece.length > 0) await ask({ type: "rows", id, table, rows: piece });
    }
    const file = await ask({ type: "finishWriting", id });
    if (!file) throw new Error("no file was written");
    return file;
  } finally {
    worker.terminate();
  }
}

/** The worker's answer to one question; a file when it was the last. */
function asked(worker: Worker, id: number, question: Question): Promise<Blob | null> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController();
    const { signal } = heard;
    const end = (settle: () => void): void => {
      heard.abort();
      settle();
    };
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<Answer>) => {
        if (!("id" in data) || data.id !== id) return;
        if (data.type === "taken") end(() => resolve(null));
        else if (data.type === "written") end(() => resolve(data.file));
        else if (data.type === "failure") end(() => reject(new Error(data.detail)));
      },
      { signal },
    );
    worker.addEventListener(
      "error",
      (event) => {
        event.preventDefault();
        end(() => reject(new Error(event.message || "the worker ended")));
      },
      { signal },
    );
    worker.postMessage(question);
  });
}
