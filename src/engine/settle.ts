import type { PawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import { resolveValue } from "../language/expressions/evaluate.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { Clock } from "../ports/clock.ts";
import type { TreeId } from "../ports/workspace.ts";
import { artifactValues } from "./artifacts.ts";
import type { ArtifactRef, EventData, NewEvent, Proposal, WakeSpec } from "./events.ts";
import {
  ASKS,
  askFirst,
  autonomyOf,
  declined,
  fallbackOf,
  KINDS,
  proposalOf,
  remedyOf,
  type Remedy,
} from "./autonomy.ts";
import { retryDelayMs } from "./retry.ts";
import type { RunState, StepState } from "./state.ts";
import type { StepOutcome } from "./step.ts";

export interface Failure {
  readonly attempt: number;
  readonly error: PawlError;
  readonly durationMs: number;
  readonly tree?: TreeId;
  readonly outputs?: JsonObject;
  readonly evidence?: JsonObject;
  readonly artifacts?: readonly ArtifactRef[];
}

/** What a failed attempt leads to, with its reasons: another attempt, a park, a fallback, or what `on_error` says; as far as autonomy goes. */
export function eventsOfFailure(state: RunState, step: StepState, failure: Failure, clock: Clock): readonly NewEvent[] {
  const { path } = step;
  const { error, attempt } = failure;
  if (error.kind === "cancelled") return [{ type: "step.cancelled", data: { path, reason: error.message } }];
  if (error.kind === "budget") {
    const wake: WakeSpec = { budget: budgetWake(path, error.details) };
    return [
      { type: "decision", data: { kind: "escalate", path, reason: error.message } },
      { type: "step.parked", data: { path, reason: error.message, wake } },
    ];
  }
  if (error.code === ASKS) return askFirst(path, proposalOf(error));
  const does = remedyOf(step, error, attempt);
  if (does === "fail") return [failedEvent(path, failure, "fail")];
  const { reason, to } = reasonOf(state, step, failure, does);
  const autonomy = autonomyOf(state);
  if (autonomy === "off") return [failedEvent(path, failure, "fail"), declined(path, reason)];
  if (autonomy === "ask") {
    const proposes: Proposal = { does, reason, ...(to === undefined ? {} : { to }) };
    return [failedEvent(path, failure, "ask"), ...askFirst(path, proposes)];
  }
  if (does === "retry") return retry(step, failure, clock, reason);
  return [failedEvent(path, failure, does), { type: "decision", data: { kind: KINDS[does], path, reason } }];
}

/** Why the engine does, or would do, what the workflow provides for the failure. */
function reasonOf(
  state: RunState,
  step: StepState,
  { error, attempt }: Failure,
  does: Exclude<Remedy, "fail">,
): { readonly reason: string; readonly to?: string } {
  const { path, planned } = step;
  const { retry: policy, onError } = planned.step;
  if (does === "retry") {
    return { reason: `attempt ${attempt - step.attemptBase} of ${policy.attempts} failed (${error.code})` };
  }
  if (does === "continue") return { reason: `${path} failed (${error.code}), and on_error lets the run go on` };
  if (does === "skip_rest") return { reason: `${path} failed (${error.code}) and skips the rest` };
  if (fallbackOf(state, step) === undefined) return { reason: `${path} failed and there is no step ${onError}` };
  return { reason: `${path} failed (${error.code}), ${onError} takes over`, to: onError };
}

function retry(step: StepState, failure: Failure, clock: Clock, why: string): readonly NewEvent[] {
  const { path, planned } = step;
  const made = failure.attempt - step.attemptBase;
  const delayMs = retryDelayMs(planned.step.retry, failure.error, made, clock.random());
  const at = new Date(clock.now() + delayMs).toISOString();
  const reason = `${why}; the next begins in ${delayMs} ms`;
  return [
    failedEvent(path, failure, "retry"),
    { type: "decision", data: { kind: "retry", path, reason } },
    { type: "retry.scheduled", data: { path, attempt: failure.attempt + 1, at, reason } },
  ];
}

function failedEvent(path: string, failure: Failure, leadsTo: EventData["step.failed"]["leads_to"]): NewEvent {
  return {
    type: "step.failed",
    data: {
      path,
      attempt: failure.attempt,
      error: failure.error.toJSON(),
      outputs: failure.outputs ?? {},
      ...(failure.tree === undefined ? {} : { tree: failure.tree }),
      duration_ms: failure.durationMs,
      evidence: failure.evidence ?? {},
      ...(failure.artifacts === undefined ? {} : { artifacts: failure.artifacts }),
      leads_to: leadsTo,
    },
  };
}

function budgetWake(path: string, details: JsonObject): NonNullable<WakeSpec["budget"]> {
  const number = (value: Json | undefined): number => (typeof value === "number" ? value : 0);
  const text = (value: Json | undefined, otherwise: string): string => (typeof value === "string" ? value : otherwise);
  return {
    path,
    dimension: text(details["dimension"], "usd"),
    limit: number(details["limit"]),
    needed: number(details["needed"]),
    scope: text(details["scope"], "run"),
  };
}

/** What a step that waits leaves in the journal. */
export function parkEvents(
  step: StepState,
  outcome: Extract<StepOutcome, { readonly status: "parked" }>,
  current: TreeId | undefined,
): readonly NewEvent[] {
  const { path } = step;
  // An approval holds for what was shown: the tree the run had when it asked.
  const approval = outcome.wake.approval;
  const bound = approval === undefined ? undefined : { ...approval, ...treeOf(approval.tree ?? current) };
  const wake: WakeSpec = { ...outcome.wake, ...(bound === undefined ? {} : { approval: bound }) };
  const parked: NewEvent = { type: "step.parked", data: { path, reason: outcome.reason, wake } };
  if (bound === undefined) return [parked];
  const { message } = bound;
  return [{ type: "approval.requested", data: { path, message, shown: {}, ...treeOf(bound.tree) } }, parked];
}

function treeOf(tree: TreeId | undefined): { readonly tree?: TreeId } {
  return tree === undefined ? {} : { tree };
}

/** The outcome with the outputs its author declared by an expression, which sees the step's own result as `outputs` and under its id. */
export function withDeclaredOutputs(
  step: StepState,
  outcome: Extract<StepOutcome, { readonly status: "completed" }>,
  scope: Scope,
  artifacts: readonly ArtifactRef[] = [],
): StepOutcome {
  const declared: Record<string, Json> = { ...artifactValues(step, artifacts) };
  const { id, outputs } = step.planned.step;
  for (const [name, spec] of Object.entries(outputs)) {
    const { value } = spec;
    if (name in outcome.outputs || value === undefined || spec.type === "artifact") continue;
    if (typeof value === "string" && !/\{\{/.test(value)) continue;
    const own = { outputs: outcome.outputs };
    const around = scope.contexts["steps"];
    const steps = { ...(isJsonObject(around) ? around : {}), [id]: own };
    const contexts = { ...scope.contexts, outputs: outcome.outputs, [id]: own, steps };
    declared[name] = resolveValue(value, { ...scope, contexts });
  }
  if (Object.keys(declared).length === 0) return outcome;
  return { ...outcome, outputs: { ...outcome.outputs, ...declared } };
}
