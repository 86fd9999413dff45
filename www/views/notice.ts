/** A passing word, shown and said. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { icons } from "./icons.js";
import { keyed } from "lit/directives/keyed.js";

export function noticeView({ state, words, send, commands }: Page): TemplateResult {
  const { notice } = state;
  const ways = html`<button class="link" @click=${commands.undo}>${words.judging.undo}</button>
    <button class="quiet" aria-label=${words.reading.close} title=${words.reading.close} @click=${() => send({ type: "dismissed" })}>${icons.close}</button>`;
  return html`<div class="notices" role="status" aria-live="polite">${notice ? keyed(notice.serial, html`<p class="notice" ?data-stays=${notice.undo}>${notice.text}${notice.undo ? ways : nothing}</p>`) : ""}</div>`;
}
