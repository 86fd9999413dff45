/** What a contradiction or a revision says in one line, in the reader's words. */
import type { Page } from "../app/page.js";
import { intervalText } from "../format/interval.js";
import { quantityText } from "../format/quantity.js";
import type { FigureRef } from "../generated/report.js";
import { evidenceOf } from "../state/evidence.js";
import { namedIndicator } from "./indicator_words.js";

type Language = Pick<Page, "words" | "state">;

/** The values side by side, with their period: 2021年 276.9亿元 → 278.3亿元. */
export function valuesOf({ state }: Language, references: readonly FigureRef[], between: string): string {
  const figures = references.flatMap((reference) => evidenceOf(state, reference)?.figure ?? []);
  const period = figures.find((figure) => figure.period)?.period;
  const values = figures.map((figure) => quantityText(figure, state.locale)).join(between);
  return [period ? intervalText(period, state.locale) : "", values].filter(Boolean).join(" ");
}

/** Of whom and of what figures are. */
export function disputeHeading(language: Language, references: readonly FigureRef[]): string {
  const [first] = references.flatMap((reference) => evidenceOf(language.state, reference)?.figure ?? []);
  if (!first) return "";
  return [first.subject, namedIndicator(language, first.indicatorId, first.indicator)].filter(Boolean).join(" · ");
}
