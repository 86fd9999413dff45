/** What stands around the marks of a chart: its lines, numbers and names. */
import { nothing, svg, type TemplateResult } from "lit";
import { textWidth, type Plot } from "./chart_plot.js";
import { tickText } from "./chart_scale.js";

/** Lines across the plot with their numbers, and the unit at their head. */
export function valueAxis({ scale, unit, lying, to, left, right, top, bottom }: Plot): TemplateResult {
  return svg`<g class="c-axis">
    ${scale.ticks.map((tick) => {
      const at = to(tick);
      const line = lying ? `M${at} ${top - 6}V${bottom}` : `M${left} ${at}H${right}`;
      return svg`<path class=${tick === 0 ? "c-zero" : "c-line"} d=${line} />${
        lying
          ? svg`<text x=${at} y=${top - 12} text-anchor="middle">${tickText(tick, unit)}</text>`
          : svg`<text x=${left - 8} y=${at + 4} text-anchor="end">${tickText(tick, unit)}</text>`
      }`;
    })}
    <text class="c-unit" x=${lying ? right + 12 : left - 8} y=${lying ? top - 12 : 14} text-anchor=${lying ? "start" : "end"}>${unit.name}</text>
  </g>`;
}

/** Names of the categories; of years that stand too close, every second or fifth. */
export function categoryAxis({ lying, at, step, left, bottom }: Plot, names: readonly string[]): TemplateResult {
  const widest = Math.max(1, ...names.map((name) => textWidth(name) + 10));
  const every = lying ? 1 : ([1, 2, 5, 10, 20].find((one) => one * step >= widest) ?? 50);
  return svg`<g class="c-names">${names.map((name, index) => {
    // Counted from the last, which is the one that a reader wants to know.
    if ((names.length - 1 - index) % every !== 0) return nothing;
    return lying
      ? svg`<text x=${left - 8} y=${at(index) + 4} text-anchor="end">${cut(name, left - 12)}</text>`
      : svg`<text x=${at(index)} y=${bottom + 18} text-anchor="middle">${name}</text>`;
  })}</g>`;
}

/** A name that fits. */
export function cut(name: string, width: number): string {
  if (textWidth(name) <= width) return name;
  let text = "";
  for (const character of name) {
    if (textWidth(`${text}${character}…`) > width) break;
    text += character;
  }
  return `${text}…`;
}

/** Places of names at the ends of lines, moved apart where they would cover each other. */
export function spread(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((one, two) => one.place - two.place);
  let last = top - gap;
  for (const one of order) {
    one.place = Math.max(one.place, last + gap);
    last = one.place;
  }
  let next = bottom + gap;
  for (const one of order.reverse()) {
    one.place = Math.min(one.place, next - gap);
    next = one.place;
  }
  const spreadOut: number[] = [];
  for (const { place, index } of order) spreadOut[index] = place;
  return spreadOut;
}
