import type { Clock } from "../../src/ports/clock.ts";
import { runId } from "../../src/adapters/clock/system.ts";

/** Time and chance from a seed: nothing happens until somebody advances it. */
export interface SimulatedClock extends Clock {
  /** Moves time on; sleepers whose time has come wake in the order of their times. */
  advance(ms: number): void;
  /** Sets the wall clock, also back: sleepers measure what passes, not what it shows. */
  jump(ms: number): void;
  /** When the next sleeper wakes, in milliseconds from now; undefined when nobody sleeps. */
  readonly nextWake: number | undefined;
}

export function simulatedClock(seed: number, start = 1_700_000_000_000): SimulatedClock {
  const chance = random(seed);
  let passed = 0;
  let shift = start;
  let order = 0;
  const sleepers = new Map<number, { readonly at: number; readonly wake: () => void }>();

  const soonest = (): [number, { readonly at: number; readonly wake: () => void }] | undefined => {
    let found: [number, { readonly at: number; readonly wake: () => void }] | undefined;
    for (const entry of sleepers) if (found === undefined || entry[1].at < found[1].at) found = entry;
    return found;
  };

  return {
    now: () => shift + passed,
    random: chance,
    newRunId: () =>
      runId(
        shift + passed,
        Uint8Array.from({ length: 16 }, () => Math.floor(chance() * 256)),
      ),
    sleep: (ms, signal) =>
      new Promise<void>((resolve, reject) => {
        const abort = (): void => {
          sleepers.delete(id);
          reject(new DOMException("the sleep was ended", "AbortError"));
        };
        const id = ++order;
        if (signal?.aborted === true) {
          abort();
          return;
        }
        signal?.addEventListener("abort", abort, { once: true });
        sleepers.set(id, {
          at: passed + Math.max(0, ms),
          wake: () => {
            signal?.removeEventListener("abort", abort);
            resolve();
          },
        });
      }),
    advance(ms) {
      const until = passed + ms;
      for (let next = soonest(); next !== undefined && next[1].at <= until; next = soonest()) {
        sleepers.delete(next[0]);
        passed = Math.max(passed, next[1].at);
        next[1].wake();
      }
      passed = until;
    },
    jump(ms) {
      shift += ms;
    },
    get nextWake() {
      const next = soonest();
      return next === undefined ? undefined : next[1].at - passed;
    },
  };
}

/** Mulberry32: a small generator whose numbers depend on the seed alone. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
