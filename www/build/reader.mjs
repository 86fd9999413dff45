// The TypeScript types that ts-rs writes → read_report.js, which turns packed reports and collections (src/wasm/flat.rs)
// into objects, and tells a comparison of reports (teller.mjs).
// Plain object literals in generated code are what makes it quick: no names looked up, no shapes guessed.

import { fieldsOf, typesOf, within, wordsOf } from "./shapes.mjs";
import { telling } from "./teller.mjs";

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

${telling(types)}`;
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
