/** The page: draws the state, and hears what the window as a whole is told (drops, keys, the address). */
import { html, nothing, render } from "lit";
import { MESSAGES } from "../messages/index.js";
import type { Action } from "../state/actions.js";
import { isCollectionView, type Compared } from "../state/collection.js";
import type { Pane, State } from "../state/model.js";
import { isFiltered } from "../state/rows.js";
import type { Store } from "../state/store.js";
import { barView } from "../views/bar.js";
import { dataView } from "../views/data.js";
import { documentsView } from "../views/documents.js";
import "../views/facets.js";
import { noticeView } from "../views/notice.js";
import { printView } from "../views/print.js";
import "../views/paste.js";
import { sourceView } from "../views/source.js";
import { startView } from "../views/start.js";
import type { Commands, Page } from "./page.js";
import { foresee, isMuch, prepare } from "./preparing.js";

/** Milliseconds without a drawing after which the next need not wait for a frame. */
const REST = 100;
/** Milliseconds of a frame: less than this is not worth waiting for. */
const FRAME = 16;
/** Milliseconds for which word of progress waits at most for more of it, where drawing itself takes little. */
const MOST_AWAITED = 400;

const PANES: readonly Pane[] = ["documents", "data", "source"];

/**
 * Draws into `host` now and after every change, at most once a frame; after a rest at once, because the next frame can
 * be long in coming while engines compile. Word of progress alone may wait four times as long as the last drawing took, and
 * the longer the more files there are (what is drawn is also laid out and painted, which is not counted here): with
 * thousands of files running, a reader's own click must find the page free.
 */
export function drawApp(host: HTMLElement, store: Store<State, Action>, commands: Commands): void {
  let drawn = store.state;
  let took = 0;
  let ended = 0;
  let frame = 0;
  let later = 0;
  const draw = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(later);
    frame = 0;
    later = 0;
    const began = performance.now();
    const { state, send } = store;
    const turned = drawn.view !== state.view;
    drawn = state;
    drawPage(host, { state, words: MESSAGES[state.locale], send, commands });
    // Where there is no room for all tabs, the chosen ones are brought into sight.
    if (turned)
      for (const tab of host.querySelectorAll("[role='tab'][aria-selected='true']"))
        tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    ended = performance.now();
    took = ended - began;
  };
  const soon = (): void => {
    if (frame) return;
    frame = requestAnimationFrame(draw);
    // All that one task tells of is drawn together.
    if (performance.now() - ended > REST) queueMicrotask(() => frame && draw());
  };
  let preparing: Compared | null = null;
  /** Whether what was compared has still to be worked out; the reader's own doings are drawn meanwhile. */
  const isPrepared = (state: State): boolean => {
    const { compared } = state.comparison;
    if (compared === drawn.comparison.compared || !isMuch(compared)) return true;
    if (preparing !== compared) {
      preparing = compared;
      void prepare(compared, () => store.state).then((done) => {
        if (!done) return;
        soon();
        return foresee(compared, () => store.state);
      });
    }
    return !differsOnlyIn(["documents", "comparison"], drawn, state);
  };
  store.subscribe(() => {
    const { state } = store;
    if (!isPrepared(state)) return;
    const wait = Math.max(took * 4, Math.min(state.documents.length, MOST_AWAITED));
    if (wait > FRAME && isProgressAlone(drawn, state)) later ||= window.setTimeout(soon, wait);
    else soon();
  });
  // The printer takes what is there when these return.
  addEventListener("beforeprint", () => {
    store.send({ type: "printing", printing: true });
    draw();
  });
  addEventListener("afterprint", () => store.send({ type: "printing", printing: false }));
  draw();
}

/** Whether nothing differs but how far the listed documents are. */
function isProgressAlone(before: State, now: State): boolean {
  return before.documents.length === now.documents.length && differsOnlyIn(["documents"], before, now);
}

function differsOnlyIn(keys: readonly (keyof State)[], before: State, now: State): boolean {
  return (Object.keys(now) as (keyof State)[]).every((key) => keys.includes(key) || before[key] === now[key]);
}

function drawPage(host: HTMLElement, page: Page): void {
  const { state, words, send } = page;
  const root = document.documentElement;
  root.lang = words.tag;
  root.dataset.theme = state.theme;
  root.dataset.pane = state.pane;
  root.dataset.view = state.view;
  root.toggleAttribute("data-across", isCollectionView(state.view));
  const title = `${words.name} — ${words.tagline}`;
  if (document.title !== title) document.title = title;
  render(
    html`
      ${barView(page)}
      ${
        state.documents.length === 0
          ? startView(page)
          : html`
          <main class="work" id="main">
            <aside class="side" aria-label=${words.side}>${documentsView(page)}<jd-facets class="facets" role="region" aria-label=${words.facets.label} .page=${page}></jd-facets></aside>
            ${dataView(page)}
            ${state.view === "beside" && state.pane !== "source" ? nothing : sourceView(page)}
          </main>
          <nav class="panes" aria-label=${words.name}>
            ${PANES.map(
              (pane) =>
                html`<button aria-pressed=${state.pane === pane} @click=${() => send({ type: "paned", pane })}>${words.panes[pane]}${
                  pane === "documents" && isFiltered(state)
                    ? html`<span class="pane-filtered"><span class="unseen">${words.facets.active}</span></span>`
                    : nothing
                }</button>`,
            )}
          </nav>`
      }
      <jd-paste .page=${page}></jd-paste>
      <div class="dropping" aria-hidden="true"><p>${words.start.dropNow}</p></div>
      ${noticeView(page)}
      ${printView(page)}`,
    host,
  );
}
