import { frameOf, stepAt, stepPath, type FrameState, type RunState, type StepState } from "./state.ts";
import type { EventData, WakeSpec } from "./events.ts";

/** What the driver is to do next. Each one leads to at least one event about the same path, which is how a replay is checked. */
export type Command =
  | { readonly do: "begin"; readonly path: string; readonly attempt: number }
  | {
      readonly do: "skip";
      readonly path: string;
      readonly reason: string;
      readonly because: NonNullable<EventData["step.skipped"]["because"]>;
    }
  | { readonly do: "cancel"; readonly path: string; readonly reason: string }
  | { readonly do: "join"; readonly path: string }
  | { readonly do: "wake"; readonly path: string }
  /** The step's frames are still open when its time is over: they are stopped. */
  | { readonly do: "abort"; readonly path: string }
  /** They have all ended: the step fails with its timeout. */
  | { readonly do: "expire"; readonly path: string }
  /** Nothing to do before this time (milliseconds since the epoch), unless something under way ends. */
  | { readonly do: "wait"; readonly until: number }
  | { readonly do: "park"; readonly reason: string; readonly wake: WakeSpec }
  | { readonly do: "compensate"; readonly path: string; readonly attempt: number }
  | { readonly do: "start_compensation"; readonly reason: string; readonly paths: readonly string[] }
  | { readonly do: "finish_compensation"; readonly status: "completed" | "failed"; readonly failed: readonly string[] }
  | { readonly do: "complete" }
  | { readonly do: "fail"; readonly path: string }
  | { readonly do: "cancel_run" };

/** A wait longer than this gives the process back when nothing else is under way. */
export const LONGEST_WAIT_HELD_MS = 60_000;

/**
 * What a run does next. Deterministic: the same state and time give the same commands in the same order; it never looks at the whole run,
 * only at what became ready.
 *
 * @param now milliseconds since the epoch; only timers depend on it
 */
export function decide(state: RunState, now: number): readonly Command[] {
  if (state.status !== "running") return [];
  const root = state.frames.get("");
  if (root === undefined) return [];
  if (state.rollback !== undefined) return [rollingBack(state, root, state.rollback, now)];
  if (root.ended) return [ending(state, root, now)];
  const commands: Command[] = [];
  for (const framePath of state.readyFrames) {
    const frame = state.frames.get(framePath);
    if (frame !== undefined) beginReady(state, frame, commands);
  }
  for (const path of state.joins) {
    if (state.expired.has(path)) commands.push({ do: "expire", path });
    else
      commands.push(
        state.cancel === undefined || isCleanUp(state, stepAt(state, path))
          ? { do: "join", path }
          : { do: "cancel", path, reason: state.cancel.reason },
      );
  }
  if (commands.length > 0) return commands;
  for (const framePath of state.stalled) {
    const frame = state.frames.get(framePath);
    if (frame !== undefined) skipUnused(state, frame, commands);
  }
  if (commands.length > 0) return commands;
  return timers(state, now);
}

function beginReady(state: RunState, frame: FrameState, commands: Command[]): void {
  let room = frame.body.maxParallel - frame.running;
  for (const path of frame.ready) {
    const step = stepAt(state, path);
    const command = fate(state, frame, step);
    if (command.do === "begin") {
      if (room <= 0) continue;
      room--;
    }
    commands.push(command);
    // Without a failure every ready step of a full frame would only be looked at in vain.
    if (room <= 0 && frame.failed === undefined && frame.skipRest === undefined && state.cancel === undefined) break;
  }
}

/** What becomes of a step that is ready. */
function fate(state: RunState, frame: FrameState, step: StepState): Command {
  const { path, planned } = step;
  for (const around of state.expired) {
    if (path.startsWith(`${around}/`)) return { do: "cancel", path, reason: `the time of ${around} is over` };
  }
  const begin: Command = { do: "begin", path, attempt: step.attempt + 1 };
  if (state.cancel !== undefined && !isCleanUp(state, step)) {
    if (planned.statusAware && step.attempt === step.attemptBase) return begin;
    return { do: "cancel", path, reason: state.cancel.reason };
  }
  if (planned.statusAware || step.covers.length > 0) return begin;
  const failedNeed = planned.needs.find((id) => isFailed(state, frame, id));
  if (failedNeed !== undefined) {
    return { do: "skip", path, reason: `needs ${failedNeed}, which failed`, because: "failure" };
  }
  if (frame.failed !== undefined && step.attempt === step.attemptBase && step.wake === undefined) {
    const reason = `an earlier step failed: ${idOf(state, frame.failed)}`;
    return { do: "skip", path, reason, because: "failure" };
  }
  if (frame.skipRest !== undefined) {
    return { do: "skip", path, reason: `${frame.skipRest} failed and skips the rest`, because: "rest" };
  }
  return begin;
}

/** Whether the step, or one around it, began after the run was cancelled: it runs to its end, as on GitHub. */
function isCleanUp(state: RunState, step: StepState): boolean {
  for (let one: StepState | undefined = step; one !== undefined;) {
    if (one.startedSeq > state.cancelSeq) return true;
    const { parent } = frameOf(state, one);
    one = parent === undefined ? undefined : stepAt(state, parent);
  }
  return false;
}

function isFailed(state: RunState, frame: FrameState, id: string): boolean {
  const step = state.steps.get(stepPath(frame.path, id));
  if (step === undefined || step.phase !== "ended") return false;
  if (step.status === "failed") return !step.handled;
  return step.status === "cancelled" || (step.status === "skipped" && step.skipBecause === "failure");
}

