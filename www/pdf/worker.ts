/** The page's PDF worker: one question, one answer. Started when a PDF comes, ended when it has been idle. */
import { PdfError, readPages } from "./pages.js";

interface Question {
  id: number;
  bytes: Uint8Array;
}

async function answer({ id, bytes }: Question): Promise<void> {
  try {
    const pages = await readPages(bytes);
    self.postMessage({ id, pages }, { transfer: [pages.runs.buffer, pages.sizes.buffer, pages.rules.buffer] });
  } catch (error) {
    self.postMessage({ id, code: error instanceof PdfError ? error.code : "damaged" });
  }
}

self.addEventListener("message", (event: MessageEvent<Question>) => void answer(event.data));
