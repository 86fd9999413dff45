/** The ledger: by place and year, how many promises were kept, and how firmly they were made. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { FigureRef } from "../generated/report.js";
import { count } from "../format/count.js";
import { OUTCOMES } from "../state/collection.js";
import { dueYear, vowPlace, vows } from "../state/collection_rows.js";
import { collectionEmpty } from "./collection_empty.js";
import { byHandMark } from "./by_hand.js";
import { outcomeGlyph } from "./promises_glyphs.js";

export interface LedgerCell {
  /** Figures that its promises rest on. */
  references: FigureRef[];
  outcomes: Map<string, number>;
  commitment: Map<string, number>;
  all: number;
}

export function ledgerView(page: Page): TemplateResult {
  const { words, send } = page;
  const { promises, outcomes } = words.collection;
  const { places, years, judged, cells } = ledgerOf(page);
  if (places.size === 0) return collectionEmpty(page, promises.none);
  return html`
    <div class="ledger" tabindex="0" role="region" aria-label=${promises.ledger}>
      <p class="across-note">${promises.ledgerHeading}</p>
      <table>
        <thead><tr><th scope="col">${promises.place}</th>${years.map((year) => html`<th scope="col" ?data-judged=${judged.has(year)}>${year}</th>`)}</tr></thead>
        <tbody>${[...places].map(
          ([key, name]) => html`<tr>
            <th scope="row">${name || promises.noPlace}</th>
            ${years.map((year) => {
              const cell = cells.get(`${key} ${year}`);
              if (!cell) return html`<td></td>`;
              const of = (word: string): string => count(cell.commitment.get(word) ?? 0);
              return html`<td><button class="ledger-cell" title=${promises.firmness(of("firm"), of("aim"), of("plain"))} @click=${() =>
                send({ type: "chosen", choice: { ledger: false, promisePlace: key, promiseYear: year } })}>
                <span class="ledger-bar" aria-hidden="true">${OUTCOMES.map((outcome) => bar(cell, outcome))}</span>
                <span class="ledger-counts">${OUTCOMES.map((outcome) => {
                  const told = cell.outcomes.get(outcome) ?? 0;
                  return told > 0
                    ? html`<span data-outcome=${outcome}>${outcomeGlyph(outcome)}<span class="unseen">${outcomes[outcome]} </span>${count(told)}</span>`
                    : nothing;
                })}${byHandMark(page, cell.references)}</span></button></td>`;
            })}</tr>`,
        )}</tbody>
      </table>
    </div>`;
}

function bar(cell: LedgerCell, outcome: string): TemplateResult | typeof nothing {
  const told = cell.outcomes.get(outcome) ?? 0;
  return told > 0 ? html`<span data-outcome=${outcome} .style=${`flex-grow:${told}`}></span>` : nothing;
}

/** Counted from what is in sight, so that the ledger follows the filters as the list does. */
function ledgerOf({ state }: Page): {
  places: Map<string, string>;
  years: number[];
  judged: ReadonlySet<number>;
  cells: Map<string, LedgerCell>;
} {
  const counts = new Map<string, { name: string; all: number }>();
  const years = new Set<number>();
  const judged = new Set<number>();
  const cells = new Map<string, LedgerCell>();
  for (const vow of vows(state)) {
    const year = dueYear(vow);
    if (year === null) continue;
    const place = vowPlace(vow);
    years.add(year);
    if (vow.row.result === "met" || vow.row.result === "missed") judged.add(year);
    const known = counts.get(place) ?? { name: vow.row.subject ?? "", all: 0 };
    known.all += 1;
    counts.set(place, known);
    const at = `${place} ${year}`;
    const cell: LedgerCell = cells.get(at) ?? { references: [], outcomes: new Map(), commitment: new Map(), all: 0 };
    cells.set(at, cell);
    cell.all += 1;
    if (vow.kind === "promise") cell.references.push(...vow.row.targets, ...vow.row.evidence);
    cell.outcomes.set(vow.row.result, (cell.outcomes.get(vow.row.result) ?? 0) + 1);
    const word = vow.row.commitment ?? "plain";
    cell.commitment.set(word, (cell.commitment.get(word) ?? 0) + 1);
  }
  const places = [...counts].sort(([, one], [, two]) => two.all - one.all).slice(0, 400);
  return {
    places: new Map(places.map(([key, { name }]) => [key, name])),
    // What became of promises is what a reader opens a ledger for; then the latest.
    years: [...years].sort((one, two) => Number(judged.has(two)) - Number(judged.has(one)) || two - one),
    judged,
    cells,
  };
}
