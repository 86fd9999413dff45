/** Right, wrong, or something else: what a reader says of the lit figure, and the form for saying it better. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { amountFrom, amountOf, periodFrom, periodOf } from "../format/entry.js";
import { quantityText } from "../format/quantity.js";
import { intervalText } from "../format/interval.js";
import { CLOSED_VALUES } from "../state/facets.js";
import { VERDICTS, figureKeys, type Change, type Judgement, type Verdict } from "../state/judgement.js";
import { judgementsOn, type Document } from "../state/model.js";
import type { Figure } from "../state/report.js";
import { namedIndicator } from "./indicator_words.js";
import { icons } from "./icons.js";

export const VERDICT_ICON = { right: icons.right, wrong: icons.close, edited: icons.edit } as const;

/** Fields that may hold what can not be read. */
type Field = "indicator" | "value" | "period";

const BOUNDS = ["exact", "about", "at_least", "at_most"] as const satisfies readonly Figure["bound"][];

export class Judging extends LitElement {
  static override properties = {
    page: { attribute: false },
    document: { attribute: false },
    index: { attribute: false },
    editing: { state: true },
    complaint: { state: true },
  };
  declare page: Page | null;
  declare document: Document | null;
  /** Place of the figure in the report. */
  declare index: number;
  /** The figure whose form is open: it does not go over to the next one. */
  declare editing: { document: string; index: number } | null;
  /** The field that could not be read. */
  declare complaint: Field | null;

  constructor() {
    super();
    this.page = null;
    this.document = null;
    this.index = -1;
    this.editing = null;
    this.complaint = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the form of a figure, its first field ready to be written in. */
  edit(document: string, index: number): void {
    this.editing = { document, index };
    this.complaint = null;
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>("input[name=value]")?.select());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { page, document } = this;
    if (!page || document?.progress.at !== "done") return nothing;
    const { machine, report } = document.progress;
    const read = machine.figures[this.index];
    const figure = report.figures[this.index];
    if (!read || !figure) return nothing;
    const { words, state, commands } = page;
    const { judging } = words;
    const judgement = judgementsOn(state, document).get(figureKeys(machine)[this.index] ?? "");
    const verdict = judgement?.verdict ?? null;
    const open = this.editing?.document === document.id && this.editing.index === this.index;
    const choose = (one: Verdict): void => {
      if (one === "edited") {
        if (open) this.editing = null;
        else this.edit(document.id, this.index);
      } else commands.judge(document.id, this.index, verdict === one ? null : one, {});
    };
    return html`
      <div class="judging" role="group" aria-label=${judging.label}>
        ${VERDICTS.map(
          (
            one,
          ) => html`<button class="verdict" data-verdict=${one} aria-pressed=${verdict === one} aria-expanded=${one === "edited" ? open : nothing}
            title=${judging.hints[one]} @click=${() => choose(one)}>${VERDICT_ICON[one]}<span>${judging.verdicts[one]}</span></button>`,
        )}
        ${state.steps.length > 0 ? html`<button class="quiet" title=${judging.undoHint} @click=${commands.undo}>${icons.undo}<span>${judging.undo}</span></button>` : nothing}
        ${verdict === "edited" ? html`<p class="machine"><span>${judging.machine}</span> ${machineWords(page, read)}</p>` : nothing}
        ${verdict !== null && !state.keeps ? html`<p class="unkept">${icons.warning}${judging.unkept}</p>` : nothing}
      </div>
      ${open ? this.#form(page, document, figure, read, judgement) : nothing}`;
  }

