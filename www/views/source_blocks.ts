/**
 * The text cut into blocks of paragraphs. A block's words enter the page when it comes near the window, so that
 * a text of 30 MB costs no more than a page of it. Pure: offsets in, offsets out.
 */

/** Half-open range in UTF-16 code units of the text. */
export interface Paragraph {
  start: number;
  end: number;
}

export interface Block {
  start: number;
  end: number;
  paragraphs: readonly Paragraph[];
}

/** A block ends at the first paragraph that takes it beyond this. */
const BLOCK_SIZE = 4_000;
/** A line longer than this is cut: no document has such a paragraph, but a dump of digits may. */
const LONGEST_PARAGRAPH = 4_000;

/** Paragraphs are lines with something on them; empty lines are only space between. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let paragraphs: Paragraph[] = [];
  let size = 0;
  const close = (): void => {
    const first = paragraphs[0];
    const last = paragraphs.at(-1);
    if (first && last) blocks.push({ start: first.start, end: last.end, paragraphs });
    paragraphs = [];
    size = 0;
  };
  for (const paragraph of paragraphsOf(text)) {
    paragraphs.push(paragraph);
    size += paragraph.end - paragraph.start;
    if (size >= BLOCK_SIZE) close();
  }
  close();
  return blocks;
}

function* paragraphsOf(text: string): Generator<Paragraph> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    yield* piecesOf(text, start, text[end - 1] === "\r" ? end - 1 : end);
    start = end + 1;
  }
}

function* piecesOf(text: string, start: number, end: number): Generator<Paragraph> {
  let from = start;
  while (end - from > LONGEST_PARAGRAPH) {
    let to = from + LONGEST_PARAGRAPH;
    // Not between the halves of a surrogate pair.
    const last = text.charCodeAt(to - 1);
    if (last >= 0xd800 && last < 0xdc00) to -= 1;
    yield { start: from, end: to };
    from = to;
  }
  if (/\S/u.test(text.slice(from, end))) yield { start: from, end };
}

/** Place of the block that holds `offset`, or of the last one before it. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
