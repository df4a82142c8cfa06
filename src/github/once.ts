import { PawlError } from "../kernel/errors.ts";
import type { Clock } from "../ports/clock.ts";

/** How often a write is tried within one call before the error goes up (and the step's own retry, or the outbox, takes over). */
const ATTEMPTS = 4;
/** How often something that GitHub refuses is asked for before the refusal is believed. */
export const REFUSALS = 3;
/** The longest wait, in milliseconds, that GitHub may ask for while a runner is held. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Does something exactly once: looks whether it is done, does it, and when the answer was lost or says "exists already", looks again before
 * doing it again. A rate limit goes up at once: whoever waits for minutes should not hold a runner.
 */
export async function once<T>(
  clock: Clock,
  signal: AbortSignal,
  lookUp: () => Promise<T | undefined>,
  act: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const found = await lookUp();
    if (found !== undefined) return found;
    try {
      return await act();
    } catch (thrown) {
      if (!(thrown instanceof PawlError) || !worthLooking(thrown)) throw thrown;
      // GitHub's reads lag its writes by up to a few seconds: a single look right after a lost answer could miss what was done.
      for (let look = 0; look < 3; look++) {
        await clock.sleep(300 * 2 ** (attempt + look), signal);
        const done = await lookUp();
        if (done !== undefined) return done;
      }
      if (attempt >= ATTEMPTS || thrown.kind !== "transient") throw thrown;
    }
  }
}

/**
 * Does something that changes nothing when it is done twice, and tries again when GitHub refuses it. That includes refusals that should last:
 * GitHub answers 403, 404, 409 and 422 to requests that are right but too early for its own copies, too. A rate limit is waited for when it
 * ends within a minute.
 */
export async function again<T>(
  clock: Clock,
  act: () => Promise<T>,
  signal: AbortSignal = new AbortController().signal,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (thrown) {
      if (attempt === REFUSALS || !(thrown instanceof PawlError)) throw thrown;
      const waitMs = thrown.retryAfterMs ?? 500 * 2 ** attempt;
      if (waitMs > LONGEST_WAIT_MS) throw thrown;
      await clock.sleep(waitMs, signal);
    }
  }
}

function worthLooking(error: PawlError): boolean {
  return ["github.unavailable", "github.invalid", "github.conflict", "github.not_found"].includes(error.code);
}
