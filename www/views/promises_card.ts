/** One promise: what was promised, what came of it, both sentences, and the comparison in numbers. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { Basis, CommitmentRow, PromiseRow } from "../generated/report.js";
import { arithmeticText } from "../format/arithmetic.js";
import { intervalText } from "../format/interval.js";
import { quantityText } from "../format/quantity.js";
import type { Vow } from "../state/collection_rows.js";
import { evidenceOf, itemOf, litFigure, sentenceOf, sidesOf, type Evidence } from "../state/evidence.js";
import { untellableIn } from "../state/gaps.js";
import type { Lit } from "../state/model.js";
import { reviewOf } from "../state/reviewed.js";
import { byHandMark } from "./by_hand.js";
import { icons } from "./icons.js";
import { outcomeGlyph } from "./promises_glyphs.js";
import { namedIndicator } from "./indicator_words.js";

export function vowView(page: Page, vow: Vow | undefined, index: number, all: number): TemplateResult {
  if (!vow) return html``;
  return html`
    <div class="vow" role="listitem" aria-posinset=${index + 1} aria-setsize=${all} data-outcome=${vow.row.result}>
      ${vow.kind === "promise" ? promiseView(page, vow.row) : commitmentView(page, vow.row)}
    </div>`;
}

function head(
  { words, state }: Page,
  row: PromiseRow | CommitmentRow,
  what: string,
  numbers: TemplateResult,
): TemplateResult {
  return html`
    <header class="vow-head">
      <span class="vow-outcome" data-outcome=${row.result}>${outcomeGlyph(row.result)}${words.collection.outcomes[row.result]}</span>
      <h2 class="vow-what" title=${what}>${what}</h2>
      <span class="vow-who">${[row.subject, row.due ? words.collection.promises.due(intervalText(row.due, state.locale)) : ""].filter(Boolean).join(" · ")}</span>
      <span class="vow-numbers">${numbers}</span>
    </header>`;
}

function promiseView(page: Page, row: PromiseRow): TemplateResult {
  const { state, words } = page;
  const { promises } = words.collection;
  const target = evidenceOf(state, row.target);
  const outcome = evidenceOf(state, row.outcome ?? row.evidence[0]);
  const firmness = row.commitment && row.commitment !== "plain" ? words.commitment[row.commitment] : "";
  const numbers = html`
    <span class="vow-target">${valueText(page, row.value, row, target)}${byHandMark(page, row.targets)}</span>
    ${row.modality || firmness ? html`<span class="vow-modality" title=${firmness}>${row.modality ?? firmness}</span>` : nothing}
    <span class="vow-arrow" aria-hidden="true">→</span>
    <span class="vow-result">${row.outcomeValue === null ? "?" : valueText(page, row.outcomeValue, { ...row, bound: "exact" }, outcome)}${byHandMark(page, row.evidence)}</span>`;
  const { left, right } = sidesOf(state, row);
  return html`
    ${head(page, row, `${namedIndicator(page, row.indicatorId, row.indicator)} · ${words.measure[row.measure]}`, numbers)}
    <div class="vow-sides">
      ${sideView(page, words.collection.target, target)}
      ${outcome ? sideView(page, words.collection.result, outcome) : missingView(page, row)}
    </div>
    <footer class="vow-foot">
      ${row.arithmetic ? html`<span class="vow-arithmetic"><span class="vow-label">${promises.arithmetic}</span>${arithmeticText(row.arithmetic, state.locale)}</span>` : nothing}
      ${row.caveat ? html`<span class="vow-caveat">${promises.caveats[row.caveat]}</span>` : nothing}
      ${row.basis ? html`<span class="vow-basis">${basisWords(page, row.basis, row)}</span>` : nothing}
      ${left && right ? besideButton(page, left, right) : nothing}
    </footer>`;
}

/** How the result is known; one that a person typed is not stated by any document. */
function basisWords({ state, words }: Page, basis: Basis, { evidence }: PromiseRow): string {
  const typed = reviewOf(state, evidence)?.verdict === "edited";
  return typed ? words.judging.said.edited : words.collection.promises[basis];
}

/** Both sentences, each in its document, side by side. */
function besideButton({ words, send }: Page, left: Lit, right: Lit): TemplateResult {
  return html`<button class="quiet" @click=${() => {
    send({ type: "chosen", choice: { left, right } });
    send({ type: "viewed", view: "beside" });
  }}>${icons.beside}<span>${words.collection.beside}</span></button>`;
}

function valueText(
  { state }: Page,
  value: number | number[],
  { measure, unit, bound }: Pick<PromiseRow, "measure" | "unit" | "bound">,
  evidence: Evidence | null,
): string {
  const { scale = null, written = "" } = evidence?.figure ?? {};
  return quantityText({ value, measure, unit, bound, scale, written }, state.locale);
}

function sideView(page: Page, label: string, evidence: Evidence | null): TemplateResult {
  if (!evidence) return html`<p class="vow-side vow-missing">—</p>`;
  const [before, words, behind] = sentenceOf(evidence);
  return quoteView(page, label, evidence.document.name, litFigure(evidence), before, words, behind);
}

/** A sentence as a button that leads to it; cut in front so that the figure stays in sight. */
function quoteView(
  { state, words, send }: Page,
  label: string,
  name: string,
  lit: Lit,
  before: string,
  marked: string,
  behind: string,
): TemplateResult {
  const cut = before.length > 46 ? `…${before.slice(-44)}` : before;
  const pressed =
    state.lit?.document === lit.document && JSON.stringify(state.lit.target) === JSON.stringify(lit.target);
  return html`<button class="vow-side" aria-pressed=${pressed} title=${words.collection.source(name)} @click=${() => {
    send({ type: "lit", lit });
    send({ type: "paned", pane: "source" });
  }}><span class="vow-label">${label}<span class="vow-document">${name}</span></span><q lang="zh-Hans">${cut}<b>${marked}</b>${behind.slice(0, 90)}</q></button>`;
}

function missingView({ state, words }: Page, row: PromiseRow | CommitmentRow): TemplateResult {
  const { promises, result: label } = words.collection;
  const nothing = untellableIn(state)(row) ? promises.nothingAfter : promises.nothingFound;
  return html`<p class="vow-side vow-missing"><span class="vow-label">${label}</span>${row.result === "open" ? promises.notDue : nothing}</p>`;
}

function commitmentView(page: Page, row: CommitmentRow): TemplateResult {
  const { state, words } = page;
  const { promises, stages } = words.collection;
  const target = itemOf(state, row.target);
  const outcome = itemOf(state, row.outcome);
  const firmness = row.commitment === "plain" ? "" : words.commitment[row.commitment];
  const numbers = html`
    <span class="vow-target">${promises.promised(stages[row.promised])}</span>
    ${firmness ? html`<span class="vow-modality" title=${firmness}>${row.modality ?? firmness}</span>` : nothing}
    <span class="vow-arrow" aria-hidden="true">→</span>
    <span class="vow-result">${row.reached ? promises.reached(stages[row.reached]) : "?"}</span>`;
  return html`
    ${head(page, row, row.project ?? row.title, numbers)}
    <div class="vow-sides">
      ${target ? quoteView(page, words.collection.target, target.document.name, target.lit, "", "", target.sentence) : nothing}
      ${outcome ? quoteView(page, words.collection.result, outcome.document.name, outcome.lit, "", "", outcome.sentence) : missingView(page, row)}
    </div>
    ${target && outcome ? html`<footer class="vow-foot">${besideButton(page, target.lit, outcome.lit)}</footer>` : nothing}`;
}
