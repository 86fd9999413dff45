/** Arrow keys in the panel: from value to value, Home and End along the row; a cell out of sight is scrolled to. */

export function moveInGrid(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const grid = event.currentTarget;
  if (!step || !(grid instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const active = document.activeElement;
  const from = active instanceof HTMLElement && active.dataset.at ? placeOf(active) : null;
  if (from && !Number.isFinite(step[1])) {
    // The columns at the end of a wide table are drawn when they come into sight.
    grid.scrollLeft = step[1] < 0 ? 0 : grid.scrollWidth;
    afterDrawing(() => move(grid, from, step));
  } else move(grid, from, step);
}

function move(grid: HTMLElement, from: Place | null, step: Step): void {
  const values = [...grid.querySelectorAll<HTMLElement>("[data-at]")].map((element) => ({
    element,
    at: placeOf(element),
  }));
  const places = values.map(({ at }) => at);
  const found = values[from ? nextOf(places, from, step) : 0]?.element;
  if (!found) return;
  found.focus({ preventScroll: true });
  bringIntoSight(grid, found);
  // What scrolls in takes over elements of what scrolls out: the focus goes on with its value, not its element.
  const { at } = found.dataset;
  afterDrawing(() => {
    if (found.isConnected && found.dataset.at === at) return;
    grid.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus({ preventScroll: true });
  });
}

/** Scrolling is heard in the next frame, and drawn by the one after it. */
function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

type Step = readonly [rows: number, columns: number];
const STEPS: Record<string, Step> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/** Row, column, place in the cell. */
type Place = readonly [row: number, column: number, inside: number];

function placeOf({ dataset }: HTMLElement): Place {
  const [row = "0", column = "0", inside = "0", button] = (dataset.at ?? "").split(",");
  return [Number(row), Number(column), Number(inside) + (button ? 0.5 : 0)];
}

/** Index of the value that a step leads to, -1 where there is none. */
export function nextOf(values: readonly Place[], from: Place, [rows, columns]: Step): number {
  const best = (fits: (at: Place) => boolean, far: (at: Place) => number): number => {
    let found = -1;
    values.forEach((at, index) => {
      const known = values[found];
      if (fits(at) && (!known || far(at) < far(known))) found = index;
    });
    return found;
  };
  const order = (at: Place): number => at[1] * 10 + at[2];
  if (columns !== 0) {
    // Along the line of the cells that one is in: from level to level, from growth to target to growth.
    const inRow = (at: Place): boolean => at[0] === from[0] && line(at) === line(from);
    if (columns === Number.NEGATIVE_INFINITY) return best(inRow, order);
    if (columns === Number.POSITIVE_INFINITY) return best(inRow, (at) => -order(at));
    return best(
      (at) => inRow(at) && (order(at) - order(from)) * columns > 0,
      (at) => Math.abs(order(at) - order(from)),
    );
  }
  // First within the cell, from result to target; then the nearest row that has anything in the column.
  return best(
    (at) =>
      at[1] === from[1] && (at[0] === from[0] ? (line(at) - line(from)) * rows > 0 : (at[0] - from[0]) * rows > 0),
    (at) =>
      Math.abs(at[0] - from[0]) * 100 +
      Math.abs(line(at) - (at[0] === from[0] ? line(from) : rows > 0 ? 0 : 1)) * 10 +
      Math.abs(at[2] - from[2]),
  );
}

/** Results stand in the upper line of a cell, targets in the lower. */
function line(at: Place): number {
  return at[2] < 1 ? 0 : 1;
}

/** Scrolls the grid so that neither its head nor its first columns cover the value. */
function bringIntoSight(grid: HTMLElement, value: HTMLElement): void {
  const window = grid.getBoundingClientRect();
  const box = (value.closest("[role=gridcell]") ?? value).getBoundingClientRect();
  const top = window.top + (grid.querySelector(".p-top")?.getBoundingClientRect().height ?? 0);
  const left = grid.querySelector(".p-top .p-head")?.getBoundingClientRect().right ?? window.left;
  if (box.top < top) grid.scrollTop -= top - box.top;
  else if (box.bottom > window.bottom) grid.scrollTop += box.bottom - window.bottom;
  if (box.left < left) grid.scrollLeft -= left - box.left;
  else if (box.right > window.right) grid.scrollLeft += box.right - window.right;
}
