/** How far an entry of the timeline is, in words: by the documents where they tell, else by its own and the day of reference. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { Messages } from "../messages/index.js";
import type { EntryRow } from "../state/rows.js";
import { machineWords, VERDICT_ICON } from "./judging.js";

export function entryStateWords(
  { entry, kept, unfound }: Pick<EntryRow, "entry" | "kept" | "unfound">,
  words: Messages,
): string {
  if (kept) return words.collection.outcomes[kept];
  return unfound ? words.collection.outcomes.unknown : words.entryState[entry.state];
}

/** What the machine had read of its figures that were edited or called wrong; "" for none. */
export function entryReadings(language: Pick<Page, "words" | "state">, { review }: Pick<EntryRow, "review">): string {
  return (review?.machine ?? []).map((figure) => machineWords(language, figure)).join("; ");
}

/** What the reader said of an entry, with the machine's reading of what was edited; "" where nobody said anything. */
export function entryReviewWords(
  language: Pick<Page, "words" | "state">,
  { review }: Pick<EntryRow, "review">,
): string {
  if (!review) return "";
  const { judging } = language.words;
  return review.verdict === "edited"
    ? judging.byHand(entryReadings(language, { review }))
    : judging.said[review.verdict];
}

/** The sign of it: also what a screen reader hears. */
export function entryMark(
  language: Pick<Page, "words" | "state">,
  row: Pick<EntryRow, "review">,
): TemplateResult | typeof nothing {
  if (!row.review) return nothing;
  const said = entryReviewWords(language, row);
  return html`<span class="by-hand" data-verdict=${row.review.verdict} title=${said}>${VERDICT_ICON[row.review.verdict]}<span class="unseen">${said}</span></span>`;
}
