// The TypeScript types that ts-rs writes of src/compare/told.rs → `telling()` of read_report.js, which packs what a comparison
// is told of a report into what src/wasm/unflat.rs reads.
import { fieldsOf, within, wordsOf } from "./shapes.mjs";

/** The statement that writes one value of a type; room for its numbers has been made. */
function statement(types, type, value) {
  if (type.endsWith(" | null")) {
    const some = statement(types, type.slice(0, -" | null".length), value);
    return `if (${value} == null) numbers[at++] = 0; else { numbers[at++] = 1; ${some} }`;
  }
  if (type === "number") return `numbers[at++] = ${value};`;
  if (type === "boolean") return `numbers[at++] = ${value} ? 1 : 0;`;
  if (type === "string") return `string(${value});`;
  if (type === "Word") return `word(${value});`;
  if (type === "Filled") return `numbers[at++] = ${value}.length > 0 ? 1 : 0;`;
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (item)
    return `list(${value}, ${most(types, item)}, (item, place) => { ${statement(types, item, "item").replace(/\(item\);$/, "(item, place);")} });`;
  if (type === "number | Array<number>") {
    return `if (Array.isArray(${value})) ${statement(types, "Array<number>", value)} else numbers[at++] = ${value};`;
  }
  if (/^\w+$/.test(type)) return `write${type}(${value});`;
  throw new Error(`reader.mjs can't write a value of type ${type}`);
}

/** The most numbers that a value takes, without the members of its lists. */
function most(types, type) {
  if (type.endsWith(" | null")) return 1 + most(types, type.slice(0, -" | null".length));
  // A word that is new has its length behind it; a list its sign before.
  if (type === "Word" || type.includes("Array<")) return 2;
  const fields = fieldsOf(type, types.get(type) ?? "");
  return fields ? fields.reduce((sum, { of }) => sum + most(types, of), 0) : 1;
}

/**
 * The statement that writes a word of a field. Most members of a list share it with the one before, and the ids of one
 * place are the same in every report: those that are known need not be looked up.
 */
function wordField(name, key, of) {
  const value = `value.${key}`;
  if (key === "id") {
    return `if (ids${name}[place] === ${value}) numbers[at++] = numbers${name}[place]; else { ids${name}[place] = ${value}; numbers${name}[place] = word(${value}); }`;
  }
  const known = `if (${value} === last${name}_${key}) numbers[at++] = number${name}_${key}; else { last${name}_${key} = ${value}; number${name}_${key} = word(${value}); }`;
  return of === "Word" ? known : `if (${value} == null) numbers[at++] = 0; else { numbers[at++] = 1; ${known} }`;
}

/** The function that writes one named type; some are written by hand. */
function writer(types, name) {
  const type = types.get(name) ?? "";
  if (name === "Word" || name === "Filled") return "";
  const several = wordsOf(type);
  if (several)
    return `  const all${name} = [${several}];\n  const write${name} = (value) => { numbers[at++] = all${name}.indexOf(value); };`;
  const fields = fieldsOf(name, type);
  if (!fields) return `  const write${name} = (value) => { ${statement(types, type, "value")} };`;
  const isWord = ({ of }) => of === "Word" || of === "Word | null";
  const kept = fields
    .filter(isWord)
    .map(({ key }) =>
      key === "id"
        ? `  const ids${name} = [];\n  const numbers${name} = [];`
        : `  let last${name}_${key};\n  let number${name}_${key} = 0;`,
    );
  const written = fields.map((field) => {
    const { key, of } = field;
    return `    ${isWord(field) ? wordField(name, key, of) : statement(types, of, `value.${key}`)}`;
  });
  return [...kept, `  const write${name} = (value, place) => {`, ...written, "  };"].join("\n");
}

/** The source of `telling`. */
export function telling(types) {
  const told = [...within(types, "Told")];
  const largest = Math.max(...told.map((name) => most(types, name)));
  return `/**
 * Tells a comparison of reports, one after the other: of each what it needs, as numbers and words, and the text of its
 * document. What many share goes once; \`words\` are those that have gone.
 */
export function telling() {
  const words = [];
  const numberOf = new Map();
  let numbers = new Float64Array(1 << 12);
  let at = 0;
  let text = "";
  const room = (more) => {
    if (at + more <= numbers.length) return;
    const larger = new Float64Array(Math.max(2 * numbers.length, at + more));
    larger.set(numbers);
    numbers = larger;
  };
  const string = (value) => {
    numbers[at++] = value.length;
    text += value;
  };
  const word = (value) => {
    let number = numberOf.get(value);
    if (number === undefined) {
      number = words.length;
      numbers[at++] = number;
      string(value);
      numberOf.set(value, number);
      words.push(value);
    } else numbers[at++] = number;
    return number;
  };
  // Room for each member, and in the end for what comes behind the list.
  const list = (items, most, write) => {
    room(2);
    numbers[at++] = Number.NaN;
    numbers[at++] = items.length;
    for (let place = 0; place < items.length; place++) {
      room(most);
      write(items[place], place);
    }
    room(${largest});
  };
${told.map((name) => writer(types, name)).join("\n")}
  const tell = (report) => {
    at = 0;
    text = "";
    room(${most(types, "Told")});
    writeTold(report);
    return [numbers.slice(0, at), text, report.document.text];
  };
  return { tell, words };
}
`;
}
