import { toPawlError, type PawlError } from "../kernel/errors.ts";
import { ASKS, autonomyOf, remedyOf } from "./autonomy.ts";
import type { NewEvent } from "./events.ts";
import { eventsOfFailure, parkEvents } from "./settle.ts";
import type { RunState, StepState } from "./state.ts";
import type { StepOutcome } from "./step.ts";
import type { Run, Work } from "./work.ts";

/** Takes the work's changes into the run and journals how it ended. Never rejects. */
export async function conclude(run: Run, work: Work, outcome: StepOutcome): Promise<void> {
  const { step, lane, attempt, startedAt } = work;
  const { state, ports } = run;
  const durationMs = Math.max(0, Math.round(ports.clock.now() - startedAt));
  try {
    // A step that waits, or is tried again, begins again from its input and what it saved: nothing half done is landed.
    const isAgain = outcome.status === "failed" && beginsAgain(state, step, outcome.error, attempt);
    const waits = outcome.status === "parked" || isAgain;
    const { landed: tree, own } = waits ? ((await lane.abandon()) ?? {}) : await lane.leave();
    const breaker = step.planned.step.circuitBreaker;
    const noted =
      breaker === undefined || outcome.status === "parked"
        ? []
        : await run.breakers.note(breaker, outcome.status === "failed" ? outcome.error : undefined);
    const kept = keep(work, outcome, own, durationMs);
    if (kept !== undefined) {
      run.aside(kept);
      // Files outside git are read from the work tree: no other step may write there meanwhile.
      if ((step.planned.step.cache?.paths ?? []).length > 0) await kept;
    }
    run.record([...noted, ...outcomeEvents(run, work, outcome, tree, durationMs)]);
  } catch (error) {
    const failure = { attempt, error: toPawlError(error), durationMs };
    run.record(eventsOfFailure(state, step, failure, ports.clock));
  }
}

/** Whether the step, once it goes on, begins from its input once more; where a person is asked, that is what they are asked for. */
function beginsAgain(state: RunState, step: StepState, error: PawlError, attempt: number): boolean {
  if (error.kind === "budget" || error.code === ASKS) return true;
  return autonomyOf(state) !== "off" && remedyOf(step, error, attempt) === "retry";
}

/** The cache is for speed: what it does happens beside the run, and its failures are its own. */
function keep(
  work: Work,
  outcome: StepOutcome,
  tree: string | undefined,
  durationMs: number,
): Promise<void> | undefined {
  if (outcome.status !== "completed" || outcome.cacheable === false) return undefined;
  const { outputs, evidence = {}, variables = {} } = outcome;
  return work.keep?.({ outputs, evidence, variables, artifacts: work.artifacts, tree, durationMs });
}

function outcomeEvents(
  run: Run,
  work: Work,
  outcome: StepOutcome,
  tree: string | undefined,
  durationMs: number,
): readonly NewEvent[] {
  const { step, attempt } = work;
  const { path } = step;
  const withTree = tree === undefined ? {} : { tree };
  switch (outcome.status) {
    case "completed": {
      const { outputs, variables } = outcome;
      const evidence = { ...outcome.evidence, ...(work.cache === undefined ? {} : { cache: work.cache }) };
      const completed: NewEvent = {
        type: "step.completed",
        data: { path, outputs, artifacts: work.artifacts, ...withTree, duration_ms: durationMs, evidence },
      };
      return variables === undefined
        ? [completed]
        : [{ type: "variable.set", data: { path, values: variables } }, completed];
    }
    case "failed": {
      const { error, outputs = {}, evidence = {} } = outcome;
      const failure = { attempt, error, durationMs, outputs, evidence, artifacts: work.artifacts, ...withTree };
      return eventsOfFailure(run.state, step, failure, run.ports.clock);
    }
    case "expanded": {
      const { frames, maxParallel, outputs } = outcome;
      const given = outputs === undefined ? {} : { outputs };
      return [{ type: "step.expanded", data: { path, frames, max_parallel: maxParallel, ...withTree, ...given } }];
    }
    case "parked":
      return parkEvents(step, outcome, run.lanes.tree());
    case "cancel_run": {
      const data = { path, outputs: {}, artifacts: [], duration_ms: durationMs, evidence: { reason: outcome.reason } };
      return [
        { type: "step.completed", data },
        { type: "run.cancel_requested", data: { by: `step ${path}`, reason: outcome.reason } },
      ];
    }
  }
  throw new Error(`a step ended in an unknown way: ${JSON.stringify(outcome)}`);
}
