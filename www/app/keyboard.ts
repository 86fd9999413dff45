/**
 * Keys that work everywhere: j k or the arrows walk, / searches, y n e judge, Ctrl+Z takes back, Escape lets go. Those that
 * are a single letter or sign can be switched off: speech input and stray fingers set them off.
 */
import type { Action } from "../state/actions.js";
import type { Verdict } from "../state/judgement.js";

export interface KeyTargets {
  walk: (step: 1 | -1, inSource: boolean) => void;
  send: (action: Action) => void;
  /** Says something of the lit figure, if one is lit. */
  judge: (verdict: Verdict) => void;
  undo: () => void;
  /** Whether single letters are commands. */
  isOn: () => boolean;
}

const VERDICT_KEYS: Readonly<Record<string, Verdict>> = { y: "right", n: "wrong", e: "edited" };

export function listenToKeys(page: Document, { walk, send, judge, undo, isOn }: KeyTargets): void {
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "z" && !event.shiftKey && !target?.matches("input, textarea")) taken(event, undo);
      return;
    }
    if (target?.closest("dialog")) return;
    if (target?.matches("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const inSource = target?.closest(".source-body") != null;
    // The arrows scroll whatever has the focus; only in a list of rows do they walk.
    const inRows = target?.closest("jd-rows[tabindex='0']:not(#files), jd-timeline-chart") != null;
    if (event.key.length === 1 && !isOn()) return;
    switch (event.key) {
      case "j":
        return taken(event, () => walk(1, inSource));
      case "k":
        return taken(event, () => walk(-1, inSource));
      case "ArrowDown":
        return inRows ? taken(event, () => walk(1, false)) : undefined;
      case "ArrowUp":
        return inRows ? taken(event, () => walk(-1, false)) : undefined;
      case "y":
      case "n":
      case "e":
        return taken(event, () => judge(VERDICT_KEYS[event.key] ?? "right"));
      case "/":
        return taken(event, () => page.getElementById("search")?.focus());
      case "Escape":
        return taken(event, () => send({ type: "unlit" }));
    }
  });
}

function taken(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}
