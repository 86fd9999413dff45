/** Keys that work everywhere: j k or the arrows walk, / searches, Escape lets go. */
import type { Action } from "../state/actions.js";

export interface KeyTargets {
  walk: (step: 1 | -1, inSource: boolean) => void;
  send: (action: Action) => void;
}

export function listenToKeys(page: Document, { walk, send }: KeyTargets): void {
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest("dialog")) return;
    if (target?.matches("input:not([type=checkbox]), textarea, select")) {
      if (event.key === "Escape") target.blur();
      return;
    }
    const inSource = target?.closest(".source-body") != null;
    // The arrows scroll whatever has the focus; only in a list of rows do they walk.
    const inRows = target?.closest("jd-rows[tabindex='0'], jd-timeline-chart") != null;
    switch (event.key) {
      case "j":
        return taken(event, () => walk(1, inSource));
      case "k":
        return taken(event, () => walk(-1, inSource));
      case "ArrowDown":
        return inRows ? taken(event, () => walk(1, false)) : undefined;
      case "ArrowUp":
        return inRows ? taken(event, () => walk(-1, false)) : undefined;
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
