/** The promises: what was kept, what was not, what is still open, each with both sentences and the arithmetic. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { dayText } from "../format/interval.js";
import { percent, reckoned } from "../lib/collection/reckoning.js";
import type { Choice } from "../state/collection.js";
import { OUTCOMES } from "../state/collection.js";
import { collectionOf, commitmentsLeftOut, vowCounts, vows, vowsOfEachOutcome } from "../state/collection_rows.js";
import { litVow } from "../state/collection_walk.js";
import { asOfView } from "./as_of.js";
import { collectionEmpty } from "./collection_empty.js";
import { vowView } from "./promises_card.js";
import { outcomeGlyph } from "./promises_glyphs.js";
import { ledgerView } from "./promises_ledger.js";
import "./virtual_rows.js";

/** What the program takes where nothing else is said. */
const LEEWAY = 0.5;

const COMMITMENTS = ["firm", "aim", "plain"] as const;

export function promisesView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { promises } = words.collection;
  const { ledger } = state.choice;
  const left = commitmentsLeftOut(state);
  return html`
    ${bandView(page)}
    <div class="across-bar sliding">
      <div class="choices" role="group" aria-label=${words.views.promises}>
        <button aria-pressed=${!ledger} @click=${() => send({ type: "chosen", choice: { ledger: false } })}>${promises.list}</button>
        <button aria-pressed=${ledger} @click=${() => send({ type: "chosen", choice: { ledger: true } })}>${promises.ledger}</button>
      </div>
      ${filtersView(page)}
      ${judgedByView(page)}
    </div>
    ${left > 0 ? html`<p class="across-note left-out">${promises.leftOut(count(left))}</p>` : nothing}
    ${ledger ? ledgerView(page) : listView(page)}`;
}

function listView(page: Page): TemplateResult {
  const { words } = page;
  const rows = vows(page.state);
  if (rows.length === 0) return collectionEmpty(page, words.collection.promises.none);
  return html`
    <jd-rows class="vows" role="list" tabindex="-1" aria-label=${words.views.promises} .count=${rows.length}
      .rowHeight=${136} .narrowRowHeight=${222} .narrowBelow=${560}
      .shown=${litVow(page.state, rows)} .shownKey=${page.state.lit}
      .row=${(index: number) => vowView(page, rows[index], index, rows.length)}></jd-rows>`;
}

/** How many of each outcome, as one band whose parts filter. */
function bandView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { collection } = words;
  const { outcomes: counts } = vowCounts(state);
  const of = (outcome: string): number => counts.get(outcome) ?? 0;
  const { outcomes } = state.choice;
  return html`
    <div class="band" role="group" aria-label=${collection.promises.outcomeLabel}>
      ${OUTCOMES.map(
        (outcome) => html`
        <button class="band-part" data-outcome=${outcome} aria-pressed=${outcomes.has(outcome)} ?disabled=${of(outcome) === 0 && !outcomes.has(outcome)}
          @click=${() => {
            const next = new Set(outcomes);
            if (!next.delete(outcome)) next.add(outcome);
            send({ type: "chosen", choice: { outcomes: next } });
          }}>${outcomeGlyph(outcome)}<span>${collection.outcomes[outcome]}</span><span class="number">${count(of(outcome))}</span></button>`,
      )}
      ${reckoningView(page)}
      <div class="band-bar" aria-hidden="true">
        ${OUTCOMES.map((outcome) => (of(outcome) > 0 ? html`<span data-outcome=${outcome} .style=${`flex-grow:${of(outcome)}`}></span>` : nothing))}
      </div>
    </div>`;
}

/** What the outcomes rest on: a share of those that could be judged is no share of all. */
function reckoningView({ state, words }: Page): TemplateResult | typeof nothing {
  const { promises } = words.collection;
  const { met, missed, unknown, judged, due, untellable } = reckoned(
    vowsOfEachOutcome(state),
    collectionOf(state).documents,
  );
  if (due === 0) return nothing;
  const { asOf } = collectionOf(state);
  const unfound = [
    promises.unfound(count(unknown)),
    untellable > 0 ? promises.untellable(count(untellable)) : "",
  ].filter(Boolean);
  return html`<p class="band-rate">
    <strong>${promises.judged(count(judged), count(due), percent(judged, due), asOf ? dayText(asOf, state.locale) : "")}</strong>
    ${judged > 0 ? html`<span>${promises.kept(count(met), count(missed), percent(met, judged))}</span>` : nothing}
    ${unknown > 0 ? html`<span>${unfound.join(words.collection.gaps.between)}</span>` : nothing}
  </p>`;
}

function filtersView(page: Page): TemplateResult {
  const { state, words } = page;
  const { promises } = words.collection;
  const counts = vowCounts(state);
  const { promisePlace, promiseYear, commitment } = state.choice;
  return html`
    ${pick(
      page,
      "promisePlace",
      promises.place,
      promisePlace,
      [...counts.places].map(([key, { name, count: of }]) => [key, `${name || promises.noPlace} ${count(of)}`]),
    )}
    ${pick(
      page,
      "promiseYear",
      promises.year,
      promiseYear === null ? null : String(promiseYear),
      [...counts.years].map(([year, of]) => [String(year), `${year} · ${count(of)}`]),
    )}
    ${pick(
      page,
      "commitment",
      promises.commitmentLabel,
      commitment,
      COMMITMENTS.map((word) => [word, `${words.commitment[word]} ${count(counts.commitment.get(word) ?? 0)}`]),
    )}`;
}

/** By which day a promise is due, and how far 左右 reaches: what decides whether it was kept. */
function judgedByView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { promises } = words.collection;
  const { leeway } = state.choice;
  return html`
    ${asOfView(page)}
    <label class="pick" title=${promises.leewayHint}><span>${promises.leeway}</span>
      <input type="number" name="leeway" min="0" max="100" step="0.1" .value=${String(leeway ?? LEEWAY)} @change=${(
        event: Event,
      ) => {
        const field = event.target as HTMLInputElement;
        const value = field.valueAsNumber;
        if (field.validity.valid) send({ type: "chosen", choice: { leeway: Number.isNaN(value) ? null : value } });
        else field.reportValidity();
      }} /></label>`;
}

function pick(
  { words, send }: Page,
  key: "promisePlace" | "promiseYear" | "commitment",
  label: string,
  chosen: string | null,
  options: readonly (readonly [string, string])[],
): TemplateResult {
  return html`
    <label class="pick"><span>${label}</span>
      <select name=${key} @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        const choice = {
          [key]: value === "" ? null : key === "promiseYear" ? Number(value) : value,
        } as Partial<Choice>;
        send({ type: "chosen", choice });
      }}>
        <option value="" .selected=${chosen === null}>${words.collection.promises.every}</option>
        ${options.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
      </select></label>`;
}
