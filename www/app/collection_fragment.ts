/** The reader's choice across documents as part of an address. */
import type { Outcome } from "../generated/report.js";
import {
  CHARTS,
  DISPUTES,
  FIRST_CHOICE,
  OUTCOMES,
  PANEL_FORMS,
  isCollectionView,
  type Kept,
  type CollectionView,
} from "../state/collection.js";

const TEXTS = ["place", "indicator", "promisePlace"] as const;
const YEARS = ["year", "promiseYear"] as const;
const SWITCHES = ["all", "ledger", "heat"] as const;
const MEASURES = ["level", "growth"] as const;
const COMMITMENTS = ["firm", "aim", "plain"] as const;

/** By what promises are judged. */
const JUDGED_BY = ["asOf", "leeway"] as const;

/** Views that rest on choices: those across documents, and the timeline on the day by which it is judged. */
export type ChoosingView = CollectionView | "timeline";

export function isChoosingView(view: string): view is ChoosingView {
  return view === "timeline" || isCollectionView(view);
}

/** Which choices a view rests on; the others are left out of its address. */
function keysOf(view: ChoosingView, { form, chart, along }: Kept): readonly (keyof Kept)[] {
  switch (view) {
    case "panel": {
      const held = form === "place" || form === "indicator" || form === "year" ? [form] : [];
      return ["form", ...held, "all", "heat", "months", ...JUDGED_BY];
    }
    case "promises":
      return ["outcomes", "commitment", "promisePlace", "promiseYear", "ledger", ...JUDGED_BY];
    case "contradictions":
      return ["dispute"];
    case "charts":
      if (chart === "series") return ["chart", "measure", "indicator", "places", "all", "months"];
      return ["chart", "measure", "along", "indicator", along === "years" ? "place" : "year", "all", "months"];
    case "beside":
      return [...JUDGED_BY];
    case "timeline":
      return ["asOf"];
  }
}

/** Facets of the figures have some of the same names. */
const PREFIX = "c-";

/** Adds to `parts` what differs from the choice of a fresh page. */
export function writeChoice(parts: URLSearchParams, choice: Kept, view: ChoosingView): void {
  for (const key of keysOf(view, choice)) {
    const value = choice[key];
    if (value === FIRST_CHOICE[key] || value === null) continue;
    if (value instanceof Set) {
      if (value.size > 0) parts.set(PREFIX + key, [...value].join(","));
    } else parts.set(PREFIX + key, Array.isArray(value) ? value.join(",") : String(value));
  }
}

/** The choices of a view that an address holds: what another view rests on stays as it is. */
export function readChoice(parts: URLSearchParams, view: ChoosingView): Partial<Kept> {
  const all = choiceIn(parts);
  return Object.fromEntries(keysOf(view, all).map((key) => [key, all[key]])) as Partial<Kept>;
}

/** The choice that an address holds; words that mean nothing are passed over. */
function choiceIn(parts: URLSearchParams): Kept {
  const one = <Value extends string>(key: string, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === parts.get(PREFIX + key)) ?? otherwise;
  const outcomes = (parts.get(`${PREFIX}outcomes`) ?? "").split(",");
  const { last, left, right, ...first } = FIRST_CHOICE;
  const choice: Kept = {
    ...first,
    form: one("form", PANEL_FORMS, FIRST_CHOICE.form),
    dispute: DISPUTES.find((word) => word === parts.get(`${PREFIX}dispute`)) ?? null,
    chart: one("chart", CHARTS, FIRST_CHOICE.chart),
    measure: MEASURES.find((word) => word === parts.get(`${PREFIX}measure`)) ?? null,
    along: one("along", ["years", "places"], FIRST_CHOICE.along),
    outcomes: new Set<Outcome>(OUTCOMES.filter((outcome) => outcomes.includes(outcome))),
    commitment: COMMITMENTS.find((word) => word === parts.get(`${PREFIX}commitment`)) ?? null,
    places: parts.get(`${PREFIX}places`)?.split(",") ?? null,
    months: /^\d{2}-\d{2}$/u.exec(parts.get(`${PREFIX}months`) ?? "")?.[0] ?? FIRST_CHOICE.months,
    asOf: /^\d{4}-\d{2}-\d{2}$/u.exec(parts.get(`${PREFIX}asOf`) ?? "")?.[0] ?? null,
    leeway: /^\d+(?:\.\d+)?$/u.test(parts.get(`${PREFIX}leeway`) ?? "") ? Number(parts.get(`${PREFIX}leeway`)) : null,
  };
  for (const key of TEXTS) choice[key] = parts.get(PREFIX + key);
  for (const key of YEARS)
    choice[key] = /^\d{4}$/u.test(parts.get(PREFIX + key) ?? "") ? Number(parts.get(PREFIX + key)) : null;
  for (const key of SWITCHES) choice[key] = (parts.get(PREFIX + key) ?? String(FIRST_CHOICE[key])) === "true";
  return choice;
}
