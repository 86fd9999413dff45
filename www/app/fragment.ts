/** The view as an address fragment, so that it can be kept as a bookmark and the browser's Back leads back. */
import type { Bookmark } from "../state/actions.js";
import type { Kept } from "../state/collection.js";
import { FACETS, facetsFrom, type FacetName } from "../state/facets.js";
import { sidesIn } from "../state/beside.js";
import {
  MARK_KINDS,
  VIEWS,
  type Awaited,
  type Column,
  type MarkKind,
  type NamedPlace,
  type State,
  type Stretch,
  type Target,
} from "../state/model.js";
import { namesOf } from "../state/naming.js";
import { isChoosingView, readChoice, writeChoice } from "./collection_fragment.js";

const COLUMNS: readonly Column[] = ["indicator", "value", "period", "status", "subject"];

const DAY = 86_400_000;

/** E.g. `view=timeline&q=人口&status=target&status=plan`; "" for the view of a fresh page. */
export function fragmentOf({
  view,
  query,
  facets,
  sort,
  marks,
  zoom,
  choice,
  named,
}: ReturnType<typeof bookmarkIn>): string {
  const parts = new URLSearchParams();
  if (view !== "figures") parts.set("view", view);
  if (query !== "") parts.set("q", query);
  for (const name of FACETS) for (const value of facets[name]) parts.append(name, value);
  if (sort.column !== "source") parts.set("sort", sort.descending ? `-${sort.column}` : sort.column);
  if (marks.size < MARK_KINDS.length) parts.set("marks", [...marks].join(",") || "none");
  if (zoom && view === "timeline") parts.set("time", [zoom.start, zoom.end].map(dayOf).join("/"));
  if (isChoosingView(view)) writeChoice(parts, choice, view);
  if (named.scope !== null) parts.set("scope", named.scope);
  if (named.open !== null) parts.set("open", named.open);
  for (const side of [...SIDES, "lit"] as const) {
    const place = named[side];
    if (!place) continue;
    parts.set(side, place.document);
    if (targetWord(place.target) !== "") parts.set(`${side}-at`, targetWord(place.target));
  }
  return parts.toString();
}

/** What a fragment says; unknown words in it are passed over, since anyone may have typed it. */
export function bookmarkOf(fragment: string): Bookmark {
  const parts = new URLSearchParams(fragment.replace(/^#/u, ""));
  const sort = parts.get("sort") ?? "";
  const column = COLUMNS.find((one) => one === sort.replace(/^-/u, ""));
  const chosen = FACETS.map((name): [FacetName, string[]] => [name, parts.getAll(name)]);
  const view = VIEWS.find((one) => one === parts.get("view")) ?? "figures";
  return {
    view,
    query: parts.get("q") ?? "",
    facets: facetsFrom(Object.fromEntries(chosen)),
    sort: column ? { column, descending: sort.startsWith("-") } : { column: "source", descending: false },
    marks: marksIn(parts.get("marks")),
    zoom: stretchIn(parts.get("time")),
    choice: isChoosingView(view) ? readChoice(parts, view) : {},
    named: {
      scope: parts.get("scope"),
      open: parts.get("open"),
      left: placeIn(parts, "left"),
      right: placeIn(parts, "right"),
      lit: placeIn(parts, "lit"),
    },
  };
}

/** Which marks an address shows; all where it says nothing. */
function marksIn(words: string | null): ReadonlySet<MarkKind> {
  const named = words?.split(",");
  return new Set(MARK_KINDS.filter((kind) => named?.includes(kind) ?? true));
}

function dayOf(instant: number): string {
  return new Date(Math.round(instant / DAY) * DAY).toISOString().slice(0, 10);
}

/** A stretch of time between two days; null for anything else. */
function stretchIn(words: string | null): Stretch | null {
  const [start = Number.NaN, end = Number.NaN] = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/u.test(words ?? "")
    ? (words ?? "").split("/").map((day) => Date.parse(day))
    : [];
  return end > start ? { start, end } : null;
}

const SIDES = ["left", "right"] as const;
const INDEXED = ["figure", "date", "slogan", "other", "entry"] as const;

/** E.g. `figure-12`, `span-40-52`; "" for no place in particular. */
function targetWord(target: Target): string {
  if (target.kind !== "span") return `${target.kind}-${target.index}`;
  const { start, end } = target.span;
  return end > start ? `span-${start}-${end}` : "";
}

function placeIn(parts: URLSearchParams, side: (typeof SIDES)[number] | "lit"): NamedPlace | null {
  const document = parts.get(side);
  if (document === null) return null;
  const [kind, first = 0, second = 0] = (parts.get(`${side}-at`) ?? "")
    .split("-")
    .map((part, at) => (at === 0 ? part : Number(part) || 0));
  const indexed = INDEXED.find((one) => one === kind);
  if (indexed) return { document, target: { kind: indexed, index: Number(first) } };
  return { document, target: { kind: "span", span: { start: Number(first), end: Number(second) } } };
}

/** The part of the state that a fragment holds. */
export function bookmarkIn(state: State): Bookmark & { choice: Kept } {
  const { view, query, facets, sort, marks, zoom, choice } = state;
  return { view, query, facets, sort, marks, zoom, choice, named: namedIn(state) };
}

/** The documents of the view by name; what is still waited for stays in the address. One document alone is no choice. */
function namedIn(state: State): Awaited {
  const { documents, awaited, scope, open, view, choice, lit } = state;
  const named = lit && namesOf(documents).get(lit.document);
  const place = awaited.lit ?? (lit && named ? { document: named, target: lit.target } : null);
  if (documents.length < 2) return { ...awaited, lit: place };
  const nameOf = (id: string): string | null => namesOf(documents).get(id) ?? null;
  const shown = view === "indicators" && scope === "all" && open !== null && open !== documents[0]?.id;
  const sides = view === "beside" ? sidesIn(state) : null;
  const placeOf = (side: (typeof SIDES)[number]): NamedPlace | null => {
    const document = sides?.[side];
    const name = document ? nameOf(document.id) : null;
    const lit = choice[side];
    const whole: Target = { kind: "span", span: { start: 0, end: 0 } };
    return name === null ? null : { document: name, target: lit && lit.document === document?.id ? lit.target : whole };
  };
  return {
    scope: awaited.scope ?? (scope === "all" ? null : nameOf(scope)),
    open: awaited.open ?? (shown ? nameOf(open) : null),
    left: awaited.left ?? placeOf("left"),
    right: awaited.right ?? placeOf("right"),
    lit: place,
  };
}
