/** The mark of what a person edited or confirmed, wherever it is shown across documents, and what the machine had read. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { FigureRef } from "../generated/report.js";
import { reviewOf } from "../state/reviewed.js";
import { machineWords, VERDICT_ICON } from "./judging.js";

type Language = Pick<Page, "words" | "state">;

/** In words: also the title of the mark, and what a screen reader says; "" where nobody said anything. */
export function byHandWords(language: Language, references: readonly FigureRef[]): string {
  const review = reviewOf(language.state, references);
  if (!review) return "";
  const { judging } = language.words;
  if (review.verdict === "right") return judging.said.right;
  return judging.byHand(machineReadings(language, references));
}

/** What the machine had read of the figures that were edited; "" for none. */
export function machineReadings(language: Language, references: readonly FigureRef[]): string {
  return (reviewOf(language.state, references)?.machine ?? [])
    .map((figure) => machineWords(language, figure))
    .join("; ");
}

export function byHandMark(language: Language, references: readonly FigureRef[]): TemplateResult | typeof nothing {
  const review = reviewOf(language.state, references);
  if (!review) return nothing;
  const said = byHandWords(language, references);
  return html`<span class="by-hand" data-verdict=${review.verdict} title=${said}>${VERDICT_ICON[review.verdict]}<span class="unseen">${said}</span></span>`;
}
