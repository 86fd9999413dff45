/** A button that opens a list of things to do; closed by a choice, by Escape, and by whatever else is done on the page. */
import { LitElement, html, nothing, type TemplateResult } from "lit";

export interface MenuItem {
  name: string;
  /** What it does, in one line. */
  hint: string;
  act: () => void;
  disabled?: boolean;
  /** For what is on or off. */
  checked?: boolean;
}

export class Menu extends LitElement {
  static override properties = {
    label: { attribute: false },
    icon: { attribute: false },
    items: { attribute: false },
    open: { state: true },
  };
  declare label: string;
  declare icon: TemplateResult | typeof nothing;
  /** What there is to do; a function is asked when the menu opens, where the answer takes counting. */
  declare items: readonly MenuItem[] | (() => readonly MenuItem[]);
  declare open: boolean;

  constructor() {
    super();
    this.label = "";
    this.icon = nothing;
    this.items = [];
    this.open = false;
    this.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.open = false;
    });
    this.addEventListener("keydown", (event) => this.#key(event));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const items = typeof this.items !== "function" ? this.items : this.open ? this.items() : [];
    return html`
      <button class="tool menu-button" aria-label=${this.label} aria-haspopup="menu" aria-expanded=${this.open} @click=${() => this.#turn(!this.open)}>${this.icon}<span>${this.label}</span></button>
      <div class="menu" role="menu" aria-label=${this.label} ?hidden=${!this.open}>${items.map(
        ({ name, hint, act, disabled, checked }) =>
          html`<button role=${checked === undefined ? "menuitem" : "menuitemcheckbox"} aria-checked=${checked ?? nothing} class="menu-item" tabindex="-1" ?disabled=${disabled ?? false} @click=${() => {
            this.#turn(false);
            act();
          }}><span class="menu-name">${name}</span><span class="menu-hint">${hint}</span></button>`,
      )}</div>`;
  }

  #turn(open: boolean): void {
    this.open = open;
    void this.updateComplete.then(() => {
      if (open) this.#choices()[0]?.focus();
      else this.querySelector<HTMLElement>(".menu-button")?.focus();
    });
  }

  #choices(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".menu-item:not(:disabled)")];
  }

  #key(event: KeyboardEvent): void {
    if (!this.open) return;
    const choices = this.#choices();
    const at = choices.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key];
    if (to !== undefined) choices.at(to % choices.length)?.focus();
    else if (event.key === "Escape") this.#turn(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

customElements.define("jd-menu", Menu);
