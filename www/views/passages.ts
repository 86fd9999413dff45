/** The search in the text itself: every sentence that holds the words, also where there is no figure. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { openingWords } from "../state/markup.js";
import { foundPassages, queryWords, type Passage } from "../state/search.js";
import { emptyView } from "./empty.js";
import { marked } from "./marked.js";
import "./virtual_rows.js";

export function passagesView(page: Page): TemplateResult {
  const { state, words } = page;
  const passages = foundPassages(state);
  if (state.query.trim() === "") return html`<div class="empty"><p>${words.passages.hint}</p></div>`;
  if (passages.length === 0) return emptyView(page, words.passages.none, words.passages.none);
  const lit = litPassage(page, passages);
  const parts = queryWords(state.query);
  return html`
    <jd-rows id="passages" class="passages" role="listbox" tabindex="0" aria-label=${words.passages.label}
      aria-activedescendant=${lit >= 0 ? `passage-${lit}` : nothing}
      .count=${passages.length} .rowHeight=${58} .narrowRowHeight=${84} .narrowBelow=${520} .row=${(index: number) => passageRow(page, passages, index, parts)}
      .shown=${lit} .shownKey=${state.lit}></jd-rows>`;
}

/** Place of the lit passage, -1 where there is none. */
export function litPassage({ state }: Pick<Page, "state">, passages: readonly Passage[]): number {
  const { lit } = state;
  if (lit?.target.kind !== "span") return -1;
  const { start } = lit.target.span;
  return passages.findIndex(({ document, span }) => document.id === lit.document && span.start === start);
}

function passageRow(page: Page, passages: readonly Passage[], index: number, parts: readonly string[]): TemplateResult {
  const passage = passages[index];
  if (passage?.document.progress.at !== "done") return html``;
  const { state, send } = page;
  const { document, context, span } = passage;
  const { text } = passage.document.progress.report.document;
  const lit = state.lit;
  const selected = lit?.document === document.id && lit.target.kind === "span" && lit.target.span.start === span.start;
  // The words found must be in sight in two lines.
  const from = Math.max(context.start, span.start - 36);
  const shown = (from > context.start ? "…" : "") + openingWords(text.slice(from, context.end)).trim();
  return html`
    <div class="row passage" role="option" id="passage-${index}" aria-posinset=${index + 1} aria-setsize=${passages.length} aria-selected=${selected}
      @click=${() => {
        send({ type: "lit", lit: { document: document.id, target: { kind: "span", span }, from: "list" } });
        send({ type: "paned", pane: "source" });
      }}>
      <p class="passage-words">${marked(shown, parts)}</p>
      <span class="passage-document">${document.name}</span>
    </div>`;
}
