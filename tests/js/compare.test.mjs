// compare() in the package and `jiandu compare`: their shape and their files. What a promise is, the Rust tests judge.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { compare, createAnalyzer, JianduError } from "../../dist/lib/node.js";
import { path } from "../../www/build/project.mjs";
import { freshFolder } from "./consumer.mjs";

const folder = freshFolder();
const texts = {
  "2023.txt": "2023年全县经济社会发展主要预期目标：地区生产总值增长7%左右，粮食产量达到32万吨。",
  "2024.txt": "2023年，全县地区生产总值463.3亿元，增长7.2%，粮食产量31.6万吨。",
};
const days = { "2023.txt": "2023-01-12", "2024.txt": "2024-01-15" };
for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);

const analyzer = await createAnalyzer();
const reports = Object.entries(texts).map(([name, text]) =>
  analyzer.analyze(text, { name, date: days[name], region: "武陟县" }),
);

test("targets meet their results, with the comparison in numbers and references that lead to the words", async () => {
  const { promises, documents, asOf } = await compare(reports);
  assert.equal(asOf, "2024-01-15");
  assert.deepEqual(
    documents.map(({ id, date }) => [id, date]),
    Object.entries(days),
  );
  assert.deepEqual(
    promises.map(({ subjectCode, indicatorId, result, arithmetic }) => [subjectCode, indicatorId, result, arithmetic]),
    [
      ["410823", "gdp", "met", "7.2% ≥ 6.5% = 7% − 0.5×1%"],
      ["410823", "grain_output", "missed", "31.6万吨 < 32万吨"],
    ],
  );
  const outcome = promises[0]?.outcome;
  assert.ok(outcome);
  const { document, figure } = outcome;
  const span = reports[1]?.figures.find(({ id }) => id === figure)?.span;
  assert.equal(document, "2024.txt");
  assert.equal(texts[document].slice(span?.start, span?.end), "7.2%");
});

test("the order of the reports changes nothing, nor does a trip through JSON", () => {
  const collection = analyzer.compare(reports);
  assert.deepEqual(analyzer.compare(reports.toReversed()), collection);
  assert.deepEqual(analyzer.compare(JSON.parse(JSON.stringify(reports))), collection);
  assert.deepEqual(structuredClone(collection), collection);
});

test("a day before the year is over leaves its promises open; leeway makes 左右 strict", () => {
  const target = reports.slice(0, 1);
  assert.deepEqual(
    analyzer.compare(target, { asOf: "2023-06-30" }).promises.map(({ result }) => result),
    ["open", "open"],
  );
  assert.deepEqual(
    analyzer.compare(target, { asOf: "2024-06-30" }).promises.map(({ result }) => result),
    ["unknown", "unknown"],
  );
  const [strict] = analyzer.compare(reports, { leeway: 0 }).promises;
  assert.deepEqual([strict?.result, strict?.arithmetic], ["met", "7.2% ≥ 7%"]);
});

test("wrong options and what is no report are typed errors, and the analyzer works on", () => {
  const code = (wrong) => (error) => error instanceof JianduError && error.code === wrong;
  assert.throws(() => analyzer.compare(reports, { asOf: "2024-13-01" }), code("option"));
  assert.throws(() => analyzer.compare(reports, { leeway: -1 }), code("option"));
  const foreign = JSON.parse(JSON.stringify(reports));
  foreign[0].figures[0].measure = "weight";
  assert.throws(() => analyzer.compare(foreign), code("input"));
  assert.equal(analyzer.compare(reports).promises.length, 2);
});

test("nothing compares to an empty collection", () => {
  assert.deepEqual(analyzer.compare([]).panel, []);
});

