/** The head of the source: title, kind, place and day as understood, each open to correction. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { characters, duration } from "../format/count.js";
import { dayText } from "../format/interval.js";
import { inLanguage } from "../messages/bilingual.js";
import { NOTHING_GIVEN, sameGiven, type Document, type Given } from "../state/model.js";
import type { DocumentInfo } from "../state/report.js";
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
      ${
        document.given.region !== null && info.regionCode === null
          ? html`<p class="card-warning" role="alert">${icons.warning}<span>${card.unknownPlace(place)}</span></p>`
          : nothing
      }
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
              .map((one) => ({ ...one, message: inLanguage(one.message, state.locale) }))
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

  /** Opens the form with its first field ready to be written in, or closes it and goes back to where the reader came from. */
  #edit(id: string): void {
    const opens = this.editing !== id;
    this.editing = opens ? id : null;
    const next = opens ? ".card-form input" : ".card-facts button";
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(next)?.focus());
  }

  #form({ words, commands }: Page, document: Document): TemplateResult {
    const { card } = words;
    const info = document.progress.at === "done" ? document.progress.report.document : null;
    const [date, region, title] = [info?.date ?? "", info?.region.join("") ?? "", info?.title ?? ""];
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const data = new FormData(event.target as HTMLFormElement);
      const field = (name: string): string => String(data.get(name) ?? "").trim();
      // What stands as the text has it was not told by the reader.
      const told = <Value extends string>(name: keyof Given, written: string, before: Value | null): Value | null =>
        field(name) === written ? before : ((field(name) || null) as Value | null);
      this.editing = null;
      const { given } = document;
      commands.correct(document.id, {
        date: told("date", date, given.date),
        region: told("region", region, given.region)?.replaceAll(/\s/gu, "") ?? null,
        title: told("title", title, given.title),
        kind: told("kind", given.kind ?? "", given.kind),
      });
    };
    return html`
      <form class="card-form" @submit=${submit} @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.stopPropagation();
        this.#edit(document.id);
      }}>
        <label class="whole"><span>${card.title}</span><input name="title" autocomplete="off" .value=${title} /></label>
        <label><span>${card.day}</span><input type="date" name="date" .value=${date} /></label>
        <label><span>${card.place}</span><input name="region" autocomplete="off" placeholder=${card.placeHint} .value=${region} /></label>
        <label><span>${card.kind}</span><select name="kind">
          <option value="" .selected=${document.given.kind === null}>${card.asText}${document.given.kind === null && info ? ` · ${words.kinds[info.kind]}` : ""}</option>
          ${(Object.keys(words.kinds) as DocumentInfo["kind"][]).map((kind) => html`<option value=${kind} .selected=${document.given.kind === kind}>${words.kinds[kind]}</option>`)}
        </select></label>
        <p class="card-form-note">${card.editNote}</p>
        <div class="card-form-ways">
          <button class="strong">${card.apply}</button>
          <button type="button" @click=${() => this.#edit(document.id)}>${card.cancel}</button>
          ${
            !sameGiven(document.given, NOTHING_GIVEN)
              ? html`<button type="button" class="link" @click=${() => {
                  this.editing = null;
                  commands.correct(document.id, NOTHING_GIVEN);
                }}>${card.reset}</button>`
              : nothing
          }
        </div>
      </form>`;
  }
}

customElements.define("jd-card", DocumentCard);
