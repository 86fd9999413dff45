/** Evidence as a line to paste into notes: value, sentence, document, and the place in it. */
import { intervalText } from "../format/interval.js";
import { quantityText } from "../format/quantity.js";
import { INDICATORS_EN } from "../generated/english.js";
import { MESSAGES } from "../messages/index.js";
import { figureKeys } from "../state/judgement.js";
import { contextOf, spanOf } from "../state/marks.js";
import { documentOf, judgementsOn, reportOf, type State } from "../state/model.js";

/** E.g. `地区生产总值 312.6亿元（2024年）——“全年实现……”，《青沅县政府工作报告》（report.txt，第 152–158 字）`. */
export function citationOf(state: State): string | null {
  const { lit, locale } = state;
  const document = documentOf(state, lit?.document ?? null);
  const report = reportOf(document);
  const span = lit && report && spanOf(report, lit.target);
  if (!lit || !report || !span) return null;
  const { text, title, name } = report.document;
  const figure = lit.target.kind === "figure" ? report.figures[lit.target.index] : undefined;
  const context = contextOf(report, lit.target) ?? span;
  const quote = text.slice(context.start, context.end).replaceAll(/\s+/gu, " ").trim();
  const key = lit.target.kind === "figure" ? figureKeys(report)[lit.target.index] : undefined;
  const verdict = document && judgementsOn(state, document).get(key ?? "")?.verdict;
  // Who quotes an edited value must be able to say that it was edited.
  const said = verdict ? MESSAGES[locale].judging.said[verdict] : "";
  const when = figure?.period ? intervalText(figure.period, locale) : "";
  const period = [when, said].filter(Boolean).join(locale === "zh" ? "，" : ", ");
  if (locale === "zh") {
    const head = figure ? `${figure.indicator} ${quantityText(figure, locale)}${period && `（${period}）`}——` : "";
    return `${head}“${quote}”，《${title ?? name}》（${name}，第 ${span.start + 1}–${span.end} 字）`;
  }
  const named = figure && (INDICATORS_EN[figure.indicatorId ?? ""] ?? figure.indicator);
  const head = figure ? `${named} ${quantityText(figure, locale)}${period && ` (${period})`} — ` : "";
  return `${head}“${quote}”, ${title ?? name} (${name}, characters ${span.start + 1}–${span.end})`;
}
