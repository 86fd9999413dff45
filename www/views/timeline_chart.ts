/**
 * The chart of the timeline: lanes of entries on an axis that zooms from decades to days. Drawn as SVG, in the
 * page's own colours and sharp in print. To a screen reader it is one picture: the list below holds the same
 * entries, each with all that the chart shows.
 */
import { html, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Page } from "../app/page.js";
import { intervalText } from "../format/interval.js";
import { asOfIn, type Lit, type LocaleName } from "../state/model.js";
import { sameTarget } from "../state/marks.js";
import { endOf, startOf, type EntryRow } from "../state/rows.js";
import { asOfView } from "./as_of.js";
import { entryReviewWords, entryStateWords } from "./entry_state.js";
import { icons } from "./icons.js";
import { Measured } from "./measured.js";
import { GLYPHS, UNFOUND } from "./timeline_glyphs.js";
import {
  entryLabel,
  GLYPH,
  layoutOf,
  wordsWidth,
  wordsWithin,
  type Cluster,
  type Lane,
  type PlacedEntry,
} from "./timeline_layout.js";
import { DAY, instantOf, isTurn, tickText, ticksOf, zoomed, type Domain, type Tick } from "./timeline_scale.js";

const LINE = 22;
const LANE_GAP = 10;
/** Two lines: today's name above, the ticks' below, so that neither covers the other. */
const AXIS = 40;
const LANE_LABEL = 18;
const MARGIN = 12;
const MOST_LANES = 12;
const BUSY: ReadonlySet<string> = new Set(["waiting", "running"]);
/** Milliseconds without a move after which the address hears of it. */
const REST = 250;
const KINDS = ["event", "milestone", "deadline", "recurring"] as const;

export class TimelineChart extends Measured {
  static override properties = {
    page: { attribute: false },
    rows: { attribute: false },
    domain: { state: true },
    by: { state: true },
  };
  declare page: Page | null;
  declare rows: readonly EntryRow[];
  /** What is in sight; null shows all. */
  declare domain: Domain | null;
  declare by: "kind" | "place";

  #followed: Lit | null = null;
  /** The stretch that the address knows of. */
  #told: Domain | null = null;
  #resting = 0;
  #drag: { x: number; domain: Domain } | null = null;

