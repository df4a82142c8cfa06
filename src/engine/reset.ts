import { bodyIndex } from "./body-index.ts";
import {
  frameOf,
  markReady,
  newStep,
  stepAt,
  stepPath,
  type FrameState,
  type RunState,
  type StepState,
} from "./state.ts";

/**
 * What a resume runs again: steps that failed unhandled, were cancelled, were compensated or were skipped because of a failure, and
 * everything that comes after them; with `from`, that step afresh and everything after it. Completed steps before them are held.
 *
 * An expanded step keeps its frames: only what failed inside runs again. `from` on the step itself drops them.
 */
export function resetForResume(state: RunState, from: string | undefined): void {
  if (from !== undefined) {
    const step = stepAt(state, from);
    restartAfresh(state, step);
    for (const after of downstream(state, step)) restartAfresh(state, after);
    reopenParents(state, frameOf(state, step));
  }
  resetFrame(state, "");
}

/** Whether a resume runs steps again: one of a run that is over does; one that goes on with a parked or orphaned run doesn't. */
export function runsAgain(state: RunState, from: string | undefined): boolean {
  return from !== undefined || state.status === "failed" || state.status === "cancelled";
}

/** Paths `resetForResume` would run again and that had begun: the workspace goes back to before the first of them. */
export function pathsToReset(state: RunState, from: string | undefined): ReadonlySet<string> {
  const paths = new Set<string>();
  if (!runsAgain(state, from)) return paths;
  if (from !== undefined) {
    const step = stepAt(state, from);
    for (const one of [step, ...downstream(state, step)]) addWithInner(state, one.path, paths);
  }
  for (const step of state.steps.values()) {
    if (step.phase !== "ended" || !isToRunAgain(step)) continue;
    if (hasFailedInside(state, step)) continue;
    addWithInner(state, step.path, paths);
    for (const after of downstream(state, step)) addWithInner(state, after.path, paths);
  }
  return paths;
}

function addWithInner(state: RunState, path: string, paths: Set<string>): void {
  paths.add(path);
  if (state.steps.get(path)?.expansion === undefined) return;
  for (const inner of state.steps.keys()) if (inner.startsWith(`${path}/`)) paths.add(inner);
}

function isToRunAgain(step: StepState): boolean {
  if (step.status === "cancelled" || step.status === "compensated") return true;
  if (step.status === "failed") return !step.handled;
  return step.status === "skipped" && (step.skipBecause === "failure" || step.skipBecause === "unused");
}

/** Whether a step of its last expansion is what failed, so that the step itself need not begin again. */
function hasFailedInside(state: RunState, step: StepState): boolean {
  return (step.expansion?.frames ?? []).some((spec) => {
    const frame = state.frames.get(`${step.path}/${spec.key}`);
    return frame !== undefined && (frame.failed !== undefined || frame.cancelled || !frame.ended);
  });
}

function resetFrame(state: RunState, framePath: string): void {
  const frame = state.frames.get(framePath);
  if (frame === undefined) return;
  const again = new Set<string>();
  for (const planned of frame.body.steps) {
    const step = stepAt(state, stepPath(framePath, planned.step.id));
    if (step.phase !== "ended") {
      for (const spec of step.expansion?.frames ?? []) resetFrame(state, `${step.path}/${spec.key}`);
      continue;
    }
    if (!isToRunAgain(step)) continue;
    again.add(step.path);
    for (const after of downstream(state, step)) again.add(after.path);
  }
  frame.failed = undefined;
  frame.skipRest = undefined;
  frame.cancelled = false;
  for (const path of again) {
    const step = stepAt(state, path);
    if (step.phase !== "ended") continue;
    if (hasFailedInside(state, step)) reopen(state, frame, step);
    else restart(state, frame, step);
  }
  recount(state, frame);
}

