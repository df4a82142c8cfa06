import { autonomyOf } from "./autonomy.ts";
import { inputTokensOf } from "./budget.ts";
import type { TokenCost } from "./events.ts";
import { subtractCost, type RunState, type StepState } from "./state.ts";
import type { RunView, StepView } from "./view.ts";

/** The run as people and scripts see it. */
export function viewRun(state: RunState): RunView {
  const own = subtractCost(state.cost, state.inherited);
  const autonomy = autonomyOf(state);
  const steps: Record<string, StepView> = {};
  for (const step of state.steps.values()) steps[step.path] = viewStep(step);
  return {
    run_id: state.runId,
    workflow: state.plan.workflow.name,
    status: state.status === "new" ? "running" : state.status,
    outputs: state.outputs,
    ...(state.error === undefined ? {} : { error: state.error }),
    ...(autonomy === "full" ? {} : { autonomy }),
    ...(state.parked === undefined ? {} : { parked: state.parked }),
    ...(state.compensation === undefined ? {} : { compensation: viewCompensation(state, state.compensation) }),
    cost: viewCost(own),
    cache: {
      hits: state.cacheHits,
      misses: state.cacheMisses,
      saved_usd: state.savedUsd,
      saved_ms: state.savedMs,
    },
    steps,
    created_at: new Date(state.createdAt).toISOString(),
    updated_at: new Date(state.updatedAt).toISOString(),
  };
}

function viewCompensation(
  state: RunState,
  { status, paths, failed }: NonNullable<RunState["compensation"]>,
): NonNullable<RunView["compensation"]> {
  return { status, undone: paths.filter((path) => state.steps.get(path)?.status === "compensated"), failed };
}

export function viewStep(step: StepState): StepView {
  const { name, type } = step.planned.step;
  const exitCode = step.outputs["exit_code"] ?? step.evidence["exit_code"];
  const cost = viewCost(step.cost);
  const spent = cost.usd > 0 || cost.input_tokens > 0 || cost.output_tokens > 0;
  return {
    type,
    ...(name === undefined ? {} : { name }),
    status: step.status,
    attempts: step.attempt,
    cached: step.cached,
    outputs: step.outputs,
    artifacts: step.artifacts,
    evidence: step.evidence,
    ...(typeof exitCode === "number" ? { exit_code: exitCode } : {}),
    ...(step.error === undefined ? {} : { error: step.error }),
    ...(step.proposes === undefined ? {} : { proposes: step.proposes }),
    ...(step.skipReason === undefined ? {} : { skip_reason: step.skipReason }),
    ...(step.startedAt === undefined ? {} : { started_at: new Date(step.startedAt).toISOString() }),
    ...(step.durationMs === undefined ? {} : { duration_ms: step.durationMs }),
    ...(step.tree === undefined ? {} : { tree: step.tree }),
    ...(spent ? { cost } : {}),
  };
}

/** What people are told of a cost: the tokens sent are those read from and written to the prompt cache too. */
function viewCost(cost: TokenCost): RunView["cost"] {
  return { usd: cost.usd, input_tokens: inputTokensOf(cost), output_tokens: cost.output_tokens };
}
