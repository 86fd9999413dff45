// src/lexicon/data/indicators.tsv → www/generated/categories.js: the field of each indicator of the list, for the page's facets.
// www/messages/indicators_en.tsv and units_en.tsv → www/generated/english.js: what readers of English call them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Explained, generated, path } from "./project.mjs";

/** Makes the table: ids by category, so that each category's name stands once. */
export function buildCategories() {
  const [head = "", ...lines] = readFileSync(path("src", "lexicon", "data", "indicators.tsv"), "utf8")
    .trim()
    .split("\n");
  const [id, name, category] = ["id", "name", "category"].map((column) => head.split("\t").indexOf(column));
  if (id === undefined || name === undefined || category === undefined || Math.min(id, name, category) < 0) {
    throw new Explained("src/lexicon/data/indicators.tsv lacks the column id, name or category.");
  }
  /** @type {Record<string, string[]>} */
  const fields = {};
  /** @type {Record<string, string>} */
  const names = {};
  for (const line of lines) {
    const cells = line.split("\t");
    const field = cells[category] ?? "";
    fields[field] = [...(fields[field] ?? []), cells[id] ?? ""];
    names[cells[id] ?? ""] = cells[name] ?? "";
  }
  const table = Object.fromEntries(Object.entries(fields).map(([name, ids]) => [name, ids.join(" ")]));
  mkdirSync(generated, { recursive: true });
  writeFileSync(
    join(generated, "categories.js"),
    `// Generated from src/lexicon/data/indicators.tsv by \`npm run build\`.
const fields = ${JSON.stringify(table, null, 1)};
const known = new Map(Object.entries(fields).flatMap(([name, ids]) => ids.split(" ").map((id) => [id, name])));
/** The field of an indicator of the list. */
export const categoryOf = (id) => known.get(id);
const names = new Map(Object.entries(${JSON.stringify(names, null, 1)}));
/** Its standard name, in Chinese. */
export const standardName = (id) => names.get(id);
`,
  );
  writeFileSync(
    join(generated, "categories.d.ts"),
    [
      "export declare function categoryOf(id: string): string | undefined;",
      "export declare function standardName(id: string): string | undefined;",
      "",
    ].join("\n"),
  );
  buildEnglish();
}

/** Two columns of a table of English names: what is named, its name. Of most counting words the name is empty. */
function named(file) {
  const lines = readFileSync(path("www", "messages", file), "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line === "" || line.startsWith("#")) return [];
    const cells = line.split("\t");
    if (cells.length === 2 && cells[0]) return [line];
    throw new Explained(
      `www/messages/${file}, line ${at + 1}: two columns are wanted, what is named and its English name.`,
    );
  });
}

function buildEnglish() {
  const table = (file) => JSON.stringify(named(file).slice(1).join("\n"));
  writeFileSync(
    join(generated, "english.js"),
    `// Generated from www/messages/indicators_en.tsv and units_en.tsv by \`npm run build\`.
const table = (text) => Object.fromEntries(text.split("\\n").map((line) => line.split("\\t")));
/** English names of the indicators of the list, by id. */
export const INDICATORS_EN = table(${table("indicators_en.tsv")});
/** English names of units, by the unit as the core writes it; empty where English counts without a word. */
export const UNITS_EN = table(${table("units_en.tsv")});
`,
  );
  writeFileSync(
    join(generated, "english.d.ts"),
    [
      "export declare const INDICATORS_EN: Record<string, string>;",
      "export declare const UNITS_EN: Record<string, string>;",
      "",
    ].join("\n"),
  );
}
