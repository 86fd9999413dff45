/** The legend of the source: what each mark means, how many there are, a switch for each; at its end the outline. */
import { html, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { MARK_KINDS, type MarkKind } from "../state/model.js";
import type { Report } from "../state/report.js";

export function legendView({ state, words, send }: Page, report: Report, outline: unknown): TemplateResult {
  const counts: Record<MarkKind, number> = {
    figure: report.figures.length,
    date: report.dates.length,
    slogan: report.slogans.length,
    other: report.others.length,
  };
  return html`
    <div class="legend" role="group" aria-label=${words.legend.label}>
      ${MARK_KINDS.map((kind) => {
        const shown = state.marks.has(kind);
        return html`<button class="legend-switch" aria-pressed=${shown} title=${words.legend.toggle(words.marks[kind], count(counts[kind]))}
          @click=${() => send({ type: "marked", kind, shown: !shown })}><span class="mark mark-${kind}">${words.marks[kind]}</span
          ><span class="legend-count">${count(counts[kind])}</span></button>`;
      })}
      <span class="legend-ahead">${words.legend.ahead}</span>
      ${outline}
    </div>`;
}
