/**
 * The source: the document's text, set as text, with marks drawn by the CSS Custom Highlight API. No element is
 * made for a mark, so thousands of them cost nothing to lay out, and no word of the document can become markup.
 */
import { marksInLine } from "../state/markup.js";
import { firstMarkAfter, marksOf, type Mark } from "../state/marks.js";
import { MARK_KINDS, type MarkKind } from "../state/model.js";
import type { Report, Span } from "../state/report.js";
import { blockAt, blocksOf, type Block } from "./source_blocks.js";
import { paragraphKind } from "./source_paragraph.js";
import { caretAt, touches } from "./source_caret.js";
import { drawMinimap } from "./minimap.js";

/** What the source is to show. */
export interface SourceView {
  report: Report;
  shown: ReadonlySet<MarkKind>;
  /** The lit words, their sentence and the words of their indicator; null for none. */
  lit: { span: Span; context: Span | null; indicator: readonly Span[]; kind: MarkKind | "entry" | "span" } | null;
  /** Changes whenever something is lit anew; the lit words are brought into sight then. */
  litKey: unknown;
  /** Whether the reader pointed at the lit words in this very text, which then must not move. */
  still: boolean;
  /** Words of the search, marked where they stand. */
  found: readonly string[];
  onPick: (mark: Mark) => void;
}

/** Texts up to this length are filled in at once: the browser's own find-in-page then sees all of them. */
const WHOLE = 200_000;

interface Drawn {
  block: Block;
  element: HTMLElement;
  /** The paragraphs' text nodes while the block is filled, else null. */
  nodes: Text[] | null;
  ranges: { name: HighlightName; range: StaticRange }[];
}

type HighlightName = MarkKind | "ahead" | "aside" | "markup" | "found" | "context" | "words" | "lit";
/** Later ones are drawn over earlier ones. */
const HIGHLIGHTS: readonly HighlightName[] = [
  "markup",
  "aside",
  "context",
  "words",
  "other",
  "slogan",
  "date",
  "figure",
  "ahead",
  "found",
  "lit",
];

/** One set of highlights for all texts on the page, which are so many: each takes only its own ranges out. */
const highlights = new Map<HighlightName, Highlight>();
let texts = 0;

export class SourceText extends HTMLElement {
  #view: SourceView | null = null;
  #drawn: Drawn[] = [];
  #text: HTMLElement | null = null;
  #map: HTMLCanvasElement | null = null;
  #near: IntersectionObserver | null = null;
  #resized: ResizeObserver | null = null;
  #paragraphs = new WeakMap<Node, { drawn: Drawn; index: number }>();
  #mapDue = false;
  /** Height of the window on the text when it was last looked at. */
  #height = 0;

  set view(view: SourceView) {
    const last = this.#view;
    this.#view = view;
    if (!this.isConnected) return;
    if (last?.report !== view.report) this.#rebuild();
    else if (last.found.join("\n") !== view.found.join("\n")) this.#repaint("found");
    this.#choose();
    if (!last || last.litKey !== view.litKey || last.report !== view.report) this.#light();
  }

