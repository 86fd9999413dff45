/**
 * Rows of one height of which only those in sight exist: 20,000 rows scroll like twenty. The host element carries
 * the role (grid, listbox) and the name; each row says its own place, so that a screen reader knows the size.
 */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";

/** Browsers lay out no element taller than this (Firefox ends at 17.8 million pixels). */
const TALLEST = 12_000_000;
/** Rows drawn beyond the window, so that a slow frame shows no gap. */
const SPARE = 8;

/** What of a row wider than its window is in sight, in pixels. */
export interface Sight {
  left: number;
  width: number;
}

export class VirtualRows extends LitElement {
  static override properties = {
    count: { attribute: false },
    rowHeight: { attribute: false },
    narrowRowHeight: { attribute: false },
    narrowBelow: { attribute: false },
    row: { attribute: false },
    header: { attribute: false },
    shown: { attribute: false },
    shownKey: { attribute: false },
    lastColumnsOf: { attribute: false },
    cellWidth: { attribute: false },
  };

  declare count: number;
  declare rowHeight: number;
  /** Height of a row where the host is narrower than `narrowBelow`; it then has the attribute `narrow`. */
  declare narrowRowHeight: number;
  declare narrowBelow: number;
  declare row: (index: number, sight: Sight) => TemplateResult;
  declare header: TemplateResult | typeof nothing;
  /** The row to bring into sight whenever `shownKey` changes; -1 for none. */
  declare shown: number;
  declare shownKey: unknown;
  /** Where time runs to the right, the last columns are brought into sight whenever this changes; null for the first. */
  declare lastColumnsOf: unknown;
  /** Width of a column in pixels for a host of this size, so that no column is cut; null leaves it to the styles. */
  declare cellWidth: ((host: HTMLElement) => number) | null;

  #observer: ResizeObserver | null = null;
  #revealed: unknown = null;

  constructor() {
    super();
    this.count = 0;
    this.rowHeight = 32;
    this.narrowRowHeight = 56;
    this.narrowBelow = 0;
    this.row = () => html``;
    this.header = nothing;
    this.shown = -1;
    this.shownKey = null;
    this.lastColumnsOf = null;
    this.cellWidth = null;
    this.addEventListener("scroll", () => this.requestUpdate(), { passive: true });
  }

  /** In the open tree: the page has one style sheet, and rows are styled where they are used. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => {
      this.toggleAttribute("narrow", this.clientWidth < this.narrowBelow);
      this.requestUpdate();
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  get #height(): number {
    return this.hasAttribute("narrow") ? this.narrowRowHeight : this.rowHeight;
  }

  /** Height of the header, which sticks to the top and covers rows. */
  get #headerHeight(): number {
    const header = this.firstElementChild;
    return header instanceof HTMLElement && !header.classList.contains("virtual-body") ? header.offsetHeight : 0;
  }

  protected override render(): TemplateResult {
    const height = this.#height;
    const all = this.count * height;
    const physical = Math.min(all, TALLEST);
    const view = Math.max(this.clientHeight, height);
    // Beyond the tallest element, scrolling runs through the rows in proportion.
    const stretch = physical > view ? (all - view) / (physical - view) : 1;
    const top = Math.max(0, Math.min(this.scrollTop, physical - view));
    const virtualTop = top * stretch;
    const first = Math.max(0, Math.floor(virtualTop / height) - SPARE);
    const last = Math.min(this.count, Math.ceil((virtualTop + view) / height) + SPARE);
    const rows: TemplateResult[] = [];
    const sight: Sight = { left: this.scrollLeft, width: this.clientWidth };
    for (let index = first; index < last; index += 1) rows.push(this.row(index, sight));
    const offset = top - (virtualTop - first * height);
    return html`${this.header}
      <div class="virtual-body" role="presentation" .style=${`height:${physical}px`}>
        <div class="virtual-window" role="presentation" .style=${`transform:translateY(${offset}px);--row:${height}px`}>${rows}</div>
      </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const cell = this.cellWidth ? `${this.cellWidth(this)}px` : "";
    if (this.style.getPropertyValue("--cell") !== cell) this.style.setProperty("--cell", cell);
    if (changed.has("lastColumnsOf")) this.scrollLeft = this.lastColumnsOf === null ? 0 : this.scrollWidth;
    if (this.shownKey === this.#revealed) return;
    this.#revealed = this.shownKey;
    if (this.shown >= 0) this.#reveal(this.shown);
  }

  /** Scrolls as little as it can; a row that is far away is set in the middle. */
  #reveal(index: number): void {
    const height = this.#height;
    const all = this.count * height;
    const physical = Math.min(all, TALLEST);
    const view = this.clientHeight - this.#headerHeight;
    const stretch = physical > view ? (all - view) / (physical - view) : 1;
    const top = index * height;
    const virtualTop = this.scrollTop * stretch;
    if (top >= virtualTop && top + height <= virtualTop + view) return;
    const near = top > virtualTop - 3 * height && top < virtualTop + view + 3 * height;
    const target = near ? (top < virtualTop ? top : top + height - view) : top - (view - height) / 2;
    this.scrollTop = target / stretch;
    this.requestUpdate();
  }
}

customElements.define("jd-rows", VirtualRows);
