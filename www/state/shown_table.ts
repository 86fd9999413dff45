/** The pivot in sight. */
import type { PanelForm } from "./collection.js";
import { cube, sightKey } from "./collection_rows.js";
import { focusOf, tableOf, type PivotForm } from "./pivot_tables.js";
import { remembered } from "./remembered.js";

/** The place, indicator and year that panel and charts are about. */
export const focus = remembered(
  (state) => {
    const { place, indicator, year, months, all } = state.choice;
    return [...sightKey(state), place, indicator, year, months, all];
  },
  (state) => focusOf(cube(state), state.choice),
);

/** The table in sight; also what is exported. */
export const shownTable = remembered(
  (state) => {
    const { form, place, indicator, year, months, all } = state.choice;
    return [...sightKey(state), form, place, indicator, year, months, all];
  },
  (state) => tableOf(cube(state), pivotForm(state.choice.form) ?? "place", state.choice),
);

/** A form that is a pivot; null for a list. */
export function pivotForm(form: PanelForm): PivotForm | null {
  return form === "long" || form === "absent" ? null : form;
}
