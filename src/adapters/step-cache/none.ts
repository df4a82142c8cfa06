import type { StepCache } from "../../ports/step-cache.ts";

/** A cache that keeps nothing: `--no-cache`. */
export function createNoStepCache(): StepCache {
  return { get: async () => undefined, put: async () => false };
}
