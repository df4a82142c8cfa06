import { PawlError } from "../kernel/errors.ts";
import { toCompensate } from "./decide.ts";
import type { RunState } from "./state.ts";

/**
 * Refuses to roll back a run that has not failed and was not cancelled, and one with nothing to undo.
 *
 * @throws PawlError `rollback.not_failed`, `rollback.nothing`
 */
export function checkRollback(state: RunState): void {
  const { runId, status } = state;
  if (status !== "failed" && status !== "cancelled") {
    const remedies: Readonly<Record<string, string>> = {
      completed: "What a completed run did stands; undo it with a workflow of its own.",
      parked: "Cancel it first (`pawl cancel`), or let it go on.",
    };
    throw new PawlError({
      code: "rollback.not_failed",
      kind: "invalid",
      message: `Run ${runId} is ${status}; only a run that failed or was cancelled is rolled back.`,
      remedy: remedies[status] ?? "Wait for its end, cancel it, or let `pawl resume` take it over if its process died.",
    });
  }
  if (toCompensate(state).length > 0) return;
  const isUndone = [...state.steps.values()].some((step) => step.status === "compensated");
  throw new PawlError({
    code: "rollback.nothing",
    kind: "invalid",
    message: isUndone
      ? `Everything run ${runId} did that can be undone has been.`
      : `Run ${runId} has no completed step with a \`compensate\`: there is nothing to undo.`,
    remedy: "`pawl show` lists its steps; a step says how it is undone in its `compensate`.",
  });
}