  connectedCallback(): void {
    if (!this.#text) this.#build();
    texts += 1;
    // A browser without highlights shows the bare text; table and reading still lead to the right place in it.
    for (const name of "highlights" in CSS ? HIGHLIGHTS : []) {
      if (highlights.has(name)) continue;
      const highlight = new Highlight();
      highlight.priority = HIGHLIGHTS.indexOf(name);
      highlights.set(name, highlight);
    }
    this.#near = new IntersectionObserver((entries) => this.#turn(entries), {
      root: this.#text,
      rootMargin: "2000px 0px",
    });
    this.#resized = new ResizeObserver(() => {
      this.#keepInSight();
      this.#askForMap();
    });
    if (this.#text) this.#resized.observe(this.#text);
    if (this.#view) {
      this.#rebuild();
      this.#choose();
      this.#light();
    }
  }

  disconnectedCallback(): void {
    this.#near?.disconnect();
    this.#resized?.disconnect();
    for (const drawn of this.#drawn) this.#unpaint(drawn, null);
    texts -= 1;
    if (texts === 0) for (const name of highlights.keys()) CSS.highlights.delete(`jd-${name}`);
  }

  #build(): void {
    this.#text = document.createElement("div");
    this.#text.className = "source-text";
    this.#text.tabIndex = 0;
    this.#text.lang = "zh-Hans";
    this.#text.setAttribute("role", "document");
    this.#map = document.createElement("canvas");
    this.#map.className = "minimap";
    this.#map.setAttribute("aria-hidden", "true");
    this.append(this.#text, this.#map);
    this.#text.addEventListener("click", (event) => this.#pick(event));
    this.#text.addEventListener("mousemove", (event) => {
      this.#text?.classList.toggle("over-mark", this.#markAt(event.clientX, event.clientY) !== null);
    });
    this.#text.addEventListener("scroll", () => this.#askForMap(), { passive: true });
    this.#map.addEventListener("pointerdown", (event) => {
      this.#scrollToShare(event.offsetY);
      this.#map?.setPointerCapture(event.pointerId);
    });
    this.#map.addEventListener("pointermove", (event) => {
      if (event.buttons === 1) this.#scrollToShare(event.offsetY);
    });
  }

  /** Empty blocks of the right height for a new text; those near the window are filled. */
  #rebuild(): void {
    const { report } = this.#view ?? {};
    if (!report || !this.#text) return;
    this.#near?.disconnect();
    for (const drawn of this.#drawn) this.#unpaint(drawn, null);
    const { text } = report.document;
    const whole = text.length <= WHOLE;
    // Asked of a text that has just been put in, it would have the whole page laid out here and now.
    if (this.#drawn.length > 0) this.#text.scrollTop = 0;
    this.#drawn = blocksOf(text).map((block) => {
      const element = document.createElement("div");
      element.className = "block";
      return { block, element, nodes: null, ranges: [] };
    });
    for (const drawn of this.#drawn) {
      drawn.element.style.setProperty("--guess", `${guessedHeight(drawn.block)}px`);
      if (whole) this.#fill(drawn);
      else drawn.element.classList.add("unfilled");
    }
    this.#text.replaceChildren(...this.#drawn.map(({ element }) => element));
    if (!whole) for (const { element } of this.#drawn) this.#near?.observe(element);
    this.#askForMap();
  }

  #turn(entries: readonly IntersectionObserverEntry[]): void {
    const byElement = new Map(this.#drawn.map((drawn) => [drawn.element as Element, drawn]));
    for (const { target, isIntersecting } of entries) {
      const drawn = byElement.get(target);
      if (!drawn) continue;
      if (isIntersecting) this.#fill(drawn);
      else this.#empty(drawn);
    }
    this.#askForMap();
  }

  #fill(drawn: Drawn): void {
    const { report } = this.#view ?? {};
    if (!report || drawn.nodes) return;
    const { text } = report.document;
    drawn.nodes = drawn.block.paragraphs.map((place, index) => {
      const node = document.createTextNode(text.slice(place.start, place.end));
      const paragraph = document.createElement("p");
      paragraph.className = paragraphKind(report, place);
      paragraph.append(node);
      drawn.element.append(paragraph);
      this.#paragraphs.set(node, { drawn, index });
      return node;
    });
    drawn.element.classList.remove("unfilled");
    this.#paint(drawn, null);
  }

  #empty(drawn: Drawn): void {
    if (!drawn.nodes) return;
    drawn.element.style.setProperty("--guess", `${drawn.element.offsetHeight}px`);
    this.#unpaint(drawn, null);
    drawn.nodes = null;
    drawn.element.replaceChildren();
    drawn.element.classList.add("unfilled");
  }

  /** Registers the kinds that are switched on. */
  #choose(): void {
    const { shown } = this.#view ?? {};
    for (const [name, highlight] of highlights) {
      const kind: MarkKind | null = name === "ahead" ? "figure" : (MARK_KINDS.find((one) => one === name) ?? null);
      if (kind === null || shown?.has(kind)) CSS.highlights.set(`jd-${name}`, highlight);
      else CSS.highlights.delete(`jd-${name}`);
    }
    this.#askForMap();
  }

  #repaint(name: HighlightName): void {
    for (const drawn of this.#drawn) {
      this.#unpaint(drawn, name);
      if (drawn.nodes) this.#paint(drawn, name);
    }
  }

  #unpaint(drawn: Drawn, only: HighlightName | null): void {
    drawn.ranges = drawn.ranges.filter(({ name, range }) => {
      if (only !== null && name !== only) return true;
      highlights.get(name)?.delete(range);
      return false;
    });
  }

  /** Draws the marks of a filled block; with `only`, those of one highlight. */
  #paint(drawn: Drawn, only: HighlightName | null): void {
    const view = this.#view;
    if (!view || !drawn.nodes) return;
    const { report, lit, found } = view;
    const { start, end } = drawn.block;
    const add = (name: HighlightName, span: Span): void => {
      if (only === null || only === name) this.#draw(drawn, name, span);
    };
    if (only === null) {
      const marks = marksOf(report);
      for (let at = firstMarkAfter(marks, start); ; at += 1) {
        const mark = marks[at];
        if (!mark || mark.span.start >= end) break;
        add(mark.kind === "figure" && mark.ahead ? "ahead" : mark.kind, mark.span);
      }
      for (const { kind, span } of report.cleaning) {
        if ((kind === "duplicate" || kind === "boilerplate") && span.start < end && span.end > start)
          add("aside", span);
      }
      for (const paragraph of drawn.block.paragraphs) {
        for (const mark of marksInLine(report.document.text.slice(paragraph.start, paragraph.end)))
          add("markup", { start: paragraph.start + mark.start, end: paragraph.start + mark.end });
      }
    }
    if (lit) {
      if (lit.context) add("context", lit.context);
      for (const span of lit.indicator) add("words", span);
      add("lit", lit.span);
    }
    if (found.length > 0 && (only === null || only === "found")) {
      const text = report.document.text.slice(start, end).toLowerCase();
      for (const word of found) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          add("found", { start: start + at, end: start + at + word.length });
        }
      }
    }
  }

  /** One span, a range for each paragraph it touches. */
  #draw(drawn: Drawn, name: HighlightName, span: Span): void {
    drawn.block.paragraphs.forEach(({ start, end }, index) => {
      const node = drawn.nodes?.[index];
      if (!node || span.start >= end || span.end <= start) return;
      const range = new StaticRange({
        startContainer: node,
        startOffset: Math.max(span.start, start) - start,
        endContainer: node,
        endOffset: Math.min(span.end, end) - start,
      });
      highlights.get(name)?.add(range);
      drawn.ranges.push({ name, range });
    });
  }

  #light(): void {
    for (const name of ["context", "words", "lit"] as const) this.#repaint(name);
    const { lit, still } = this.#view ?? {};
    this.#askForMap();
    if (!lit || still) return;
    this.#bringIntoSight(lit.span);
    // Filling what lies around may have moved it; once more when that has been laid out.
    requestAnimationFrame(() => {
      if (this.#view?.lit?.span === lit.span) this.#bringIntoSight(lit.span);
    });
  }

  /** A form that opens below takes room from the text: lit words that were in sight stay so. */
  #keepInSight(): void {
    const before = this.#height;
    const { lit } = this.#view ?? {};
    this.#height = this.#text?.clientHeight ?? 0;
    const box = lit && this.#height < before ? this.#boxOf(lit.span, false) : null;
    const top = this.#text?.getBoundingClientRect().top ?? 0;
    if (lit && box && box.top >= top && box.bottom <= top + before) this.#bringIntoSight(lit.span);
  }

  /** Where words stand in the page; null while they are not filled in, unless they are to be. */
  #boxOf(span: Span, fill: boolean): DOMRect | null {
    const blocks = this.#drawn.map(({ block }) => block);
    const drawn = this.#drawn[blockAt(blocks, span.start)];
    if (!drawn) return null;
    if (!drawn.nodes && fill) {
      this.#fill(drawn);
      drawn.element.scrollIntoView({ block: "center" });
    }
    const index = drawn.block.paragraphs.findIndex(({ end }) => end > span.start);
    const node = drawn.nodes?.[index];
    const paragraph = drawn.block.paragraphs[index];
    if (!node || !paragraph) return null;
    const range = document.createRange();
    range.setStart(node, Math.max(0, span.start - paragraph.start));
    range.setEnd(
      node,
      Math.min(node.length, Math.max(span.start + 1, Math.min(span.end, paragraph.end)) - paragraph.start),
    );
    return range.getBoundingClientRect();
  }

  #bringIntoSight(span: Span): void {
    const scroller = this.#text;
    const box = this.#boxOf(span, true);
    if (!scroller || !box) return;
    const window = scroller.getBoundingClientRect();
    const margin = Math.min(80, window.height / 5);
    if (box.top >= window.top + margin && box.bottom <= window.bottom - margin) return;
    scroller.scrollTop += box.top - window.top - window.height * 0.38;
  }

  #markAt(x: number, y: number): Mark | null {
    const { report, shown } = this.#view ?? {};
    const caret = caretAt(x, y);
    const place = caret && this.#paragraphs.get(caret.node);
    if (!report || !shown || !caret || !place) return null;
    const paragraph = place.drawn.block.paragraphs[place.index];
    if (!paragraph) return null;
    const offset = paragraph.start + caret.offset;
    const marks = marksOf(report);
    // The caret stands between two characters; the pointer is on one of them.
    for (let at = firstMarkAfter(marks, offset - 1); at < marks.length; at += 1) {
      const mark = marks[at];
      if (!mark || mark.span.start > offset) return null;
      if (shown.has(mark.kind) && touches(caret.node, paragraph, mark.span, x, y)) return mark;
    }
    return null;
  }

  #pick(event: MouseEvent): void {
    // Whoever marks words to copy them does not want to be led away.
    if (!getSelection()?.isCollapsed) return;
    const mark = this.#markAt(event.clientX, event.clientY);
    if (mark) this.#view?.onPick(mark);
  }

  #scrollToShare(y: number): void {
    if (!this.#text || !this.#map) return;
    this.#text.scrollTop = (y / this.#map.clientHeight) * this.#text.scrollHeight - this.#text.clientHeight / 2;
  }

  #askForMap(): void {
    if (this.#mapDue) return;
    this.#mapDue = true;
    requestAnimationFrame(() => {
      this.#mapDue = false;
      if (!this.#map || !this.#text || !this.#view) return;
      const { report, shown, lit } = this.#view;
      const blocks = this.#drawn.map(({ block, element }) => ({
        ...block,
        top: element.offsetTop,
        height: element.offsetHeight,
      }));
      drawMinimap(this.#map, { blocks, scroller: this.#text, marks: marksOf(report), shown, lit: lit?.span ?? null });
    });
  }
}

/** Rough, but only the scroll bar sees it: 34 characters a line of 30 pixels. */
function guessedHeight({ paragraphs }: Block): number {
  return paragraphs.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / 34) * 30 + 8, 0);
}

customElements.define("jd-source", SourceText);