  constructor() {
    super();
    this.page = null;
    this.rows = [];
    this.domain = null;
    this.by = "kind";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Not passive: with Ctrl, the wheel zooms the chart and not the page.
    this.addEventListener("wheel", this.#wheel, { passive: false });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
    this.removeEventListener("wheel", this.#wheel);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Other rows, other times: a stretch in which none of them lies shows nothing. While files come, more may.
    const { domain } = this;
    const settled = this.page?.state.documents.every(({ progress }) => !BUSY.has(progress.at)) ?? false;
    if (domain && settled && changed.has("rows") && !this.rows.some(({ entry }) => isWithin(entry, domain)))
      this.domain = null;
    // The address, or a Back, may ask for another stretch.
    const zoom = this.page?.state.zoom ?? null;
    if (zoom !== this.#told) this.domain = zoom;
    this.#told = zoom;
    // Only what is newly lit is followed: whoever then looks elsewhere is not drawn back.
    const lit = this.page?.state.lit ?? null;
    if (lit !== this.#followed) this.#follow();
    this.#followed = lit;
  }

  /** Tells the address what is in sight, once the reader rests. */
  protected override updated(): void {
    clearTimeout(this.#resting);
    const { domain, page } = this;
    if (!page || domain === this.#told) return;
    this.#resting = window.setTimeout(() => {
      this.#told = domain;
      page.send({ type: "zoomed", zoom: domain });
    }, REST);
  }

  /** Moves a lit entry that is out of sight into sight. */
  #follow(): void {
    const { lit } = this.page?.state ?? {};
    if (!this.domain || lit?.target.kind !== "entry") return;
    const { index } = lit.target;
    const row = this.rows.find((one) => one.index === index && one.document.id === lit.document);
    if (!row) return;
    const at = instantOf(startOf(row.entry));
    const { start, end } = this.domain;
    if (at < start || at > end) this.domain = { start: at - (end - start) / 2, end: at + (end - start) / 2 };
  }

  get #all(): Domain {
    if (this.rows.length === 0) return { start: 0, end: DAY };
    let start = Infinity;
    let end = -Infinity;
    for (const { entry } of this.rows) {
      start = Math.min(start, instantOf(startOf(entry)));
      end = Math.max(end, instantOf(endOf(entry)) + DAY);
    }
    const spare = Math.max((end - start) * 0.03, 20 * DAY);
    return { start: start - spare, end: end + spare };
  }

  get #inSight(): Domain {
    return this.domain ?? this.#all;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { page, rows } = this;
    if (!page || rows.length === 0) return nothing;
    const { words, state } = page;
    const width = Math.max(200, this.width - 2 * MARGIN);
    const domain = this.#inSight;
    const places = this.by === "place";
    const laneNames = placeLanes(rows, words);
    const lanes = layoutOf(rows, {
      domain,
      width,
      maxLines: places ? 3 : 4,
      lane: ({ entry }) => (places ? laneNames(entry.subject) : entry.kind),
      laneOrder: places ? [] : KINDS,
    });
    let top = AXIS;
    const placed = lanes.map((lane) => {
      const at = top;
      top += LANE_LABEL + lane.lines * LINE + LANE_GAP;
      return { lane, top: at };
    });
    const x = (at: number): number => ((at - domain.start) / (domain.end - domain.start)) * width;
    const noon = (day: string): number => x(instantOf(day) + DAY / 2);
    const today = noon(state.today);
    const asOf = noon(asOfIn(state));
    return html`
      <div class="timeline-tools">
        <span class="segmented" role="group" aria-label=${words.timeline.lanes}>
          ${(["kind", "place"] as const).map(
            (by) =>
              html`<button aria-pressed=${this.by === by} @click=${() => {
                this.by = by;
              }}>${words.timeline.laneBy[by]}</button>`,
          )}
        </span>
        ${asOfView(page)}
        <span class="timeline-hint">${words.timeline.hint}</span>
        <span class="timeline-zoom"><button class="tool" aria-label=${words.timeline.zoomOut} title=${words.timeline.zoomOut} @click=${() => this.#zoom(1.6)}>${icons.minus}</button>
        <button class="tool" aria-label=${words.timeline.zoomIn} title=${words.timeline.zoomIn} @click=${() => this.#zoom(1 / 1.6)}>${icons.plus}</button>
        <button class="tool" aria-label=${words.timeline.fit} title=${words.timeline.fit} ?disabled=${this.domain === null} @click=${() => {
          this.domain = null;
        }}>${icons.fit}</button></span>
      </div>
      <div class="timeline-scroll" tabindex="0" role="group" aria-label=${words.timeline.label} @keydown=${this.#key}>
        <svg class="timeline-chart" width=${width + 2 * MARGIN} height=${top} role="img" aria-label=${words.timeline.label}
          @pointerdown=${this.#press} @pointermove=${this.#move} @pointerup=${this.#release} @pointercancel=${this.#release}>
          <g transform="translate(${MARGIN} 0)">
            ${ticksOf(domain, width, 64).map((tick) => tickMark(tick, x(tick.at), width, top, state.locale))}
            ${asOf !== today && asOf >= 0 && asOf <= width ? asOfMark(asOf, today, width, top, words.collection.promises.asOf) : nothing}
            ${today >= 0 && today <= width ? todayMark(today, width, top, words.timeline.today) : nothing}
            ${placed.map(({ lane, top: at }) => this.#lane(page, lane, at, width))}
          </g>
        </svg>
      </div>`;
  }

  #lane(page: Page, lane: Lane, top: number, width: number): TemplateResult {
    const { words } = page;
    const name = this.by === "kind" ? words.entry[lane.name as (typeof KINDS)[number]] : lane.name;
    const under = top + LANE_LABEL;
    return svg`
      <g class="lane">
        <path class="lane-line" d="M${-MARGIN} ${top}H${width + MARGIN}" />
        <text class="lane-name" x="0" y=${top + 13}>${name}</text>
        ${repeat(
          lane.entries,
          ({ row }) => row,
          (entry) => this.#entry(page, entry, under),
        )}
        ${lane.clusters.map((cluster) => this.#cluster(page, cluster, under))}
      </g>`;
  }

