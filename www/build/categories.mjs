// src/lexicon/data/indicators.tsv → www/generated/categories.js: the field of each indicator of the list, for the page's facets.
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
}
