// What a large file takes in memory, the whole command measured: reading, wasm, objects and the JSON written.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { json } from "../../dist/lib/cli/json.js";

const command = fileURLToPath(new URL("../../dist/lib/cli/main.js", import.meta.url));
const run = promisify(execFile);
const MEGA = 1 << 20;

/** Says at the end how much memory the process had at most, in kilobytes. */
const gauge = `data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))`;

/** Paragraphs as thick with figures as reports are, one in some 250 bytes, and none like another. */
function* paragraphs(bytes) {
  const works = ["改造老旧管网", "整治城乡环境", "建设产业园区", "完善便民设施", "培育新型主体", "提升服务水平"];
  for (let n = 1, written = 0; written < bytes; n++) {
    const work = (step) => works[(n * step + Math.floor(n / 6)) % works.length];
    const text = `第${n}片区坚持规划先行、分步实施，把${work(1)}与${work(5)}结合起来，健全责任体系，压实各方任务，群众反映的突出问题逐项得到解决。当年完成投资${n}.${n % 10}亿元，增长${(n % 90) + 1}.5%，沿线村庄出行条件明显改善，发展后劲进一步增强。下一步将围绕${work(7)}持续用力，开门听取意见，及时公开进展，让更多居民共享成果，确保各项安排落到实处、取得实效，力争${2026 + (n % 9)}年底前新增就业${n * 11}人。\n`;
    written += Buffer.byteLength(text);
    yield text;
  }
}

test("memory stays under twenty times the input and 150 MB, JSON and all", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "jiandu-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "年鉴.txt");
  const handle = await open(file, "w");
  for (const text of paragraphs(16 * MEGA)) await handle.write(text);
  await handle.close();
  const { size } = await stat(file);
  const words = ["--import", gauge, command, "analyze", file, "--format", "json", "--out", join(folder, "out")];
  const { stderr } = await run(process.execPath, words);
  const most = Number(stderr.trim().split("\n").at(-1)) * 1024;
  assert.ok(most > size && most < 20 * size + 150 * MEGA, `${most / MEGA} MB for ${size / MEGA} MB`);
});

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
