// npm run check: formatting and lints of both languages, and the types.
import { buildPackage } from "./package.mjs";
import { main, path, say } from "./project.mjs";
import { run, runPackage } from "./run.mjs";
import { prepareRust } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

const tsc = path("node_modules", "typescript", "bin", "tsc");
const biome = path("node_modules", "@biomejs", "biome", "bin", "biome");

const steps = {
  "cargo fmt": () => run("cargo", ["fmt", "--all", "--check"], { mayFail: true }),
  "cargo clippy": () =>
    run("cargo", ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"], { mayFail: true }),
  "cargo clippy, wasm": () =>
    run("cargo", ["clippy", "--quiet", "--lib", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"], {
      mayFail: true,
    }),
  tsc: () => runPackage(tsc, ["-p", path("tsconfig.json")], { mayFail: true }),
  "tsc, scripts": () => runPackage(tsc, ["-p", path("tsconfig.scripts.json")], { mayFail: true }),
  biome: () => runPackage(biome, ["check", "--error-on-warnings"], { mayFail: true }),
};

await main(async () => {
  // The types that tsc checks against are made by the build.
  await buildWasm();
  await buildPackage();
  await prepareRust();
  const bad = [];
  for (const [name, step] of Object.entries(steps)) {
    say(name);
    if ((await step()).status !== 0) bad.push(name);
  }
  if (bad.length > 0) {
    console.error(`\n✗ ${bad.join(", ")}. To format: cargo fmt --all, npx biome check --write.`);
    process.exitCode = 1;
  }
});
