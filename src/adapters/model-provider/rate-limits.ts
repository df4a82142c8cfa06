import { PawlError } from "../../kernel/errors.ts";
import type { Log } from "../../ports/log.ts";
import { retryAfter } from "./errors.ts";

/** A wait longer than this is no queue any more: the request fails at once with `model.rate_limited`, and the engine plans the retry. */
const LONGEST_WAIT_MS = 120_000;
const LIMITS = ["requests", "tokens", "input-tokens", "output-tokens"] as const;

export interface RateLimitGate {
  /** Waits until a request may leave. Throws `model.rate_limited` when that would take too long, an `AbortError` when the signal fires. */
  enter(signal: AbortSignal | undefined): Promise<void>;
  /** Learns from an answer's headers (and status, when it was an error). */
  observe(headers: Headers, status?: number): void;
}

/**
 * One queue for everything that shares a key: when an answer says that nothing is left until a time, or asks to come back later, all wait.
 * Headers: docs of the Messages API, "Rate limits", `anthropic-ratelimit-*-remaining` and `-reset` (RFC 3339).
 */
export function createRateLimitGate(log: Log): RateLimitGate {
  let openAt = 0;
  return {
    async enter(signal) {
      const waitMs = openAt - Date.now();
      if (waitMs <= 0) return;
      if (waitMs > LONGEST_WAIT_MS) {
        throw new PawlError({
          code: "model.rate_limited",
          kind: "transient",
          message: `The model provider asked for a pause of ${Math.ceil(waitMs / 1_000)} s`,
          retryAfterMs: waitMs,
        });
      }
      log.info(`Waiting ${Math.ceil(waitMs / 1_000)} s: the model provider's rate limit is used up.`);
      await sleep(waitMs, signal);
    },
    observe(headers, status) {
      const asked = status === 429 || status === 529 ? retryAfter(headers) : undefined;
      if (asked !== undefined) openAt = Math.max(openAt, Date.now() + asked);
      for (const limit of LIMITS) {
        if (headers.get(`anthropic-ratelimit-${limit}-remaining`) !== "0") continue;
        const reset = Date.parse(headers.get(`anthropic-ratelimit-${limit}-reset`) ?? "");
        if (!Number.isNaN(reset)) openAt = Math.max(openAt, reset);
      }
    },
  };
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      signal?.removeEventListener("abort", abort);
      resolve();
    };
    const timer = setTimeout(done, ms);
    const abort = (): void => {
      clearTimeout(timer);
      reject(new DOMException("The wait for the model was cancelled", "AbortError"));
    };
    if (signal?.aborted === true) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
