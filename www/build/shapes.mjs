// The declarations of types that ts-rs writes, taken apart.

/** Words in quotes, joined by `|`. */
const words = /^"[^"]*"(?: \| "[^"]*")*$/;

/** The words of a type that is one of several, or null. */
export function wordsOf(type) {
  return words.test(type) ? type.replaceAll(" | ", ", ") : null;
}

/** Name and type of each field of an object type; null for another type. */
export function fieldsOf(name, type) {
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

/** The named types that a type is made of, itself included. */
export function within(types, name, found = new Set()) {
  if (found.has(name) || !types.has(name)) return found;
  found.add(name);
  for (const [word] of (types.get(name) ?? "").replaceAll(/"[^"]*"/g, "").matchAll(/\w+/g)) within(types, word, found);
  return found;
}

/**
 * Names and types of the declarations.
 * @returns {[string, string][]}
 */
export function typesOf(declarations) {
  const bare = declarations.replaceAll(/\/\*\*.*?\*\//gs, "");
  return [...bare.matchAll(/^export type (\w+)(?:<.*?>)? = (.+?);$/gms)].map(([, name = "", type = ""]) => [
    name,
    type.replaceAll(/\s+/g, " ").trim(),
  ]);
}
