/** Names of indicators in the reader's language. */
import type { Page } from "../app/page.js";
import { standardName } from "../generated/categories.js";

/** The name of an indicator of the list; its standard Chinese name where there is no other. */
export function indicatorWords({ words }: Pick<Page, "words">, id: string): string {
  return words.collection.core[id] ?? standardName(id) ?? id;
}

/** An indicator as a document names it; for readers of English by its English name, where it has one. */
export function namedIndicator(
  { words, state }: Pick<Page, "words" | "state">,
  id: string | null,
  told: string,
): string {
  return (state.locale === "en" && id !== null ? words.collection.core[id] : undefined) ?? told;
}
