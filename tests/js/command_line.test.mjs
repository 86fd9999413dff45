// The command `jiandu`, as people and scripts use it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { analyze } from "../../dist/lib/node.js";
import { path } from "../../www/build/project.mjs";
import { freshFolder } from "./consumer.mjs";

const command = path("dist", "lib", "cli", "main.js");
const folder = freshFolder();
const texts = {
  "甲县.txt": "2023年，全县地区生产总值463.3亿元，增长7.9%。",
  "乙县.md": "# 乙县2023年工作\n\n一般公共预算收入下降3.5%。\n",
};
for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);

/** Runs the command in the folder. */
function jiandu(...args) {
  const last = args.at(-1);
  const input = typeof last === "object" ? last.input : "";
  const words = args.filter((arg) => typeof arg === "string");
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

test("--format json prints the report of one file as analyze() gives it", async () => {
  const { status, stdout, stderr } = jiandu("analyze", "甲县.txt", "--format", "json");
  assert.deepEqual([status, stderr], [0, ""]);
  assert.deepEqual(JSON.parse(stdout), await analyze(readFileSync(join(folder, "甲县.txt")), { name: "甲县.txt" }));
});

test("--format json prints an array for several files", () => {
  const reports = JSON.parse(jiandu("analyze", "甲县.txt", "乙县.md", "--format", "json").stdout);
  assert.deepEqual(
    reports.map(({ document }) => document.name),
    ["甲县.txt", "乙县.md"],
  );
});

test("--format jsonl prints a report a line", () => {
  const lines = jiandu("analyze", "乙县.md", "甲县.txt", "--format=jsonl").stdout.trimEnd().split("\n");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).document.name),
    ["乙县.md", "甲县.txt"],
  );
});

test("a file that can't be read is named on standard error, the others are done, the status is 1", () => {
  const { status, stdout, stderr } = jiandu("analyze", "没有.txt", "甲县.txt", "--format", "jsonl");
  assert.equal(status, 1);
  assert.match(stderr, /^jiandu: 没有\.txt：.*No such file\.\n$/);
  assert.equal(JSON.parse(stdout).document.name, "甲县.txt");
});

test("an array stays an array when no file could be read", () => {
  assert.deepEqual(JSON.parse(jiandu("analyze", "一.txt", "二.txt", "--format", "json").stdout), []);
});

test("- reads standard input", () => {
  const { stdout } = jiandu("analyze", "-", "--format", "json", { input: texts["甲县.txt"] });
  const { document, figures } = JSON.parse(stdout);
  assert.equal(document.name, "stdin");
  assert.equal(figures[0].quote, "463.3亿元");
});

test("--date is the day of the document", () => {
  const { stdout } = jiandu("analyze", "甲县.txt", "--format", "json", "--date", "2024-01-12");
  assert.equal(JSON.parse(stdout).document.date, "2024-01-12");
});

test("a day that is none is an error for the file, with the remedy", () => {
  const { status, stderr } = jiandu("analyze", "甲县.txt", "--date", "去年");
  assert.equal(status, 1);
  assert.match(stderr, /甲县\.txt.*去年/);
});

test("the table shows value, bound and status of each figure, in columns that line up", () => {
  const { stdout } = jiandu("analyze", "甲县.txt");
  const lines = stdout.trimEnd().split("\n");
  assert.match(stdout, /463\.3亿元/);
  assert.match(stdout, /7\.9%/);
  assert.match(stdout, /^2 figures, \d+ dates, \d+ timeline entries$/m);
  assert.ok(lines.every((line) => line === line.trimEnd()));
});

test("CSV has a byte order mark, one header for all files, and bare negative numbers", () => {
  const { stdout } = jiandu("analyze", "甲县.txt", "乙县.md", "--format", "csv");
  assert.ok(stdout.startsWith("\ufeffdocument,title,"));
  const lines = stdout.trimEnd().split("\r\n");
  assert.equal(lines.filter((line) => line.includes("document,title,")).length, 1);
  assert.equal(lines.length, 1 + 3);
  assert.match(lines[3] ?? "", /^乙县\.md,.*,-3\.5,/);
});

test("--out writes a file for each, also where two folders hold the same name", () => {
  mkdirSync(join(folder, "2022"));
  mkdirSync(join(folder, "2023"));
  for (const year of ["2022", "2023"]) writeFileSync(join(folder, year, "报告.txt"), `${year}年粮食产量35万吨。`);
  const { status, stdout } = jiandu(
    "analyze",
    "2022/报告.txt",
    "2023/报告.txt",
    "--out",
    "结果/json",
    "--format",
    "json",
  );
  assert.deepEqual([status, stdout], [0, ""]);
  const written = readdirSync(join(folder, "结果/json")).sort();
  assert.deepEqual(written, ["报告.txt.2.json", "报告.txt.json"]);
  const names = written.map((name) => JSON.parse(readFileSync(join(folder, "结果/json", name), "utf8")).document.name);
  assert.deepEqual(names, ["2023/报告.txt", "2022/报告.txt"]);
});

test("--help and --version answer; words that mean nothing end with status 2", () => {
  assert.match(jiandu("--help").stdout, /^jiandu 简牍[\s\S]*Usage:[\s\S]*--format[\s\S]*Exit status/);
  assert.match(jiandu("--version").stdout, /^\d+\.\d+\.\d+\n$/);
  for (const words of [["读"], ["analyze"], ["analyze", "甲县.txt", "--format", "xml"], ["analyze", "--formal"]]) {
    const { status, stdout, stderr } = jiandu(...words);
    assert.deepEqual([status, stdout], [2, ""], words.join(" "));
    assert.match(stderr, /^jiandu: .*\nSee jiandu --help\.\n$/);
  }
});
