/** A passing word, shown and said. */
import { html, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { keyed } from "lit/directives/keyed.js";

export function noticeView({ state }: Page): TemplateResult {
  const { notice } = state;
  return html`<div class="notices" role="status" aria-live="polite">${notice ? keyed(notice.serial, html`<p class="notice">${notice.text}</p>`) : ""}</div>`;
}
