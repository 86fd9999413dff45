/** How far an entry of the timeline is, in words: by other documents where they tell, else by its own and the calendar. */
import type { Messages } from "../messages/index.js";
import type { EntryRow } from "../state/rows.js";

export function entryStateWords({ entry, kept, overdue }: EntryRow, words: Messages): string {
  if (kept) return words.collection.outcomes[kept];
  return overdue ? words.timeline.overdue : words.entryState[entry.state];
}
