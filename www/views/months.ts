/** Which months of a year pivots and charts are about: told to be there, so that no figure of a half year is lost in silence. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { WHOLE_YEAR } from "../lib/collection/wide.js";
import { cube } from "../state/collection_rows.js";

export function monthsView({ state, words, send }: Page): TemplateResult | typeof nothing {
  const { panel } = words.collection;
  const { stretches, elsewhere } = cube(state);
  const { months: chosen } = state.choice;
  const all = [...new Set([WHOLE_YEAR, chosen, ...stretches.keys()])];
  if (all.length < 2 && elsewhere === 0) return nothing;
  return html`
    <label class="pick" title=${elsewhere > 0 ? panel.elsewhere(count(elsewhere)) : ""}><span>${panel.months}</span>
      <select name="months" @change=${(event: Event) => send({ type: "chosen", choice: { months: (event.target as HTMLSelectElement).value } })}>
        ${all.map((months) => html`<option value=${months} .selected=${months === chosen}>${monthsName(panel.monthsName, months)} · ${count(stretches.get(months) ?? 0)}</option>`)}
      </select></label>`;
}

function monthsName(name: (from: number, to: number) => string, months: string): string {
  const [from = 1, to = 12] = months.split("-").map(Number);
  return name(from, to);
}

/** What titles say of the months: nothing where they are a whole year. */
export function monthsTold({ state, words }: Pick<Page, "state" | "words">): string {
  const { months } = state.choice;
  return months === WHOLE_YEAR ? "" : monthsName(words.collection.panel.monthsName, months);
}
