/** The words of a search, set off wherever they are shown. */
import { html, type TemplateResult } from "lit";

/** The text with the words in it marked; as it is where nothing is sought. */
export function marked(text: string, parts: readonly string[]): (string | TemplateResult)[] {
  const low = text.toLowerCase();
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  if (parts.length === 0 || low.length !== text.length) return [text];
  for (;;) {
    const next = parts
      .map((part) => ({ part, start: low.indexOf(part, at) }))
      .filter(({ start }) => start >= 0)
      .sort((one, two) => one.start - two.start)[0];
    if (!next) break;
    const end = next.start + next.part.length;
    pieces.push(text.slice(at, next.start), html`<mark>${text.slice(next.start, end)}</mark>`);
    at = end;
  }
  return [...pieces, text.slice(at)];
}
