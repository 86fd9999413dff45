/** The words of each language, and which one a reader gets at first. */
import type { LocaleName } from "../state/model.js";
import { en } from "./en.js";
import type { Messages } from "./messages.js";
import { zh } from "./zh.js";

export type { Messages } from "./messages.js";

export const MESSAGES: Record<LocaleName, Messages> = { zh, en };

/** The first language of the browser's list that there are words for; English when there is none. */
export function preferredLocale(languages: readonly string[]): LocaleName {
  for (const language of languages) {
    const primary = language.toLowerCase().split("-")[0];
    if (primary === "zh" || primary === "en") return primary;
  }
  return "en";
}