/** The steps of the same frame that come after, at any distance. */
function downstream(state: RunState, step: StepState): StepState[] {
  const frame = frameOf(state, step);
  const { dependents } = bodyIndex(frame.body);
  const seen = new Set<string>([step.planned.step.id]);
  const queue = [step.planned.step.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const next of dependents.get(id) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  seen.delete(step.planned.step.id);
  return [...seen].map((id) => stepAt(state, stepPath(frame.path, id)));
}

/** Back to before its first attempt, its attempts given anew; what it learnt (checkpoints) and spent stays. */
function restart(state: RunState, frame: FrameState, step: StepState): void {
  const { attempt, checkpoints, cost, turns } = step;
  dropFrames(state, step);
  Object.assign(step, newStep(step.path, step.frame, step.planned), {
    attempt,
    attemptBase: attempt,
    checkpoints,
    cost,
    turns,
  });
  frame.remaining++;
}

function restartAfresh(state: RunState, step: StepState): void {
  if (step.phase !== "ended" && step.phase !== "parked") {
    step.checkpoints = [];
    return;
  }
  state.parkedSteps.delete(step.path);
  restart(state, frameOf(state, step), step);
  step.checkpoints = [];
}

function reopen(state: RunState, frame: FrameState, step: StepState): void {
  const expansion = step.expansion;
  if (expansion === undefined) return;
  step.phase = "expanded";
  step.status = "running";
  step.error = undefined;
  step.handled = false;
  frame.remaining++;
  for (const spec of expansion.frames.slice(0, expansion.opened)) resetFrame(state, `${step.path}/${spec.key}`);
  expansion.ended = expansion.frames.slice(0, expansion.opened).filter((spec) => {
    return state.frames.get(`${step.path}/${spec.key}`)?.ended ?? true;
  }).length;
}

/** After `from` inside a frame: every step around it is under way again, and what comes after those runs again. */
function reopenParents(state: RunState, inner: FrameState): void {
  let frame: FrameState = inner;
  while (frame.parent !== undefined) {
    recount(state, frame);
    const parent = stepAt(state, frame.parent);
    const around = frameOf(state, parent);
    if (parent.phase === "ended") {
      for (const after of downstream(state, parent)) restartAfresh(state, after);
      reopen(state, around, parent);
    } else if (parent.phase === "joining" && parent.expansion !== undefined) {
      state.joins.delete(parent.path);
      parent.phase = "expanded";
      parent.expansion.ended--;
    }
    frame = around;
  }
}

function dropFrames(state: RunState, step: StepState): void {
  if (step.expansion === undefined) return;
  const inside = `${step.path}/`;
  for (const path of state.steps.keys()) {
    if (!path.startsWith(inside)) continue;
    state.steps.delete(path);
    for (const set of [state.running, state.retrying, state.parkedSteps, state.joins, state.timed, state.expired])
      set.delete(path);
  }
  for (const path of state.frames.keys()) {
    if (!path.startsWith(inside)) continue;
    state.frames.delete(path);
    state.readyFrames.delete(path);
    state.stalled.delete(path);
  }
}

/** Works out anew what the frame's steps wait for; the only place where work grows with a body's size, once per resume. */
function recount(state: RunState, frame: FrameState): void {
  const index = bodyIndex(frame.body);
  frame.ready.clear();
  state.readyFrames.delete(frame.path);
  state.stalled.delete(frame.path);
  frame.active = 0;
  frame.running = 0;
  frame.remaining = 0;
  for (const planned of frame.body.steps) {
    const step = stepAt(state, stepPath(frame.path, planned.step.id));
    if (step.phase !== "ended") frame.remaining++;
  }
  for (const planned of frame.body.steps) {
    const step = stepAt(state, stepPath(frame.path, planned.step.id));
    if (step.phase === "ended" || step.phase === "covered") continue;
    if (step.phase !== "waiting" && step.phase !== "dormant" && step.phase !== "ready") {
      frame.active++;
      if (step.phase === "running") frame.running++;
      continue;
    }
    const before = index.before.get(planned.step.id) ?? [];
    step.waiting = before.filter((id) => stepAt(state, stepPath(frame.path, id)).phase !== "ended").length;
    if (step.phase === "ready") frame.active++;
    if (step.phase === "ready") markReady(state, frame, step);
    else if (planned.fallbackOnly) step.phase = "dormant";
    else if (step.waiting === 0) markReady(state, frame, step);
    else step.phase = "waiting";
  }
  frame.ended = frame.remaining === 0;
  if (!frame.ended && frame.active === 0) state.stalled.add(frame.path);
}
