/** Shapes of the kinds of timeline entry, about 11 pixels wide around y = 0. */
import type { TimelineEntry } from "../state/report.js";

/** Event a disc, milestone a diamond, deadline a flag, recurring a ring with a tail: told apart without colour. */
/** A deadline that is due and of which nobody tells what became: a flag struck out. */
export const UNFOUND = "M1-6h9l-2.5 3.5L10 1H2.6v5H1zM3.4-4.6l3.2 4.2M6.6-4.6L3.4-.4";

export const GLYPHS: Record<TimelineEntry["kind"], string> = {
  event: "M10 0a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0Z",
  milestone: "M5.5-5.5l5 5.5-5 5.5-5-5.5z",
  deadline: "M1-6h9l-2.5 3.5L10 1H2.6v5H1z",
  recurring: "M5.5-5a5 5 0 1 1-4.3 2.5M1-6v4h4",
};
