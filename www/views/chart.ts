/** Charts across documents: an indicator over the years, target against result, growth, structure. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { CHARTS, type Choice } from "../state/collection.js";
import {
  chartData,
  drawnLines,
  drawnMeasure,
  linesToDraw,
  MOST_LINES,
  ratioFocus,
  ratioRows,
  type ChartData,
} from "../state/chart_data.js";
import { cube } from "../state/collection_rows.js";
import { indicatorKey, placeKey } from "../state/pivot.js";
import { focus } from "../state/shown_table.js";
import { yearOf } from "../lib/collection/wide.js";
import { monthsTold, monthsView } from "./months.js";
import { chartTable } from "./chart_table.js";
import "./chart_view.js";
import type { ChartStyle } from "./chart_plot.js";
import { collectionEmpty } from "./collection_empty.js";
import { namedIndicator } from "./indicator_words.js";

export function chartsView(page: Page): TemplateResult {
  const { state, words } = page;
  const { charts } = words.collection;
  const { chart } = state.choice;
  const data = chartData(state);
  return html`
    ${kindsView(page)}
    ${
      data
        ? html`<div class="chart-body" tabindex="0" role="region" aria-label=${charts.kinds[chart]}>
          <figure class="chart-figure">
            <figcaption><h2>${chartTitle(page, data)}</h2>${data.more > 0 ? html`<p class="chart-more">${charts.more(data.more)}</p>` : nothing}</figcaption>
            <jd-chart .page=${page} .data=${data} .kind=${styleOf(page)} .names=${seriesNames(page, data)} .heading=${chartTitle(page, data)}></jd-chart>
          </figure>
          ${placesView(page)}
          <p class="across-hint">${charts.hint}</p>
          ${chartTable(page, data, seriesNames(page, data))}
        </div>`
        : collectionEmpty(page, charts.none[chart])
    }`;
}

function styleOf({ state }: Page): ChartStyle {
  const { chart } = state.choice;
  return chart === "series" ? "lines" : chart === "structure" ? "shares" : "bars";
}

export function chartTitle({ state, words }: Pick<Page, "state" | "words">, data: ChartData): string {
  const { charts } = words.collection;
  const { chart } = state.choice;
  const measure = drawnMeasure(state);
  const what = namedIndicator({ state, words }, data.id, data.what);
  const measured = chart === "series" || chart === "targets" ? `${what} · ${charts.measures[measure]}` : what;
  const months = monthsTold({ state, words });
  return charts.title[chart](months === "" ? measured : `${months}${measured}`, data.of);
}

/** The series in the reader's words. */
export function seriesNames({ state, words }: Pick<Page, "state" | "words">, data: ChartData): string[] {
  const { charts } = words.collection;
  switch (state.choice.chart) {
    case "series":
      return data.series.map(({ name }) => name);
    case "structure":
      return [...charts.parts(data.what, data.series.length)];
    default:
      return data.series.map(({ aim }) => (aim ? charts.target : charts.result));
  }
}

function kindsView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { charts } = words.collection;
  const { chart, along } = state.choice;
  const measure = drawnMeasure(state);
  const choose = (choice: Partial<Choice>) => () => send({ type: "chosen", choice });
  return html`
    <div class="across-bar">
      <div class="choices" role="group" aria-label=${charts.kindLabel}>
        ${CHARTS.map((one) => html`<button aria-pressed=${chart === one} @click=${choose({ chart: one })}>${charts.kinds[one]}</button>`)}
      </div>
      ${
        chart === "series" || chart === "targets"
          ? html`<div class="choices" role="group" aria-label=${charts.measure}>
            ${(["growth", "level"] as const).map((one) => html`<button aria-pressed=${measure === one} @click=${choose({ measure: one })}>${charts.measures[one]}</button>`)}
          </div>`
          : nothing
      }
      ${
        chart === "series"
          ? nothing
          : html`<div class="choices" role="group" aria-label=${charts.alongLabel}>
            ${(["years", "places"] as const).map((one) => html`<button aria-pressed=${along === one} @click=${choose({ along: one })}>${charts.along[one]}</button>`)}
          </div>`
      }
      ${picksView(page)}
    </div>`;
}

/** Which indicator, and of whom or when. */
function picksView(page: Page): TemplateResult {
  const { state, words } = page;
  const { panel } = words.collection;
  const { chart, along, months } = state.choice;
  const all = cube(state);
  const focused = focus(state);
  const ratios = chart === "structure" ? ratioRows(state) : [];
  const whole = ratioFocus(ratios, state.choice);
  const told = ratios.filter((row) => indicatorKey(row) === whole.indicator);
  const unique = (pairs: readonly [string, string][]): [string, string][] => [...new Map(pairs)];
  const structure = chart === "structure";
  const indicators = structure
    ? unique(ratios.map((row) => [indicatorKey(row), namedIndicator(page, row.indicatorId, row.indicator)]))
    : all.indicators.map(({ key, name, id }): [string, string] => [key, namedIndicator(page, id, name)]);
  const places = structure
    ? unique(told.map((row) => [placeKey(row), row.subject]))
    : all.places.map(({ key, name }): [string, string] => [key, name]);
  const years = structure
    ? unique(told.map((row) => [String(yearOf(row, months)), String(yearOf(row, months))]))
    : all.years.map((year): [string, string] => [String(year), String(year)]);
  return html`
    ${pick(page, "indicator", panel.indicator, structure ? whole.indicator : (focused.indicator?.key ?? null), indicators)}
    ${chart !== "series" && along === "years" ? pick(page, "place", panel.place, structure ? whole.place : (focused.place?.key ?? null), places) : nothing}
    ${chart !== "series" && along === "places" ? pick(page, "year", panel.year, String(structure ? whole.year : focused.year), years) : nothing}
    ${monthsView(page)}`;
}

function pick(
  { send }: Page,
  key: "place" | "indicator" | "year",
  label: string,
  chosen: string | null,
  options: readonly (readonly [string, string])[],
): TemplateResult {
  return html`
    <label class="pick"><span>${label}</span>
      <select name="chart-${key}" @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        const choice: Partial<Choice> = key === "year" ? { year: Number(value) } : { [key]: value };
        send({ type: "chosen", choice });
      }}>${options.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}</select></label>`;
}

/** Which places have a line: a switch each, no more at once than can be told apart. */
function placesView({ state, words, send }: Page): TemplateResult | typeof nothing {
  const { chart } = state.choice;
  const all = cube(state);
  const { indicator } = focus(state);
  if (chart !== "series" || !indicator) return nothing;
  const lines = linesToDraw(all, indicator.key, drawnMeasure(state));
  if (lines.length < 2) return nothing;
  const drawn = new Set(drawnLines(lines, state.choice).map(({ place }) => place.key));
  const full = drawn.size >= MOST_LINES;
  return html`
    <fieldset class="chart-places"><legend>${words.collection.charts.places}</legend>
      ${lines.slice(0, 80).map(
        ({
          place: { key, name },
        }) => html`<label class="switch"><input type="checkbox" name="places" .checked=${drawn.has(key)} ?disabled=${full && !drawn.has(key)}
          @change=${() => {
            const next = new Set(drawn);
            if (!next.delete(key)) next.add(key);
            send({ type: "chosen", choice: { places: next.size === 0 ? null : [...next] } });
          }} /><span>${name}</span></label>`,
      )}
    </fieldset>`;
}
