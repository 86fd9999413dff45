/** The view as an address fragment, so that it can be kept as a bookmark and the browser's Back leads back. */
import type { Bookmark } from "../state/actions.js";
import { isCollectionView } from "../state/collection.js";
import { FACETS, facetsFrom, type FacetName } from "../state/facets.js";
import { VIEWS, type Column, type State } from "../state/model.js";
import { readChoice, writeChoice } from "./collection_fragment.js";

const COLUMNS: readonly Column[] = ["indicator", "value", "period", "status", "subject"];

/** E.g. `view=timeline&q=人口&status=target&status=plan`; "" for the view of a fresh page. */
export function fragmentOf({ view, query, facets, sort, choice }: Bookmark): string {
  const parts = new URLSearchParams();
  if (view !== "figures") parts.set("view", view);
  if (query !== "") parts.set("q", query);
  for (const name of FACETS) for (const value of facets[name]) parts.append(name, value);
  if (sort.column !== "source") parts.set("sort", sort.descending ? `-${sort.column}` : sort.column);
  if (isCollectionView(view)) writeChoice(parts, choice, view);
  return parts.toString();
}

/** What a fragment says; unknown words in it are passed over, since anyone may have typed it. */
export function bookmarkOf(fragment: string): Bookmark {
  const parts = new URLSearchParams(fragment.replace(/^#/u, ""));
  const sort = parts.get("sort") ?? "";
  const column = COLUMNS.find((one) => one === sort.replace(/^-/u, ""));
  const chosen = FACETS.map((name): [FacetName, string[]] => [name, parts.getAll(name)]);
  return {
    view: VIEWS.find((one) => one === parts.get("view")) ?? "figures",
    query: parts.get("q") ?? "",
    facets: facetsFrom(Object.fromEntries(chosen)),
    sort: column ? { column, descending: sort.startsWith("-") } : { column: "source", descending: false },
    choice: readChoice(parts),
  };
}

/** The part of the state that a fragment holds. */
export function bookmarkIn({ view, query, facets, sort, choice }: State): Bookmark {
  return { view, query, facets, sort, choice };
}
