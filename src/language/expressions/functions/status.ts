import type { ExpressionFunction } from "./function.ts";
import { defineFunction } from "./function.ts";

/** Functions whose presence in a `when` replaces the implied `success()`. */
export const STATUS_FUNCTIONS: ReadonlySet<string> = new Set(["success", "failure", "always", "cancelled"]);

export const statusFunctions: readonly ExpressionFunction[] = [
  defineFunction({
    name: "success",
    summary: "True while no earlier step that this one depends on has failed and the run isn't cancelled.",
    parameters: [],
    example: { expression: "success()", gives: true },
    call: (_args, { scope }) => scope.host.status === "success",
  }),
  defineFunction({
    name: "failure",
    summary: "True when an earlier step that this one depends on has failed.",
    parameters: [],
    example: { expression: "failure()", gives: false },
    call: (_args, { scope }) => scope.host.status === "failure",
  }),
  defineFunction({
    name: "always",
    summary: "True: the step runs whatever happened before it, a cancellation included.",
    parameters: [],
    example: { expression: "always()", gives: true },
    call: () => true,
  }),
  defineFunction({
    name: "cancelled",
    summary: "True when the run was cancelled.",
    parameters: [],
    example: { expression: "cancelled()", gives: false },
    call: (_args, { scope }) => scope.host.status === "cancelled",
  }),
];
