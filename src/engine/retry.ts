import type { PawlError } from "../kernel/errors.ts";
import type { RetryPolicy } from "../language/model.ts";

/** Whether the policy tries again after this error. Policy refusals, invalid use, cancellation and spent budgets are never retried. */
export function isRetried(policy: RetryPolicy, error: PawlError, attemptsMade: number): boolean {
  if (attemptsMade >= policy.attempts) return false;
  if (["policy", "invalid", "cancelled", "budget"].includes(error.kind)) return false;
  if (policy.on.includes(error.code) || policy.on.includes(error.kind)) return true;
  // Whoever asks for attempts on a command means its exit code: it is the only way a command fails.
  return error.code === "step.exit_code" && policy.on.includes("transient");
}

/**
 * How long to wait before attempt `attemptsMade + 1`, in milliseconds. What the other side asked for (`retryAfterMs`) is a lower bound.
 *
 * @param chance a number in [0, 1)
 */
export function retryDelayMs(policy: RetryPolicy, error: PawlError, attemptsMade: number, chance: number): number {
  const growth = { constant: 1, linear: attemptsMade, exponential: 2 ** Math.max(0, attemptsMade - 1) }[policy.backoff];
  const full = Math.min(policy.maxDelayMs, policy.delayMs * growth);
  const jittered = full * (1 - policy.jitter) + full * policy.jitter * chance;
  return Math.round(Math.max(jittered, error.retryAfterMs ?? 0));
}
