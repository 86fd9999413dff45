/** The rows of the collection that are in scope and pass search and facets: what is shown and what is exported. */
import { INDICATORS_EN } from "../generated/english.js";
import { categoryOf } from "../generated/categories.js";
import type { Absent, Collection, CommitmentRow, FigureRef, PanelRow, PromiseRow, Tally } from "../generated/report.js";
import { DISPUTES, emptyCollection, OUTCOMES, type Compared, type Dispute } from "./collection.js";
import { evidenceOf, itemOf } from "./evidence.js";
import { yearsOf, type FigureFacet } from "./facets.js";
import { documentOf, type State } from "./model.js";
import { cubeOf, indicatorKey, placeKey, verdicts, type Cube } from "./pivot.js";
import { remembered } from "./remembered.js";
import { holdsAll, queryWords } from "./search.js";
import { type ABSENT_FACETS, COMMITMENT_FACETS, holding, passesBy, passing } from "./sight.js";

const NONE = emptyCollection();

/** The collection, empty while there is none. */
export function collectionOf(state: State): Collection {
  return state.comparison.compared?.collection ?? NONE;
}

/** What every answer about rows in sight rests on. */
export function sightKey({ comparison, scope, query, facets, judgements }: State): readonly unknown[] {
  return [comparison.compared, scope, query, facets, judgements];
}

/**
 * Whether a row that rests on these figures is in sight: one of them must stand in the document in scope, pass the facets,
 * and hold what is sought, unless the row's own words do.
 */
function seeking(state: State): (references: readonly FigureRef[], words: readonly (string | null)[]) => boolean {
  const { scope, comparison } = state;
  const sought = queryWords(state.query);
  const passes = passing(state);
  const holds = holding(state);
  const name = scope === "all" ? null : nameOf(comparison.compared, scope);
  return (references, words) => {
    if (name === null && !passes && !holds) return true;
    const told = holds !== null && holdsAll(words.join("\n").toLowerCase(), sought);
    return references.some((reference) => {
      if (name !== null && reference.document !== name) return false;
      if (!passes && (!holds || told)) return true;
      const evidence = evidenceOf(state, reference);
      if (!evidence) return false;
      const { document, report, index } = evidence;
      return (!passes || passes(document, report, index)) && (!holds || told || holds(document, report, index));
    });
  };
}

/** By what name the collection knows a document of the page. */
export function nameOf(compared: Compared | null, id: string): string {
  for (const [name, document] of compared?.documents ?? []) if (document === id) return name;
  return "";
}

/** Less than this part of what the fullest year tells is a mention in passing. */
const PASSING = 0.1;

export const panelRows = remembered(sightKey, (state): PanelRow[] => {
  const seeks = seeking(state);
  return collectionOf(state).panel.filter(({ subject, indicator, indicatorId, labels, sources, alternatives }) =>
    seeks(alternatives.length > 0 ? [...sources, ...alternatives.flatMap((one) => one.sources)] : sources, [
      subject,
      indicator,
      INDICATORS_EN[indicatorId ?? ""] ?? null,
      ...labels,
    ]),
  );
});

const wholeCube = remembered(
  (state) => [...sightKey(state), state.choice.months],
  (state): Cube => cubeOf({ ...collectionOf(state), absent: absentRows(state) }, panelRows(state), state.choice.months),
);

/** How many years the cube leaves out because little is told of them. */
export function passedYears(state: State): number {
  return wholeCube(state).years.length - cube(state).years.length;
}

