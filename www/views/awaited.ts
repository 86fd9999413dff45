/** What an address asks for that is not here: said, so that a bookmark opened in a fresh tab is no riddle. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { State } from "../state/model.js";
import { isFiltered } from "../state/rows.js";

/** Names of the documents that an address names and that are not on the page. */
function missing({ awaited, facets, documents }: State): string[] {
  const { scope, open, left, right, lit } = awaited;
  const named = [scope, open, left?.document, right?.document, lit?.document, ...facets.document];
  const here = new Set(documents.map(({ name }) => name));
  return [...new Set(named.flatMap((name) => (name && !here.has(name) ? [name] : [])))];
}

export function awaitedView({ state, words }: Page): TemplateResult | typeof nothing {
  const names = missing(state);
  const empty = state.documents.length === 0;
  const asked = names.length > 0 || (empty && (state.view !== "figures" || isFiltered(state)));
  if (!asked) return nothing;
  const view = [words.views[state.view], state.query].filter(Boolean).join(" · ");
  return html`<p class="awaited" role="status"><b>${words.start.awaited(names, view)}</b><span>${words.start.awaitedHint}</span></p>`;
}
