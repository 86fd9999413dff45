/** The reader's choice across documents as part of an address. */
import type { Outcome } from "../generated/report.js";
import {
  CHARTS,
  DISPUTES,
  FIRST_CHOICE,
  OUTCOMES,
  PANEL_FORMS,
  type Kept,
  type CollectionView,
} from "../state/collection.js";

const TEXTS = ["place", "indicator", "promisePlace"] as const;
const YEARS = ["year", "promiseYear"] as const;
const SWITCHES = ["all", "ledger", "heat"] as const;
const MEASURES = ["level", "growth"] as const;
const COMMITMENTS = ["firm", "aim", "plain"] as const;

/** Which choices a view rests on; the others are left out of its address. */
function keysOf(view: CollectionView, { form, chart, along }: Kept): readonly (keyof Kept)[] {
  switch (view) {
    case "panel": {
      const held = form === "place" || form === "indicator" || form === "year" ? [form] : [];
      return ["form", ...held, "all", "heat"];
    }
    case "promises":
      return ["outcomes", "commitment", "promisePlace", "promiseYear", "ledger"];
    case "contradictions":
      return ["dispute"];
    case "charts":
      if (chart === "series") return ["chart", "measure", "indicator", "places"];
      return ["chart", "measure", "along", "indicator", along === "years" ? "place" : "year"];
    case "beside":
      return [];
  }
}

/** Facets of the figures have some of the same names. */
const PREFIX = "c-";

/** Adds to `parts` what differs from the choice of a fresh page. */
export function writeChoice(parts: URLSearchParams, choice: Kept, view: CollectionView): void {
  for (const key of keysOf(view, choice)) {
    const value = choice[key];
    if (value === FIRST_CHOICE[key] || value === null) continue;
    if (value instanceof Set) {
      if (value.size > 0) parts.set(PREFIX + key, [...value].join(","));
    } else parts.set(PREFIX + key, Array.isArray(value) ? value.join(",") : String(value));
  }
}

/** The choice that an address holds; words that mean nothing are passed over. */
export function readChoice(parts: URLSearchParams): Kept {
  const one = <Value extends string>(key: string, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === parts.get(PREFIX + key)) ?? otherwise;
  const outcomes = (parts.get(`${PREFIX}outcomes`) ?? "").split(",");
  const { last, left, right, ...first } = FIRST_CHOICE;
  const choice: Kept = {
    ...first,
    form: one("form", PANEL_FORMS, FIRST_CHOICE.form),
    dispute: one("dispute", DISPUTES, FIRST_CHOICE.dispute),
    chart: one("chart", CHARTS, FIRST_CHOICE.chart),
    measure: MEASURES.find((word) => word === parts.get(`${PREFIX}measure`)) ?? null,
    along: one("along", ["years", "places"], FIRST_CHOICE.along),
    outcomes: new Set<Outcome>(OUTCOMES.filter((outcome) => outcomes.includes(outcome))),
    commitment: COMMITMENTS.find((word) => word === parts.get(`${PREFIX}commitment`)) ?? null,
    places: parts.get(`${PREFIX}places`)?.split(",") ?? null,
  };
  for (const key of TEXTS) choice[key] = parts.get(PREFIX + key);
  for (const key of YEARS)
    choice[key] = /^\d{4}$/u.test(parts.get(PREFIX + key) ?? "") ? Number(parts.get(PREFIX + key)) : null;
  for (const key of SWITCHES) choice[key] = (parts.get(PREFIX + key) ?? String(FIRST_CHOICE[key])) === "true";
  return choice;
}
