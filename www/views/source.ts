/** The source pane: card, legend, text, and the reading of what is lit. */
import { html, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import { contextOf, spanOf, type Mark } from "../state/marks.js";
import { documentOf, type Document, type Lit, type State, type Target } from "../state/model.js";
import type { Report } from "../state/report.js";
import { queryWords } from "../state/search.js";
import "./card.js";
import { legendView } from "./legend.js";
import { outlineView } from "./outline.js";
import { readingView } from "./reading.js";
import "./source_text.js";
import type { SourceView } from "./source_text.js";

export function sourceView(page: Page): TemplateResult {
  const { state, words } = page;
  const document = documentOf(state, state.open);
  if (document?.progress.at !== "done")
    return html`<section class="source" aria-label=${words.source.label}><div class="empty"><p>${
      state.documents.some(({ progress }) => progress.at === "running" || progress.at === "waiting")
        ? words.table.waiting
        : words.source.empty
    }</p></div></section>`;
  const { report } = document.progress;
  return html`
    <section class="source" aria-label=${words.source.label}>
      <header class="source-head">
        <jd-card class="card" aria-label=${words.card.label} role="group" .page=${page} .document=${document}></jd-card>
        ${legendView(page, report, outlineView(page, document, report))}
      </header>
      <jd-source class="source-body" .view=${viewOf(page, document, report)}></jd-source>
      ${readingView(page, document, report)}
    </section>`;
}

function viewOf({ state, send }: Page, document: Document, report: Report): SourceView {
  const lit = state.lit?.document === document.id ? state.lit : null;
  return {
    report,
    shown: state.marks,
    lit: lit && litOf(report, lit),
    litKey: lit,
    still: lit?.from === "source",
    found: wordsIn(state),
    onPick: (mark: Mark) => {
      const target = targetOf(state, report, mark);
      send({ type: "lit", lit: { document: document.id, target, from: "source" } });
      // The row must be there to be found; a narrow window stays with the text, which shows the reading too.
      if (target.kind === "figure" && state.view === "timeline") send({ type: "viewed", view: "figures" });
      if (state.pane === "source") send({ type: "paned", pane: "source" });
    },
  };
}

/** Beside the timeline, a date leads to the entry that rests on it. */
function targetOf(state: State, report: Report, { kind, index }: Mark): Target {
  if (kind === "date" && state.view === "timeline") {
    const id = report.dates[index]?.id;
    const entry = report.timeline.findIndex(({ dates }) => id !== undefined && dates.includes(id));
    if (entry >= 0) return { kind: "entry", index: entry };
  }
  return { kind, index };
}

function litOf(report: Report, { target }: Lit): SourceView["lit"] {
  const span = spanOf(report, target);
  if (!span) return null;
  const indicator = target.kind === "figure" ? (report.figures[target.index]?.indicatorSpans ?? []) : [];
  return { span, context: contextOf(report, target), indicator, kind: target.kind };
}

/** A single letter or character would mark half the text. */
function wordsIn(state: State): string[] {
  return queryWords(state.query).filter((word) => word.length > 1);
}
