// The Rust types of reports and collections → www/generated/report.d.ts, by ts-rs, whose exports run as Rust tests; and
// the reader and writer of packed ones, made from the same types.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hash, unlessFresh } from "./fresh.mjs";
import { generated, path, say } from "./project.mjs";
import { readerDeclaration, readerModule } from "./reader.mjs";
import { run } from "./run.mjs";
import { prepareRust } from "./setup.mjs";

const scripts = ["types.mjs", "reader.mjs", "teller.mjs", "shapes.mjs"].map((name) => path("www", "build", name));
const compared = ["kinds.rs", "types.rs", "told.rs"].map((name) => path("src", "compare", name));
const heading =
  "// Generated from the Rust types in src/report/ and src/compare/ by `npm run build`: change it there.\n";

/** One declaration file from the file a type that ts-rs writes; those in folders below are of the package's inside. */
function joined(folder) {
  const files = readdirSync(folder, { encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const types = files.sort().map((file) => {
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    return lines
      .filter((line) => !line.startsWith("// This file") && !line.startsWith("import type "))
      .join("\n")
      .trim();
  });
  return `${heading}\n${types.join("\n\n")}\n`;
}

/** Makes the types, unless the Rust types are as they were. */
export async function buildTypes() {
  await unlessFresh({
    stamp: join(generated, ".types"),
    key: hash([path("src", "report"), ...compared, path("Cargo.lock"), ...scripts]),
    outputs: ["report.d.ts", "read_report.js", "read_report.d.ts"].map((name) => join(generated, name)),
    async work() {
      await prepareRust({ wasm: false });
      say("making the TypeScript types from the Rust ones (cargo test, ts-rs)");
      const folder = path("target", "ts");
      rmSync(folder, { recursive: true, force: true });
      // .cargo/config.toml names the folder.
      await run("cargo", ["test", "--quiet", "--lib", "export_bindings"], { capture: true });
      mkdirSync(generated, { recursive: true });
      const types = joined(folder);
      writeFileSync(join(generated, "report.d.ts"), types);
      writeFileSync(join(generated, "read_report.js"), readerModule(types, joined(join(folder, "told"))));
      writeFileSync(join(generated, "read_report.d.ts"), readerDeclaration);
    },
  });
}
