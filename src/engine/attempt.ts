import { PawlError, toPawlError } from "../kernel/errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Middleware } from "./engine.ts";
import type { StepOutcome } from "./step.ts";

/** How long a step may go on after it was told to stop, before its result is no longer waited for. */
const LONGEST_FAREWELL_MS = 30_000;

/**
 * Runs one attempt of a step with its timeout, inside the middleware. Never rejects: whatever is thrown becomes a failed outcome.
 *
 * @param control aborted by whoever cancels; this aborts it too when the time is over
 */
export async function runAttempt(
  clock: Clock,
  middleware: readonly Middleware[],
  step: Parameters<Middleware>[0],
  timeoutMs: number | undefined,
  control: AbortController,
  work: () => Promise<StepOutcome>,
): Promise<StepOutcome> {
  let timedOut = false;
  const inner = middleware.reduceRight<() => Promise<StepOutcome>>((next, use) => () => use(step, next), work);
  const outcome = inner().catch((error: unknown): StepOutcome => ({
    status: "failed",
    error: toPawlError(error, "step.crashed"),
  }));
  const watch = timeoutMs === undefined ? undefined : new AbortController();
  if (watch !== undefined && timeoutMs !== undefined) {
    clock.sleep(timeoutMs, watch.signal).then(
      () => {
        timedOut = true;
        control.abort(timeoutError(step.path, timeoutMs));
      },
      () => {},
    );
  }
  const result = await orGivenUp(clock, control.signal, outcome, step.path);
  watch?.abort(OVER);
  if (timedOut && result.status !== "completed") {
    return {
      ...(result.status === "failed" ? result : {}),
      status: "failed",
      error: timeoutError(step.path, timeoutMs ?? 0),
    };
  }
  return result;
}

/** A reason of our own spares the making of an error nobody sees. */
const OVER = Symbol("the attempt has ended");

/** The outcome, or a failure when the step was told to stop and hasn't within the time it has for that. */
function orGivenUp(clock: Clock, stop: AbortSignal, outcome: Promise<StepOutcome>, path: string): Promise<StepOutcome> {
  return new Promise((resolve) => {
    let waiting: AbortController | undefined;
    const onStop = (): void => {
      waiting = new AbortController();
      clock.sleep(LONGEST_FAREWELL_MS, waiting.signal).then(
        () => resolve({ status: "failed", error: unstoppable(path) }),
        () => {},
      );
    };
    if (stop.aborted) onStop();
    else stop.addEventListener("abort", onStop, { once: true });
    void outcome.then((result) => {
      stop.removeEventListener("abort", onStop);
      waiting?.abort(OVER);
      resolve(result);
    });
  });
}

/** What a step that took too long fails with. */
export function timeoutError(path: string, ms: number): PawlError {
  return new PawlError({
    code: "step.timeout",
    kind: "transient",
    message: `Step ${path} was still running after ${ms / 1000} s, its timeout, and was ended with everything it had started.`,
    remedy: "Raise the step's `timeout`, or find what it waits for in its output.",
  });
}

function unstoppable(path: string): PawlError {
  return new PawlError({
    code: "step.unstoppable",
    kind: "permanent",
    message: `Step ${path} did not stop within ${LONGEST_FAREWELL_MS / 1000} s of being told to; its result is no longer waited for.`,
    remedy: "Look for a process it left behind.",
  });
}
