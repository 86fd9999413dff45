/** From a point of the window to a place in the source, and whether words are there. */
import type { Span } from "../state/report.js";

/** Node and offset under a point, by whichever of the two ways the browser has. */
export function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** Whether a point lies on the words themselves, not in the blank beside them. */
export function touches(
  node: Node,
  paragraph: { start: number; end: number },
  span: Span,
  x: number,
  y: number,
): boolean {
  const range = document.createRange();
  range.setStart(node, Math.max(0, span.start - paragraph.start));
  range.setEnd(node, Math.min(span.end, paragraph.end) - paragraph.start);
  return [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top - 3 && y <= box.bottom + 3,
  );
}
