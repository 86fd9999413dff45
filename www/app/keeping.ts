/**
 * Judgements that outlast the page: in the browser's own database, under the digest of the text they are about. Where the
 * browser has none to give (private windows, some settings of file://), the page goes on without and says so.
 */
import { merged, NO_JUDGEMENTS, type Judgement, type Judgements } from "../state/judgement.js";
import type { State } from "../state/model.js";

const DATABASE = "jiandu";
const TABLE = "judgements";
/** Before the digest of a text that could not be digested: it names this document on this page, and nothing longer. */
const PASSING = "page ";

/** SHA-256 of a text, as hexadecimal digits; a passing name where the browser can't digest (a page by plain http). */
export async function digestOf(text: string, document: string): Promise<string> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (!subtle) return PASSING + document;
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Keeping {
  #database: Promise<IDBDatabase> | null = null;
  #kept: State["judgements"] = new Map();
  readonly #carried = new Map<string, Judgements>();

  constructor(
    /** Called when judgements can't be kept. */
    private readonly onFailure: () => void,
  ) {}

  /** Judgements that came with a saved page: as if they were in the database, but for later words there. */
  assume(judgements: readonly [digest: string, pairs: unknown][]): void {
    for (const [digest, pairs] of judgements) this.#carried.set(digest, judgementsFrom(pairs));
  }

  /** What was said of a text before; nothing where there is no database. */
  async recall(digest: string): Promise<Judgements> {
    const carried = this.#carried.get(digest) ?? NO_JUDGEMENTS;
    try {
      const table = (await this.#open()).transaction(TABLE, "readonly").objectStore(TABLE);
      return merged(judgementsFrom(await answer(table.get(digest))), carried);
    } catch {
      // Said when there is something to keep; who only reads need not hear of it.
      return carried;
    }
  }

  /** Writes what has changed since the last call. */
  keep({ judgements }: State): void {
    const last = this.#kept;
    if (judgements === last) return;
    this.#kept = judgements;
    for (const [digest, now] of judgements) if (last.get(digest) !== now) void this.#write(digest, now);
  }

  async #write(digest: string, judgements: Judgements): Promise<void> {
    try {
      if (digest.startsWith(PASSING)) throw new Error("the text has no digest");
      const table = (await this.#open()).transaction(TABLE, "readwrite").objectStore(TABLE);
      await answer(table.put([...judgements], digest));
    } catch {
      this.onFailure();
    }
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.addEventListener("upgradeneeded", () => request.result.createObjectStore(TABLE));
      request.addEventListener("success", () => resolve(request.result));
      for (const end of ["error", "blocked"]) request.addEventListener(end, () => reject(request.error));
    });
    return this.#database;
  }
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/** What the database holds, or a saved page: pairs of key and judgement, as this page or an older one wrote them. */
export function judgementsFrom(pairs: unknown): Judgements {
  return new Map(Array.isArray(pairs) ? (pairs as [string, Judgement][]) : []);
}
