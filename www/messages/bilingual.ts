/** Sentences of the core, which are for people of both languages: 文中未见成文日期。No day found. */
import type { LocaleName } from "../state/model.js";

// The last Chinese full stop with a Latin letter behind it.
const HALVES = /^(.*[。！？])\s*([A-Za-z].*)$/su;

/** The part of a sentence that is in the reader's language; all of it where it has no two parts. */
export function inLanguage(message: string, locale: LocaleName): string {
  const [, chinese, english] = HALVES.exec(message) ?? [];
  return (locale === "zh" ? chinese : english) ?? message;
}
