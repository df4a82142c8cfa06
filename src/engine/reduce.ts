import type { JsonObject } from "../kernel/json.ts";
import { rejectedChoice } from "./autonomy.ts";
import type { EventData, EventType, JournalEvent, Proposal } from "./events.ts";
import { resetForResume, runsAgain } from "./reset.ts";
import { endStep, fail, leaveQueues, leaveRunning, openNextFrames } from "./frames.ts";
import { addCost, frameOf, markReady, stepAt, type RunState, type StepState } from "./state.ts";

/**
 * Folds one event into the state, which it owns and changes in place; returns the same object.
 *
 * Deterministic and total over the journals of every released version. Work per event is bounded by what the event touches
 * (a step, its dependents, the frames it opens), never by the length of the run.
 *
 * @throws UnknownPath when the event names a step the plan doesn't have
 */
export function reduce(state: RunState, event: JournalEvent, hash: string): RunState {
  const fold = FOLDS[event.type] as (state: RunState, data: unknown, event: JournalEvent) => void;
  state.updatedAt = Date.parse(event.at);
  fold(state, event.data, event);
  state.head = { seq: event.seq, hash };
  return state;
}

const FOLDS: { readonly [T in EventType]: (state: RunState, data: EventData[T], event: JournalEvent) => void } = {
  "run.created": (state, data, event) => {
    state.created = data;
    state.runId = event.run;
    state.createdAt = Date.parse(event.at);
    state.inputs = data.inputs;
    state.status = "running";
  },
  "run.started": (state, data, event) => {
    state.attempt++;
    state.worker = data.worker;
    state.fence = data.fence;
    if (state.attempt === 1) {
      state.variables = data.variables;
      state.openingVariables = data.variables;
      state.baseTree = data.base_tree;
      state.baseCommit = data.base_commit;
      state.tree = data.base_tree;
    }
    // A worker that takes a run over finds no step under way: what was, died with its process and runs again.
    interruptAll(state);
    state.activeSince = Date.parse(event.at);
    wakeRun(state);
  },
  "run.resumed": (state, data, event) => {
    if (data.autonomy !== undefined) state.autonomy = data.autonomy;
    if (data.inputs !== undefined) state.inputs = data.inputs;
    if (data.budget !== undefined) state.addedBudget = addBudgets(state.addedBudget as JsonObject, data.budget);
    if (data.reason === "fork") state.inherited = state.cost;
    if (data.tree !== undefined) state.tree = data.tree;
    interruptAll(state);
    if (data.rollback === true) {
      state.rollback = { by: data.by, seq: event.seq };
      state.compensation = undefined;
    } else if (runsAgain(state, data.from)) {
      resetForResume(state, data.from);
      state.compensation = undefined;
      state.cancel = undefined;
    }
    for (const path of state.parkedSteps) {
      const step = stepAt(state, path);
      const wake = step.parked?.wake;
      // Money may have been added, and a child run may have got further: both are asked again.
      if (wake?.budget !== undefined || wake?.event?.name === "run.ended") wakeStep(state, step, undefined);
      if (step.proposes === undefined) continue;
      // Whoever resumes with another autonomy answers what was asked.
      if (data.autonomy === "full") carryOut(state, step, step.proposes, event.seq);
      if (data.autonomy === "off") letStand(state, step, step.proposes, event.seq);
    }
    state.status = "running";
    state.parked = undefined;
    state.error = undefined;
    state.activeSince = Date.parse(event.at);
  },
  "step.started": (state, data, event) => {
    const step = stepAt(state, data.path);
    leaveQueues(state, step);
    const frame = frameOf(state, step);
    step.phase = "running";
    step.status = "running";
    step.attempt = data.attempt;
    step.inputTree = data.tree ?? step.inputTree;
    step.startedAt = Date.parse(event.at);
    step.startedSeq = event.seq;
    step.error = undefined;
    step.retryAt = undefined;
    step.parked = undefined;
    step.proposes = undefined;
    if (data.cache_key !== undefined) {
      if (step.cacheKey === undefined) state.cacheMisses++;
      step.cacheKey = data.cache_key;
    }
    state.timed.delete(step.path);
    state.expired.delete(step.path);
    state.running.add(step.path);
    frame.running++;
  },
  "step.progressed": (state, data) => {
    const { kind, attempt, tree } = data;
    const step = stepAt(state, data.path);
    step.checkpoints.push({
      kind,
      attempt,
      round: step.expansion?.rounds ?? 0,
      data: data.data,
      ...(tree === undefined ? {} : { tree }),
      ...(step.inputTree === undefined ? {} : { base: step.inputTree }),
    });
  },
  "step.expanded": (state, data, event) => {
    const step = stepAt(state, data.path);
    leaveRunning(state, step);
    state.joins.delete(step.path);
    land(state, step, data.tree, event.seq);
    step.phase = "expanded";
    step.status = "running";
    step.expansion = {
      frames: data.frames,
      maxParallel: Math.max(1, data.max_parallel),
      outputs: data.outputs ?? {},
      rounds: (step.expansion?.rounds ?? 0) + 1,
      opened: 0,
      ended: 0,
    };
    if (step.planned.step.timeoutMs !== undefined) state.timed.add(step.path);
    openNextFrames(state, step);
  },
  "step.completed": (state, data, event) => {
    const step = stepAt(state, data.path);
    step.status = "completed";
    step.outputs = data.outputs;
    step.evidence = data.evidence;
    step.artifacts = data.artifacts;
    step.durationMs = data.duration_ms;
    land(state, step, data.tree, event.seq);
    endStep(state, step, event.seq);
  },
  "step.cached": (state, data, event) => {
    const step = stepAt(state, data.path);
    step.status = "cached";
    step.cached = true;
    step.outputs = data.outputs;
    step.evidence = data.evidence;
    step.artifacts = data.artifacts;
    step.startedAt = Date.parse(event.at);
    step.durationMs = 0;
    land(state, step, data.tree, event.seq);
    state.cacheHits++;
    state.savedUsd += data.saved.usd;
    state.savedMs += data.saved.duration_ms;
    endStep(state, step, event.seq);
  },
  "step.failed": (state, data, event) => {
    const step = stepAt(state, data.path);
    step.status = "failed";
    step.attempt = Math.max(step.attempt, data.attempt);
    step.error = data.error;
    step.outputs = data.outputs;
    step.evidence = data.evidence;
    step.artifacts = data.artifacts ?? [];
    step.durationMs = data.duration_ms;
    if (data.leads_to !== "retry") land(state, step, data.tree, event.seq);
    fail(state, step, data.leads_to, event.seq);
  },
  "step.skipped": (state, data, event) => {
    const step = stepAt(state, data.path);
    step.status = "skipped";
    step.skipReason = data.reason;
    step.skipBecause = data.because;
    endStep(state, step, event.seq);
  },
  "step.parked": (state, data) => {
    const step = stepAt(state, data.path);
    leaveRunning(state, step);
    leaveQueues(state, step);
    const isFailure = data.proposes !== undefined && data.proposes.does !== "substitute";
    step.phase = "parked";
    step.status = isFailure ? "failed" : "running";
    step.parked = { reason: data.reason, wake: data.wake };
    step.proposes = data.proposes;
    step.wake = undefined;
    state.parkedSteps.add(step.path);
  },
  "timer.fired": (state, data) => wakeStep(state, stepAt(state, data.path), { kind: "time", data: {} }),
  "step.cancelled": (state, data, event) => {
    const step = stepAt(state, data.path);
    step.status = "cancelled";
    step.skipReason = data.reason;
    frameOf(state, step).cancelled = true;
    endStep(state, step, event.seq);
  },
  "retry.scheduled": (state, data) => {
    const at = Date.parse(data.at);
    if (state.compensation?.status === "running") state.compensation.retryAt = at;
    else stepAt(state, data.path).retryAt = at;
  },
  decision: (state, data) => {
    if (data.kind === "abort" && data.path !== undefined) expire(state, data.path);
  },
  "approval.requested": () => {},
  "approval.granted": (state, data, event) => {
    const step = stepAt(state, data.path);
    if (step.proposes === undefined) wakeStep(state, step, { kind: "approved", data: answer(data) });
    else carryOut(state, step, step.proposes, event.seq);
  },
  "approval.rejected": (state, data, event) => {
    const step = stepAt(state, data.path);
    if (step.proposes === undefined) wakeStep(state, step, { kind: "rejected", data: answer(data) });
    else letStand(state, step, step.proposes, event.seq);
  },
  "approval.stale": (state, data) => {
    const trees: JsonObject = { expected: data.expected ?? null, found: data.found ?? null };
    wakeStep(state, stepAt(state, data.path), { kind: "stale", data: trees });
  },
  "event.received": (state, data) => {
    const received = { name: data.name, payload: data.payload };
    wakeStep(state, stepAt(state, data.path), { kind: "event", data: received });
  },
  "variable.set": (state, data) => {
    state.variables = { ...state.variables, ...data.values };
  },
  "budget.reserved": (state, data) => {
    state.reservations.set(data.id, { path: data.path, usd: data.usd, tokens: data.tokens });
    state.turns++;
    for (const step of withAncestors(state, data.path)) step.turns++;
  },
  "budget.settled": (state, data) => {
    state.reservations.delete(data.id);
    state.cost = addCost(state.cost, data.cost);
    for (const step of withAncestors(state, data.path)) step.cost = addCost(step.cost, data.cost);
  },
  "effect.intended": () => {},
  "effect.recorded": (state, data) => {
    state.effects.set(data.key, data.data);
  },
  "policy.refused": () => {},
  "breaker.opened": () => {},
  "breaker.closed": () => {},
  "compensation.started": (state, data) => {
    const { reason, paths } = data;
    state.compensation = { reason, paths, next: 0, attempt: 0, retryAt: undefined, failed: [], status: "running" };
  },
  "compensation.step": (state, data) => {
    const compensation = state.compensation;
    if (compensation === undefined) return;
    compensation.attempt = data.attempt;
    compensation.retryAt = undefined;
    if (data.status === "completed") stepAt(state, data.path).status = "compensated";
    const attempts = stepAt(state, data.path).planned.step.compensate?.retry.attempts ?? 1;
    if (data.status === "failed" && data.attempt >= attempts) compensation.failed.push(data.path);
    if (data.status === "completed" || (data.status === "failed" && data.attempt >= attempts)) {
      compensation.next++;
      compensation.attempt = 0;
    }
  },
  "compensation.finished": (state, data) => {
    if (state.compensation !== undefined) state.compensation.status = data.status;
  },
  "run.parked": (state, data, event) => {
    state.status = "parked";
    state.parked = { reason: data.reason, wake: data.wake };
    stopClock(state, event);
  },
  "run.cancel_requested": (state, data, event) => {
    state.cancel = { by: data.by, reason: data.reason };
    state.cancelSeq = event.seq;
    // Whatever waited for people, times or money is asked again, and told that the run is being cancelled.
    for (const path of [...state.parkedSteps, ...state.retrying]) {
      const step = stepAt(state, path);
      leaveQueues(state, step);
      markReady(state, frameOf(state, step), step);
    }
    wakeRun(state);
  },
  "run.completed": (state, data, event) => {
    state.status = "completed";
    state.outputs = data.outputs;
    stopClock(state, event);
  },
  "run.failed": (state, data, event) => {
    state.status = "failed";
    state.rollback = undefined;
    state.error = data.error;
    stopClock(state, event);
  },
  "run.cancelled": (state, data, event) => {
    state.status = "cancelled";
    state.rollback = undefined;
    state.cancel = { by: data.by, reason: data.reason };
    state.error = { code: "run.cancelled", kind: "cancelled", message: `Cancelled by ${data.by}: ${data.reason}` };
    interruptAll(state);
    stopClock(state, event);
  },
};

