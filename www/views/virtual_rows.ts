/**
 * Rows of which only those in sight exist: 20,000 rows scroll like twenty. They are of one height, or each of its own where
 * that is known beforehand. The host element carries the role (grid, listbox) and the name; each row says its own place,
 * so that a screen reader knows the size.
 */
import { LitElement, html, nothing, type TemplateResult } from "lit";

/** Browsers lay out no element taller than this (Firefox ends at 17.8 million pixels). */
const TALLEST = 12_000_000;
/** Rows drawn beyond the window, so that a slow frame shows no gap. */
const SPARE = 8;

/** What of a row wider than its window is in sight, in pixels. */
export interface Sight {
  left: number;
  width: number;
  /** Whether the host is narrower than `narrowBelow`. */
  narrow: boolean;
  /** Where rows begin, where they have heights of their own. */
  tops: Tops | null;
}

/** Where rows begin, and behind the last one where it ends: one number more than there are rows, in pixels. */
export type Tops = Float64Array;

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
    opensOf: { attribute: false },
    opensAt: { attribute: false },
    tops: { attribute: false },
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
  /** How far to the right the rows are scrolled whenever `opensOf` changes; null for not at all. */
  declare opensAt: ((host: HTMLElement) => number) | null;
  declare opensOf: unknown;
  /** Where each row begins, where rows have heights of their own; null for one height. */
  declare tops: ((host: HTMLElement) => Tops | null) | null;
  /** Width of a column in pixels for a host of this size, so that no column is cut; null leaves it to the styles. */
  declare cellWidth: ((host: HTMLElement) => number) | null;

  #observer: ResizeObserver | null = null;
  #revealed: unknown = null;
  #opened: unknown = null;
  #tops: Tops | null = null;
  /** Its size has been told. Asked for before, the browser would have to lay out a page that is half drawn. */
  #sized = false;

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
    this.opensOf = null;
    this.opensAt = null;
    this.tops = null;
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
      this.#sized = true;
      this.#fit();
      this.requestUpdate();
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /** Notes whether the host is narrow; says whether that is news. */
  #fit(): boolean {
    const isNarrow = this.clientWidth < this.narrowBelow;
    if (isNarrow === this.hasAttribute("narrow")) return false;
    this.toggleAttribute("narrow", isNarrow);
    return true;
  }

  /** Height of a row; where each has its own, the least that one may have. */
  get #height(): number {
    return this.hasAttribute("narrow") ? this.narrowRowHeight : this.rowHeight;
  }

  #top(index: number): number {
    return this.#tops?.[index] ?? index * this.#height;
  }

  /** The row that stands at a height. */
  #at(y: number): number {
    const tops = this.#tops;
    if (!tops) return Math.floor(y / this.#height);
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tops[middle + 1] ?? Number.POSITIVE_INFINITY) > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Height of the header, which sticks to the top and covers rows. */
  get #headerHeight(): number {
    const header = this.firstElementChild;
    return header instanceof HTMLElement && !header.classList.contains("virtual-body") ? header.offsetHeight : 0;
  }

  protected override render(): TemplateResult {
    const tops = this.tops?.(this) ?? null;
    this.#tops = tops?.length === this.count + 1 ? tops : null;
    const height = this.#height;
    const all = this.#top(this.count);
    const physical = Math.min(all, TALLEST);
    const view = Math.max(this.#sized ? this.clientHeight : innerHeight, height);
    // Beyond the tallest element, scrolling runs through the rows in proportion.
    const stretch = physical > view ? (all - view) / (physical - view) : 1;
    const top = Math.max(0, Math.min(this.#sized ? this.scrollTop : 0, physical - view));
    const virtualTop = top * stretch;
    const first = Math.max(0, this.#at(virtualTop) - SPARE);
    const last = Math.min(this.count, this.#at(virtualTop + view) + 1 + SPARE);
    const rows: TemplateResult[] = [];
    const sight: Sight = {
      left: this.#sized ? this.scrollLeft : 0,
      width: this.#sized ? this.clientWidth : innerWidth,
      narrow: this.hasAttribute("narrow"),
      tops: this.#tops,
    };
    for (let index = first; index < last; index += 1) rows.push(this.row(index, sight));
    const offset = top - (virtualTop - this.#top(first));
    return html`${this.header}
      <div class="virtual-body" role="presentation" .style=${`height:${physical}px`}>
        <div class="virtual-window" role="presentation" .style=${`transform:translateY(${offset}px);--row:${height}px`}>${rows}</div>
      </div>`;
  }

  protected override updated(): void {
    const cell = this.cellWidth ? `${this.cellWidth(this)}px` : "";
    if (this.style.getPropertyValue("--cell") !== cell) {
      this.style.setProperty("--cell", cell);
      // In wider columns rows are lower.
      if (this.tops) this.requestUpdate();
    }
    if (!this.#sized) return;
    // What is narrow has other columns: where to open is known when they stand.
    if (this.narrowBelow > 0 && this.clientWidth > 0 && this.#fit()) this.requestUpdate();
    else if (this.#opened !== this.opensOf && this.clientWidth > 0) {
      this.#opened = this.opensOf;
      this.scrollLeft = this.opensAt?.(this) ?? 0;
    }
    if (this.shownKey === this.#revealed) return;
    this.#revealed = this.shownKey;
    if (this.shown >= 0) this.#reveal(this.shown);
  }

  /** Scrolls as little as it can; a row that is far away is set in the middle. */
  #reveal(index: number): void {
    const all = this.#top(this.count);
    const physical = Math.min(all, TALLEST);
    const view = this.clientHeight - this.#headerHeight;
    const stretch = physical > view ? (all - view) / (physical - view) : 1;
    const top = this.#top(index);
    const height = this.#top(index + 1) - top;
    const virtualTop = this.scrollTop * stretch;
    if (top >= virtualTop && top + height <= virtualTop + view) return;
    const near = top > virtualTop - 3 * height && top < virtualTop + view + 3 * height;
    const target = near ? (top < virtualTop ? top : top + height - view) : top - (view - height) / 2;
    this.scrollTop = target / stretch;
    this.requestUpdate();
  }
}

customElements.define("jd-rows", VirtualRows);
