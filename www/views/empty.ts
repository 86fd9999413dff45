/** What stands where there is nothing to show: still reading, nothing found, or a document that failed. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { inLanguage } from "../messages/bilingual.js";
import { documentOf, NOTHING_GIVEN, type Document } from "../state/model.js";
import { isFiltered } from "../state/rows.js";
import { failureWords } from "./documents.js";

/** `none` when the documents hold nothing, `noneFound` when the filter lets nothing through. */
export function emptyView(page: Page, none: string, noneFound: string): TemplateResult {
  const { state, words, send, commands } = page;
  const scoped =
    state.scope === "all" ? state.documents : [documentOf(state, state.scope)].filter((one) => one !== undefined);
  if (scoped.some(({ progress }) => progress.at === "waiting" || progress.at === "running"))
    return html`<div class="empty" aria-busy="true"><p>${words.table.waiting}</p></div>`;
  const stopped = scoped.filter(({ progress }) => progress.at === "cancelled");
  if (stopped.length === scoped.length && stopped.length > 0)
    return html`<div class="empty"><p>${words.documents.stopped(stopped.length)}</p>
      <button @click=${commands.retry}>${words.documents.again}</button></div>`;
  const failed = scoped.filter(({ progress }) => progress.at === "failed");
  if (failed.length === scoped.length && failed.length > 0)
    return html`<div class="empty">${failed.slice(0, 20).map((document) => failureView(page, document))}</div>`;
  const filtered = isFiltered(state);
  return html`<div class="empty">
    <p>${filtered ? noneFound : none}</p>
    ${filtered ? html`<button class="link" @click=${() => send({ type: "unfiltered" })}>${words.facets.clear}</button>` : nothing}
  </div>`;
}

/** Why a document failed, what to do about it, and the core's own words on request. */
function failureView({ words, commands, state }: Page, document: Document): TemplateResult {
  if (document.progress.at !== "failed") return html``;
  const { failure } = document.progress;
  const { why, remedy } = failureWords(failure, words);
  return html`
    <article class="failure">
      <h2>${document.name}</h2>
      <p><strong>${why}</strong></p>
      <p>${remedy}</p>
      ${failure.detail ? html`<details><summary>${words.failure.details}</summary><p class="failure-detail">${inLanguage(failure.detail, state.locale)}</p></details>` : nothing}
      ${
        // Again with the same wrong day or place would fail again.
        failure.code === "option"
          ? html`<button @click=${() => commands.again(document.id, NOTHING_GIVEN)}>${words.card.reset}</button>`
          : html`<button @click=${() => commands.again(document.id, document.given)}>${words.documents.again}</button>`
      }
    </article>`;
}
