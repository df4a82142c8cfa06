import type { Json, JsonObject } from "./json.ts";

/**
 * What the engine does next with an error.
 *
 * - `transient`: the same call may succeed later; retried when the step allows it.
 * - `permanent`: the same call fails the same way again; never retried unless `retry.on` names its code.
 * - `budget`: money, tokens, minutes or turns ran out; the run parks and resumes with a raised budget.
 * - `cancelled`: a person, a newer run or a signal asked for it.
 * - `policy`: a rule refused it (permission, sandbox, protected path, secret scan); never retried.
 * - `invalid`: what was given is wrong (workflow, input, command line); nothing was started.
 */
export type ErrorKind = "transient" | "permanent" | "budget" | "cancelled" | "policy" | "invalid";

export interface ErrorDetails {
  /** Stable, in dotted lower case, for scripts: `step.exit_code`, `model.overloaded`. */
  readonly code: string;
  readonly kind: ErrorKind;
  /** What happened, and where. One sentence a person can act on. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** The soonest a retry makes sense, in milliseconds from now. */
  readonly retryAfterMs?: number;
  readonly details?: JsonObject;
  readonly cause?: unknown;
}

/** The one error type that crosses Pawl's own borders. Programming mistakes throw bare errors instead. */
export class PawlError extends Error {
  override readonly name = "PawlError";
  readonly code: string;
  readonly kind: ErrorKind;
  readonly remedy: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly details: JsonObject;

  constructor(error: ErrorDetails) {
    super(error.message, error.cause === undefined ? undefined : { cause: error.cause });
    this.code = error.code;
    this.kind = error.kind;
    this.remedy = error.remedy;
    this.retryAfterMs = error.retryAfterMs;
    this.details = error.details ?? {};
  }

  toJSON(): ErrorJson {
    return {
      code: this.code,
      kind: this.kind,
      message: this.message,
      ...(this.remedy === undefined ? {} : { remedy: this.remedy }),
      ...(this.retryAfterMs === undefined ? {} : { retry_after_ms: this.retryAfterMs }),
      ...(Object.keys(this.details).length === 0 ? {} : { details: this.details }),
    };
  }
}

/** A PawlError as the journal, `--json` and the dashboard carry it. */
export interface ErrorJson {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly message: string;
  readonly remedy?: string;
  readonly retry_after_ms?: number;
  readonly details?: { readonly [key: string]: Json };
}

/** Gives any thrown value a place in the family; what is not ours is a permanent `internal` error that keeps its cause. */
export function toPawlError(thrown: unknown, code = "internal"): PawlError {
  if (thrown instanceof PawlError) return thrown;
  if (thrown instanceof Error && thrown.name === "AbortError") {
    return new PawlError({ code: "cancelled", kind: "cancelled", message: thrown.message, cause: thrown });
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new PawlError({ code, kind: "permanent", message, cause: thrown });
}
