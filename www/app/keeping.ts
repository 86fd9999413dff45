/**
 * What the reader says outlasts the page, judgements and corrections alike: in the browser's own database, under the digest
 * of the text they are about. Where the browser has none to give (private windows, some settings of file://), the page goes
 * on without and says so.
 */
import { merged, NO_JUDGEMENTS, type Judgement, type Judgements } from "../state/judgement.js";
import { laterOf, NOTHING_GIVEN, type Correction, type State } from "../state/model.js";

const DATABASE = "jiandu";
const TABLE = "judgements";
/** Before the digest of a text that could not be digested: it names this document on this page, and nothing longer. */
const PASSING = "page ";
/**
 * Before the digest of a text, where what the reader told of its document is kept: in the same table, since a newer version
 * of the database would shut out the pages that were saved with an older program.
 */
const GIVEN = "given ";

export interface Recalled {
  judgements: Judgements;
  correction: Correction | undefined;
}

/** SHA-256 of a text, as hexadecimal digits; a passing name where the browser can't digest (a page by plain http). */
export async function digestOf(text: string, document: string): Promise<string> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (!subtle) return PASSING + document;
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Keeping {
  #database: Promise<IDBDatabase> | null = null;
  #kept: Pick<State, "judgements" | "corrections"> = { judgements: new Map(), corrections: new Map() };
  readonly #carried = new Map<string, Judgements>();
  readonly #told = new Map<string, Correction>();

  constructor(
    /** Called when judgements can't be kept. */
    private readonly onFailure: () => void,
  ) {}

  /** What came with a saved page: as if it were in the database, but for later words there. */
  assume(
    judgements: readonly [digest: string, pairs: unknown][],
    corrections: readonly [digest: string, correction: unknown][],
  ): void {
    for (const [digest, pairs] of judgements) this.#carried.set(digest, judgementsFrom(pairs));
    for (const [digest, one] of corrections) {
      const correction = correctionFrom(one);
      if (correction) this.#told.set(digest, correction);
    }
  }

  /** What was said of a text and its document before; nothing where there is no database. */
  async recall(digest: string): Promise<Recalled> {
    const carried = this.#carried.get(digest) ?? NO_JUDGEMENTS;
    const told = this.#told.get(digest);
    try {
      const table = (await this.#open()).transaction(TABLE, "readonly").objectStore(TABLE);
      const [judgements, correction] = await Promise.all([
        answer(table.get(digest)),
        answer(table.get(GIVEN + digest)),
      ]);
      return {
        judgements: merged(judgementsFrom(judgements), carried),
        correction: laterOf(correctionFrom(correction), told),
      };
    } catch {
      // Said when there is something to keep; who only reads need not hear of it.
      return { judgements: carried, correction: told };
    }
  }

  /** Writes what has changed since the last call. */
  keep({ judgements, corrections }: State): void {
    const last = this.#kept;
    if (judgements === last.judgements && corrections === last.corrections) return;
    this.#kept = { judgements, corrections };
    for (const [digest, now] of judgements)
      if (last.judgements.get(digest) !== now) void this.#write(digest, digest, [...now]);
    for (const [digest, now] of corrections)
      if (last.corrections.get(digest) !== now) void this.#write(digest, GIVEN + digest, now);
  }

  async #write(digest: string, key: string, value: unknown): Promise<void> {
    try {
      if (digest.startsWith(PASSING)) throw new Error("the text has no digest");
      const table = (await this.#open()).transaction(TABLE, "readwrite").objectStore(TABLE);
      await answer(table.put(value, key));
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

/** What was told of a document, as this page or an older one wrote it. */
export function correctionFrom(value: unknown): Correction | undefined {
  const { given, at } = (value ?? {}) as Partial<Correction>;
  return given && typeof at === "number" ? { given: { ...NOTHING_GIVEN, ...given }, at } : undefined;
}
