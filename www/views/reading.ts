/** The reading of what is lit: every field of a figure, what a date means, what a numeral was taken for. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { intervalText } from "../format/interval.js";
import { quantityOf } from "../format/quantity.js";
import { openingWords } from "../state/markup.js";
import { spanOf } from "../state/marks.js";
import type { Document, Target } from "../state/model.js";
import type { Figure, Report } from "../state/report.js";
import { fateOf } from "../state/rows.js";
import { entryStateWords } from "./entry_state.js";
import { namedIndicator } from "./indicator_words.js";
import { icons } from "./icons.js";
import "./judging.js";

export function readingView(page: Page, document: Document, report: Report): TemplateResult {
  const { state, words, send, commands } = page;
  const lit = state.lit?.document === document.id ? state.lit : null;
  const body = lit && readingOf(page, report, lit.target);
  if (!body)
    return html`<footer class="reading idle"><p>${words.reading.none}</p><p class="keys">${state.keys ? words.keys.heading : words.keys.off}</p></footer>`;
  return html`
    <section class="reading" aria-label=${words.reading.label}>
      <div class="reading-body">
        <div aria-live="polite">${body}</div>
        ${lit.target.kind === "figure" ? html`<jd-judging .page=${page} .document=${document} .index=${lit.target.index}></jd-judging>` : nothing}
      </div>
      <div class="reading-tools">
        <button class="tool" title=${words.reading.previous} aria-label=${words.reading.previous} @click=${() => commands.walk(-1)}>${icons.previous}</button>
        <button class="tool" title=${words.reading.next} aria-label=${words.reading.next} @click=${() => commands.walk(1)}>${icons.next}</button>
        <button class="tool" title=${words.reading.copy} aria-label=${words.reading.copy} @click=${commands.copyCitation}>${icons.copy}</button>
        <button class="tool" title=${words.reading.close} aria-label=${words.reading.close} @click=${() => send({ type: "unlit" })}>${icons.close}</button>
      </div>
    </section>`;
}

function readingOf(page: Page, report: Report, target: Target): TemplateResult | null {
  const { words, state } = page;
  switch (target.kind) {
    case "figure": {
      const figure = report.figures[target.index];
      return figure ? figureReading(page, report, figure) : null;
    }
    case "date": {
      const date = report.dates[target.index];
      if (!date) return null;
      const value = date.date ? intervalText(date.date, state.locale) : words.reading.unresolved;
      return reading("date", words.marks.date, date.quote, value, [
        [words.reading.role, words.roles[date.role]],
        [words.reading.grain, words.grains[date.grain]],
      ]);
    }
    case "slogan": {
      const slogan = report.slogans[target.index];
      if (!slogan) return null;
      return reading("slogan", words.marks.slogan, slogan.phrase, "", [[words.reading.parts, slogan.parts.join("、")]]);
    }
    case "other": {
      const other = report.others[target.index];
      if (!other) return null;
      return reading("other", words.marks.other, report.document.text.slice(other.span.start, other.span.end), "", [
        ["", words.reading.notTaken(words.other[other.kind])],
      ]);
    }
    case "entry": {
      const entry = report.timeline[target.index];
      if (!entry) return null;
      return reading("date", words.entry[entry.kind], entry.title, intervalText(entry.date, state.locale), [
        [words.table.status, entryStateWords({ entry, ...fateOf(state, state.lit?.document ?? "", entry) }, words)],
        [words.table.subject, entry.subject],
      ]);
    }
    case "span": {
      const span = spanOf(report, target);
      return (
        span &&
        reading(
          "other",
          words.source.label,
          openingWords(report.document.text.slice(span.start, Math.min(span.end, span.start + 80))),
          "",
          [],
        )
      );
    }
  }
}

type Fact = readonly [label: string, value: string | null];

function reading(mark: string, kind: string, what: string, value: string, facts: readonly Fact[]): TemplateResult {
  return html`
    <p class="reading-main"><span class="mark mark-${mark}">${kind}</span><span class="reading-what">${what}</span><span class="reading-value">${value}</span></p>
    ${factList(facts)}`;
}

function factList(facts: readonly Fact[]): TemplateResult {
  return html`<dl class="facts">${facts.map(([label, value]) => (value ? html`<div>${label ? html`<dt>${label}</dt>` : nothing}<dd>${value}</dd></div>` : nothing))}</dl>`;
}

function figureReading(page: Page, report: Report, figure: Figure): TemplateResult {
  const { words, state } = page;
  const quantity = quantityOf(figure, state.locale);
  const ahead = figure.status !== "actual" && figure.status !== "rule";
  const period = figure.period ? intervalText(figure.period, state.locale) : "";
  const label = figure.periodLabel && figure.periodLabel !== period ? figure.periodLabel : "";
  const section = report.sections.find(({ id }) => id === figure.section);
  const commitment = [figure.modality, figure.commitment && words.commitment[figure.commitment]]
    .filter(Boolean)
    .join(" · ");
  return html`
    <p class="reading-main">
      <span class="mark mark-${ahead ? "ahead" : "figure"}">${words.status[figure.status]}</span>
      <span class="reading-what" title=${figure.indicator}>${namedIndicator(page, figure.indicatorId, figure.indicator)}</span>
      <span class="reading-value"><span class="number">${quantity.number}</span><span class="unit">${quantity.unit}</span></span>
    </p>
    ${factList([
      [
        words.table.period,
        [period, label && (period ? `（${label}）` : label), figure.every && words.every[figure.every]]
          .filter(Boolean)
          .join(""),
      ],
      [words.table.subject, [figure.subject, figure.subjectCode].filter(Boolean).join(" ")],
      [words.facets.names.measure, words.measure[figure.measure]],
      [words.reading.written, figure.quote],
      [words.reading.scope, figure.scope],
      [words.table.status, commitment],
      [words.reading.section, section?.heading ?? null],
      [words.reading.confidence, `${Math.round(figure.confidence * 100)}%`],
    ])}`;
}
