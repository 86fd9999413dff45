// npm run score: how many figures and dates of the annotated documents beside the project are read right, and whether
// that is still what tests/score-floors.json demands. Words after `--` go to the scorer: npm run score -- --errors 5
import { existsSync, readFileSync } from "node:fs";
import { buildPackage } from "../www/build/package.mjs";
import { Explained, main, path, say } from "../www/build/project.mjs";
import { run } from "../www/build/run.mjs";
import { buildWasm } from "../www/build/wasm.mjs";

const shared = path("..", "shared");

/** A measure by its name in the scorer's summary, `attributes.value` say; of precision, recall and F1 the F1. */
function measure(summary, name) {
  const value = name.split(".").reduce((part, key) => part?.[key], summary) ?? 0;
  return Array.isArray(value) ? value[2] : value;
}

/** What is worse than the floors allow. */
function below(summary, { atLeast, atMost }) {
  const shown = (name) => `${name} is ${measure(summary, name).toFixed(3)}`;
  return [
    ...Object.entries(atLeast).flatMap(([name, floor]) =>
      measure(summary, name) < floor ? `${shown(name)}, the floor ${floor}` : [],
    ),
    ...Object.entries(atMost).flatMap(([name, most]) =>
      measure(summary, name) > most ? `${shown(name)}, the most ${most}` : [],
    ),
  ];
}

await main(async () => {
  if (!existsSync(shared)) throw new Explained(`Nothing to score: no annotated documents at ${shared}.`);
  await buildWasm();
  await buildPackage();
  const command = `"${process.execPath}" "${path("dist", "lib", "cli", "main.js")}" analyze --format json {}`;
  const places = ["--gold", `${shared}/gold`, "--docs", `${shared}/documents`, "--command", command];
  const scorer = (...args) => [`${shared}/score/score.py`, ...places, ...args];
  await run("python3", scorer(...process.argv.slice(2)));
  const { output } = await run("python3", scorer("--json"), { capture: true });
  const worse = below(JSON.parse(output).total, JSON.parse(readFileSync(path("tests", "score-floors.json"), "utf8")));
  if (worse.length > 0) throw new Explained(`The score fell:\n  ${worse.join("\n  ")}`);
  say("no floor of tests/score-floors.json is missed");
});
