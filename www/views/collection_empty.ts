/** What stands where no row is left: nothing to compare, or nothing that the search lets through. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";

export function collectionEmpty({ state, words, send }: Page, none?: string): TemplateResult {
  const narrowed = state.query.trim() !== "" || state.scope !== "all";
  return html`<div class="empty">
    <p>${narrowed ? words.table.noneFound : (none ?? words.collection.none)}</p>
    ${
      narrowed
        ? html`<button class="link" @click=${() => {
            send({ type: "unfiltered" });
            send({ type: "scoped", scope: "all" });
          }}>${words.facets.clear}</button>`
        : nothing
    }
  </div>`;
}
