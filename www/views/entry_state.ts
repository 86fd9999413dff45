/** How far an entry of the timeline is, in words: by the documents where they tell, else by its own and the day of reference. */
import type { Messages } from "../messages/index.js";
import type { EntryRow } from "../state/rows.js";

export function entryStateWords(
  { entry, kept, unfound }: Pick<EntryRow, "entry" | "kept" | "unfound">,
  words: Messages,
): string {
  if (kept) return words.collection.outcomes[kept];
  return unfound ? words.collection.outcomes.unknown : words.entryState[entry.state];
}
