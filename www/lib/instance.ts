// The running wasm, which all analyzers share. Its memory never shrinks: after a document that took much of it, it is
// started anew, so that the report's objects and the next document have the room.
import { Analyzer as Core, memoryTaken, __wbg_reset_state as startAgain } from "../generated/jiandu.js";

/** Bytes of memory above which starting anew, some fifty milliseconds with the next document, is worth it. */
const MUCH = 24 * 2 ** 20;

let shared: Core | undefined;
let held = 0;

/** The analyzer inside the wasm. */
export function core(): Core {
  shared ??= new Core();
  return shared;
}

/** While something of the wasm's is in use elsewhere, it must not be started anew. */
export function hold(): void {
  held++;
}

/** What was held is in use no more. */
export function release(): void {
  held--;
}

/** Starts the wasm anew when it holds much memory. */
export function giveBack(): void {
  if (held === 0 && memoryTaken() > MUCH) startAnew();
}

/** Starts the wasm anew: after a trap it is in no state to go on; its code is good for another. */
export function startAnew(): void {
  startAgain();
  shared = undefined;
}
