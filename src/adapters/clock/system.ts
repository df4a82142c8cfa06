import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../../ports/clock.ts";

/** Crockford's base 32: no letters that look like digits, and it sorts as its numbers do. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** The longest delay a Node timer keeps; longer ones would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own time and chance. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    newRunId: () => runId(Date.now(), randomBytes(16)),
    async sleep(ms, signal) {
      for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
        await wait(Math.min(left, LONGEST_TIMER_MS), undefined, signal === undefined ? {} : { signal });
      }
      signal?.throwIfAborted();
    },
  };
}

/** `run_`, ten characters of time in milliseconds and sixteen of chance. */
export function runId(now: number, chance: Uint8Array): string {
  let time = "";
  for (let rest = now, place = 0; place < 10; place++) {
    time = (ALPHABET[rest % 32] ?? "0") + time;
    rest = Math.floor(rest / 32);
  }
  const tail = Array.from(chance.subarray(0, 16), (byte) => ALPHABET[byte % 32] ?? "0").join("");
  return `run_${time}${tail}`;
}
