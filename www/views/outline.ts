/** The headings of the document, to go to: a list that opens, as long documents have many. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { Document } from "../state/model.js";
import type { Report } from "../state/report.js";

export function outlineView(
  { words, send }: Page,
  document: Document,
  report: Report,
): TemplateResult | typeof nothing {
  const headed = report.sections.filter(({ heading, speaker }) => heading !== null || speaker !== null);
  if (headed.length < 2) return nothing;
  const go = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const section = headed[Number(select.value)];
    // Back to its own name, so that the same heading can be chosen again.
    select.value = "";
    if (!section) return;
    const { start, end } = section.span;
    const words = section.heading ?? section.speaker ?? "";
    const span = { start, end: Math.min(end, start + Math.max(1, words.length)) };
    send({ type: "lit", lit: { document: document.id, target: { kind: "span", span }, from: "list" } });
  };
  return html`
    <select class="outline" aria-label=${words.source.outline} @change=${go}>
      <option value="" selected>${words.source.outline}</option>
      ${headed.map(({ heading, speaker }, index) => html`<option value=${index}>${heading ?? speaker}</option>`)}
    </select>`;
}
