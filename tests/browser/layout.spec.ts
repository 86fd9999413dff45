// Where the timeline and the source put things; no page is needed for these.
import { expect, test } from "@playwright/test";
import type { EntryRow } from "../../www/state/rows.js";
import { blockAt, blocksOf } from "../../www/views/source_blocks.js";
import { GLYPH, layoutOf } from "../../www/views/timeline_layout.js";
import { instantOf, ticksOf, zoomed } from "../../www/views/timeline_scale.js";

const year = (from: number, to = from) => ({ start: instantOf(`${from}-01-01`), end: instantOf(`${to}-12-31`) });

function row(start: string, end: string, title: string): EntryRow {
  return { entry: { date: { start, end }, title, kind: "event" } } as EntryRow;
}

test("ticks stand at round dates, from decades down to days", () => {
  const words = (from: string, to: string) =>
    ticksOf({ start: instantOf(from), end: instantOf(to) }, 640, 64).map(({ at }) =>
      new Date(at).toISOString().slice(0, 10),
    );
  expect(words("1950-06-01", "2030-06-01")).toEqual(
    ["1960", "1970", "1980", "1990", "2000", "2010", "2020", "2030"].map((one) => `${one}-01-01`),
  );
  expect(words("2019-01-01", "2019-12-31")).toEqual(["2019-01-01", "2019-04-01", "2019-07-01", "2019-10-01"]);
  expect(words("2019-02-26", "2019-03-04")).toEqual([
    "2019-02-26",
    "2019-02-27",
    "2019-02-28",
    "2019-03-01",
    "2019-03-02",
    "2019-03-03",
    "2019-03-04",
  ]);
});

test("zooming keeps the day under the pointer where it is", () => {
  const before = year(2010, 2020);
  const at = instantOf("2013-05-01");
  const after = zoomed(before, 0.5, at);
  const share = (domain: { start: number; end: number }) => (at - domain.start) / (domain.end - domain.start);
  expect(share(after)).toBeCloseTo(share(before), 10);
});

test("zooming ends at days and at centuries", () => {
  let domain = year(2020);
  for (let step = 0; step < 50; step += 1) domain = zoomed(domain, 0.5, instantOf("2020-06-01"));
  expect((domain.end - domain.start) / 86_400_000).toBeCloseTo(3, 5);
  for (let step = 0; step < 80; step += 1) domain = zoomed(domain, 2, instantOf("2020-06-01"));
  expect((domain.end - domain.start) / 86_400_000).toBeLessThanOrEqual(400 * 365);
});

test("entries of one lane never overlap, and what has no room is gathered, not dropped", () => {
  const rows = Array.from({ length: 60 }, (_, index) => {
    const month = String(1 + (index % 12)).padStart(2, "0");
    return row(`2020-${month}-10`, `2020-${month}-${11 + (index % 9)}`, `第${index}件事情办成了`);
  });
  const [lane] = layoutOf(rows, {
    domain: year(2020),
    width: 700,
    maxLines: 4,
    lane: ({ entry }) => entry.kind,
    laneOrder: [],
  });
  expect(lane).toBeDefined();
  const placed = lane?.entries ?? [];
  const clustered = (lane?.clusters ?? []).flatMap(({ rows: gathered }) => gathered);
  expect([...placed.map((entry) => entry.row), ...clustered].sort((one, two) => one - two)).toEqual(
    rows.map((_, index) => index),
  );
  for (const one of placed) {
    for (const two of placed) {
      if (one === two || one.line !== two.line || two.x < one.x) continue;
      expect(two.x).toBeGreaterThanOrEqual(Math.max(one.end, one.anchor + GLYPH + one.label));
    }
  }
});

test("no cluster is drawn over another, nor beyond the window", () => {
  const rows = Array.from({ length: 300 }, (_, index) => {
    const month = String(1 + (index % 12)).padStart(2, "0");
    return row(`2020-${month}-28`, `2020-${month}-28`, `第${index}件事情办成了`);
  });
  for (const width of [212, 366, 700]) {
    const [lane] = layoutOf(rows, { domain: year(2020), width, maxLines: 2, lane: () => "", laneOrder: [] });
    const places = (lane?.clusters ?? []).map(({ x }) => x).sort((one, two) => one - two);
    expect(places.length).toBeGreaterThan(2);
    expect(Math.max(...places) + 38).toBeLessThanOrEqual(width);
    places.forEach((x, at) => {
      if (at > 0) expect(x - (places[at - 1] ?? 0)).toBeGreaterThanOrEqual(38);
    });
  }
});

test("a deadline stands at the end of its time, its words to the left where the window ends", () => {
  const due = { ...row("2020-01-01", "2020-12-31", "全部完成"), index: 0 };
  due.entry.kind = "deadline";
  const options = { width: 700, maxLines: 4, lane: () => "", laneOrder: [] };
  const [within] = layoutOf([due], { ...options, domain: year(2020, 2021) })[0]?.entries ?? [];
  expect(within?.anchor).toBe(within?.end);
  expect(within?.side).toBe("right");
  const [atEnd] = layoutOf([due], { ...options, domain: year(2020) })[0]?.entries ?? [];
  expect(atEnd?.anchor).toBe(700);
  expect(atEnd?.side).toBe("left");
});

test("what lies outside of the window is not drawn", () => {
  const lanes = layoutOf([row("2010-01-01", "2010-12-31", "早先"), row("2020-03-01", "2020-03-01", "此时")], {
    domain: year(2020),
    width: 700,
    maxLines: 4,
    lane: ({ entry }) => entry.kind,
    laneOrder: [],
  });
  expect(lanes.flatMap(({ entries }) => entries.map((entry) => entry.row))).toEqual([1]);
});

test("blocks hold every character that can be seen, in order, and cut no pair of surrogates", () => {
  const text = `标题\r\n\r\n${"一段话。".repeat(3000)}\n${"𠮷".repeat(5000)}\n\n\t\n末段`;
  const blocks = blocksOf(text);
  const paragraphs = blocks.flatMap((block) => block.paragraphs);
  expect(paragraphs.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text.replaceAll(/[\r\n\t]/gu, ""));
  for (const { start, end } of paragraphs) {
    expect(end - start).toBeLessThanOrEqual(4000);
    // Throws on half a pair.
    expect(() => encodeURIComponent(text.slice(start, end))).not.toThrow();
  }
  for (const { start, end } of blocks) {
    expect(blocks[blockAt(blocks, start)]?.start).toBe(start);
    expect(blocks[blockAt(blocks, end - 1)]?.end).toBe(end);
  }
});
