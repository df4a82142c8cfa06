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
  const watch = new AbortController();
  let timedOut = false;
  const inner = middleware.reduceRight<() => Promise<StepOutcome>>((next, use) => () => use(step, next), work);
  const outcome = inner().catch((error: unknown): StepOutcome => ({
    status: "failed",
    error: toPawlError(error, "step.crashed"),
  }));
  const parts: Promise<StepOutcome>[] = [outcome, farewell(clock, control.signal, watch.signal, step.path)];
  if (timeoutMs !== undefined) {
    clock.sleep(timeoutMs, watch.signal).then(
      () => {
        timedOut = true;
        control.abort(timeout(step.path, timeoutMs));
      },
      () => {},
    );
  }
  const result = await Promise.race(parts);
  watch.abort();
  if (timedOut && result.status !== "completed") {
    return {
      ...(result.status === "failed" ? result : {}),
      status: "failed",
      error: timeout(step.path, timeoutMs ?? 0),
    };
  }
  return result;
}

/** Resolves when the step was told to stop and hasn't within the time it has for that. */
function farewell(clock: Clock, stop: AbortSignal, over: AbortSignal, path: string): Promise<StepOutcome> {
  return new Promise((resolve) => {
    const onStop = (): void => {
      clock.sleep(LONGEST_FAREWELL_MS, over).then(
        () => resolve({ status: "failed", error: unstoppable(path) }),
        () => {},
      );
    };
    if (stop.aborted) onStop();
    else stop.addEventListener("abort", onStop, { once: true });
    over.addEventListener("abort", () => stop.removeEventListener("abort", onStop), { once: true });
  });
}

function timeout(path: string, ms: number): PawlError {
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