  #entry(page: Page, { row: index, x, end, anchor, line, label, side }: PlacedEntry, top: number): TemplateResult {
    const row = this.rows[index];
    if (!row) return svg``;
    const { state, words, send } = page;
    const { entry, document, unfound } = row;
    const y = top + line * LINE + LINE / 2;
    const lit = sameTarget(state.lit, document.id, "entry", row.index);
    const name = [
      intervalText(entry.date, state.locale),
      entry.title,
      words.entry[entry.kind],
      row.review?.rejected ? "" : entryStateWords(row, words),
      entryReviewWords(page, row),
    ]
      .filter(Boolean)
      .join("，");
    const left = Math.min(x - anchor, side === "left" ? -label - 6 : 0);
    const right = Math.max(end - anchor, GLYPH + (side === "right" ? label : 0));
    // The bar lies behind the words; the shape in front tells the kind, its filling the state.
    return svg`
      <g class="entry" data-kind=${entry.kind} data-state=${row.kept === "met" ? "done" : entry.state} data-lit=${lit} data-unfound=${unfound} data-verdict=${row.review?.verdict ?? nothing}
        transform="translate(${anchor} ${y})" @click=${() => {
          send({
            type: "lit",
            lit: { document: document.id, target: { kind: "entry", index: row.index }, from: "list" },
          });
        }}>
        <title>${name}</title>
        <rect class="entry-bar" x=${left} y="-9" width=${right - left} height="18" rx="2" />
        ${end > x ? svg`<path class="entry-span" d="M${x - anchor} 9H${end - anchor}" />` : nothing}
        <path class="entry-glyph" d=${unfound ? UNFOUND : GLYPHS[entry.kind]} />
        ${label > 0 ? svg`<text x=${side === "right" ? GLYPH : -4} y="4" text-anchor=${side === "right" ? "start" : "end"}>${wordsWithin(entryLabel(row), label)}</text>` : nothing}
      </g>`;
  }

  #cluster({ words, send }: Page, { rows, x, line }: Cluster, top: number): TemplateResult {
    const y = top + line * LINE + LINE / 2;
    const first = this.rows[rows[0] ?? -1];
    // Nearer to them, and to the first of them in the list below, where all of them stand.
    return svg`
      <g class="cluster" transform="translate(${x} ${y})" @click=${() => {
        this.#approach(rows);
        if (first)
          send({
            type: "lit",
            lit: { document: first.document.id, target: { kind: "entry", index: first.index }, from: "list" },
          });
      }}>
        <title>${words.timeline.cluster(rows.length)}</title>
        <rect x="0" y="-8" width="38" height="16" rx="2" />
        <text x="19" y="4" text-anchor="middle">+${rows.length}</text>
      </g>`;
  }

  #zoom(factor: number, share = 0.5): void {
    const domain = this.#inSight;
    this.domain = zoomed(domain, factor, domain.start + (domain.end - domain.start) * share);
  }

  /** Left and right move along, plus and minus zoom, 0 shows all. */
  #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowLeft: () => this.#shift(-0.15),
      ArrowRight: () => this.#shift(0.15),
      "+": () => this.#zoom(1 / 1.6),
      "=": () => this.#zoom(1 / 1.6),
      "-": () => this.#zoom(1.6),
      "0": () => {
        this.domain = null;
      },
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  /** Fills the window with the time that these rows take. */
  #approach(rows: readonly number[]): void {
    const entries = rows.flatMap((index) => this.rows[index]?.entry ?? []);
    let start = Infinity;
    let end = -Infinity;
    // A cluster of thousands is more than a call takes as arguments.
    for (const entry of entries) {
      start = Math.min(start, instantOf(startOf(entry)));
      end = Math.max(end, instantOf(endOf(entry)) + DAY);
    }
    const spare = Math.max((end - start) * 0.06, 2 * DAY);
    const { start: from, end: to } = this.#inSight;
    // All of it in sight already: the lit entry is told apart by its light alone.
    if (end - start + 2 * spare < to - from) this.domain = { start: start - spare, end: end + spare };
  }

  #wheel = (event: WheelEvent): void => {
    const width = Math.max(1, this.width - 2 * MARGIN);
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#zoom(Math.exp(event.deltaY * 0.004), (event.clientX - this.getBoundingClientRect().left - MARGIN) / width);
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.#shift(event.deltaX / width);
    }
  };

  #shift(share: number): void {
    const { start, end } = this.#inSight;
    const by = (end - start) * share;
    this.domain = { start: start + by, end: end + by };
  }

  #press = (event: PointerEvent): void => {
    if (event.button === 0) this.#drag = { x: event.clientX, domain: this.#inSight };
  };

  #move = (event: PointerEvent): void => {
    if (!this.#drag || Math.abs(event.clientX - this.#drag.x) < 4) return;
    const { domain, x } = this.#drag;
    const by = ((x - event.clientX) / Math.max(1, this.width - 2 * MARGIN)) * (domain.end - domain.start);
    // Held from here on, so that a drag may leave the chart; not from the press on, which may be a click on an entry.
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.domain = { start: domain.start + by, end: domain.end + by };
  };

  #release = (): void => {
    this.#drag = null;
  };
}