function idOf(state: RunState, path: string): string {
  return stepAt(state, path).planned.step.id;
}

/** Fallbacks that nobody needed, and what waits for them in vain, let the frame end. */
function skipUnused(state: RunState, frame: FrameState, commands: Command[]): void {
  for (const planned of frame.body.steps) {
    const step = stepAt(state, stepPath(frame.path, planned.step.id));
    if (step.phase !== "dormant") continue;
    commands.push({
      do: "skip",
      path: step.path,
      reason: "no step failed that it stands in for",
      because: "unused",
    });
  }
}

function timers(state: RunState, now: number): readonly Command[] {
  let soonest: number | undefined;
  const due: Command[] = [];
  for (const path of state.retrying) {
    const step = stepAt(state, path);
    const at = step.retryAt ?? now;
    if (at <= now) due.push({ do: "begin", path, attempt: step.attempt + 1 });
    else soonest = Math.min(soonest ?? at, at);
  }
  for (const path of state.parkedSteps) {
    const at = stepAt(state, path).parked?.wake.at;
    if (at === undefined) continue;
    const time = Date.parse(at);
    if (time <= now) due.push({ do: "wake", path });
    else soonest = Math.min(soonest ?? time, time);
  }
  for (const path of state.timed) {
    const { startedAt = now, planned } = stepAt(state, path);
    const over = startedAt + (planned.step.timeoutMs ?? 0);
    if (over <= now) due.push({ do: "abort", path });
    else soonest = Math.min(soonest ?? over, over);
  }
  if (due.length > 0) return due;
  if (state.running.size > 0) return soonest === undefined ? [] : [{ do: "wait", until: soonest }];
  if (soonest !== undefined && soonest - now <= LONGEST_WAIT_HELD_MS) return [{ do: "wait", until: soonest }];
  if (state.parkedSteps.size > 0 || state.retrying.size > 0) return [park(state, soonest)];
  return [];
}

function park(state: RunState, soonest: number | undefined): Command {
  let wake: WakeSpec = soonest === undefined ? {} : { at: new Date(soonest).toISOString() };
  const reasons: string[] = [];
  for (const path of state.parkedSteps) {
    const parked = stepAt(state, path).parked;
    if (parked === undefined) continue;
    reasons.push(parked.reason);
    wake = { ...parked.wake, ...wake };
  }
  for (const path of state.retrying) reasons.push(`${path} waits for its next attempt`);
  return { do: "park", reason: reasons.join("; "), wake };
}

/** The root has ended: what the run ends as, its compensation first. */
function ending(state: RunState, root: FrameState, now: number): Command {
  if (root.failed === undefined && !root.cancelled && state.cancel === undefined) return { do: "complete" };
  const end = badEnd(state, root);
  if (end.do !== "fail" || state.plan.workflow.rollback !== "automatic") return end;
  return undoing(state, `${idOf(state, end.path)} failed`, now) ?? end;
}

/** A run that had ended is rolled back: it ends again as it had, unless somebody cancels the rollback. */
function rollingBack(
  state: RunState,
  root: FrameState,
  rollback: NonNullable<RunState["rollback"]>,
  now: number,
): Command {
  const end = badEnd(state, root);
  if (state.cancelSeq > rollback.seq) return end;
  return undoing(state, `${rollback.by} asked for it`, now) ?? end;
}

function badEnd(state: RunState, root: FrameState): Extract<Command, { readonly do: "fail" | "cancel_run" }> {
  if (state.cancel !== undefined || root.failed === undefined) return { do: "cancel_run" };
  return { do: "fail", path: root.failed };
}

/** The next part of a compensation; undefined when there is nothing to undo, or it is done. */
function undoing(state: RunState, reason: string, now: number): Command | undefined {
  const compensation = state.compensation;
  if (compensation === undefined) {
    const paths = toCompensate(state);
    return paths.length === 0 ? undefined : { do: "start_compensation", reason, paths };
  }
  if (compensation.status !== "running") return undefined;
  const path = compensation.paths[compensation.next];
  if (path === undefined) {
    const status = compensation.failed.length === 0 ? "completed" : "failed";
    return { do: "finish_compensation", status, failed: compensation.failed };
  }
  const retryAt = compensation.retryAt;
  if (retryAt !== undefined && retryAt > now) return { do: "wait", until: retryAt };
  return { do: "compensate", path, attempt: compensation.attempt + 1 };
}

/** Paths of completed steps that can be undone, latest first. Runs once per failed run, so it may look at all of them. */
export function toCompensate(state: RunState): readonly string[] {
  return [...state.steps.values()]
    .filter((step) => step.planned.step.compensate !== undefined)
    .filter((step) => step.status === "completed" && step.phase === "ended")
    .toSorted((a, b) => b.endedSeq - a.endedSeq)
    .map((step) => step.path);
}

/** What `success()`, `failure()` and `cancelled()` mean for a step. */
export function statusAround(state: RunState, step: StepState): "success" | "failure" | "cancelled" {
  if (state.cancel !== undefined) return "cancelled";
  let frame: FrameState | undefined = frameOf(state, step);
  while (frame !== undefined) {
    if (frame.failed !== undefined) return "failure";
    frame = frame.parent === undefined ? undefined : frameOf(state, stepAt(state, frame.parent));
  }
  return "success";
}
