/** The list of documents: each a slip that fills as its stages pass, with its place, day and count when done. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { count } from "../format/count.js";
import { dayText } from "../format/interval.js";
import type { Messages } from "../messages/index.js";
import { STAGES, type Document, type Failure, type LocaleName } from "../state/model.js";
import { icons } from "./icons.js";
import "./virtual_rows.js";

export function documentsView(page: Page): TemplateResult {
  const { state, words, send, commands } = page;
  const { documents } = state;
  const waiting = documents.filter(({ progress }) => progress.at === "waiting" || progress.at === "running").length;
  const ended = documents.length - waiting;
  const failed = documents.filter(({ progress }) => progress.at === "failed").length;
  const stopped = documents.filter(({ progress }) => progress.at === "cancelled").length;
  const busy = ended < documents.length;
  return html`
    <section class="documents" aria-label=${words.documents.heading}>
      <header class="pane-head">
        <h2>${words.documents.heading}</h2>
        <span class="tally">${busy ? (state.paused ? words.documents.paused(ended, documents.length) : words.documents.overall(ended, documents.length)) : count(documents.length)}</span>
        <span class="pane-tools">
          ${
            busy
              ? html`
              <button class="quiet" title=${state.paused ? words.documents.resume : words.documents.pause} aria-label=${state.paused ? words.documents.resume : words.documents.pause}
                @click=${() => commands.pause(!state.paused)}>${state.paused ? icons.resume : icons.pause}</button>
              <button class="quiet" title=${words.documents.cancel} aria-label=${words.documents.cancel} @click=${commands.cancel}>${icons.stop}</button>`
              : nothing
          }
          <button class="quiet" @click=${commands.clear}>${words.documents.clear}</button>
        </span>
      </header>
      ${
        documents.length > 1
          ? html`<div class="overall" role="progressbar" aria-label=${words.documents.heading} aria-valuemin="0" aria-valuemax=${documents.length}
            aria-valuenow=${ended} ?hidden=${!busy}><span .style=${`width:${(100 * ended) / documents.length}%`}></span></div>`
          : nothing
      }
      ${
        failed + stopped > 0
          ? html`<p class="failed-tally">${failed > 0 ? icons.warning : nothing}<span>${[
              failed > 0 ? words.documents.failed(failed) : "",
              stopped > 0 ? words.documents.stopped(stopped) : "",
            ]
              .filter(Boolean)
              .join(" · ")}</span>${
              failed + stopped > 1
                ? html`<button class="quiet" @click=${commands.retry}>${icons.again}<span>${words.documents.again}</span></button>`
                : nothing
            }</p>`
          : nothing
      }
      ${
        documents.length > 1
          ? html`<button class="document-all" aria-pressed=${state.scope === "all"} @click=${() => send({ type: "scoped", scope: "all" })}>
            ${words.documents.all}</button>`
          : nothing
      }
      <jd-rows class="document-list" role="list" tabindex="-1" aria-label=${words.documents.heading}
        .style=${`--rows:${documents.length}`} .count=${documents.length} .rowHeight=${58}
        .row=${(index: number) => documentRow(page, documents[index], index)}></jd-rows>
    </section>`;
}

function documentRow(page: Page, document: Document | undefined, index: number): TemplateResult {
  if (!document) return html``;
  const { state, words, send, commands } = page;
  const { progress, id, name } = document;
  const chosen = state.scope === id || (state.documents.length === 1 && state.open === id);
  return html`
    <div class="document" role="listitem" aria-posinset=${index + 1} aria-setsize=${state.documents.length} data-at=${progress.at}
      ?data-open=${state.open === id}>
      <button class="document-main" aria-pressed=${chosen} title=${document.folder ? `${document.folder}/${name}` : name}
        @click=${() => {
          send({ type: "scoped", scope: id });
          send({ type: "paned", pane: "data" });
        }}>
        ${slip(document, words)}
        <span class="document-name">${titleOf(document)}</span>
        <span class="document-state">${stateText(document, words, state.locale)}</span>
      </button>
      <button class="quiet document-remove" aria-label=${words.documents.remove(name)} title=${words.documents.remove(name)}
        @click=${() => commands.remove(id)}>${icons.close}</button>
    </div>`;
}

/** The title where place or year tells it from others; many say no more than 政府工作报告, and then the file's name does. */
function titleOf({ name, progress }: Document): string {
  if (progress.at !== "done") return name;
  const { title, region } = progress.report.document;
  // 武陟县 is also said 武陟.
  const place = region.at(-1)?.replace(/(?<=..)[省市县区]$/u, "");
  return title !== null && (place === undefined || title.includes(place) || /(?:19|20)\d\d年/u.test(title))
    ? title
    : name;
}

/** Six stages, one above the other like the words on a slip. */
function slip({ progress }: Document, words: Messages): TemplateResult {
  const passed =
    progress.at === "done"
      ? STAGES.length
      : progress.at === "running" && progress.stage
        ? STAGES.indexOf(progress.stage)
        : 0;
  const running = progress.at === "running";
  return html`<span class="progress-slip" role=${running ? "progressbar" : nothing} aria-label=${running ? words.documents.running : nothing}
    aria-valuemin=${running ? 0 : nothing} aria-valuemax=${running ? STAGES.length : nothing} aria-valuenow=${running ? passed : nothing}
    ><span .style=${`height:${(100 * passed) / STAGES.length}%`}></span></span>`;
}

function stateText(document: Document, words: Messages, locale: LocaleName): TemplateResult | string {
  const { progress, name } = document;
  switch (progress.at) {
    case "waiting":
    case "running":
    case "cancelled":
      return stateWords(document, words);
    case "failed":
      return html`<span class="failed-why" title=${name}>${failureWords(progress.failure, words).why}</span>`;
    case "done": {
      const { document: info, figures } = progress.report;
      const place = info.region.at(-1);
      const day = info.date ? dayText(info.date, locale) : null;
      return [place, day, words.documents.figures(figures.length)].filter(Boolean).join(" · ");
    }
  }
}

/** Where a document stands, in a word or two. */
export function stateWords({ progress }: Document, words: Messages): string {
  if (progress.at !== "running") return words.files.at[progress.at];
  return `${words.documents.running} · ${progress.stage ? words.stages[progress.stage] : "…"}`;
}

/** A failure in the reader's language. */
export function failureWords(failure: Failure, words: Messages): { why: string; remedy: string } {
  const known = words.failures as Record<string, { why: string; remedy: string }>;
  return known[failure.code] ?? words.failures.other;
}
