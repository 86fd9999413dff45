/** Line icons of one weight, drawn on a 16-pixel grid; they inherit the colour of the text beside them. */
import { html, svg, type TemplateResult } from "lit";

const icon = (path: string): TemplateResult => html`
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.4"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

export const icons = {
  add: icon("M8 3v10M3 8h10"),
  close: icon("M4 4l8 8M12 4l-8 8"),
  search: icon("M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14"),
  previous: icon("M4 10l4-4 4 4"),
  next: icon("M4 6l4 4 4-4"),
  copy: icon("M6 5V3h7v8h-2M3 5h8v8H3z"),
  save: icon("M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10"),
  edit: icon("M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z"),
  right: icon("M3 8.5 6.5 12 13 4.5"),
  undo: icon("M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6"),
  pause: icon("M5.5 3.5v9M10.5 3.5v9"),
  resume: icon("M5 3l8 5-8 5z"),
  stop: icon("M4 4h8v8H4z"),
  again: icon("M13 8a5 5 0 1 1-1.6-3.7M13 2.5V5h-2.5"),
  fold: icon("M6 4l4 4-4 4"),
  auto: icon("M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11"),
  light: icon(
    "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7",
  ),
  dark: icon("M13.5 9.5A6 6 0 1 1 6.5 2.5a5 5 0 0 0 7 7Z"),
  warning: icon("M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.1"),
  up: icon("M8 13V3M4 7l4-4 4 4"),
  down: icon("M8 3v10M4 9l4 4 4-4"),
  plus: icon("M8 4v8M4 8h8"),
  minus: icon("M4 8h8"),
  beside: icon("M2.5 3h4.5v10H2.5zM9 3h4.5v10H9z"),
  swap: icon("M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13"),
  keys: icon("M2 4.5h12v7H2zM4.5 7h.1M7 7h.1M9.5 7h.1M12 7h.1M5 9.5h6"),
  fit: icon("M2.5 5V2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11"),
};

/** The mark of the house: four slips bound by two cords. */
export const brandMark = html`
  <svg class="brand-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    ${svg`<g fill="currentColor"><rect x="2.5" y="2" width="3.6" height="20" rx=".8"/><rect x="7.6" y="2" width="3.6" height="20" rx=".8"/><rect x="12.7" y="2" width="3.6" height="20" rx=".8"/><rect x="17.8" y="2" width="3.6" height="20" rx=".8"/></g><path class="cord" d="M1 7.5h22M1 16.5h22" fill="none" stroke-width="1.5"/>`}
  </svg>`;