/** The cube of all rows in sight; places that no document speaks for and open indicators only where asked for. */
export const cube = remembered(
  (state) => [...sightKey(state), state.choice.all, state.choice.months],
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

const soughtVows = remembered(sightKey, (state): Vow[] => {
  const { promises } = collectionOf(state);
  const seeks = seeking(state);
  const found: Vow[] = [];
  for (const row of promises) {
    if (
      seeks(
        [...row.targets, ...row.evidence],
        [row.subject, row.indicator, INDICATORS_EN[row.indicatorId ?? ""] ?? null],
      )
    )
      found.push({ kind: "promise", row });
  }
  if (figureFacets(state).length > 0) return found;
  for (const row of soughtCommitments(state)) found.push({ kind: "commitment", row });
  return found;
});

/** Chosen facets that a promise without a number has no value for. */
function figureFacets({ facets }: State): string[] {
  const known: readonly string[] = COMMITMENT_FACETS;
  const names: readonly FigureFacet[] = ["measure", "category", "indicator", "commitment", "confidence", "judgement"];
  return names.filter((name) => facets[name].size > 0 && !known.includes(name));
}

/** Promises without a number that pass what they can be narrowed by. */
const soughtCommitments = remembered(sightKey, (state): CommitmentRow[] => {
  const { scope, comparison, facets } = state;
  const sought = queryWords(state.query);
  const name = scope === "all" ? null : nameOf(comparison.compared, scope);
  return collectionOf(state).commitments.filter((row) => {
    const items = row.outcome ? [row.target, row.outcome] : [row.target];
    if (name !== null && !items.some(({ document }) => document === name)) return false;
    const found = items.flatMap((item) => itemOf(state, item) ?? []);
    const values = {
      status: ["target", "plan"],
      place: [row.subject ?? ""],
      period: [yearsOf(row.due)],
      document: found.map(({ document }) => document.name),
    };
    if (!passesBy(facets, values)) return false;
    if (sought.length === 0) return true;
    const words = [row.subject, row.title, row.project, ...found.map(({ sentence }) => sentence)];
    return holdsAll(words.join("\n").toLowerCase(), sought);
  });
});

/** How many promises without a number are left out because facets are chosen that they have no value for. */
export function commitmentsLeftOut(state: State): number {
  return figureFacets(state).length > 0 ? soughtCommitments(state).length : 0;
}

/** Which of the filters of promises a count leaves out, so that its own values keep their numbers. */
type Leaving = "outcomes" | "commitment" | "promisePlace" | "promiseYear" | null;

function chosenVows(state: State, leaving: Leaving): Vow[] {
  const { outcomes, commitment, promisePlace, promiseYear } = state.choice;
  return soughtVows(state).filter(
    (vow) =>
      (leaving === "outcomes" || outcomes.size === 0 || outcomes.has(vow.row.result)) &&
      (leaving === "commitment" || commitment === null || vow.row.commitment === commitment) &&
      (leaving === "promisePlace" || promisePlace === null || vowPlace(vow) === promisePlace) &&
      (leaving === "promiseYear" || promiseYear === null || dueYear(vow) === promiseYear),
  );
}

const vowKey = (state: State): readonly unknown[] => {
  const { outcomes, commitment, promisePlace, promiseYear } = state.choice;
  return [...sightKey(state), outcomes, commitment, promisePlace, promiseYear];
};

const OUTCOME_ORDER: readonly string[] = ["missed", "met", "open", "unknown"];

/** The promises shown: those that were judged first, the broken before the kept, then by year. */
export const vows = remembered(vowKey, (state): Vow[] =>
  chosenVows(state, null).sort(
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

/** The promises shown, counted by place and year: the ledger as a table. */
export const shownTally = remembered(vowKey, (state): Tally[] => {
  const counts = new Map<string, Tally>();
  for (const vow of vows(state)) {
    const { subject, subjectCode, result } = vow.row;
    const year = dueYear(vow);
    if (year === null) continue;
    const at = `${vowPlace(vow)} ${year}`;
    const none = { met: 0, missed: 0, open: 0, unknown: 0, firm: 0, aim: 0, plain: 0 };
    const count = counts.get(at) ?? { subject: subject ?? "", subjectCode, year, ...none };
    count[result] += 1;
    count[vow.row.commitment ?? "plain"] += 1;
    counts.set(at, count);
  }
  const place = ({ subject, subjectCode }: Tally): string => `${subjectCode ?? "~"} ${subject}`;
  return [...counts.values()].sort((one, two) =>
    place(one) === place(two) ? one.year - two.year : place(one) < place(two) ? -1 : 1,
  );
});

/** What became of each promise that the filters let through, whichever outcomes are chosen. */
export const vowsOfEachOutcome = remembered(vowKey, (state): Vow["row"][] =>
  chosenVows(state, "outcomes").map(({ row }) => row),
);

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
  for (const { row } of chosenVows(state, "outcomes")) outcomes.set(row.result, (outcomes.get(row.result) ?? 0) + 1);
  for (const vow of chosenVows(state, "commitment")) {
    const word = vow.row.commitment;
    if (word) commitment.set(word, (commitment.get(word) ?? 0) + 1);
  }
  for (const vow of chosenVows(state, "promisePlace")) {
    const at = vowPlace(vow);
    places.set(at, { name: vow.row.subject ?? "", count: (places.get(at)?.count ?? 0) + 1 });
  }
  for (const vow of chosenVows(state, "promiseYear")) {
    const year = dueYear(vow);
    if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
  }
  return { outcomes, commitment, places, years: new Map([...years].sort(([one], [two]) => two - one)) };
});

/** What documents pass over; it has no figures, and is narrowed by what it has values for. */
export const absentRows = remembered(sightKey, (state): Absent[] => {
  const { scope, comparison, facets } = state;
  const { absent, documents } = collectionOf(state);
  const sought = queryWords(state.query);
  const name = scope === "all" ? null : nameOf(comparison.compared, scope);
  const known = new Map(documents.map((document) => [document.id, document]));
  return absent.filter((row) => {
    if (name !== null && row.document !== name) return false;
    const place = known.get(row.document)?.region.at(-1) ?? "";
    const indicator = indicatorName(state, row.indicatorId) ?? "";
    const values: Record<(typeof ABSENT_FACETS)[number], string[]> = {
      status: [row.status],
      category: [categoryOf(row.indicatorId) ?? ""],
      indicator: [indicator],
      place: [place],
      period: [String(row.year)],
      document: [documentOf(state, comparison.compared?.documents.get(row.document) ?? null)?.name ?? ""],
    };
    return passesBy(facets, values) && holdsAll(`${row.document}\n${indicator}\n${place}`.toLowerCase(), sought);
  });
});

/** Rows of contradictions, revisions or checks in sight. */
export const disputeRows = remembered(sightKey, (state) => {
  const { conflicts, revisions, checks } = collectionOf(state);
  const seeks = seeking(state);
  return {
    conflicts: conflicts.filter(({ rows, note }) => seeks(rows, [note])),
    revisions: revisions.filter(({ from, to, note }) => seeks([from, to], [note])),
    checks: checks.filter(({ rows, arithmetic }) => seeks(rows, [arithmetic])),
  };
});

/** Which kind is in sight: the chosen one, else the first of which there are any. */
export function disputeIn(state: State): Dispute {
  const rows = disputeRows(state);
  return state.choice.dispute ?? DISPUTES.find((kind) => rows[kind].length > 0) ?? "conflicts";
}

const names = remembered(
  (state) => [state.comparison.compared],
  (state) => new Map(collectionOf(state).panel.map((row) => [indicatorKey(row), row.indicator] as const)),
);

/** The name of an indicator of the list, as the panel has it; null where no document tells it. */
export function indicatorName(state: State, id: string): string | null {
  return names(state).get(id) ?? null;
}