/** The time of a step with open frames is over: what waits inside is asked again, and told so. */
function expire(state: RunState, path: string): void {
  state.timed.delete(path);
  state.expired.add(path);
  for (const inner of [...state.parkedSteps, ...state.retrying]) {
    if (!inner.startsWith(`${path}/`)) continue;
    const step = stepAt(state, inner);
    leaveQueues(state, step);
    markReady(state, frameOf(state, step), step);
  }
}

/** The run's files are now what the step left. */
function land(state: RunState, step: StepState, tree: string | undefined, seq: number): void {
  if (tree === undefined) return;
  if (state.tree !== undefined && state.tree !== tree) step.changes.push({ from: state.tree, to: tree, seq });
  state.tree = tree;
  step.tree = tree;
}

function answer(data: { readonly by: string; readonly note?: string }): JsonObject {
  return { by: data.by, ...(data.note === undefined ? {} : { note: data.note }) };
}

/** A run that was parked goes on as soon as something came for it. */
function wakeRun(state: RunState): void {
  if (state.status === "parked") {
    state.status = "running";
    state.parked = undefined;
  }
}

function wakeStep(state: RunState, step: StepState, wake: StepState["wake"]): void {
  if (step.phase !== "parked") return;
  state.parkedSteps.delete(step.path);
  step.parked = undefined;
  step.wake = wake;
  // Waiting is no attempt: the step goes on as the one it was.
  step.attempt = Math.max(0, step.attempt - 1);
  markReady(state, frameOf(state, step), step);
}

