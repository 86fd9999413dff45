// The TypeScript types that ts-rs writes → read_report.js, which turns a packed report (src/wasm/flat.rs) into objects.
// Plain object literals in generated code are what makes it quick: no names looked up, no shapes guessed.

/** Words in quotes, joined by `|`. */
const words = /^"[^"]*"(?: \| "[^"]*")*$/;

/** The expression that reads one value of a type. */
function expression(type) {
  if (type.endsWith(" | null")) return `numbers[at++] === 0 ? null : ${expression(type.slice(0, -" | null".length))}`;
  if (type === "number") return "numbers[at++]";
  if (type === "boolean") return "numbers[at++] === 1";
  if (type === "string") return "string()";
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (item)
    return `list(${/^\w+$/.test(item) && !["number", "boolean"].includes(item) ? item : `() => ${expression(item)}`})`;
  // A number or a list of them: a list begins with NaN.
  if (type === "number | Array<number>")
    return `Number.isNaN(numbers[at]) ? ${expression("Array<number>")} : numbers[at++]`;
  if (/^\w+$/.test(type)) return `${type}()`;
  throw new Error(`reader.mjs can't read a value of type ${type}`);
}

/** The function that reads one named type. */
function reader(name, type) {
  if (words.test(type)) return `  const ${name} = () => [${type.replaceAll(" | ", ", ")}][numbers[at++]];`;
  const fields = /^\{(.*)\}$/s.exec(type)?.[1];
  if (fields === undefined) return `  const ${name} = () => ${expression(type)};`;
  const read = fields
    .split(",")
    .map((field) => field.trim())
    .filter((field) => field !== "")
    .map((field) => {
      const [, key, of] = /^(\w+): (.+)$/.exec(field) ?? [];
      if (!key || !of) throw new Error(`reader.mjs can't read the field ${field} of ${name}`);
      return `    ${key}: ${expression(of)},`;
    });
  return `  const ${name} = () => ({\n${read.join("\n")}\n  });`;
}

/** The module's source; `declarations` is the text of report.d.ts. */
export function readerModule(declarations) {
  const bare = declarations.replaceAll(/\/\*\*.*?\*\//gs, "");
  const readers = [...bare.matchAll(/^export type (\w+) = (.+?);$/gms)].map(([, name = "", type = ""]) =>
    reader(name, type.replaceAll(/\s+/g, " ").trim()),
  );
  return `// Generated from the Rust types by \`npm run build\`.

/** The report that \`numbers\` and \`text\` carry. */
export function readReport(numbers, text) {
  let at = 0;
  let from = 0;
  const string = () => text.slice(from, (from += numbers[at++]));
  const list = (read) => {
    const items = [];
    const length = numbers[at + 1];
    at += 2;
    for (let i = 0; i < length; i++) items.push(read());
    return items;
  };
${readers.join("\n")}
  return Report();
}
`;
}

/** Its declaration. */
export const readerDeclaration = `import type { Report } from "./report.js";
export declare function readReport(numbers: Float64Array, text: string): Report;
`;
