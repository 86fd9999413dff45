/** The panel: the table that a researcher builds by hand, by place, by indicator, by year, wide or long. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { PANEL_FORMS, type Choice, type PanelForm } from "../state/collection.js";
import { absentRows, cube, panelRows, passedYears } from "../state/collection_rows.js";
import { focus } from "../state/shown_table.js";
import { pivotForm, shownTable } from "../state/shown_table.js";
import { collectionEmpty } from "./collection_empty.js";
import { leftOutView } from "./gaps.js";
import { monthsView } from "./months.js";
import { absentView } from "./panel_absent.js";
import { gridView } from "./panel_grid.js";
import { longView } from "./panel_long.js";
import { namedIndicator } from "./indicator_words.js";

export function panelView(page: Page): TemplateResult {
  const { state, words } = page;
  const { form } = state.choice;
  return html`
    <div class="across-bar">
      <div class="panel-controls sliding">
        ${formsView(page)}
        ${form === "place" || form === "indicator" || form === "year" ? fixedView(page, form) : nothing}
        ${pivotForm(form) ? [monthsView(page), switchesView(page)] : nothing}
      </div>
      ${pivotForm(form) ? sizeView(page) : html`<span class="across-size">${words.collection.panel.rows(count(form === "long" ? panelRows(state).length : absentRows(state).length))}</span>`}
    </div>
    ${bodyView(page, form)}`;
}

function bodyView(page: Page, form: PanelForm): TemplateResult {
  if (form === "absent") return absentView(page);
  if (form === "long") return longView(page);
  const table = shownTable(page.state);
  return table.rows.length === 0 ? collectionEmpty(page) : gridView(page, table);
}

function formsView({ state, words, send }: Page): TemplateResult {
  const { panel } = words.collection;
  return html`
    <div class="choices" role="group" aria-label=${panel.formLabel}>
      ${PANEL_FORMS.map(
        (form) => html`<button aria-pressed=${state.choice.form === form}
          @click=${() => send({ type: "chosen", choice: { form } })}>${panel.forms[form]}</button>`,
      )}
    </div>`;
}

/** Which place, indicator or year the table is about. */
function fixedView(page: Page, form: "place" | "indicator" | "year"): TemplateResult | typeof nothing {
  const { state, words, send } = page;
  const all = cube(state);
  const focused = focus(state);
  const options: [string, string][] =
    form === "place"
      ? all.places.map(({ key, name }) => [key, name])
      : form === "indicator"
        ? all.indicators.map(({ key, name, id }) => [key, namedIndicator(page, id, name)])
        : all.years.map((year) => [String(year), String(year)]);
  const chosen =
    form === "place" ? focused.place?.key : form === "indicator" ? focused.indicator?.key : String(focused.year);
  if (options.length === 0) return nothing;
  return html`
    <label class="pick"><span>${words.collection.panel[form]}</span>
      <select name=${form} @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        const choice: Partial<Choice> = form === "year" ? { year: Number(value) } : { [form]: value };
        send({ type: "chosen", choice });
      }}>
        ${options.map(([key, name]) => html`<option value=${key} .selected=${key === chosen}>${name}</option>`)}
      </select></label>`;
}

function switchesView({ state, words, send }: Page): TemplateResult | typeof nothing {
  const { panel } = words.collection;
  const { heat, all } = state.choice;
  const table = shownTable(state);
  // Of nothing there is nothing to colour.
  if (table.rows.length === 0 && !all) return nothing;
  const warmest = Math.round(table.warmest);
  return html`
    <label class="switch" title=${panel.heatScale(`${warmest}%`)}>
      <input type="checkbox" name="heat" .checked=${heat}
        @change=${(event: Event) => send({ type: "chosen", choice: { heat: (event.target as HTMLInputElement).checked } })} />
      <span>${panel.heat}</span><span class="heat-scale" aria-hidden="true">−${warmest}%<span><i data-sign="down"></i><i></i><i data-sign="up"></i></span>+${warmest}%</span>
    </label>
    <label class="switch">
      <input type="checkbox" name="all" .checked=${all}
        @change=${(event: Event) => send({ type: "chosen", choice: { all: (event.target as HTMLInputElement).checked } })} />
      <span>${panel.all}</span>
    </label>`;
}

/** How large the table is, and what it is not about. */
function sizeView(page: Page): TemplateResult {
  const { state, words } = page;
  const { panel } = words.collection;
  const { rows, columns } = shownTable(state);
  const passed = passedYears(state);
  const { elsewhere } = cube(state);
  return html`<span class="across-size">${panel.size(count(rows.length), count(columns.length))}${passed > 0 ? ` · ${panel.passed(passed)}` : ""}${elsewhere > 0 ? ` · ${panel.elsewhere(count(elsewhere))}` : ""}${leftOutView(page)}</span>`;
}