/** Does what was proposed. */
function carryOut(state: RunState, step: StepState, proposes: Proposal, seq: number): void {
  if (proposes.does === "substitute") {
    step.granted = [...step.granted, proposes.choice ?? proposes.does];
    step.proposes = undefined;
    wakeStep(state, step, undefined);
    return;
  }
  step.proposes = undefined;
  step.parked = undefined;
  // What somebody mended meanwhile is what the next attempt begins from.
  if (proposes.does === "retry") step.inputTree = undefined;
  fail(state, step, proposes.does, seq);
}

function letStand(state: RunState, step: StepState, proposes: Proposal, seq: number): void {
  if (proposes.does === "substitute") step.error = rejectedChoice(proposes);
  step.status = "failed";
  step.proposes = undefined;
  fail(state, step, "fail", seq);
}

function stopClock(state: RunState, event: JournalEvent): void {
  if (state.activeSince === undefined) return;
  state.activeMs += Math.max(0, Date.parse(event.at) - state.activeSince);
  state.activeSince = undefined;
}

/** The process that ran the step is gone: it starts again as the same attempt. */
function interrupt(state: RunState, step: StepState): void {
  leaveRunning(state, step);
  step.status = "pending";
  step.attempt = Math.max(0, step.attempt - 1);
  markReady(state, frameOf(state, step), step);
}

function interruptAll(state: RunState): void {
  const paths = Array.from(state.running);
  for (const path of paths) interrupt(state, stepAt(state, path));
}

function withAncestors(state: RunState, path: string): StepState[] {
  const found: StepState[] = [];
  let step = state.steps.get(path);
  while (step !== undefined) {
    found.push(step);
    const parent = state.frames.get(step.frame)?.parent;
    step = parent === undefined ? undefined : state.steps.get(parent);
  }
  return found;
}

function addBudgets(a: JsonObject, b: JsonObject): JsonObject {
  const sum: Record<string, number> = {};
  for (const key of ["usd", "tokens", "minutes", "turns"]) {
    const total = Number(a[key] ?? 0) + Number(b[key] ?? 0);
    if (total > 0) sum[key] = total;
  }
  return sum;
}
