/** All files as a table: where each stands, what it is, how much was found, what should be looked at, what to do about it. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { dayText } from "../format/interval.js";
import { inLanguage } from "../messages/bilingual.js";
import type { Document } from "../state/model.js";
import { documentsShown } from "../state/rows.js";
import { failureWords, stateWords } from "./documents.js";
import { emptyView } from "./empty.js";
import { icons } from "./icons.js";
import "./virtual_rows.js";

const COLUMNS = ["name", "state", "kind", "place", "day", "figures", "entries", "notes"] as const;

export function filesView(page: Page): TemplateResult {
  const { state, words } = page;
  const documents = documentsShown(state);
  if (documents.length === 0) return emptyView(page, words.table.noneFound, words.table.noneFound);
  return html`
    <jd-rows id="files" class="files" role="grid" tabindex="0" aria-label=${words.files.label}
      aria-rowcount=${documents.length + 1} aria-colcount=${COLUMNS.length}
      .count=${documents.length} .rowHeight=${40} .narrowRowHeight=${64} .narrowBelow=${620} .header=${header(page)}
      .row=${(index: number) => fileRow(page, documents[index], index)}></jd-rows>`;
}

function header({ words }: Page): TemplateResult {
  return html`<div class="row head" role="row" aria-rowindex="1">${COLUMNS.map(
    (column) => html`<div role="columnheader" class="cell f-${column}">${words.files.columns[column]}</div>`,
  )}</div>`;
}

function fileRow(page: Page, document: Document | undefined, index: number): TemplateResult {
  if (!document) return html``;
  const { state, words, send, commands } = page;
  const { id, name, folder, progress } = document;
  const report = progress.at === "done" ? progress.report : null;
  const info = report?.document;
  const failure = progress.at === "failed" ? failureWords(progress.failure, words) : null;
  const notes = report?.diagnostics.filter(({ level }) => level !== "info") ?? [];
  return html`
    <div class="row" role="row" id="file-${index}" aria-rowindex=${index + 2} data-at=${progress.at} ?data-open=${state.open === id}>
      <div role="gridcell" class="cell f-name"><button class="link" title=${folder ? `${folder}/${name}` : name} @click=${() => {
        send({ type: "scoped", scope: id });
        send({ type: "viewed", view: "figures" });
      }}>${name}</button></div>
      <div role="gridcell" class="cell f-state">${stateWords(document, words)}${
        progress.at === "cancelled"
          ? html`<button class="quiet" @click=${() => commands.again(id, document.given)}>${icons.again}<span>${words.documents.again}</span></button>`
          : nothing
      }</div>
      ${
        failure
          ? html`<div role="gridcell" class="cell f-failure" title=${progress.at === "failed" ? inLanguage(progress.failure.detail, state.locale) : ""}>
              <span class="failed-why">${failure.why}</span><span class="f-remedy">${failure.remedy}</span>
              <button class="quiet" @click=${() => commands.again(id, document.given)}>${icons.again}<span>${words.documents.again}</span></button></div>`
          : html`
            <div role="gridcell" class="cell f-kind">${info ? words.kinds[info.kind] : ""}</div>
            <div role="gridcell" class="cell f-place">${info?.region.at(-1) ?? ""}</div>
            <div role="gridcell" class="cell f-day">${info?.date ? dayText(info.date, state.locale) : ""}</div>
            <div role="gridcell" class="cell f-figures number">${report ? count(report.figures.length) : ""}</div>
            <div role="gridcell" class="cell f-entries number">${report ? count(report.timeline.length) : ""}</div>
            <div role="gridcell" class="cell f-notes" title=${notes.map(({ message }) => inLanguage(message, state.locale)).join("\n")}>${
              notes.length > 0 ? html`<span class="warn">${icons.warning}${count(notes.length)}</span>` : nothing
            }</div>`
      }
    </div>`;
}
