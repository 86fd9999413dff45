// The measuring itself, the same code in Node and in the browser: best of a few rounds, in milliseconds.

const first = "2023年，全县地区生产总值463.3亿元。";

async function time(work) {
  const begin = performance.now();
  const result = await work();
  return [performance.now() - begin, result];
}

/**
 * Start-up: bytes to first report, and bytes to a ready jieba.
 * @param {{ jiandu: any, jieba: any, jianduWasm: ArrayBuffer, jiebaWasm: ArrayBuffer, words: Uint8Array }} parts the two
 *   modules, their wasm, and the word list
 */
export async function measureStart({ jiandu, jieba, jianduWasm, jiebaWasm, words }) {
  const [analyze, analyzer] = await time(async () => {
    const opened = await jiandu.open(jianduWasm);
    opened.analyze(first);
    return opened;
  });
  const [instantiate] = await time(() => jieba.default({ module_or_path: jiebaWasm }));
  const [wordsTime, withWords] = await time(() => jieba.Bare.with_words(words));
  const [defaultTime, withDefault] = await time(() => jieba.Bare.with_default());
  return {
    start: { analyze, words: wordsTime, default: withDefault ? defaultTime : null, instantiate },
    analyzer,
    withWords,
    withDefault,
  };
}

/** A small text is read more often: engines compile what they run often anew, and faster. */
export function roundsFor(size) {
  return Math.max(3, Math.min(30, Math.ceil(3e6 / size)));
}

/** Best time of each measure on one text. */
export async function measureText({ analyzer, withWords, withDefault }, bytes) {
  const rounds = roundsFor(bytes.length);
  /** Where the text had been read and cleaned. @type {number | undefined} */
  let cleaned;
  const measures = {
    analyze: () =>
      analyzer.analyze(bytes, null, (stage) => (cleaned = stage === "structure" ? performance.now() : cleaned)),
    words: () => withWords.cut(bytes, false),
    ...(withDefault && {
      default: () => withDefault.cut(bytes, false),
      defaultHmm: () => withDefault.cut(bytes, true),
    }),
  };
  /** @type {Record<string, number>} */
  const best = {};
  // One after the other in each round, so that a slow moment of the machine meets them all.
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(measures)) {
      const begin = performance.now();
      const [taken] = await time(work);
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, taken);
      if (name !== "analyze" || cleaned === undefined) continue;
      best.reading = Math.min(best.reading ?? Number.POSITIVE_INFINITY, cleaned - begin);
    }
  }
  return best;
}
