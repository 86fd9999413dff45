/** The rows of the collection that are in scope and hold the words of the search: what is shown and what is exported. */
import type { Absent, Collection, CommitmentRow, PanelRow, PromiseRow } from "../generated/report.js";
import { emptyCollection, OUTCOMES, type Compared } from "./collection.js";
import type { State } from "./model.js";
import { cubeOf, indicatorKey, placeKey, verdicts, type Cube } from "./pivot.js";
import { remembered } from "./remembered.js";
import { queryWords } from "./search.js";

const NONE = emptyCollection();

/** The collection, empty while there is none. */
export function collectionOf(state: State): Collection {
  return state.comparison.compared?.collection ?? NONE;
}

const key = (state: State): readonly unknown[] => [state.comparison.compared, state.scope, state.query];

/** Whether something that rests on these figures is in scope and, by its words, is sought. */
function seeking(
  state: State,
): (references: readonly { document: string }[], words: readonly (string | null)[]) => boolean {
  const { scope, comparison } = state;
  const sought = queryWords(state.query);
  const name = scope === "all" ? null : nameOf(comparison.compared, scope);
  return (references, words) => {
    if (name !== null && !references.some(({ document }) => document === name)) return false;
    if (sought.length === 0) return true;
    const text = words.join("\n").toLowerCase();
    return sought.every((word) => text.includes(word));
  };
}

/** By what name the collection knows a document of the page. */
export function nameOf(compared: Compared | null, id: string): string {
  for (const [name, document] of compared?.documents ?? []) if (document === id) return name;
  return "";
}

/** Less than this part of what the fullest year tells is a mention in passing. */
const PASSING = 0.1;

export const panelRows = remembered(key, (state): PanelRow[] => {
  const seeks = seeking(state);
  return collectionOf(state).panel.filter(({ subject, indicator, labels, sources, alternatives }) =>
    seeks(alternatives.length > 0 ? [...sources, ...alternatives.flatMap((one) => one.sources)] : sources, [
      subject,
      indicator,
      ...labels,
    ]),
  );
});

const wholeCube = remembered(key, (state): Cube => cubeOf(collectionOf(state), panelRows(state)));

/** How many years the cube leaves out because little is told of them. */
export function passedYears(state: State): number {
  return wholeCube(state).years.length - cube(state).years.length;
}

/** The cube of all rows in sight; places that no document speaks for and open indicators only where asked for. */
export const cube = remembered(
  (state) => [...key(state), state.choice.all],
  (state): Cube => {
    const all = wholeCube(state);
    if (state.choice.all) return all;
    const own = all.places.filter((place) => place.own);
    const listed = all.indicators.filter(({ id }) => id !== null);
    const places = own.length > 0 ? own : all.places;
    const indicators = listed.length > 0 ? listed : all.indicators;
    return { ...all, places, indicators, years: fullYears(all, places, indicators) };
  },
);

/** Years of which more is told than a mention in passing: a target for 2035 is no column. */
function fullYears({ years, filled }: Cube, places: Cube["places"], indicators: Cube["indicators"]): readonly number[] {
  const [here, listed] = [places, indicators].map((all) => new Set(all.map(({ key: one }) => one)));
  const told = new Map<number, number>();
  for (const { place, indicator, year } of filled) {
    if (here?.has(place) && listed?.has(indicator)) told.set(year, (told.get(year) ?? 0) + 1);
  }
  const most = Math.max(0, ...told.values());
  return years.filter((year) => (told.get(year) ?? 0) >= most * PASSING);
}

export const verdictOf = remembered(
  (state) => [state.comparison.compared],
  (state) => verdicts(collectionOf(state).promises),
);

/** A promise with a number, or one that a project was to reach a stage. */
export type Vow = { kind: "promise"; row: PromiseRow } | { kind: "commitment"; row: CommitmentRow };

export function dueYear({ row }: Vow): number | null {
  const day = row.due?.end ?? row.due?.start;
  return day ? Number(day.slice(0, 4)) : null;
}

/** Whose promise it is, as a key. */
export function vowPlace({ row }: Vow): string {
  return placeKey({ subject: row.subject ?? "", subjectCode: row.subjectCode });
}

const soughtVows = remembered(key, (state): Vow[] => {
  const { promises, commitments } = collectionOf(state);
  const seeks = seeking(state);
  const found: Vow[] = [];
  for (const row of promises) {
    if (seeks([...row.targets, ...row.evidence], [row.subject, row.indicator])) found.push({ kind: "promise", row });
  }
  for (const row of commitments) {
    const references = row.outcome ? [row.target, row.outcome] : [row.target];
    if (seeks(references, [row.subject, row.title, row.project])) found.push({ kind: "commitment", row });
  }
  return found;
});

