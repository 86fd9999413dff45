/** An element in the page's own tree that is drawn anew in whatever width it has. */
import { LitElement, type PropertyDeclarations } from "lit";

export class Measured extends LitElement {
  static override properties: PropertyDeclarations = { width: { state: true } };
  /** Pixels; 0 until it stands in the page. */
  declare width: number;

  #observer: ResizeObserver | null = null;

  constructor() {
    super();
    this.width = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => {
      this.width = this.clientWidth;
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }
}
