// The TypeScript types that ts-rs writes → read_report.js, which turns packed reports and collections (src/wasm/flat.rs)
// into objects, and what is told of a report for a comparison (src/compare/told.rs) into what src/wasm/unflat.rs reads.
// Plain object literals in generated code are what makes it quick: no names looked up, no shapes guessed.

/** Words in quotes, joined by `|`. */
const words = /^"[^"]*"(?: \| "[^"]*")*$/;

/** The expression that reads one value of a type. */
function expression(type) {
  if (type.endsWith(" | null")) return `numbers[at++] === 0 ? null : ${expression(type.slice(0, -" | null".length))}`;
  if (type === "number") return "number()";
  if (type === "boolean") return "numbers[at++] === 1";
  if (type === "string") return "string()";
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (item)
    return `list(${/^\w+$/.test(item) && !["number", "boolean"].includes(item) ? item : `() => ${expression(item)}`})`;
  // A number or a list of them: a list begins with NaN.
  if (type === "number | Array<number>") return `Number.isNaN(numbers[at]) ? ${expression("Array<number>")} : number()`;
  if (/^\w+$/.test(type)) return `${type}()`;
  throw new Error(`reader.mjs can't read a value of type ${type}`);
}

/** The words of a type that is one of several, or null. */
function wordsOf(type) {
  return words.test(type) ? type.replaceAll(" | ", ", ") : null;
}

/** Name and type of each field of an object type; null for another type. */
function fieldsOf(name, type) {
  const fields = /^\{(.*)\}$/s.exec(type)?.[1];
  if (fields === undefined) return null;
  return fields
    .split(",")
    .map((field) => field.trim())
    .filter((field) => field !== "")
    .map((field) => {
      const [, key, of] = /^(\w+): (.+)$/.exec(field) ?? [];
      if (!key || !of) throw new Error(`reader.mjs can't read the field ${field} of ${name}`);
      return { key, of };
    });
}

