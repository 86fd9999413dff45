/** What became of a promise, told by shape as well as colour: a tick, a cross, an open ring, a question. */
import { html, svg, type TemplateResult } from "lit";
import type { Outcome } from "../generated/report.js";

const SHAPES: Record<Outcome, TemplateResult> = {
  met: svg`<path d="M3 7.5 6 10.5 11.5 4" />`,
  missed: svg`<path d="M3.5 3.5 10.5 10.5M10.5 3.5 3.5 10.5" />`,
  open: svg`<circle cx="7" cy="7" r="4.2" />`,
  unknown: svg`<path d="M4.6 5.2a2.4 2.4 0 1 1 3.3 2.2c-.6.3-.9.7-.9 1.4M7 11.2v.1" />`,
};

export function outcomeGlyph(outcome: Outcome): TemplateResult {
  return html`<svg class="outcome-glyph" data-outcome=${outcome} viewBox="0 0 14 14" width="14" height="14" fill="none"
    stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[outcome]}</svg>`;
}
