import { APIConnectionError, APIError, APIUserAbortError } from "@anthropic-ai/sdk";
import { type ErrorDetails, PawlError } from "../../kernel/errors.ts";

/** What the SDK threw, as one of the port's errors: who may try again, and when. */
export function modelError(thrown: unknown, model: string, signal: AbortSignal | undefined): PawlError {
  if (thrown instanceof APIUserAbortError || signal?.aborted === true) {
    return new PawlError({
      code: "model.cancelled",
      kind: "cancelled",
      message: "The request to the model was cancelled",
      cause: thrown,
    });
  }
  if (thrown instanceof PawlError) return thrown;
  if (thrown instanceof APIConnectionError) {
    return error(thrown, {
      code: "model.unreachable",
      kind: "transient",
      message: `The model can't be reached: ${rootMessage(thrown)}`,
      remedy: "Check the network and ANTHROPIC_BASE_URL.",
    });
  }
  if (thrown instanceof APIError) return statusError(thrown, model);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return error(thrown, {
    code: "model.bad_response",
    kind: "transient",
    message: `The model's answer can't be read: ${message}`,
  });
}

function statusError(thrown: APIError, model: string): PawlError {
  const said = thrown.apiMessage ?? thrown.message;
  const status = thrown.status ?? 0;
  const retryAfterMs = retryAfter(thrown.headers);
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 401 || status === 403) {
    return error(thrown, {
      code: "model.auth",
      kind: "permanent",
      message: `The model provider refused the key (${status}): ${said}`,
      remedy: "Set ANTHROPIC_API_KEY (in an action: the input anthropic_api_key) to a key that may use this model.",
    });
  }
  if (status === 429) {
    return error(thrown, {
      code: "model.rate_limited",
      kind: "transient",
      message: `The model provider limits the rate of requests (429): ${said}`,
      ...wait,
    });
  }
  if (status === 529 || thrown.type === "overloaded_error") {
    return error(thrown, {
      code: "model.overloaded",
      kind: "transient",
      message: `The model is overloaded (${status}): ${said}`,
      ...wait,
    });
  }
  if (status >= 500 || status === 408 || status === 409) {
    return error(thrown, {
      code: "model.unavailable",
      kind: "transient",
      message: `The model provider failed (${status}): ${said}`,
      ...wait,
    });
  }
  if (status === 404) {
    return error(thrown, {
      code: "model.unknown",
      kind: "permanent",
      message: `The model provider doesn't know the model "${model}": ${said}`,
      remedy: "Correct the step's `model`.",
    });
  }
  return error(thrown, {
    code: "model.invalid_request",
    kind: "permanent",
    message: `The model provider refused the request (${status}): ${said}`,
  });
}

function error(cause: unknown, details: ErrorDetails): PawlError {
  return new PawlError({ ...details, cause });
}

/** `retry-after-ms` in milliseconds, or `retry-after` in seconds or as a date (RFC 9110, section 10.2.3). */
export function retryAfter(headers: Headers | undefined): number | undefined {
  const ms = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const text = headers?.get("retry-after");
  if (text == null) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function rootMessage(thrown: Error): string {
  let at: unknown = thrown;
  while (at instanceof Error && at.cause !== undefined) at = at.cause;
  return at instanceof Error ? at.message : thrown.message;
}
