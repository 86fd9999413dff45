/**
 * The address follows the view, and the view the address. Going to another view, document or pair of documents is a step
 * that the browser's Back takes back; words that are typed and boxes that are ticked only change the address of the step.
 */
import type { Action } from "../state/actions.js";
import type { State } from "../state/model.js";
import type { Store } from "../state/store.js";
import { bookmarkIn, bookmarkOf, fragmentOf } from "./fragment.js";

export function followAddress(store: Store<State, Action>, window: Window): void {
  const { location, history } = window;
  const here = (): string => location.hash.replace(/^#/u, "");
  // The address as the page last wrote or followed it.
  let held = here();
  const follow = (): void => {
    held = here();
    store.send({ type: "bookmarked", bookmark: bookmarkOf(location.hash) });
  };
  if (here() !== "") follow();
  let turn = turnOf(bookmarkIn(store.state));
  let listed = listOf(store.state);
  let planned = false;
  const write = (): void => {
    planned = false;
    // The reader has gone to another address, and the browser has not told yet: a file that is read just then keeps it.
    if (here() !== held) {
      follow();
      return;
    }
    const { state } = store;
    const bookmark = bookmarkIn(state);
    const fragment = fragmentOf(bookmark);
    // A file that comes or goes may change what is chosen, but that is no step of the reader's.
    const steps = turnOf(bookmark) !== turn && listOf(state) === listed;
    turn = turnOf(bookmark);
    listed = listOf(state);
    if (fragment === here()) return;
    const address = fragment === "" ? location.pathname + location.search : `#${fragment}`;
    if (steps) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    held = here();
  };
  store.subscribe(() => {
    if (planned) return;
    planned = true;
    // What one click does in two actions is one step.
    queueMicrotask(write);
  });
  window.addEventListener("hashchange", () => {
    if (here() !== fragmentOf(bookmarkIn(store.state))) follow();
  });
}

/** What documents there are to choose from. */
function listOf({ documents }: State): string {
  return `${documents.length} ${documents.filter(({ progress }) => progress.at === "done").length}`;
}

/** What differs between two steps. */
function turnOf({ view, choice, named }: ReturnType<typeof bookmarkIn>): string {
  const { form, ledger, dispute, chart } = choice;
  const across = view === "panel" ? form : view === "promises" ? ledger : view === "contradictions" ? dispute : chart;
  return JSON.stringify([view, across, named.scope, named.left?.document, named.right?.document]);
}

/** Asks before the page goes with documents that no saved page holds. */
export function askBeforeLeaving(store: Store<State, Action>, window: Window): void {
  window.addEventListener("beforeunload", (event) => {
    if (store.state.unsaved) event.preventDefault();
  });
}
