/** A chart drawn as SVG in the width it has: sharp in print, saved as it is seen, each mark a button. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { ratioParts } from "../format/quantity.js";
import { boundSign } from "../lib/collection/bound.js";
import type { ChartData, ChartPoint } from "../state/chart_data.js";
import { evidenceOf, litFigure } from "../state/evidence.js";
import { sameTarget } from "../state/marks.js";
import { categoryAxis, valueAxis } from "./chart_frame.js";
import { legendOf, legendView } from "./chart_legend.js";
import { barsView, linesView, marksOf, sharesView, type Mark } from "./chart_marks.js";
import { LEFT, plotOf, type ChartStyle } from "./chart_plot.js";
import { tickText } from "./chart_scale.js";
import { reviewOf } from "../state/reviewed.js";
import { byHandWords } from "./by_hand.js";
import { Measured } from "./measured.js";
import { rowText, writtenAs } from "./panel_grid.js";

export class ChartView extends Measured {
  static override properties = {
    page: { attribute: false },
    data: { attribute: false },
    kind: { attribute: false },
    names: { attribute: false },
    heading: { attribute: false },
    at: { state: true },
  };
  declare page: Page | null;
  declare data: ChartData | null;
  declare kind: ChartStyle;
  /** The series in the reader's words. */
  declare names: readonly string[];
  declare heading: string;
  /** The mark that has the focus, or had it last: the one that Tab comes back to. */
  declare at: number;

  constructor() {
    super();
    this.page = null;
    this.data = null;
    this.kind = "bars";
    this.names = [];
    this.heading = "";
    this.at = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { page, data, kind, names, width } = this;
    if (!page || !data || width < 120) return nothing;
    // Where bars lie, nothing else stands at the head's left.
    const legend = legendOf(data, kind, names, page.words, data.years ? LEFT : 0, width);
    const plot = plotOf(data, kind, width, names, page.state.locale, legend.rows);
    const marks = marksOf(data);
    const here = Math.min(this.at, marks.length - 1);
    const button = (mark: Mark, shape: TemplateResult): TemplateResult => {
      const index = marks.findIndex(({ series, category }) => series === mark.series && category === mark.category);
      return this.#button(page, data, mark, shape, index, index === here);
    };
    const value = ({ value: of, row }: ChartPoint): string => boundSign(row) + tickText(of, plot.unit);
    const share = ({ row }: ChartPoint, part: number): string =>
      ratioParts({ value: row.value, written: writtenAs(page.state, row).written })[part] ?? "";
    return html`<svg class="chart" role="group" aria-label=${this.heading} viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
        @keydown=${(event: KeyboardEvent) => this.#walk(event, marks)}>
        ${valueAxis(plot)}
        ${kind === "lines" ? linesView(plot, data, names, button) : nothing}
        ${kind === "bars" ? barsView(plot, data, value, button) : nothing}
        ${kind === "shares" ? sharesView(plot, data, share, button) : nothing}
        ${categoryAxis(plot, data.categories)}
        ${legendView(legend)}
      </svg>`;
  }

  #button(
    page: Page,
    data: ChartData,
    mark: Mark,
    shape: TemplateResult,
    index: number,
    here: boolean,
  ): TemplateResult {
    const { state, words, send } = page;
    const evidence = evidenceOf(state, mark.point.row.sources[0]);
    const lit = evidence !== null && sameTarget(state.lit, evidence.document.id, "figure", evidence.index);
    const label = [data.categories[mark.category], this.names[mark.series] || data.of].filter(Boolean).join(" · ");
    const told = mark.point.row.sources;
    const review = reviewOf(state, told)?.verdict ?? null;
    const said = [words.collection.charts.point(label, rowText(state, mark.point.row)), byHandWords(page, told)]
      .filter(Boolean)
      .join(" · ");
    const act = (): void => {
      this.at = index;
      if (!evidence) return;
      send({ type: "lit", lit: litFigure(evidence) });
      send({ type: "paned", pane: "source" });
    };
    return svg`<g class="c-mark" role="button" tabindex=${here ? 0 : -1} data-mark=${index} data-by-hand=${review ?? nothing} aria-label=${said} aria-pressed=${lit ? "true" : "false"}
      @click=${act} @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        act();
      }}><title>${said}</title>${shape}</g>`;
  }

  /** Left and right along a series, up and down from series to series in the same category. */
  #walk(event: KeyboardEvent, marks: readonly Mark[]): void {
    const from = marks[this.at];
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const along = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const across = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (along === 0 && across === 0) return;
    event.preventDefault();
    // Where bars lie one below the other, up and down is along.
    const lying = this.data?.years === false;
    const [step, turn] = lying ? [across, along] : [along, across];
    const to =
      step !== 0
        ? this.at + step
        : marks.findIndex(({ series, category }) => category === from.category && series === from.series + turn);
    const next = marks[to];
    if (!next) return;
    this.at = to;
    this.querySelector<SVGElement>(`[data-mark="${to}"]`)?.focus();
  }
}

customElements.define("jd-chart", ChartView);
