import type { JsonObject } from "../kernel/json.ts";
import { keepStep, lookUpStep, type CachePorts } from "./cache-entry.ts";
import type { CacheRequest } from "./cache-key.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { NewEvent } from "./events.ts";
import type { Lane } from "./lanes.ts";
import type { Prepared } from "./prepare.ts";
import type { StepState } from "./state.ts";
import type { StepImplementation } from "./step.ts";
import type { Kept, Run } from "./work.ts";

/** Whether a step's result may be taken from and kept in the cache (W2). */
export function isCacheable(implementation: StepImplementation, step: StepState): boolean {
  if (implementation.caching === "never") return false;
  return step.planned.step.cache?.enabled ?? implementation.caching === "default";
}

export interface CacheQuestion {
  readonly lane: Lane;
  readonly prepared: Prepared;
  readonly implementation: StepImplementation;
  readonly scope: Scope;
  readonly identity: JsonObject;
}

/** What the cache knows of a step: the events of a hit, or the key to keep its result under. Throws `workspace.unrestored` alone. */
export async function askCache(
  run: Run,
  step: StepState,
  question: CacheQuestion,
): Promise<{ readonly hit: readonly NewEvent[] } | { readonly key: string; readonly explanation: JsonObject }> {
  const lookup = await lookUpStep(cachePorts(run, question.lane.workspace), requestOf(run, step, question));
  const { hit, key, explanation } = lookup;
  if (hit === undefined) return { key, explanation };
  const { landed: tree } = await question.lane.leave();
  const cached: NewEvent = {
    type: "step.cached",
    data: {
      path: step.path,
      cache_key: key,
      outputs: hit.outputs,
      artifacts: hit.artifacts,
      evidence: { ...hit.evidence, cache: explanation },
      saved: hit.saved,
      from_run: hit.fromRun,
      ...(tree === undefined ? {} : { tree }),
    },
  };
  if (Object.keys(hit.variables).length === 0) return { hit: [cached] };
  return { hit: [{ type: "variable.set", data: { path: step.path, values: hit.variables } }, cached] };
}

/** Keeps a completed step's result under the key it began with. Never throws. */
export async function keepResult(
  run: Run,
  step: StepState,
  question: CacheQuestion & { readonly key: string },
  kept: Kept,
): Promise<void> {
  if (step.expansion !== undefined && !wroteAlone(run, step)) return;
  const request = { ...requestOf(run, step, question), tree: step.inputTree };
  const result = { ...kept, usd: step.cost.usd };
  await keepStep(cachePorts(run, run.workspace), request, { key: question.key, components: {} }, result);
}

/**
 * Whether no other step wrote while this one's frames ran. A step that opens frames ends with the run's tree, not with one of its own: what
 * others wrote meanwhile would become part of its result.
 */
function wroteAlone(run: Run, step: StepState): boolean {
  for (const other of run.state.steps.values()) {
    const isRelated =
      other.path === step.path || other.path.startsWith(`${step.path}/`) || step.path.startsWith(`${other.path}/`);
    if (isRelated || other.startedSeq === 0) continue;
    const overlaps = other.phase !== "ended" || other.endedSeq > step.startedSeq;
    if (overlaps && run.ports.steps.get(other.planned.step.type)?.writesWorkspace === true) return false;
  }
  return true;
}

function cachePorts(run: Run, workspace: Workspace): CachePorts {
  const { cache, store, artifacts, redactor, clock, log } = run.ports;
  return { cache, store, artifacts, redactor, clock, log, workspace };
}

function requestOf(run: Run, step: StepState, question: CacheQuestion): CacheRequest {
  const { lane, prepared, identity, implementation, scope } = question;
  return {
    workflow: run.state.plan.workflow.name,
    runId: run.runId,
    path: step.path,
    step: step.planned.step,
    type: implementation,
    contexts: scope.contexts,
    trustTier: run.options.trustTier,
    tree: lane.base,
    config: prepared.config,
    script: prepared.script,
    inputs: prepared.inputs,
    env: { ...prepared.env },
    parentEnv: { ...run.options.env },
    identity,
    ...(prepared.cacheKey === undefined ? {} : { authorKey: prepared.cacheKey }),
  };
}
