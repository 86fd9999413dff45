/** Answers that are kept until what they rest on has changed. */
import type { State } from "./model.js";

/** Remembers the last answer while the parts of the state that it rests on are the same objects. */
export function remembered<Answer>(
  parts: (state: State) => readonly unknown[],
  make: (state: State) => Answer,
): (state: State) => Answer {
  let last: { parts: readonly unknown[]; answer: Answer } | null = null;
  return (state) => {
    const now = parts(state);
    if (!last || last.parts.some((part, index) => part !== now[index])) last = { parts: now, answer: make(state) };
    return last.answer;
  };
}
