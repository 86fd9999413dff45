/** The page's PDF reader: a worker that is started when the first PDF comes. */
import type { Pages } from "../generated/pdf.js";
import { pdfMessages } from "../lib/pdf_file.js";
import { AnalysisError } from "./failure.js";

type Answer = { id: number; pages: Pages } | { id: number; code: "damaged" | "protected" };

export class PdfWorker {
  #worker: Promise<Worker> | null = null;
  readonly #waiting = new Map<number, { resolve: (pages: Pages) => void; reject: (error: AnalysisError) => void }>();
  #ids = 0;

  constructor(private readonly spawn: () => Promise<Worker>) {}

  /** The words of a PDF; rejects with code `damaged` or `protected`. */
  async pages(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Pages> {
    this.#worker ??= this.#start();
    const worker = await this.#worker.catch((error: unknown) => {
      this.#worker = null;
      throw new AnalysisError("engine", String(error));
    });
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve,
        reject: (error) => reject(new AnalysisError(error.code, `${name}：${error.message}`)),
      });
      worker.postMessage({ id, bytes }, [bytes.buffer]);
    });
  }

  async #start(): Promise<Worker> {
    const worker = await this.spawn();
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      const asked = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("pages" in data) asked?.resolve(data.pages);
      else asked?.reject(new AnalysisError(data.code, pdfMessages[data.code]));
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      worker.terminate();
      this.#worker = null;
      for (const asked of this.#waiting.values()) asked.reject(new AnalysisError("damaged", pdfMessages.damaged));
      this.#waiting.clear();
    });
    return worker;
  }
}
