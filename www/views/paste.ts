/** The dialog for text that is pasted. */
import { LitElement, html, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";

export class PasteDialog extends LitElement {
  static override properties = { page: { attribute: false } };
  declare page: Page | null;

  constructor() {
    super();
    this.page = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(): void {
    this.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    const words = this.page?.words.paste;
    if (!words) return html``;
    return html`
      <dialog class="paste" aria-labelledby="paste-heading" @click=${(event: MouseEvent) => {
        // A click on the dialog itself is one on its backdrop.
        if (event.target === event.currentTarget) this.#close();
      }}>
        <form method="dialog" @submit=${this.#submit}>
          <h2 id="paste-heading">${words.heading}</h2>
          <label><span>${words.label}</span><textarea name="text" rows="12" required placeholder=${words.hint}></textarea></label>
          <label><span>${words.nameLabel}</span><input name="name" autocomplete="off" /></label>
          <div class="paste-ways">
            <button class="strong">${words.go}</button>
            <button type="button" @click=${this.#close}>${words.cancel}</button>
          </div>
        </form>
      </dialog>`;
  }

  #close = (): void => {
    this.querySelector("dialog")?.close();
  };

  #submit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const name = String(data.get("name") ?? "").trim();
    this.page?.commands.paste(name, String(data.get("text") ?? ""));
    form.reset();
  };
}

customElements.define("jd-paste", PasteDialog);