/** Runs the command in the folder. */
function jiandu(...args) {
  const words = [path("dist", "lib", "cli", "main.js"), "compare", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

const dated = {
  "云岭县2023.txt": `云岭县政府工作报告\n——2023年1月12日在云岭县第十七届人民代表大会第三次会议上\n\n二、2023年主要预期目标\n\n地区生产总值增长7%左右。\n`,
  "云岭县2024.txt": `云岭县政府工作报告\n——2024年1月15日在云岭县第十七届人民代表大会第四次会议上\n\n一、2023年工作回顾\n\n地区生产总值463.3亿元，增长7.2%。\n`,
};
for (const [name, text] of Object.entries(dated)) writeFileSync(join(folder, name), text);
const files = Object.keys(dated);

test("jiandu compare prints promises for reading", () => {
  const { status, stdout, stderr } = jiandu(...files);
  assert.deepEqual([status, stderr], [0, ""]);
  const [first = "", second] = stdout.split("\n");
  assert.match(
    first,
    /^2 documents, \d+ rows; promises judged as of 2024-01-15, the day of the latest document \(--as-of DAY or today/,
  );
  assert.equal(
    second,
    "1 promises: judged 1 of 1 due by 2024-01-15 (100%): 1 met (100% of the judged), 0 missed; 0 of the due without a result found; 0 open",
  );
  assert.match(stdout, /云岭县 +2023 +地区生产总值 +≈7% +met +7\.2% ≥ 6\.5% = 7% − 0\.5×1%\n/);
});

test("a share of what was judged never stands without what it is a share of; today is a day to judge by", () => {
  const name = "云岭县2025.txt";
  writeFileSync(
    join(folder, name),
    "云岭县政府工作报告\n——2025年1月15日在云岭县第十七届人民代表大会第五次会议上\n\n二、2025年主要预期目标\n\n地区生产总值增长6%左右，粮食产量达到32万吨。\n",
  );
  const { stdout } = jiandu(...files, name);
  assert.match(stdout, /\n3 promises: judged 1 of 1 due by 2025-01-15 \(100%\).*; 2 open\n/);
  const { stdout: later } = jiandu(...files, name, "--as-of", "2026-06-30");
  assert.match(later, /^3 documents, \d+ rows; promises judged as of 2026-06-30\n/);
  assert.match(
    later,
    /\n3 promises: judged 1 of 3 due by 2026-06-30 \(33%\): 1 met \(100% of the judged\), 0 missed; 2 of the due without a result found \(2 due after the last document of their place\); 0 open\n/,
  );
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  assert.match(jiandu(...files, "--as-of", "today").stdout, new RegExp(`judged as of ${today.join("-")}\n`));
  const tally = jiandu(...files, name, "--as-of", "2026-06-30", "--format", "csv", "--table", "tally").stdout.split(
    "\r\n",
  );
  const [columns = [], , of2025 = []] = tally.map((line) => line.split(","));
  assert.deepEqual([of2025[columns.indexOf("judged")], of2025[columns.indexOf("fallenDue")]], ["0", "2"]);
});

test("what a comparison could not use is named on standard error, and a place can be given to those that name none", () => {
  writeFileSync(join(folder, "简报.txt"), "本周检查企业37家，整改隐患112处，培训员工480人次。");
  writeFileSync(join(folder, "空话.txt"), "各级各部门要高度重视，狠抓落实。");
  const { status, stdout, stderr } = jiandu("简报.txt", "空话.txt");
  assert.equal(status, 0);
  assert.match(stdout, /^2 documents, 0 rows/);
  assert.deepEqual(stderr.trimEnd().split("\n"), [
    "jiandu: no place in 2 of 2 documents, so that their figures have nobody to be about (--region NAME gives one): 空话.txt, 简报.txt",
    "jiandu: no day in 2 of 2 documents, so that 今年 and 去年 and what is due stay open: 空话.txt, 简报.txt",
    "jiandu: no figure in 1 of 2 documents: 空话.txt",
    "jiandu: 3 of 3 figures are in no row: 3 without a subject",
  ]);
  const placed = jiandu("简报.txt", "云岭县2024.txt", "--region", "武陟县", "--format", "csv");
  assert.ok(
    placed.stdout.split("\r\n").some((line) => line.startsWith("武陟县,410823,") && line.includes("简报.txt:")),
  );
  assert.ok(placed.stdout.includes("云岭县,,"), "a document that names its place keeps it");
  assert.match(placed.stderr, /a place that is not in the gazetteer in 1 of 2 documents.*: 云岭县2024\.txt\n/);
  assert.doesNotMatch(placed.stderr, /no place/);
});

test("one text under two names is told once, which is said", () => {
  const [name = ""] = files;
  writeFileSync(join(folder, "云岭县2023（副本）.txt"), readFileSync(join(folder, name)));
  const { stdout, stderr } = jiandu(...files, "云岭县2023（副本）.txt");
  assert.match(stdout, /^2 documents/);
  assert.equal(
    stderr,
    "jiandu: 云岭县2023.txt is told once, as the same text under other names: 云岭县2023（副本）.txt\n",
  );
});

test("--format csv writes the long panel, --table another; each row leads to its sentence", () => {
  const { stdout } = jiandu(...files, "--format", "csv");
  const [header = "", ...lines] = stdout.trimEnd().split("\r\n");
  assert.match(header, /^\ufeffsubject,subjectCode,indicator,indicatorId,periodStart,/);
  assert.ok(lines.some((line) => line.includes("云岭县2024.txt:f") && line.includes("463.3亿元，增长7.2%")));
  const wide = jiandu(...files, "--format", "csv", "--table", "wide").stdout.split("\r\n");
  const [columns = [], cells = []] = wide.map((line) => line.split(","));
  const cell = (name) => cells[columns.indexOf(name)];
  assert.equal(cell("year"), "2023");
  assert.equal(cell("地区生产总值 change_rate % target"), "≈7");
  assert.equal(cell("地区生产总值 change_rate % result"), "7.2");
  assert.equal(
    columns.indexOf("地区生产总值 change_rate % result") - columns.indexOf("地区生产总值 change_rate % target"),
    1,
  );
});

/** The names of the files in a zip, and the text of one of them. */
function unzip(bytes, wanted) {
  const names = [];
  let text = "";
  let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06") + 16);
  while (bytes.toString("latin1", at, at + 4) === "PK\x01\x02") {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    );
    const local = bytes.readUInt32LE(at + 42);
    names.push(bytes.toString("utf8", at + 46, at + 46 + name));
    if (names.at(-1) === wanted) {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(start, start + size);
      text = (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8");
    }
    at += 46 + name + extra + comment;
  }
  return { names, text };
}

test("--format xlsx writes all tables into one workbook", () => {
  assert.equal(jiandu(...files, "--format", "xlsx", "--out", "表.xlsx").status, 0);
  const { names, text } = unzip(readFileSync(join(folder, "表.xlsx")), "xl/workbook.xml");
  assert.ok(names.includes("xl/worksheets/sheet9.xml"));
  assert.deepEqual(
    [...text.matchAll(/<sheet [^>]*?name="(\w+)"/g)].map(([, name]) => name),
    ["panel", "wide", "promises", "commitments", "tally", "conflicts", "revisions", "checks", "absent"],
  );
});

test("--format json prints the collection that compare() gives", () => {
  const found = files.map((name) => analyzer.analyze(readFileSync(join(folder, name)), { name }));
  assert.deepEqual(JSON.parse(jiandu(...files, "--format", "json").stdout), analyzer.compare(found));
});

test("wrong words end with status 2 and write nothing; a missing file is named and the others are compared", () => {
  for (const words of [
    [...files, "--format", "ods"],
    [...files, "--table", "tall"],
    [...files, "--as-of", "morgen", "--out", "nie.json"],
    [],
  ]) {
    const { status, stdout, stderr } = jiandu(...words);
    assert.deepEqual([status, stdout], [2, ""], words.join(" "));
    assert.match(stderr, /^jiandu: /);
  }
  assert.ok(!existsSync(join(folder, "nie.json")));
  const { status, stdout, stderr } = jiandu("没有.txt", ...files);
  assert.equal(status, 1);
  assert.match(stderr, /没有\.txt/);
  assert.match(stdout, /^2 documents/);
});
