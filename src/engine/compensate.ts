import { PawlError, toPawlError } from "../kernel/errors.ts";
import { attemptOf } from "./begin.ts";
import { prepareStep } from "./prepare.ts";
import { retryDelayMs } from "./retry.ts";
import { stepAt, type StepState } from "./state.ts";
import type { StepOutcome } from "./step.ts";
import type { Step } from "../language/model.ts";
import { implementationOf, type Run, type Work } from "./work.ts";

/** Undoes one completed step by its `compensate` (R5) and journals how that went. Never rejects. */
export async function compensate(run: Run, path: string, attempt: number): Promise<void> {
  const step = stepAt(run.state, path);
  const undo = step.planned.step.compensate;
  if (undo === undefined) return;
  await run.write([{ type: "compensation.step", data: { path, status: "started", attempt } }]);
  const outcome = await undoStep(run, step, undo, attempt);
  if (outcome.status === "completed") {
    const { evidence = {} } = outcome;
    run.record([{ type: "compensation.step", data: { path, status: "completed", attempt, evidence } }]);
    return;
  }
  const error = outcome.status === "failed" ? outcome.error : notEnded(path, outcome.status);
  run.record([{ type: "compensation.step", data: { path, status: "failed", attempt, error: error.toJSON() } }]);
  if (attempt >= undo.retry.attempts) return;
  const { clock } = run.ports;
  const at = new Date(clock.now() + retryDelayMs(undo.retry, error, attempt, clock.random())).toISOString();
  const reason = `compensation attempt ${attempt} of ${undo.retry.attempts} failed (${error.code})`;
  run.record([{ type: "retry.scheduled", data: { path, attempt: attempt + 1, at, reason } }]);
}

async function undoStep(run: Run, step: StepState, undo: Step, attempt: number): Promise<StepOutcome> {
  const path = `${step.path}/compensate`;
  try {
    const implementation = implementationOf(run, undo.type, path);
    const scope = run.contexts.scopeOf(step, run.workspace);
    const prepared = await prepareStep(run, undo, implementation, scope);
    const lane = implementation.writesWorkspace
      ? await run.lanes.enter({ path, base: undefined, content: undefined })
      : run.lanes.reading();
    const planned = { ...step.planned, step: undo };
    const work: Work = {
      step: { ...step, path, planned, expansion: undefined, checkpoints: [] },
      attempt,
      lane,
      control: new AbortController(),
      startedAt: run.ports.clock.now(),
      implementation,
      artifacts: [],
      keep: undefined,
      cache: undefined,
    };
    run.enlist(work);
    const outcome = await attemptOf(run, work, prepared, undefined, (context) => implementation.run(context));
    await lane.leave();
    return outcome;
  } catch (error) {
    return { status: "failed", error: toPawlError(error) };
  }
}

function notEnded(path: string, status: string): PawlError {
  return new PawlError({
    code: "compensation.not_ended",
    kind: "permanent",
    message: `The compensation of ${path} ended as "${status}"; it must complete or fail`,
    remedy: "Use a step type that ends by itself, such as shell, for `compensate`.",
  });
}
