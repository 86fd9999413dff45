// Reports are written in pieces, so that one as long as a yearbook's is never a string as a whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { json } from "../../dist/lib/cli/json.js";

test("JSON in pieces is JSON at once", () => {
  const list = Array.from({ length: 450 }, (_, n) => ({
    id: `f${n}`,
    quote: `一\n"${n}"`,
    spans: [n, n + 1],
    none: [],
  }));
  for (const object of [
    {},
    { a: 1, b: [], c: { d: [1, { e: null }] }, f: undefined },
    { list, title: "甲", few: list.slice(0, 3) },
  ]) {
    for (const indent of [0, 2]) assert.equal([...json(object, indent)].join(""), JSON.stringify(object, null, indent));
  }
});