  /** A field, and below it why it can't be read. */
  #field({ words }: Page, name: Field, label: TemplateResult): TemplateResult {
    return html`<div class="f-${name}">${label}${
      this.complaint === name
        ? html`<p class="bad" id="judging-bad" role="alert">${words.judging.bad[name]}</p>`
        : nothing
    }</div>`;
  }

  #form(
    page: Page,
    document: Document,
    figure: Figure,
    read: Figure,
    judgement: Judgement | undefined,
  ): TemplateResult {
    const { words, commands } = page;
    const { judging } = words;
    const amount = amountOf(figure);
    const period = periodOf(figure.period);
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const read = changeIn(new FormData(form), figure);
      if (typeof read === "string") {
        this.complaint = read;
        // Said beside the field, which a screen reader reads with it.
        void this.updateComplete.then(() => this.querySelector<HTMLInputElement>(`input[name=${read}]`)?.focus());
        return;
      }
      this.editing = null;
      if (Object.keys(read).length === 0) return;
      // What was edited before and is not touched now stays edited.
      const before = judgement?.verdict === "edited" ? judgement.change : {};
      commands.judge(document.id, this.index, "edited", { ...before, ...read });
    };
    const bad = (name: Field) => (this.complaint === name ? "true" : nothing);
    const told = (name: Field) => (this.complaint === name ? "judging-bad" : nothing);
    const lists = document.progress.at === "done" ? indicatorsOf(document.progress.machine.figures) : [];
    return html`
      <form class="judging-form" @submit=${submit} novalidate @input=${(event: Event) => {
        if ((event.target as HTMLInputElement).name === this.complaint) this.complaint = null;
      }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          this.editing = null;
        }}>
        ${this.#field(page, "indicator", html`<label><span>${words.table.indicator}</span><input name="indicator" autocomplete="off" list="indicators-known" .value=${figure.indicator} aria-invalid=${bad("indicator")} aria-describedby=${told("indicator")} /></label>`)}
        <label><span>${judging.bound}</span><select name="bound">${BOUNDS.map(
          (bound) => html`<option value=${bound} ?selected=${bound === figure.bound}>${words.bound[bound]}</option>`,
        )}</select></label>
        ${this.#field(page, "value", html`<label><span>${words.table.value}</span><input name="value" autocomplete="off" inputmode="decimal" .value=${amount.number} aria-invalid=${bad("value")} aria-describedby=${told("value")} /></label>`)}
        <label><span>${judging.unit}</span><input name="unit" autocomplete="off" .value=${amount.unit} /></label>
        ${this.#field(page, "period", html`<label><span>${words.table.period}</span><input name="period" autocomplete="off" placeholder=${judging.periodHint} title=${judging.periodHint} .value=${period} aria-invalid=${bad("period")} aria-describedby=${told("period")} /></label>`)}
        <label><span>${words.table.status}</span><select name="status">${CLOSED_VALUES.status.map(
          (status) =>
            html`<option value=${status} ?selected=${status === figure.status}>${words.status[status]}</option>`,
        )}</select></label>
        <datalist id="indicators-known">${lists.map((name) => html`<option value=${name}></option>`)}</datalist>
        <div class="judging-ways">
          <button class="strong">${judging.keep}</button>
          <button type="button" @click=${() => {
            this.editing = null;
          }}>${judging.cancel}</button>
          ${
            judgement?.verdict === "edited"
              ? html`<button type="button" class="link" @click=${() => {
                  this.editing = null;
                  commands.judge(document.id, this.index, null, {});
                }}>${judging.reset}</button>`
              : nothing
          }
          <span class="judging-quote">${words.reading.written} ${read.quote}</span>
        </div>
      </form>`;
  }
}

/** The fields of the form that differ from the figure; the name of the one that cannot be read. */
function changeIn(data: FormData, figure: Figure): Change | Field {
  const field = (name: string): string => String(data.get(name) ?? "").trim();
  const change: Change = {};
  const amount = amountOf(figure);
  if (field("value") !== amount.number || field("unit") !== amount.unit) {
    const given = amountFrom(field("value"), field("unit"), figure.measure);
    if (!given) return "value";
    Object.assign(change, given);
  }
  if (field("indicator") === "") return "indicator";
  if (field("indicator") !== figure.indicator) change.indicator = field("indicator");
  if (field("period") !== periodOf(figure.period)) {
    const given = periodFrom(field("period"));
    if (given === undefined) return "period";
    change.period = given;
  }
  if (field("bound") !== figure.bound) change.bound = field("bound") as Figure["bound"];
  if (field("status") !== figure.status) change.status = field("status") as Figure["status"];
  return change;
}

function indicatorsOf(figures: readonly Figure[]): string[] {
  return [...new Set(figures.map(({ indicator }) => indicator))].slice(0, 400);
}

/** What the machine read, in one line: also what an export says beside an edit. */
export function machineWords({ words, state }: Pick<Page, "words" | "state">, figure: Figure): string {
  const period = figure.period ? intervalText(figure.period, state.locale) : "";
  return [
    namedIndicator({ words, state }, figure.indicatorId, figure.indicator),
    quantityText(figure, state.locale),
    period,
    words.status[figure.status],
  ]
    .filter(Boolean)
    .join(" · ");
}

customElements.define("jd-judging", Judging);
