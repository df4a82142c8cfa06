import type { EventData } from "./events.ts";
import { bodyIndex } from "./body-index.ts";
import {
  frameOf,
  markReady,
  openFrame,
  stepAt,
  stepPath,
  UnknownPath,
  type FrameState,
  type RunState,
  type StepState,
} from "./state.ts";

/** The step's code is not under way any more. */
export function leaveRunning(state: RunState, step: StepState): void {
  if (state.running.delete(step.path)) frameOf(state, step).running--;
}

/** Nothing waits for the step any more. */
export function leaveQueues(state: RunState, step: StepState): void {
  const frame = frameOf(state, step);
  if (frame.ready.delete(step.path) && frame.ready.size === 0) state.readyFrames.delete(frame.path);
  state.retrying.delete(step.path);
  state.parkedSteps.delete(step.path);
  state.joins.delete(step.path);
}

/** What a failure means for the step and its frame, by what `on_error` makes of it. */
export function fail(
  state: RunState,
  step: StepState,
  leadsTo: EventData["step.failed"]["leads_to"],
  seq: number,
): void {
  const frame = frameOf(state, step);
  if (leadsTo === "ask") {
    // What follows in the same commit parks it.
    leaveRunning(state, step);
    leaveQueues(state, step);
    step.phase = "parked";
    return;
  }
  if (leadsTo === "retry") {
    leaveRunning(state, step);
    leaveQueues(state, step);
    step.phase = "retrying";
    step.status = "pending";
    state.retrying.add(step.path);
    return;
  }
  if (leadsTo === "fallback") {
    const fallback = state.steps.get(stepPath(frame.path, step.planned.step.onError));
    if (fallback !== undefined && cover(state, frame, step, fallback)) return;
    step.handled = fallback?.status === "completed" || fallback?.status === "cached";
  }
  if (leadsTo === "continue") step.handled = true;
  if (leadsTo === "skip_rest") {
    step.handled = true;
    frame.skipRest = step.planned.step.id;
  }
  if (!step.handled) frame.failed ??= step.path;
  endStep(state, step, seq);
}

/** Lets the fallback run in the step's place; false when it has run already. */
function cover(state: RunState, frame: FrameState, step: StepState, fallback: StepState): boolean {
  if (fallback.phase === "ended") return false;
  leaveRunning(state, step);
  leaveQueues(state, step);
  step.phase = "covered";
  frame.active--;
  fallback.covers.push(step.path);
  if (fallback.phase === "dormant" || fallback.phase === "waiting") markReady(state, frame, fallback);
  return true;
}

/** Takes the step out of its frame's work and lets those after it go on. */
export function endStep(state: RunState, step: StepState, seq: number): void {
  const frame = frameOf(state, step);
  leaveRunning(state, step);
  leaveQueues(state, step);
  if (step.phase !== "waiting" && step.phase !== "dormant" && step.phase !== "covered") frame.active--;
  state.timed.delete(step.path);
  state.expired.delete(step.path);
  step.phase = "ended";
  step.endedSeq = seq;
  step.wake = undefined;
  step.parked = undefined;
  step.proposes = undefined;
  frame.remaining--;
  for (const path of step.covers.splice(0)) {
    const covered = stepAt(state, path);
    covered.handled = step.status === "completed" || step.status === "cached";
    if (!covered.handled) frame.failed ??= covered.path;
    endStep(state, covered, seq);
  }
  releaseDependents(state, frame, step);
  settleFrame(state, frame);
}

function releaseDependents(state: RunState, frame: FrameState, step: StepState): void {
  for (const id of bodyIndex(frame.body).dependents.get(step.planned.step.id) ?? []) {
    const next = stepAt(state, stepPath(frame.path, id));
    next.waiting--;
    if (next.waiting === 0 && next.phase === "waiting") markReady(state, frame, next);
  }
}

function settleFrame(state: RunState, frame: FrameState): void {
  state.stalled.delete(frame.path);
  if (frame.ended) return;
  if (frame.remaining > 0) {
    if (frame.active === 0) state.stalled.add(frame.path);
    return;
  }
  frame.ended = true;
  if (frame.parent === undefined) return;
  const parent = stepAt(state, frame.parent);
  if (parent.expansion === undefined) return;
  parent.expansion.ended++;
  openNextFrames(state, parent);
}

/** Opens frames up to the step's limit; when all have ended the step is due for its join. */
export function openNextFrames(state: RunState, step: StepState): void {
  const expansion = step.expansion;
  if (expansion === undefined) return;
  while (expansion.opened < expansion.frames.length && expansion.opened - expansion.ended < expansion.maxParallel) {
    const spec = expansion.frames[expansion.opened];
    expansion.opened++;
    if (spec === undefined) break;
    const body = step.planned.bodies[spec.body];
    if (body === undefined) throw new UnknownPath(`${step.path} (body ${spec.body})`);
    const frame = openFrame(state, {
      path: `${step.path}/${spec.key}`,
      parent: step.path,
      body,
      names: spec.names,
    });
    if (frame.remaining === 0) {
      frame.ended = true;
      expansion.ended++;
    }
  }
  if (expansion.ended === expansion.frames.length) {
    step.phase = "joining";
    state.joins.add(step.path);
  }
}
