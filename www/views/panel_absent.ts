/** What is missing, said and not passed over: core indicators without a result or without a target, by document. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { Absent, Worded } from "../generated/report.js";
import { absentRows, collectionOf } from "../state/collection_rows.js";
import { collectionEmpty } from "./collection_empty.js";
import { indicatorWords } from "./indicator_words.js";

export function absentView(page: Page): TemplateResult {
  const { state, words, send } = page;
  const { panel } = words.collection;
  const rows = absentRows(state);
  if (rows.length === 0) return collectionEmpty(page, panel.absentNone);
  const byDocument = new Map<string, Absent[]>();
  for (const row of rows) byDocument.set(row.document, [...(byDocument.get(row.document) ?? []), row]);
  return html`
    <div class="absent" tabindex="0" role="region" aria-label=${panel.forms.absent}>
      <p class="across-note">${panel.absentHeading}</p>
      <table>
        <thead><tr><th scope="col">${words.table.document}</th><th scope="col">${panel.absentOf.actual}</th><th scope="col">${panel.absentOf.target}</th></tr></thead>
        <tbody>${[...byDocument].map(([name, absent]) => {
          const id = state.comparison.compared?.documents.get(name);
          const document = collectionOf(state).documents.find((one) => one.id === name);
          return html`<tr>
            <th scope="row">${
              id === undefined
                ? name
                : html`<button class="link" @click=${() => {
                    send({ type: "scoped", scope: id });
                    send({ type: "paned", pane: "source" });
                  }}>${name}</button>`
            }<span class="absent-place">${document?.region.at(-1) ?? ""}</span></th>
            <td>${namesView(page, absent, "actual")}</td><td>${namesView(page, absent, "target")}</td></tr>`;
        })}</tbody>
      </table>
    </div>`;
}

function namesView(page: Page, absent: readonly Absent[], status: "actual" | "target"): TemplateResult {
  const rows = absent.filter((one) => one.status === status);
  const years = [...new Set(rows.map(({ year }) => year))];
  return html`${years.map(
    (year) =>
      html`<p class="absent-year"><span class="number">${year}</span>${rows
        .filter((one) => one.year === year)
        .map(
          ({ indicatorId, worded }) =>
            html`<span class="absent-name">${indicatorWords(page, indicatorId)}${worded ? wordedView(page, worded) : nothing}</span>`,
        )}</p>`,
  )}`;
}

/** A target that the plan states in words alone. */
function wordedView({ words }: Page, { quote }: Worded): TemplateResult {
  return html`<span class="absent-words">${words.collection.panel.worded}<q lang="zh">${quote}</q></span>`;
}
