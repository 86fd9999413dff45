// Columns of a terminal: a Chinese character takes two, a combining mark none.

/** East Asian Wide and Fullwidth, by block: what a Chinese document and a terminal can meet. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

function widthOf(character: string): number {
  if (none.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Columns that the text takes. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum;
}

/** The text in exactly `columns` columns: cut with an ellipsis, or filled with spaces on the right or left. */
export function fit(text: string, columns: number, side: "left" | "right" = "left"): string {
  let cut = text;
  if (width(text) > columns) {
    cut = "";
    let left = columns - 1;
    for (const character of text) {
      left -= widthOf(character);
      if (left < 0) break;
      cut += character;
    }
    cut += "…";
  }
  const fill = " ".repeat(Math.max(0, columns - width(cut)));
  return side === "left" ? cut + fill : fill + cut;
}
