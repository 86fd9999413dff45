// Cells and columns: what a spreadsheet and a terminal make of Chinese text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, width } from "../../dist/lib/cli/width.js";
import { csvCell } from "../../dist/lib/csv_cell.js";

const cells = [
  [null, ""],
  [-3.5, "-3.5"],
  [46330000000, "46330000000"],
  ["-3.5%", "-3.5%"],
  ["+1,234.5", `"+1,234.5"`],
  ["增长7.9%", "增长7.9%"],
  ["甲、乙", "甲、乙"],
  ["甲,乙", `"甲,乙"`],
  ['"325"产业计划', `"""325""产业计划"`],
  ["一行\n两行", `"一行\n两行"`],
  ["=1+1", "'=1+1"],
  ['=HYPERLINK("http://a","b")', `"'=HYPERLINK(""http://a"",""b"")"`],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
  ["\t=1", "'\t=1"],
  ["＝1+1", "'＝1+1"],
];

for (const [cell, expected] of cells) {
  test(`the CSV cell of ${JSON.stringify(cell)} is ${JSON.stringify(expected)}`, () => {
    assert.equal(csvCell(/** @type {string | number | null} */ (cell)), expected);
  });
}

test("a Chinese character takes two columns, a combining mark none", () => {
  assert.deepEqual(["abc", "亿元", "ａ％", "“引”", "e\u0301", "𠮷", "🌾"].map(width), [3, 4, 4, 4, 1, 2, 2]);
});

test("text is cut or filled to the column", () => {
  assert.equal(fit("地区生产总值", 12), "地区生产总值");
  assert.equal(fit("地区生产总值", 9), "地区生产…");
  assert.equal(fit("地区生产总值", 8), "地区生… ");
  assert.equal(fit("7.9%", 7), "7.9%   ");
  assert.equal(fit("7.9%", 7, "right"), "   7.9%");
});