/** The function that reads one named type. */
function reader(name, type) {
  const several = wordsOf(type);
  if (several) return `  const ${name} = () => [${several}][numbers[at++]];`;
  const fields = fieldsOf(name, type);
  if (!fields) return `  const ${name} = () => ${expression(type)};`;
  // Said to be whole, so that the engine keeps it without a box.
  const whole = name === "Span";
  const value = ({ key, of }) => {
    if (key === "id") return "id()";
    if (key === "confidence") return "hundredths()";
    return of === "Array<string>" && (key === "figures" || key === "dates")
      ? "list(reference)"
      : whole
        ? "numbers[at++] | 0"
        : expression(of);
  };
  return `  const ${name} = () => ({\n${fields.map((field) => `    ${field.key}: ${value(field)},`).join("\n")}\n  });`;
}

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
  return of === "Word"
    ? known
    : `if (${value} == null) numbers[at++] = 0; else { numbers[at++] = 1; ${known} }`;
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
  const kept = fields.filter(isWord).map(({ key }) =>
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

/** The named types that a type is made of, itself included. */
function within(types, name, found = new Set()) {
  if (found.has(name) || !types.has(name)) return found;
  found.add(name);
  for (const [word] of (types.get(name) ?? "").replaceAll(/"[^"]*"/g, "").matchAll(/\w+/g)) within(types, word, found);
  return found;
}

/** How what was packed is taken up again: where the reader stands in the numbers and in the words. */
const CURSOR = `  let at = 0;
  let from = 0;
  // A whole number takes no room of its own.
  const number = () => {
    const number = numbers[at++];
    const whole = number | 0;
    return whole === number ? whole : number;
  };
  // Most lists have one member: an array that grows keeps room for sixteen more.
  const list = (read) => {
    const length = numbers[at + 1];
    at += 2;
    if (length === 0) return [];
    if (length === 1) return [read()];
    if (length === 2) return [read(), read()];
    const items = [];
    for (let i = 0; i < length; i++) items.push(read());
    return items;
  };
`;

/** The strings of a report: each where it stands, those of ASCII by themselves. An id is made once. */
const STRINGS = `  let plainFrom = 0;
  const string = () => {
    const code = numbers[at++];
    const length = code >> 1;
    return code & 1
      ? shared(plain, plainFrom, (plainFrom += length))
      : shared(words, from, (from += length));
  };
  const id = () => plain.slice(plainFrom, (plainFrom += numbers[at++] >> 1));
  const reference = () => {
    const word = id();
    const list = word[0] === "f" ? report.figures : report.dates;
    const known = list[Number(word.slice(1)) - 1]?.id;
    return known === word ? known : word;
  };
  const hundredths = () => {
    const number = numbers[at++];
    const known = HUNDREDTHS[Math.round(number * 100)];
    return known === number ? known : number;
  };
`;

/** The strings of a collection: their numbers. */
const NUMBERED = `  const id = () => string();
  const reference = id;
  const hundredths = () => numbers[at++];
  const all = known.slice();
  for (const length of lengths) all.push(owned(words.slice(from, (from += length))));
  const string = () => all[numbers[at++]];
`;

/**
 * Names and types of the declarations.
 * @returns {[string, string][]}
 */
function typesOf(declarations) {
  const bare = declarations.replaceAll(/\/\*\*.*?\*\//gs, "");
  return [...bare.matchAll(/^export type (\w+)(?:<.*?>)? = (.+?);$/gms)].map(([, name = "", type = ""]) => [
    name,
    type.replaceAll(/\s+/g, " ").trim(),
  ]);
}

/** The module's source; `declarations` is the text of report.d.ts, `told` the types of what is told of a report. */
export function readerModule(declarations, told) {
  const types = new Map([...typesOf(declarations), ...typesOf(told)]);
  const each = (root, make) => [...within(types, root)].map((name) => make(name, types.get(name) ?? "")).join("\n");
  const lists = (fieldsOf("Collection", types.get("Collection") ?? "") ?? []).map(({ key, of }) => {
    const item = /^Array<(\w+)>$/.exec(of)?.[1];
    return item ? `  yield* pieces("${key}", ${item});` : `  rest.${key} = ${expression(of)};`;
  });
  const reportFields = fieldsOf("Report", types.get("Report") ?? "") ?? [];
  const keys = reportFields.map(({ key }) => key);
  return `// Generated from the Rust types by \`npm run build\`.

// The words of reports are few and stand in many places: units, places, names of indicators, days. One string for each, so
// that three thousand reports fit in the memory of a tab: a word of a slot is the last that was put there.
const LONGEST = 32;
const SLOTS = 1 << 16;
const slots = new Array(SLOTS).fill("");

/** A slice would keep the whole text that it was cut from; joined, its halves are a string of their own. */
function owned(word) {
  return word.length < 13 ? word : [word.slice(0, 12), word.slice(12)].join("");
}

/** So much of a text, the same words as one string. */
function shared(text, from, to) {
  const length = to - from;
  if (length > LONGEST) return owned(text.slice(from, to));
  let hash = length;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
  const known = slots[slot];
  if (known.length === length && text.startsWith(known, from)) return known;
  const word = owned(text.slice(from, to));
  slots[slot] = word;
  return word;
}

/** One number in memory for all that are equal; \`null\` makes it a list of references. */
const HUNDREDTHS = Array.from({ length: 101 }, (_, n) => n / 100);
HUNDREDTHS.push(null);

/** The engine keeps a box of its own for the number of a field that has held nothing else, also where it needs none. */
function unbox(member) {
  for (const key of ["value", "confidence"]) {
    if (!(key in member)) continue;
    const number = member[key];
    member[key] = null;
    member[key] = number;
  }
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The numbers of a piece (src/wasm/dense.rs). */
function spread(bytes, view, from, numbers, count) {
  let place = 0;
  for (let i = 0; i < count; i++) {
    const first = bytes[from++];
    if (first < 0xe0) numbers[i] = first;
    else if (first < 0xf0) numbers[i] = place += (((first & 0xf) << 8) | bytes[from++]) - 0x800;
    else if (first === 0xf0) numbers[i] = Number.NaN;
    else if (first === 0xf3) {
      numbers[i] = view.getUint16(from, true) / 100;
      from += 2;
    } else if (first === 0xf4) {
      numbers[i] = view.getFloat64(from, true);
      from += 8;
    } else {
      const short = first === 0xf1 || first === 0xf5;
      numbers[i] = short ? view.getUint16(from, true) : view.getUint32(from, true);
      if (first < 0xf3) place = numbers[i];
      from += short ? 2 : 4;
    }
  }
}

/** The report of these pieces, and of the text of its document. Each piece is read to its end before the next is asked for. */
export function readReport(pieces, text) {
  let numbers = new Float64Array(1 << 10);
  let plain;
  let words;
${CURSOR}${STRINGS}${each("Report", reader)}
  const report = { ${keys.map((key, i) => (i === 0 ? `${key}: null` : `${key}: []`)).join(", ")} };
  const lists = [${reportFields
    .slice(1)
    .map(({ key, of }) => `[report.${key}, ${/^Array<(\w+)>$/.exec(of)?.[1]}]`)
    .join(", ")}];
  for (const bytes of pieces) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let next = 0;
    const string = (length) => utf8.decode(bytes.subarray(next, (next += length)));
    while (next < bytes.length) {
      const [count, coded, plainBytes, wordBytes] = [0, 4, 8, 12].map((place) => view.getUint32(next + place, true));
      next += 16;
      if (numbers.length < count) numbers = new Float64Array(count);
      spread(bytes, view, next, numbers, count);
      next += coded;
      plain = string(plainBytes);
      words = string(wordBytes);
      at = 0;
      from = 0;
      plainFrom = 0;
      if (report.document === null) {
        report.document = DocumentInfo();
        report.document.text = text;
        continue;
      }
      const [list, read] = lists[numbers[at++]];
      for (let left = numbers[at++]; left > 0; left--) {
        list.push(read());
        if (list.length === 1) unbox(list[0]);
      }
    }
  }
  return report;
}

/**
 * The collection that \`numbers\` and \`words\`, of these lengths, carry; \`known\` are the words that the reports were told
 * with.
 */
export function readCollection(numbers, words, lengths, known) {
${CURSOR}${NUMBERED}${each("Collection", reader)}
  return Collection();
}

/**
 * The collection a piece at a time: so many rows of one of its lists, in the end what is no list. Whoever lets a piece go
 * before taking the next never holds the whole.
 */
export function* collectionPieces(numbers, words, lengths, known, most) {
${CURSOR}${NUMBERED}  function* pieces(key, read) {
    let left = numbers[at + 1];
    at += 2;
    while (left > 0) {
      const rows = [];
      for (const end = Math.min(most, left); rows.length < end; ) rows.push(read());
      left -= rows.length;
      yield { [key]: rows };
    }
  }
${each("Collection", reader)}
  const rest = {};
${lists.join("\n")}
  yield rest;
}

/**
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
    room(${Math.max(...[...within(types, "Told")].map((name) => most(types, name)))});
  };
${[...within(types, "Told")].map((name) => writer(types, name)).join("\n")}
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

/** Its declaration. */
export const readerDeclaration = `import type { Collection, Report } from "./report.js";
/** What a comparison is told of a report. */
export type Told = [numbers: Float64Array<ArrayBuffer>, words: string, text: string];
export interface Telling {
  tell(report: Report): Told;
  words: string[];
}
export declare function readReport(pieces: Iterable<Uint8Array>, text: string): Report;
export declare function readCollection(
  numbers: Float64Array,
  words: string,
  lengths: Uint32Array,
  known: readonly string[],
): Collection;
export declare function collectionPieces(
  numbers: Float64Array,
  words: string,
  lengths: Uint32Array,
  known: readonly string[],
  most: number,
): Generator<Partial<Collection>>;
export declare function telling(): Telling;
`;
