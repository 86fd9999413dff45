/** What a reader of a row of the panel should know, in the words of the page. */
import type { Page } from "../app/page.js";
import type { PanelRow } from "../generated/report.js";
import { inLanguage } from "../messages/bilingual.js";

export function noteWords({ words, state }: Pick<Page, "words" | "state">, note: PanelRow["notes"][number]): string {
  const [first = "", second = "", third = "", fourth = ""] = note.values;
  const { notes } = words.collection;
  switch (note.kind) {
    case "subject_change":
      return notes.subjectChange({ code: first, name: second }, { code: third, name: fourth });
    case "definition":
      return notes.definition(first, second, third);
    default:
      return inLanguage(note.message, state.locale);
  }
}
