/** The head of the source: title, kind, place and day as understood, each open to correction. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { characters, duration } from "../format/count.js";
import { dayText } from "../format/interval.js";
import type { Document } from "../state/model.js";
import { icons } from "./icons.js";

export class DocumentCard extends LitElement {
  static override properties = {
    page: { attribute: false },
    document: { attribute: false },
    editing: { state: true },
    noted: { state: true },
  };
  declare page: Page | null;
  declare document: Document | null;
  /** Id of the document whose day and place are being corrected. */
  declare editing: string | null;
  declare noted: boolean;

  constructor() {
    super();
    this.page = null;
    this.document = null;
    this.editing = null;
    this.noted = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { page, document } = this;
    if (!page || document?.progress.at !== "done") return nothing;
    const { words, state } = page;
    const { card } = words;
    const { report, milliseconds } = document.progress;
    const { document: info, diagnostics } = report;
    const place = info.region.join(" ");
    return html`
      <h2 class="card-title">${info.title ?? card.untitled}</h2>
      <p class="card-facts">
        <span class="card-kind">${words.kinds[info.kind]}</span>
        <span class=${place ? "" : "lacking"}>${place || card.unknown(card.place)}</span>
        <span class=${info.date ? "" : "lacking"} title=${info.dateSource ? card.sources[info.dateSource] : ""}>${info.date ? dayText(info.date, state.locale) : card.unknown(card.day)}</span>
        ${info.reviewYear ? html`<span>${card.review(info.reviewYear)}</span>` : nothing}
        <button class="quiet" aria-expanded=${this.editing === document.id} @click=${() => this.#edit(document.id)}>${icons.edit}<span>${card.edit}</span></button>
      </p>
      ${this.editing === document.id ? this.#form(page, document) : nothing}
      <p class="card-small">
        <span class="card-file">${info.name || document.name}</span>
        <span>${card.size(characters(info.text.length, state.locale))}</span>
        ${info.encoding ? html`<span>${info.encoding}</span>` : nothing}
        <span>${card.speed(duration(milliseconds, state.locale))}</span>
        ${
          diagnostics.length > 0
            ? html`<button class="quiet warn" aria-expanded=${this.noted} @click=${() => {
                this.noted = !this.noted;
              }}>${icons.warning}<span>${card.warnings(diagnostics.length)}</span></button>`
            : nothing
        }
      </p>
      ${
        this.noted && diagnostics.length > 0
          ? html`<ul class="card-notes">${diagnostics
              .slice(0, 50)
              .map(
                (one) =>
                  html`<li data-level=${one.level}>${
                    one.span
                      ? html`<button class="link" @click=${() => one.span && page.send({ type: "lit", lit: { document: document.id, target: { kind: "span", span: one.span }, from: "list" } })}>${one.message}</button>`
                      : one.message
                  }</li>`,
              )}</ul>`
          : nothing
      }`;
  }

  #edit(id: string): void {
    this.editing = this.editing === id ? null : id;
  }

  #form({ words, commands }: Page, document: Document): TemplateResult {
    const { card } = words;
    const info = document.progress.at === "done" ? document.progress.report.document : null;
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const data = new FormData(event.target as HTMLFormElement);
      const date = String(data.get("date") ?? "") || null;
      const region = String(data.get("region") ?? "").replaceAll(/\s/gu, "") || null;
      this.editing = null;
      commands.again(document.id, { date, region });
    };
    return html`
      <form class="card-form" @submit=${submit}>
        <label><span>${card.day}</span><input type="date" name="date" .value=${document.given.date ?? info?.date ?? ""} /></label>
        <label class="wide"><span>${card.place}</span><input name="region" autocomplete="off" placeholder=${card.placeHint}
          .value=${document.given.region ?? info?.region.join("") ?? ""} /></label>
        <p class="card-form-note">${card.editNote}</p>
        <div class="card-form-ways">
          <button class="strong">${card.apply}</button>
          <button type="button" @click=${() => this.#edit(document.id)}>${card.cancel}</button>
          ${
            document.given.date !== null || document.given.region !== null
              ? html`<button type="button" class="link" @click=${() => {
                  this.editing = null;
                  commands.again(document.id, { date: null, region: null });
                }}>${card.reset}</button>`
              : nothing
          }
        </div>
      </form>`;
  }
}

customElements.define("jd-card", DocumentCard);
