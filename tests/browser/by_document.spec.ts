// What one more file costs the page that holds thousands; no page is needed for this, only its state.
import { expect, test } from "@playwright/test";
import { reduce } from "../../www/state/actions.js";
import { byDocument, counter, together } from "../../www/state/by_document.js";
import { groundsOf, isCompared } from "../../www/state/compared.js";
import { initialState, NOTHING_GIVEN, type Document, type State } from "../../www/state/model.js";
import type { Report } from "../../www/state/report.js";

const EMPTY = initialState({ locale: "zh", theme: "auto", keys: true }, "2026-01-31");

const report = (name: string, words: string[]): Report =>
  ({
    document: { name, text: words.join("。"), date: null, region: [] },
    figures: words.map((indicator, index) => ({ id: `f${index}`, indicator, status: "actual" })),
    timeline: [],
  }) as unknown as Report;

function listed(count: number): State {
  const documents = Array.from(
    { length: count },
    (_, index): Document => ({
      id: `d${index}`,
      name: `${index}.txt`,
      folder: "",
      size: index,
      input: "",
      given: NOTHING_GIVEN,
      progress: { at: "waiting" },
    }),
  );
  return reduce(EMPTY, { type: "added", documents, restored: false });
}

const finished = (state: State, index: number): State =>
  reduce(state, {
    type: "finished",
    id: `d${index}`,
    report: report(`${index}.txt`, ["生产总值", `耕地${index}`]),
    digest: String(index),
    milliseconds: 1,
  });

test("a file that arrives costs its own rows and counts alone, not those of all the files before it", () => {
  const made: string[] = [];
  let looked = 0;
  const rows = byDocument(
    (state) => [state.query],
    (_, document, { figures }) => {
      made.push(document.id);
      return figures.map(({ indicator }) => ({ indicator }));
    },
  );
  const counts = counter(rows, ["indicator"], (row) => {
    looked += 1;
    return row.indicator;
  });
  let state = listed(50);
  for (let index = 0; index < 50; index += 1) {
    state = finished(state, index);
    expect(together(rows.all(state))).toHaveLength(2 * (index + 1));
    expect(counts(state, "indicator").get("生产总值")).toBe(index + 1);
  }
  expect(made).toHaveLength(50);
  expect(looked).toBe(100);
  // Another search is about all of them.
  state = reduce(state, { type: "searched", query: "耕地" });
  expect(rows.all(state)).toHaveLength(50);
  expect(made).toHaveLength(100);
});

test("word of how far a file is changes neither the rows nor what a comparison rests on", () => {
  const rows = byDocument(
    () => [],
    (_, __, { figures }) => [...figures],
  );
  const before = finished(listed(3), 0);
  const after = reduce(before, { type: "staged", id: "d1", stage: "read" });
  expect(after).not.toBe(before);
  const [grounds, all] = [groundsOf(before), rows.all(before)];
  expect(groundsOf(after)).toBe(grounds);
  expect(rows.all(after)).toBe(all);
  expect(isCompared(after)).toBe(false);
  const compared = { collection: {}, documents: new Map(), grounds } as unknown as NonNullable<
    State["comparison"]["compared"]
  >;
  const whole = reduce(after, { type: "compared", compared });
  expect(isCompared(whole)).toBe(true);
  expect(isCompared(finished(whole, 1))).toBe(false);
});
