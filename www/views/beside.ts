/** Two texts side by side: two documents, or a target and its result, with both quotes in view. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { intervalText } from "../format/interval.js";
import { quantityText } from "../format/quantity.js";
import { sharedBy, sidesIn, type Shared } from "../state/beside.js";
import { nameOf } from "../state/collection_rows.js";
import { litFigure, type Evidence } from "../state/evidence.js";
import { contextOf, spanOf } from "../state/marks.js";
import { documentOf, reportOf, type Document, type Lit } from "../state/model.js";
import { byHandMark } from "./by_hand.js";
import { icons } from "./icons.js";
import { outcomeGlyph } from "./promises_glyphs.js";
import "./source_text.js";
import type { SourceView } from "./source_text.js";
import "./virtual_rows.js";
import { namedIndicator } from "./indicator_words.js";

type Side = "left" | "right";

export function besideView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { besides } = words.collection;
  const { left, right } = sidesIn(state);
  return html`
    <div class="across-bar">
      <p class="across-note">${left && right ? besides.hint : nothing}</p>
      <button class="quiet" ?disabled=${!left || !right} @click=${() =>
        send({
          type: "chosen",
          choice: { left: state.choice.right ?? litOf(right), right: state.choice.left ?? litOf(left) },
        })}>${icons.swap}<span>${besides.swap}</span></button>
    </div>
    ${left && right && left !== right ? sharedView(page, left, right) : nothing}
    <div class="beside">${sideView(page, "left", left)}${sideView(page, "right", right)}</div>`;
}

/** A document with nothing lit in it yet. */
function litOf(document: Document | undefined): Lit | null {
  return document
    ? { document: document.id, target: { kind: "span", span: { start: 0, end: 0 } }, from: "list" }
    : null;
}

function sharedView(page: Page, left: Document, right: Document): TemplateResult {
  const { state, words } = page;
  const rows = sharedBy(state, left.id, right.id);
  const { besides } = words.collection;
  if (rows.length === 0) return html`<p class="across-note">${besides.noneShared}</p>`;
  return html`
    <p class="across-note">${besides.shared(count(rows.length))}</p>
    <jd-rows class="shared" role="list" tabindex="-1" aria-label=${`${left.name} · ${right.name}`} .count=${rows.length} .rowHeight=${32} .narrowRowHeight=${48} .narrowBelow=${620}
      .style=${`--shown:${Math.min(5, rows.length)}`} .row=${(index: number) => sharedRow(page, rows[index], index, rows.length)}></jd-rows>`;
}

function sharedRow(page: Page, one: Shared | undefined, index: number, all: number): TemplateResult {
  if (!one) return html``;
  const { state, words, send } = page;
  const { left, right, outcome, disputed } = one;
  const pressed = isSame(state.choice.left, litFigure(left)) && isSame(state.choice.right, litFigure(right));
  const side = ({ figure, document }: Evidence): TemplateResult =>
    html`<span class="shared-value"><span class="shared-period">${[
      figure.period ? intervalText(figure.period, state.locale) : "",
      figure.status === "actual" ? "" : words.status[figure.status],
    ]
      .filter(Boolean)
      .join(" ")}</span> <span class="number">${quantityText(figure, state.locale)}</span>${byHandMark(page, [
      { document: nameOf(state.comparison.compared, document.id), figure: figure.id },
    ])}</span>`;
  return html`
    <div role="listitem" class="shared-item" aria-posinset=${index + 1} aria-setsize=${all}>
      <button class="shared-row" aria-pressed=${pressed} ?data-disputed=${disputed} @click=${() =>
        send({ type: "chosen", choice: { left: litFigure(left), right: litFigure(right) } })}>
        ${side(left)}
        <span class="shared-what" title=${namedIndicator(page, one.id, one.name)}>${outcome ? html`<span title=${words.collection.outcomes[outcome]}>${outcomeGlyph(outcome)}</span> ` : nothing}${namedIndicator(page, one.id, one.name)}</span>
        ${side(right)}
      </button></div>`;
}

function isSame(one: Lit | null, two: Lit): boolean {
  return one?.document === two.document && JSON.stringify(one.target) === JSON.stringify(two.target);
}

function sideView(page: Page, side: Side, document: Document | undefined): TemplateResult {
  const { state, words, send } = page;
  const { besides } = words.collection;
  const report = reportOf(document);
  const done = state.documents.filter(({ progress }) => progress.at === "done");
  return html`
    <section class="beside-side" aria-label=${besides[side]}>
      <header class="beside-head">
        <label class="pick"><span class="unseen">${besides[side]}</span>
          <select name=${side} @change=${(event: Event) => {
            const chosen = documentOf(state, (event.target as HTMLSelectElement).value);
            send({ type: "chosen", choice: { [side]: litOf(chosen) } });
          }}>
            ${document ? nothing : html`<option value="" .selected=${true}>${besides.choose}</option>`}
            ${done.map(({ id, name }) => html`<option value=${id} .selected=${id === document?.id}>${name}</option>`)}
          </select></label>
        ${quoteView(page, state.choice[side], document)}
      </header>
      ${
        document && report
          ? html`<jd-source class="source-body" .view=${viewOf(page, side, document)}></jd-source>`
          : html`<div class="empty"><p>${besides.choose}</p></div>`
      }
    </section>`;
}

/** What is lit on this side, in a line above its text. */
function quoteView(page: Page, lit: Lit | null, document: Document | undefined): TemplateResult | typeof nothing {
  const { state } = page;
  const report = reportOf(document);
  if (!lit || !report || lit.document !== document?.id) return nothing;
  // A promise without a number stands on an entry of the timeline.
  if (lit.target.kind === "entry")
    return html`<p class="beside-quote"><b>${report.timeline[lit.target.index]?.title ?? ""}</b></p>`;
  if (lit.target.kind !== "figure") return nothing;
  const figure = report.figures[lit.target.index];
  if (!figure) return nothing;
  return html`<p class="beside-quote"><span>${namedIndicator(page, figure.indicatorId, figure.indicator)}</span> <b>${quantityText(figure, state.locale)}</b> <span>${figure.period ? intervalText(figure.period, state.locale) : ""}</span></p>`;
}

function viewOf({ state, send }: Page, side: Side, document: Document): SourceView | null {
  const report = reportOf(document);
  if (!report) return null;
  const chosen = state.choice[side];
  const lit = chosen?.document === document.id ? chosen : null;
  const span = lit && spanOf(report, lit.target);
  const figure = lit?.target.kind === "figure" ? report.figures[lit.target.index] : undefined;
  return {
    report,
    shown: state.marks,
    lit:
      lit && span && span.end > span.start
        ? {
            span,
            context: contextOf(report, lit.target),
            indicator: figure?.indicatorSpans ?? [],
            kind: lit.target.kind,
          }
        : null,
    litKey: lit,
    still: lit?.from === "source",
    found: [],
    onPick: ({ kind, index }) =>
      send({
        type: "chosen",
        choice: { [side]: { document: document.id, target: { kind, index }, from: "source" } satisfies Lit },
      }),
  };
}
