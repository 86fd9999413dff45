/** The first screen: what to drop, what comes back, that nothing leaves the machine, and a sample at hand. */
import { html, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { MarkKind } from "../state/model.js";
import { awaitedView } from "./awaited.js";

/** A piece of the example: plain words, or words under a mark. */
type Piece = string | { mark: MarkKind | "ahead"; text: string };

/** An invented county, one clause a slip, read from the right as slips are. */
const SLIPS: readonly (readonly Piece[])[] = [
  [{ mark: "date", text: "2024年" }, "全县地区生产总值"],
  ["达到", { mark: "figure", text: "312.6亿元" }, "，增长", { mark: "figure", text: "6.1%" }, "，"],
  ["总量居七县区", { mark: "figure", text: "第3位" }, "；"],
  ["实施", { mark: "slogan", text: "“369”行动计划" }, "，"],
  [{ mark: "other", text: "234省道" }, "改线工程建成通车；"],
  [{ mark: "date", text: "今年" }, "力争增长", { mark: "ahead", text: "6%左右" }, "，"],
  ["电缆项目", { mark: "date", text: "10月底前" }, "投产。"],
];

export function startView(page: Page): TemplateResult {
  const { words, commands } = page;
  const { start } = words;
  return html`
    <main class="start" id="main">
      <div class="start-words">
        <h1>${start.heading}</h1>
        <p class="lead">${start.lead}</p>
        ${awaitedView(page)}
        <div class="drop" data-drop>
          <p class="drop-here">${start.drop}</p>
          <div class="drop-ways">
            <button class="strong" @click=${commands.chooseFiles}>${start.files}</button>
            <button @click=${commands.chooseFolder}>${start.folder}</button>
            <button @click=${commands.openPaste}>${start.paste}</button>
          </div>
          <p class="drop-note">${words.promise}<span class="formats">${start.formats}</span></p>
        </div>
        <p class="samples">
          <span>${start.sampleHeading}</span>
          <button class="link" @click=${() => commands.sample("report")}>${start.sampleReport}</button>
          <button class="link" @click=${() => commands.sample("interview")}>${start.sampleInterview}</button>
        </p>
      </div>
      <figure class="slips" aria-label=${start.exampleLabel}>
        <div class="slips-roll" lang="zh-Hans">
          ${SLIPS.map(
            (pieces) =>
              html`<p class="slip">${pieces.map((piece) =>
                typeof piece === "string" ? piece : html`<span class="mark mark-${piece.mark}">${piece.text}</span>`,
              )}</p>`,
          )}
        </div>
        <figcaption>
          ${(["figure", "date", "slogan", "other"] as const).map((kind) => html`<span><span class="mark mark-${kind}">${words.marks[kind]}</span></span>`)}
          <span><span class="mark mark-ahead">${words.status.target}</span></span>
        </figcaption>
      </figure>
      <dl class="returns">
        ${start.returns.map(({ term, meaning }) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}
      </dl>
    </main>`;
}
