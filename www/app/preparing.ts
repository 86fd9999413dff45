/**
 * Thousands of documents compared make hundreds of thousands of rows. What a view shows of them is worked out one answer a
 * task before it is drawn, so that the page hears its reader in between; the views then find the answers remembered.
 */
import { chartData } from "../state/chart_data.js";
import { isCollectionView, type Compared } from "../state/collection.js";
import { absentRows, cube, disputeRows, panelRows, verdictOf, vowCounts, vows } from "../state/collection_rows.js";
import { lackingIn } from "../state/gaps.js";
import type { State } from "../state/model.js";
import { scopeOf } from "../state/by_document.js";
import { entriesOf, entryRows } from "../state/rows.js";
import { pivotForm, shownTable } from "../state/shown_table.js";

/** Fewer rows than these are drawn at once. */
const MANY = 5000;

type Answer = (state: State) => unknown;

/** What the view in sight asks of a comparison, in an order in which each rests on those before it. */
export function answersOf({ view, choice }: Pick<State, "view" | "choice">): readonly Answer[] {
  if (view === "timeline") return [entryRows];
  if (!isCollectionView(view)) return [];
  // The numbers beside the tabs are in every view.
  const tabs: Answer[] = [panelRows, vows, disputeRows, lackingIn];
  switch (view) {
    case "panel":
      return pivotForm(choice.form) ? [...tabs, absentRows, cube, verdictOf, shownTable] : [...tabs, absentRows];
    case "promises":
      return [...tabs, vowCounts];
    case "charts":
      return [...tabs, absentRows, cube, chartData];
    default:
      return tabs;
  }
}

/** Whether drawing what was compared is work for more than one task. */
export function isMuch(compared: Compared | null): compared is Compared {
  return compared !== null && compared.collection.panel.length > MANY;
}

/** Works out what the view asks of this comparison, a task each. False when another comparison has come meanwhile. */
export async function prepare(compared: Compared, now: () => State): Promise<boolean> {
  if (now().view === "timeline") await foresee(compared, now);
  for (const answer of answersOf(now())) {
    await new Promise((resolve) => setTimeout(resolve));
    const state = now();
    if (state.comparison.compared !== compared) return false;
    answer(state);
  }
  return true;
}

/** For how long the page is kept from its reader by what nobody has asked for yet, in milliseconds. */
const SLICE = 16;

/** Works out, while the reader looks elsewhere, what the timeline will say of each document: asked at once it takes a second. */
export async function foresee(compared: Compared, now: () => State): Promise<void> {
  for (let at = 0; ; ) {
    await new Promise((resolve) => setTimeout(resolve));
    const state = now();
    const documents = scopeOf(state);
    if (state.comparison.compared !== compared || at >= documents.length) return;
    const began = performance.now();
    do {
      const document = documents[at++];
      if (document) entriesOf(state, document);
    } while (at < documents.length && performance.now() - began < SLICE);
  }
}
