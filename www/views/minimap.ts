/** The slip beside the text: where marks lie in the whole of it, the window, and the lit place. */
import type { Mark } from "../state/marks.js";
import type { MarkKind } from "../state/model.js";
import type { Span } from "../state/report.js";

export interface MinimapView {
  /** Blocks of the text with their place in the scrolled height. */
  blocks: readonly { start: number; end: number; top: number; height: number }[];
  scroller: HTMLElement;
  marks: readonly Mark[];
  shown: ReadonlySet<MarkKind>;
  lit: Span | null;
}

export function drawMinimap(canvas: HTMLCanvasElement, view: MinimapView): void {
  const ratio = devicePixelRatio;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d");
  if (!context || height === 0) return;
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name);
  const { scroller, blocks, marks, shown, lit } = view;
  const share = height / Math.max(1, scroller.scrollHeight);

  // The window onto the text.
  context.fillStyle = colour("--map-window");
  context.fillRect(0, scroller.scrollTop * share, width, Math.max(6, scroller.clientHeight * share));

  const colours: Record<MarkKind, string> = {
    figure: colour("--figure"),
    date: colour("--date"),
    slogan: colour("--slogan"),
    other: colour("--other"),
  };
  // More than one mark a line of pixels can't be told apart: the first one wins, figures first of all.
  const taken = new Uint8Array(Math.ceil(height) + 1);
  let block = 0;
  for (const { kind, span } of marks) {
    if (!shown.has(kind) || kind === "other") continue;
    while (block < blocks.length - 1 && (blocks[block]?.end ?? 0) <= span.start) block += 1;
    const y = placeOf(blocks[block], span.start) * share;
    const line = Math.max(0, Math.floor(y));
    const column = kind === "figure" ? 1 : 2;
    if ((taken[line] ?? 0) & column) continue;
    taken[line] = (taken[line] ?? 0) | column;
    context.fillStyle = colours[kind];
    if (kind === "figure") context.fillRect(2, line, width / 2 - 2, 1);
    else context.fillRect(width / 2 + 1, line, width / 2 - 3, 1);
  }
  if (lit) {
    const at = blocks.find(({ end }) => end > lit.start);
    context.fillStyle = colour("--lit");
    context.fillRect(0, Math.round(placeOf(at, lit.start) * share) - 1, width, 3);
  }
}

/** Height of an offset in the scrolled text, in proportion within its block. */
function placeOf(block: MinimapView["blocks"][number] | undefined, offset: number): number {
  if (!block) return 0;
  return block.top + (block.height * (offset - block.start)) / Math.max(1, block.end - block.start);
}
