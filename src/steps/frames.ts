import { PawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { FrameResult, StepOutcome } from "../engine/step.ts";

/** A frame's steps as expressions see steps: outputs and status by id. */
export function stepsOf(frame: FrameResult): JsonObject {
  return Object.fromEntries(Object.entries(frame.steps).map(([id, { status, outputs }]) => [id, { status, outputs }]));
}

/** Every step's outputs by its id, for control steps that hand on what happened inside. */
export function outputsOf(frame: FrameResult): JsonObject {
  return Object.fromEntries(Object.entries(frame.steps).map(([id, { outputs }]) => [id, outputs]));
}

/** The outputs of the last step that ended well in a frame: what a one-step body gives. */
export function lastOutputs(frame: FrameResult): JsonObject {
  const done = Object.values(frame.steps).filter(({ status }) => status === "completed" || status === "cached");
  return done.at(-1)?.outputs ?? {};
}

/**
 * How a control step fails because a frame of it did: with the kind of the first failure, so that what would help inside (a retry, a raised
 * budget) is known outside; undefined when all frames ended well.
 */
export function failureOf(
  frames: readonly FrameResult[],
  code: string,
  name: (frame: FrameResult) => string,
  outputs: JsonObject,
): StepOutcome | undefined {
  const failed = frames.filter((frame) => frame.status !== "completed");
  const [first] = failed;
  if (first === undefined) return undefined;
  const others = failed.length === 1 ? "" : ` (and ${failed.length - 1} more)`;
  const reason = first.error?.message ?? (first.status === "cancelled" ? "it was cancelled" : "a step in it failed");
  return {
    status: "failed",
    error: new PawlError({
      code: first.status === "cancelled" && first.error === undefined ? "cancelled" : code,
      kind: first.error?.kind ?? (first.status === "cancelled" ? "cancelled" : "permanent"),
      message: `${name(first)} failed${others}: ${reason}`,
      ...(first.error?.remedy === undefined ? {} : { remedy: first.error.remedy }),
      details: {
        failed: failed.map((frame) => frame.key),
        ...(first.error === undefined ? {} : { cause_code: first.error.code }),
      },
      ...(first.error === undefined ? {} : { cause: first.error }),
    }),
    outputs,
  };
}

/** A whole number of a field, or its default; throws PawlError `step.field` outside its bounds. */
export function wholeNumber(
  value: Json | undefined,
  field: string,
  { fallback, minimum, maximum }: { readonly fallback: number; readonly minimum: number; readonly maximum: number },
): number {
  if (value === undefined || value === null) return fallback;
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof read === "number" && Number.isInteger(read) && read >= minimum && read <= maximum) return read;
  throw fieldError(field, `must be a whole number from ${minimum} to ${maximum}; it is ${JSON.stringify(value)}`);
}

/** A field whose value turned out wrong once its expressions were resolved. */
export function fieldError(field: string, problem: string, remedy?: string): PawlError {
  return new PawlError({
    code: "step.field",
    kind: "invalid",
    message: `\`${field}\` ${problem}`,
    ...(remedy === undefined ? {} : { remedy }),
  });
}