/** Which of the filters of promises a count leaves out, so that its own values keep their numbers. */
type Leaving = "outcomes" | "commitment" | "promisePlace" | "promiseYear" | null;

function passing(state: State, leaving: Leaving): Vow[] {
  const { outcomes, commitment, promisePlace, promiseYear } = state.choice;
  return soughtVows(state).filter(
    (vow) =>
      (leaving === "outcomes" || outcomes.size === 0 || outcomes.has(vow.row.result)) &&
      (leaving === "commitment" ||
        commitment === null ||
        (vow.kind === "promise" && vow.row.commitment === commitment)) &&
      (leaving === "promisePlace" || promisePlace === null || vowPlace(vow) === promisePlace) &&
      (leaving === "promiseYear" || promiseYear === null || dueYear(vow) === promiseYear),
  );
}

const vowKey = (state: State): readonly unknown[] => {
  const { outcomes, commitment, promisePlace, promiseYear } = state.choice;
  return [...key(state), outcomes, commitment, promisePlace, promiseYear];
};

const OUTCOME_ORDER: readonly string[] = ["missed", "met", "open", "unknown"];

/** The promises shown: those that were judged first, the broken before the kept, then by year. */
export const vows = remembered(vowKey, (state): Vow[] =>
  passing(state, null).sort(
    (one, two) =>
      OUTCOME_ORDER.indexOf(one.row.result) - OUTCOME_ORDER.indexOf(two.row.result) ||
      (one.kind === two.kind ? 0 : one.kind === "promise" ? -1 : 1) ||
      Number(isListed(two)) - Number(isListed(one)) ||
      (dueYear(two) ?? 0) - (dueYear(one) ?? 0),
  ),
);

function isListed(vow: Vow): boolean {
  return vow.kind === "promise" && vow.row.indicatorId !== null;
}

export interface VowCounts {
  outcomes: ReadonlyMap<string, number>;
  commitment: ReadonlyMap<string, number>;
  places: ReadonlyMap<string, { name: string; count: number }>;
  years: ReadonlyMap<number, number>;
}

/** How many promises each value of each filter would show, the other filters applied. */
export const vowCounts = remembered(vowKey, (state): VowCounts => {
  const outcomes = new Map<string, number>(OUTCOMES.map((outcome) => [outcome, 0]));
  const commitment = new Map<string, number>();
  const places = new Map<string, { name: string; count: number }>();
  const years = new Map<number, number>();
  for (const { row } of passing(state, "outcomes")) outcomes.set(row.result, (outcomes.get(row.result) ?? 0) + 1);
  for (const vow of passing(state, "commitment")) {
    const word = vow.kind === "promise" ? vow.row.commitment : null;
    if (word) commitment.set(word, (commitment.get(word) ?? 0) + 1);
  }
  for (const vow of passing(state, "promisePlace")) {
    const at = vowPlace(vow);
    places.set(at, { name: vow.row.subject ?? "", count: (places.get(at)?.count ?? 0) + 1 });
  }
  for (const vow of passing(state, "promiseYear")) {
    const year = dueYear(vow);
    if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
  }
  return { outcomes, commitment, places, years: new Map([...years].sort(([one], [two]) => two - one)) };
});

/** What documents pass over, in scope; told by document and year. */
export const absentRows = remembered(key, (state): Absent[] => {
  const seeks = seeking(state);
  return collectionOf(state).absent.filter((row) =>
    seeks([row], [row.document, indicatorName(state, row.indicatorId)]),
  );
});

/** Rows of contradictions, revisions or checks in scope. */
export const disputeRows = remembered(key, (state) => {
  const { conflicts, revisions, checks } = collectionOf(state);
  const seeks = seeking(state);
  return {
    conflicts: conflicts.filter(({ rows, note }) => seeks(rows, [note])),
    revisions: revisions.filter(({ from, to, note }) => seeks([from, to], [note])),
    checks: checks.filter(({ rows, arithmetic }) => seeks(rows, [arithmetic])),
  };
});

const names = remembered(
  (state) => [state.comparison.compared],
  (state) => new Map(collectionOf(state).panel.map((row) => [indicatorKey(row), row.indicator] as const)),
);

/** The name of an indicator of the list, as the panel has it; null where no document tells it. */
export function indicatorName(state: State, id: string): string | null {
  return names(state).get(id) ?? null;
}
