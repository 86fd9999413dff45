// An object as JSON, to the letter what `JSON.stringify` makes of it, but never all of it at once.

/** Members of a list that are written together. */
const MEMBERS = 200;

/** The pieces of an object's JSON, indented by so many spaces. */
export function* json(object: object, indent: number): Generator<string> {
  const line = indent > 0 ? `\n${" ".repeat(indent)}` : "";
  const colon = indent > 0 ? ": " : ":";
  // No string holds a line end of its own in JSON: those that are there are between the members.
  const nested = (value: unknown): string => JSON.stringify(value, null, indent).replaceAll("\n", line);
  const members = Object.entries(object).filter(([, value]) => value !== undefined);
  if (members.length === 0) {
    yield "{}";
    return;
  }
  for (const [at, [key, value]] of members.entries()) {
    yield `${at > 0 ? "," : "{"}${line}${JSON.stringify(key)}${colon}`;
    if (!Array.isArray(value) || value.length <= MEMBERS) {
      yield nested(value);
      continue;
    }
    for (let from = 0; from < value.length; from += MEMBERS) {
      const some = nested(value.slice(from, from + MEMBERS));
      // Without the bracket that opens the list of these, and the one that closes it on a line of its own.
      yield (from > 0 ? "," : "[") + some.slice(1, -1 - line.length);
    }
    yield `${line}]`;
  }
  yield indent > 0 ? "\n}" : "}";
}
