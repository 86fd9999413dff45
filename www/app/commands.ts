/** What a reader may do that reaches beyond the state. */
import { chartPng, chartSvg } from "../export/chart_image.js";
import { allSheets, referredTo, shownCollection, shownSheet } from "../export/collection.js";
import { deadlinesIcs } from "../export/ics.js";
import { collectionJson, gathered, passagesJson, reportsJson } from "../export/json.js";
import { rowReviewed, withRejected } from "../export/reviewed.js";
import { save } from "../export/save.js";
import { savedPage } from "../export/saved_page.js";
import { jsonRows, viewTable, workbookTables } from "../export/shown.js";
import type { Language, Table } from "../export/tables.js";
import type { Collection } from "../generated/report.js";
import { MESSAGES, type Messages } from "../messages/index.js";
import { SAMPLES } from "../samples/samples.js";
import type { Action } from "../state/actions.js";
import { isCollectionView } from "../state/collection.js";
import { asOfIn, type State } from "../state/model.js";
import { entryRows, isFiltered } from "../state/rows.js";
import type { Store } from "../state/store.js";
import type { Engine } from "../worker/pool.js";
import { writeTables, type TableFormat } from "../worker/writer.js";
import type { Analysis } from "./analysis.js";
import { citationOf } from "./citation.js";
import { bookmarkIn, fragmentOf } from "./fragment.js";
import { offersOfFiles } from "./intake.js";
import type { ComparisonKeeper } from "./comparison.js";
import type { Commands } from "./page.js";
import { nextLit } from "./walk.js";

export function commandsFor(
  store: Store<State, Action>,
  analysis: Analysis,
  engine: Pick<Engine, "spawn">,
  comparison: Pick<ComparisonKeeper, "ready">,
  openPaste: () => void,
): Commands {
  const words = (): Messages => MESSAGES[store.state.locale];
  const notice = (text: string): void => store.send({ type: "noticed", text });

  const choose = (folder: boolean): void => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.webkitdirectory = folder;
    input.addEventListener("change", () => {
      const { offers, hidden } = offersOfFiles(input.files ?? []);
      if (hidden > 0) notice(words().notices.hidden(hidden));
      analysis.add(offers);
    });
    input.click();
  };

  const saveAs = (extension: string, type: string, content: readonly BlobPart[]): void => {
    const name = `${words().exports.file}-${store.state.today}.${extension}`;
    save(name, type, content);
    notice(words().exports.saved(name));
  };
  /** Tables are written beside the page; that they are is said at once. */
  const write = (format: TableFormat, tables: readonly Table[]): void => {
    notice(words().exports.making);
    writeTables(engine, format, tables).then((file) => saveAs(format, file.type, [file]), failed);
  };
  const writeText = (pieces: Iterable<string>): void => {
    notice(words().exports.making);
    gathered(pieces).then((all) => saveAs("json", "application/json", all), failed);
  };
  const language = (): Language => ({ words: words(), state: store.state });
  const failed = (error: unknown): void => notice(words().exports.failed(String(error)));

  /** Where nothing narrows the view, documents of which nothing could be told are part of it. */
  const inSight = (state: State): Collection => {
    const shown = shownCollection(state);
    return state.scope === "all" && !isFiltered(state) ? shown : referredTo(shown);
  };

  /** What became of deadlines and promises is the same in every file, whichever view was open. */
  const compared = (then: () => void): void => {
    notice(words().exports.making);
    void comparison.ready().then(then);
  };

  return {
    chooseFiles: () => choose(false),
    chooseFolder: () => choose(true),
    openPaste,
    paste: (name, text) => analysis.add([{ name: name || words().paste.unnamed, folder: "", input: text }]),
    sample: (name) => {
      const sample = SAMPLES[name];
      const input = new File([sample.text], sample.name, { type: "text/plain" });
      // Through the same door as any file: what a visitor sees is what the tool does. The page holds it, so it can't be lost.
      analysis.add([{ name: sample.name, folder: "", input }], true);
    },
    again: (id, given) => analysis.again(id, given),
    correct: (id, given) => analysis.correct(id, given),
    remove: (id) => analysis.remove(id),
    clear: () => analysis.clear(),
    pause: (paused) => analysis.pause(paused),
    cancel: () => analysis.cancel(),
    retry: () => analysis.retry(),
    judge: (id, index, verdict, change) =>
      store.send({ type: "judged", id, index, judgement: { verdict, change, at: Date.now() } }),
    undo: () => {
      store.send({ type: "dismissed" });
      analysis.undo();
    },
    exportCsv: (view) => {
      const writeCsv = (): void => {
        const table = viewTable(language(), view);
        if (table) write("csv", [table]);
      };
      // Of the views of documents, the timeline alone tells what became of things.
      if (view === "timeline") compared(writeCsv);
      else writeCsv();
    },
    exportXlsx: (view) => compared(() => write("xlsx", workbookTables(language(), view))),
    exportJson: (view) =>
      compared(() => {
        const rows = jsonRows(store.state, view);
        writeText(
          rows.kind === "passages"
            ? passagesJson(rows.passages)
            : reportsJson(rows.reports, rows.figures, rows.entries),
        );
      }),
    exportCollection: (format) =>
      compared(() => {
        const { state } = store;
        const view = isCollectionView(state.view) ? state.view : state.choice.last;
        if (format === "json") writeText(collectionJson(withRejected(state, inSight(state)), rowReviewed(state)));
        else write(format, format === "csv" ? [shownSheet(language(), view)] : [...allSheets(language(), view)]);
      }),
    exportChart: (format) => {
      const chart = document.querySelector<SVGSVGElement>("jd-chart .chart");
      const title = document.querySelector(".chart-figure h2")?.textContent ?? "";
      if (!chart) return;
      if (format === "svg") saveAs("svg", "image/svg+xml", [chartSvg(chart, title).text]);
      else chartPng(chart, title).then((picture) => saveAs("png", "image/png", [picture]), failed);
    },
    exportIcs: () =>
      compared(() => {
        const { state } = store;
        saveAs("ics", "text/calendar;charset=utf-8", [
          deadlinesIcs(entryRows(state), language(), { today: state.today, asOf: asOfIn(state) }),
        ]);
      }),
    print: () => print(),
    savePage: () => {
      const { state } = store;
      savedPage(document, {
        documents: state.documents,
        judgements: [...state.judgements].map(([digest, judgements]) => [digest, [...judgements]]),
        corrections: [...state.corrections],
        fragment: fragmentOf(bookmarkIn(state)),
      }).then((pieces) => {
        saveAs("html", "text/html;charset=utf-8", pieces);
        store.send({ type: "saved" });
      }, failed);
    },
    copyCitation: () => {
      const citation = citationOf(store.state);
      if (citation === null) return;
      navigator.clipboard.writeText(citation).then(
        () => notice(words().reading.copied),
        (error: unknown) => notice(String(error)),
      );
    },
    walk: (step) => {
      const lit = nextLit(store.state, step, false);
      if (lit) store.send({ type: "lit", lit });
    },
  };
}
