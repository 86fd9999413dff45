/** What could not be compared, said where its rows are missed: documents without a place or a day, figures in no row. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import type { CollectionView } from "../state/collection.js";
import { collectionOf } from "../state/collection_rows.js";
import { gapsIn, LACKS, lackingIn } from "../state/gaps.js";
import { icons } from "./icons.js";

/** More than anyone mends by hand. */
const MOST = 100;

const WHY = ["unplaced", "unlabelled"] as const;

/** How many figures are in no row, and why; "" where all are in one. */
function leftOutWords({ state, words }: Page): string {
  const gaps = gapsIn(state);
  const lost = gaps.unplaced + gaps.unlabelled;
  if (lost === 0) return "";
  const { left, why } = words.collection.gaps;
  const reasons = WHY.flatMap((one) => (gaps[one] > 0 ? [why[one](count(gaps[one]))] : []));
  return left(count(lost), count(gaps.figures), reasons);
}

/** The same in a word, its reasons on hovering; nothing where documents lack something, which is said with them. */
export function leftOutView(page: Page): TemplateResult | typeof nothing {
  const { unplaced, unlabelled } = gapsIn(page.state);
  const lost = unplaced + unlabelled;
  if (lost === 0 || lackingIn(page.state).length > 0) return nothing;
  return html` · <span title=${leftOutWords(page)}>${page.words.collection.gaps.leftShort(count(lost))}</span>`;
}

export function gapsView(page: Page, view: CollectionView): TemplateResult | typeof nothing {
  const { state, words } = page;
  const lacking = lackingIn(state);
  if (lacking.length === 0 || view === "beside") return nothing;
  const gaps = gapsIn(state);
  const { gaps: said } = words.collection;
  const parts = LACKS.flatMap((kind) => (gaps[kind].length > 0 ? [said[kind](count(gaps[kind].length))] : []));
  return html`
    <details class="gaps" ?open=${collectionOf(state).panel.length === 0}>
      <summary>${icons.warning}<span>${[...parts, leftOutWords(page)].filter(Boolean).join(said.between)}</span></summary>
      <p>${said.remedy}</p>
      <ul>${lacking.slice(0, MOST).map(
        ({ document, lacks }) => html`<li>
          <button class="link" @click=${() => open(page, document.id)}>${document.name}</button>
          <span class="rejected-document">${lacks.map((kind) => said.lacks[kind]).join(said.between)}</span></li>`,
      )}</ul>
      ${lacking.length > MOST ? html`<p>${words.collection.contradictions.more(count(lacking.length - MOST))}</p>` : nothing}
    </details>`;
}

/** Opens a document at its beginning, where its place and day are given by hand. */
function open({ send }: Page, document: string): void {
  send({ type: "lit", lit: { document, target: { kind: "span", span: { start: 0, end: 0 } }, from: "list" } });
  send({ type: "paned", pane: "source" });
}
