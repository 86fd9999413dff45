/** The day by which everything is due or still open: one for the whole page, shown and set wherever something is judged by it. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { dayText } from "../format/interval.js";
import { latestIn } from "../state/gaps.js";
import { asOfIn } from "../state/model.js";

export function asOfView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { promises } = words.collection;
  return html`
    <label class="pick as-of" title=${promises.asOfHint}><span>${promises.asOf}</span>
      <input type="date" name="asOf" .value=${asOfIn(state)} @change=${(event: Event) => {
        const field = event.target as HTMLInputElement;
        const asOf = field.value === "" || field.value === state.today ? null : field.value;
        send({ type: "chosen", choice: { asOf } });
        // Emptied while today holds, the field changes nothing that would draw it anew.
        if (asOf === null) field.value = state.today;
      }} /></label>
    ${shortcutView(page)}`;
}

/** One click to the day of the latest document, by which the command line judges, and back to today. */
function shortcutView({ state, words, send }: Page): TemplateResult | typeof nothing {
  const { promises } = words.collection;
  const latest = latestIn(state);
  if (latest === null || latest === state.today) return nothing;
  const isLatest = asOfIn(state) === latest;
  return html`<button class="link as-of-other" title=${promises.byLatestHint} @click=${() =>
    send({ type: "chosen", choice: { asOf: isLatest ? null : latest } })}
    >${isLatest ? promises.byToday : promises.byLatest(dayText(latest, state.locale))}</button>`;
}
