/**
 * When the engine's own threads have nothing left to do.
 *
 * Node can wait for ever at its end (nodejs/node#54918, seen with 20.20): a thread that compiles what the program ran most
 * asks the main thread to collect garbage, while the main thread waits for that thread. As long as the event loop turns,
 * it is served; so the loop turns until the process is idle.
 */
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds between two looks. */
const LOOK = 10;
/** Looks in a row that must find the process idle. */
const IDLE_LOOKS = 3;
/** Looks at most: a program must end. */
const MOST_LOOKS = 300;
/** Share of the time between two looks that an idle process uses. */
const IDLE = 0.1;

/** Fulfilled when the process has been idle for a moment, and in any case within seconds. */
export async function settled(): Promise<void> {
  let idle = 0;
  for (let look = 0; look < MOST_LOOKS && idle < IDLE_LOOKS; look++) {
    const before = process.cpuUsage();
    const began = performance.now();
    await pause(LOOK);
    const { user, system } = process.cpuUsage(before);
    // On a machine that is too busy to wake this thread in time, the others may wait for their turn too.
    const late = performance.now() - began > LOOK * 2;
    idle = !late && (user + system) / 1000 < LOOK * IDLE ? idle + 1 : 0;
  }
}
