import { expect, test } from "vitest";
import { PawlError, toPawlError } from "../../src/kernel/errors.ts";

test("an error of the family keeps its cause and leaves it out of its JSON", () => {
  const cause = new Error("socket hang up");
  const error = new PawlError({
    code: "model.unreachable",
    kind: "transient",
    message: "the model did not answer",
    retryAfterMs: 2_000,
    cause,
  });
  expect(error.cause).toBe(cause);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: "model.unreachable",
    kind: "transient",
    message: "the model did not answer",
    retry_after_ms: 2_000,
  });
});

test("a foreign error becomes permanent, an abort becomes cancelled, one of ours stays itself", () => {
  const ours = new PawlError({ code: "x.y", kind: "policy", message: "no" });
  expect(toPawlError(ours)).toBe(ours);
  expect(toPawlError(new Error("boom"), "step.crashed")).toMatchObject({
    code: "step.crashed",
    kind: "permanent",
    message: "boom",
  });
  expect(toPawlError(new DOMException("stop", "AbortError"))).toMatchObject({ kind: "cancelled" });
  expect(toPawlError("text")).toMatchObject({ code: "internal", message: "text" });
});
