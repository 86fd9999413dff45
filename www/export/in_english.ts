/** A collection for tables in English: indicators, units, calculations and notes, which the core words in Chinese. */
import { arithmeticText } from "../format/arithmetic.js";
import { unitWord } from "../format/quantity.js";
import type { Collection, FigureRef } from "../generated/report.js";
import { disputeHeading, valuesOf } from "../views/dispute_words.js";
import { namedIndicator } from "../views/indicator_words.js";
import type { Language } from "./tables.js";

/** As it is for readers of Chinese. */
export function inEnglish(language: Language, collection: Collection): Collection {
  const { locale } = language.state;
  if (locale !== "en") return collection;
  const named = <Row extends { indicator: string; indicatorId: string | null; unit: string }>(row: Row): Row => ({
    ...row,
    indicator: namedIndicator(language, row.indicatorId, row.indicator),
    unit: unitWord(row.unit, locale),
  });
  const note = (rows: readonly FigureRef[], between: string): string =>
    [disputeHeading(language, rows), valuesOf(language, rows, between)].filter(Boolean).join(", ");
  return {
    ...collection,
    panel: collection.panel.map(named),
    promises: collection.promises.map((row) => ({ ...named(row), arithmetic: arithmeticText(row.arithmetic, locale) })),
    conflicts: collection.conflicts.map((row) => ({ ...row, note: note(row.rows, " ≠ ") || row.note })),
    revisions: collection.revisions.map((row) => ({ ...row, note: note([row.from, row.to], " → ") || row.note })),
    checks: collection.checks.map((row) => ({ ...row, arithmetic: arithmeticText(row.arithmetic, locale) })),
  };
}