function isWithin(entry: EntryRow["entry"], { start, end }: Domain): boolean {
  return instantOf(startOf(entry)) <= end && instantOf(endOf(entry)) + DAY >= start;
}

/** The lane of a subject: the most frequent have one each, all others share one. */
function placeLanes(rows: readonly EntryRow[], { timeline }: Page["words"]): (subject: string | null) => string {
  const counts = new Map<string, number>();
  for (const { entry } of rows) {
    const name = entry.subject ?? timeline.noPlace;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size <= MOST_LANES) return (subject) => subject ?? timeline.noPlace;
  const frequent = [...counts].sort(([, one], [, two]) => two - one).slice(0, MOST_LANES - 1);
  const own = new Set(frequent.map(([name]) => name));
  const others = timeline.otherPlaces(counts.size - own.size);
  return (subject) => (own.has(subject ?? timeline.noPlace) ? (subject ?? timeline.noPlace) : others);
}

/** The line of the day by which things are judged, where that is not today; without its name where today's stands. */
function asOfMark(x: number, today: number, width: number, height: number, name: string): TemplateResult {
  const clear = Math.abs(x - today) > 2 * wordsWidth(name) + 20 || today < 0 || today > width;
  return svg`<g class="as-of-day">${clear ? dayMark(x, width, height, name) : svg`<path d="M${x} 18V${height}" />`}</g>`;
}

/** The line of today. */
function todayMark(x: number, width: number, height: number, name: string): TemplateResult {
  return svg`<g class="today">${dayMark(x, width, height, name)}</g>`;
}

/** A line, and its name above the axis, moved in where an edge would cut it. */
function dayMark(x: number, width: number, height: number, name: string): TemplateResult {
  const half = wordsWidth(name) / 2 + 5;
  const middle = Math.max(half - MARGIN, Math.min(width + MARGIN - half, x));
  return svg`<path d="M${x} 18V${height}" />
    <rect x=${middle - half} y="2" width=${2 * half} height="17" rx="2" /><text x=${middle} y="15" text-anchor="middle">${name}</text>`;
}

function tickMark(tick: Tick, x: number, width: number, height: number, locale: LocaleName): TemplateResult {
  const text = tickText(tick, locale);
  // Words that the edge would cut are left out; the line stays.
  const fits = x + 3 + wordsWidth(text) <= width + MARGIN;
  return svg`<g class="tick" data-turn=${isTurn(tick)}><path d="M${x} ${AXIS - 6}V${height}" />${fits ? svg`<text x=${x + 3} y=${AXIS - 10}>${text}</text>` : nothing}</g>`;
}

customElements.define("jd-timeline-chart", TimelineChart);
