/** The day by which everything is due or still open: one for the whole page, shown and set wherever something is judged by it. */
import { html, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { asOfIn } from "../state/model.js";

export function asOfView({ state, words, send }: Page): TemplateResult {
  const { promises } = words.collection;
  return html`
    <label class="pick as-of" title=${promises.asOfHint}><span>${promises.asOf}</span>
      <input type="date" name="asOf" .value=${asOfIn(state)} @change=${(event: Event) => {
        const field = event.target as HTMLInputElement;
        const asOf = field.value === "" || field.value === state.today ? null : field.value;
        send({ type: "chosen", choice: { asOf } });
        // Emptied while today holds, the field changes nothing that would draw it anew.
        if (asOf === null) field.value = state.today;
      }} /></label>`;
}
