import type { StepBreaker, StepContext } from "../engine/step.ts";
import type { PawlError } from "../kernel/errors.ts";
import type { ModelProvider } from "../ports/model-provider.ts";

/** So many failures in a row, of whatever step or run, and a model is left alone for a while. */
const FAILURES = 5;
const RESET_MS = 60_000;
/** What says that a model doesn't answer. A rate limit isn't among it: that is waited for. Neither is what our request got wrong. */
const SILENCE = new Set(["model.overloaded", "model.unavailable", "model.unreachable", "model.bad_response"]);

/** The circuit breaker of a model at its provider (A8): what one step finds out about an outage, all others go by. */
export function modelBreaker(context: StepContext, provider: ModelProvider, model: string): StepBreaker {
  const endpoint = provider.endpoint ?? "";
  const host = URL.canParse(endpoint) ? new URL(endpoint).host : provider.name;
  const breaker = context.breaker({ name: `${model} at ${host}`, failures: FAILURES, resetMs: RESET_MS });
  return {
    check: () => breaker.check(),
    async note(error: PawlError | undefined) {
      if (error === undefined || SILENCE.has(error.code)) await breaker.note(error);
    },
  };
}
