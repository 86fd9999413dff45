/** Values that cannot both hold, values that were revised, and growth that does not fit its levels: told apart. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { FigureRef } from "../generated/report.js";
import { count } from "../format/count.js";
import { intervalText } from "../format/interval.js";
import { arithmeticText } from "../format/arithmetic.js";
import { quantityText } from "../format/quantity.js";
import { DISPUTES, type Dispute } from "../state/collection.js";
import { disputeIn, disputeRows } from "../state/collection_rows.js";
import { evidenceOf, litFigure, sentenceOf } from "../state/evidence.js";
import { sameTarget } from "../state/marks.js";
import { byHandMark } from "./by_hand.js";
import { icons } from "./icons.js";
import { disputeHeading, valuesOf } from "./dispute_words.js";

/** More than anyone reads at once; the rest stands in the files. */
const MOST = 200;

interface Entry {
  /** Why it is here, where there is more than one reason. */
  kind: string;
  /** Worded when it is drawn: there may be thousands. */
  note: () => string;
  sides: readonly { label: string; figure: FigureRef }[];
}

export function contradictionsView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { contradictions } = words.collection;
  const dispute = disputeIn(state);
  const rows = disputeRows(state);
  const entries = entriesOf(page, dispute);
  return html`
    <div class="across-bar">
      <div class="choices" role="group" aria-label=${contradictions.label}>
        ${DISPUTES.map(
          (
            one,
          ) => html`<button aria-pressed=${dispute === one} @click=${() => send({ type: "chosen", choice: { dispute: one } })}
            >${contradictions.kinds[one]}<span class="tab-count">${count(rows[one].length)}</span></button>`,
        )}
      </div>
    </div>
    <div class="disputes" tabindex="0" role="region" aria-label=${contradictions.kinds[dispute]}>
      ${dispute === "checks" || dispute === "revisions" ? noneView(page) : nothing}
      <p class="across-note">${contradictions.meaning[dispute]}</p>
      ${entries.length === 0 ? html`<p class="disputes-none">${contradictions.none[dispute]}</p>` : nothing}
      ${entries.slice(0, MOST).map((entry) => entryView(page, entry))}
      ${entries.length > MOST ? html`<p class="across-note">${contradictions.more(count(entries.length - MOST))}</p>` : nothing}
    </div>`;
}

/** What the view is called after is said first: there is none of it. What follows is something else. */
function noneView({ state, words }: Page): TemplateResult | typeof nothing {
  const { conflicts, revisions, checks } = disputeRows(state);
  if (conflicts.length > 0) return nothing;
  const { only } = words.collection.contradictions;
  return html`<p class="disputes-only">${only(revisions.length, checks.length)}</p>`;
}

function entriesOf(page: Page, dispute: Dispute): Entry[] {
  const { state, words } = page;
  const { contradictions } = words.collection;
  const { conflicts, revisions, checks } = disputeRows(state);
  switch (dispute) {
    case "conflicts":
      return conflicts.map(({ rows }) => ({
        kind: "",
        note: () => valuesOf(page, rows, " ≠ "),
        sides: rows.map((figure) => ({ label: "", figure })),
      }));
    case "revisions":
      return revisions.map(({ kind, from, to }) => ({
        kind: contradictions.revision[kind],
        note: () => valuesOf(page, [from, to], " → "),
        sides: [
          { label: contradictions.earlier, figure: from },
          { label: contradictions.later, figure: to },
        ],
      }));
    case "checks":
      return checks.map(({ kind, rows, arithmetic }) => ({
        kind: contradictions.check[kind],
        note: () => arithmeticText(arithmetic, state.locale),
        sides: rows.map((figure, at) => ({ label: contradictions.parts[at] ?? "", figure })),
      }));
  }
}

function entryView(page: Page, { kind, note, sides }: Entry): TemplateResult {
  const { state, words, send } = page;
  const [left, right] = sides.map(({ figure }) => evidenceOf(state, figure));
  const what = disputeHeading(
    page,
    sides.map(({ figure }) => figure),
  );
  const beside = Math.max(2, Math.min(3, sides.length));
  return html`
    <article class="dispute" .style=${`--lines:${Math.ceil(sides.length / beside)}`}>
      <header class="dispute-head">
        ${what ? html`<h2>${what}</h2>` : nothing}
        ${kind ? html`<span class="dispute-kind">${kind}</span>` : nothing}
        <span class="dispute-note">${note()}</span>
        ${
          left && right
            ? html`<button class="quiet" @click=${() => {
                send({ type: "chosen", choice: { left: litFigure(left), right: litFigure(right) } });
                send({ type: "viewed", view: "beside" });
              }}>${icons.beside}<span>${words.collection.beside}</span></button>`
            : nothing
        }
      </header>
      <div class="dispute-sides" .style=${`--sides:${beside}`}>${sides.map(({ label, figure }) => sideView(page, label, figure))}</div>
    </article>`;
}

function sideView(page: Page, label: string, reference: FigureRef): TemplateResult | typeof nothing {
  const { state, words, send } = page;
  const evidence = evidenceOf(state, reference);
  if (!evidence) return nothing;
  const { figure, document, index } = evidence;
  const [before, marked, behind] = sentenceOf(evidence);
  const about = [label, figure.period ? intervalText(figure.period, state.locale) : "", words.measure[figure.measure]];
  return html`
    <button class="dispute-side" aria-pressed=${sameTarget(state.lit, document.id, "figure", index)} title=${words.collection.source(document.name)} @click=${() => {
      send({ type: "lit", lit: litFigure(evidence) });
      send({ type: "paned", pane: "source" });
    }}>
      <span class="dispute-value number">${quantityText(figure, state.locale)}${byHandMark(page, [reference])}</span>
      <span class="dispute-about">${about.filter(Boolean).join(" · ")}</span>
      <q lang="zh-Hans">${before.length > 80 ? `…${before.slice(-78)}` : before}<b>${marked}</b>${behind.slice(0, 120)}</q>
      <span class="dispute-document">${document.name}</span>
    </button>`;
}
