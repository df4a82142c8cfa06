import type { Digest } from "../kernel/digest.ts";
import type { ErrorJson } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { Autonomy, Budget } from "../language/model.ts";
import type { Body, Plan, PlanStep } from "../language/plan/plan.ts";
import type { TreeId } from "../ports/workspace.ts";
import { bodyIndex } from "./body-index.ts";
import type { ArtifactRef, EventData, FrameSpec, Proposal, TokenCost, WakeSpec } from "./events.ts";
import { EMPTY_JOURNAL, type Head } from "./journal.ts";
import type { Checkpoint, StepContext } from "./step.ts";
import type { RunStatus, StepStatus } from "./view.ts";

/**
 * Where a step stands between events.
 *
 * `waiting` for the steps it comes after · `ready` · `running` · `expanded` (its frames are open) · `joining` (they have all ended) ·
 * `retrying` (waits for its next attempt) · `parked` · `covered` (failed, a fallback runs in its place) · `dormant` (a fallback nobody needs yet) · `ended`.
 */
export type Phase =
  | "waiting"
  | "ready"
  | "running"
  | "expanded"
  | "joining"
  | "retrying"
  | "parked"
  | "covered"
  | "dormant"
  | "ended";

export interface Expansion {
  readonly frames: readonly FrameSpec[];
  readonly maxParallel: number;
  readonly outputs: JsonObject;
  readonly rounds: number;
  opened: number;
  ended: number;
}

export interface Change {
  readonly from: TreeId;
  readonly to: TreeId;
  /** Of the event that recorded it. */
  readonly seq: number;
}

/** One instance of a step. Owned by its RunState: only `reduce` writes it. */
export interface StepState {
  readonly path: string;
  readonly frame: string;
  readonly planned: PlanStep;
  phase: Phase;
  status: StepStatus;
  /** Steps of the same body it still waits for. */
  waiting: number;
  /** Attempts begun in all, and those begun before the last resume (which gives a step its attempts anew). */
  attempt: number;
  attemptBase: number;
  /** It failed, and `on_error` took care of it. */
  handled: boolean;
  cached: boolean;
  /** What its result is kept under, once the cache was asked in vain. */
  cacheKey: Digest | undefined;
  outputs: JsonObject;
  evidence: JsonObject;
  artifacts: readonly ArtifactRef[];
  error: ErrorJson | undefined;
  skipReason: string | undefined;
  skipBecause: EventData["step.skipped"]["because"] | undefined;
  /** Milliseconds since the epoch. */
  startedAt: number | undefined;
  durationMs: number | undefined;
  inputTree: TreeId | undefined;
  tree: TreeId | undefined;
  /** What it changed in the run's files, in order: each from the tree the run had got to. */
  changes: Change[];
  /** Seqs of the events that last began and ended it; they order compensation and resumes. */
  startedSeq: number;
  endedSeq: number;
  checkpoints: Checkpoint[];
  parked: { readonly reason: string; readonly wake: WakeSpec } | undefined;
  /** What a person is asked to grant. */
  proposes: Proposal | undefined;
  /** Kinds of choices of its own code that were granted. */
  granted: readonly string[];
  wake: StepContext["wake"];
  retryAt: number | undefined;
  expansion: Expansion | undefined;
  /** Steps whose place this fallback takes. */
  covers: string[];
  cost: TokenCost;
  turns: number;
}

/** One opening of a body: the root (path "") or a frame of an expanded step. */
export interface FrameState {
  readonly path: string;
  /** Path of the step that opened it; undefined for the root. */
  readonly parent: string | undefined;
  readonly body: Body;
  readonly names: JsonObject;
  /** Steps that may begin, in the order they became so. */
  readonly ready: Set<string>;
  remaining: number;
  running: number;
  /** Steps that will go on by themselves: ready, running, expanded, joining, retrying or parked. */
  active: number;
  /** Path of the step whose failure nothing handled. */
  failed: string | undefined;
  /** Id of the step that ended the rest. */
  skipRest: string | undefined;
  cancelled: boolean;
  ended: boolean;
}

export interface Reservation {
  readonly path: string;
  readonly usd: number;
  readonly tokens: number;
}

export interface CompensationState {
  readonly reason: string;
  readonly paths: readonly string[];
  /** Index into `paths` of the next step to compensate. */
  next: number;
  attempt: number;
  retryAt: number | undefined;
  readonly failed: string[];
  status: "running" | "completed" | "failed";
}

/**
 * The fold of a run's journal (R2), and nothing else. `reduce` owns it and changes it in place, so that the work per event
 * does not grow with the length of the run.
 */
export interface RunState {
  readonly plan: Plan;
  head: Head;
  status: RunStatus | "new";
  created: EventData["run.created"] | undefined;
  runId: string;
  createdAt: number;
  updatedAt: number;
  inputs: JsonObject;
  /** As set so far; replaced, never changed in place. */
  variables: Readonly<Record<string, Json>>;
  /** As they were when the run began. */
  openingVariables: JsonObject;
  /** How often a worker took the run. */
  attempt: number;
  worker: string | undefined;
  fence: number;
  tree: TreeId | undefined;
  baseTree: TreeId | undefined;
  baseCommit: string | undefined;
  outputs: JsonObject;
  error: ErrorJson | undefined;
  parked: { readonly reason: string; readonly wake: WakeSpec } | undefined;
  cancel: { readonly by: string; readonly reason: string } | undefined;
  /** Seq of the event that asked for it: what begins later is clean-up, and runs to its end. */
  cancelSeq: number;
  readonly steps: Map<string, StepState>;
  readonly frames: Map<string, FrameState>;
  /** Frames with ready steps; what `decide` looks at. */
  readonly readyFrames: Set<string>;
  readonly joins: Set<string>;
  readonly retrying: Set<string>;
  readonly parkedSteps: Set<string>;
  readonly running: Set<string>;
  /** Steps with open frames and a timeout, and those of them whose time is over. */
  readonly timed: Set<string>;
  readonly expired: Set<string>;
  /** Frames in which nothing goes on by itself any more though steps remain. */
  readonly stalled: Set<string>;
  cost: TokenCost;
  /** What a fork brought along: counted by its budget, not shown as its own cost. */
  inherited: TokenCost;
  turns: number;
  readonly reservations: Map<string, Reservation>;
  addedBudget: Budget;
  /** What the last resume said of it. */
  autonomy: Autonomy | undefined;
  cacheHits: number;
  cacheMisses: number;
  savedUsd: number;
  savedMs: number;
  compensation: CompensationState | undefined;
  /** Somebody asked for what was done to be undone; nothing else goes on until it is. */
  rollback: { readonly by: string; readonly seq: number } | undefined;
  readonly effects: Map<string, JsonObject>;
  /** Milliseconds the run was under way, parked times left out, up to the last start. */
  activeMs: number;
  activeSince: number | undefined;
}

export const NO_COST: TokenCost = {
  usd: 0,
  input_tokens: 0,
  output_tokens: 0,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
};

/** The state before any event. */
export function initialState(plan: Plan): RunState {
  const state: RunState = {
    plan,
    head: EMPTY_JOURNAL,
    status: "new",
    created: undefined,
    runId: "",
    createdAt: 0,
    updatedAt: 0,
    inputs: {},
    variables: {},
    openingVariables: {},
    attempt: 0,
    worker: undefined,
    fence: 0,
    tree: undefined,
    baseTree: undefined,
    baseCommit: undefined,
    outputs: {},
    error: undefined,
    parked: undefined,
    cancel: undefined,
    cancelSeq: 0,
    steps: new Map(),
    frames: new Map(),
    readyFrames: new Set(),
    joins: new Set(),
    retrying: new Set(),
    parkedSteps: new Set(),
    running: new Set(),
    timed: new Set(),
    expired: new Set(),
    stalled: new Set(),
    cost: NO_COST,
    inherited: NO_COST,
    turns: 0,
    reservations: new Map(),
    addedBudget: {},
    autonomy: undefined,
    cacheHits: 0,
    cacheMisses: 0,
    savedUsd: 0,
    savedMs: 0,
    compensation: undefined,
    rollback: undefined,
    effects: new Map(),
    activeMs: 0,
    activeSince: undefined,
  };
  openFrame(state, { path: "", parent: undefined, body: plan.root, names: {} });
  return state;
}

/** The path of a step in a frame. */
export function stepPath(frame: string, id: string): string {
  return frame === "" ? id : `${frame}/${id}`;
}

/** Adds a frame and its steps to the state; those that wait for nothing become ready. */
export function openFrame(state: RunState, frame: Pick<FrameState, "path" | "parent" | "body" | "names">): FrameState {
  const opened: FrameState = {
    ...frame,
    ready: new Set(),
    remaining: frame.body.steps.length,
    running: 0,
    active: 0,
    failed: undefined,
    skipRest: undefined,
    cancelled: false,
    ended: false,
  };
  state.frames.set(frame.path, opened);
  const index = bodyIndex(frame.body);
  for (const planned of frame.body.steps) {
    const step = newStep(stepPath(frame.path, planned.step.id), frame.path, planned);
    step.waiting = index.before.get(planned.step.id)?.length ?? 0;
    state.steps.set(step.path, step);
    if (planned.fallbackOnly) step.phase = "dormant";
    else if (step.waiting === 0) markReady(state, opened, step);
  }
  if (opened.remaining > 0 && opened.active === 0) state.stalled.add(opened.path);
  return opened;
}

export function newStep(path: string, frame: string, planned: PlanStep): StepState {
  return {
    path,
    frame,
    planned,
    phase: "waiting",
    status: "pending",
    waiting: 0,
    attempt: 0,
    attemptBase: 0,
    handled: false,
    cached: false,
    cacheKey: undefined,
    outputs: {},
    evidence: {},
    artifacts: [],
    error: undefined,
    skipReason: undefined,
    skipBecause: undefined,
    startedAt: undefined,
    durationMs: undefined,
    inputTree: undefined,
    tree: undefined,
    changes: [],
    startedSeq: 0,
    endedSeq: 0,
    checkpoints: [],
    parked: undefined,
    proposes: undefined,
    granted: [],
    wake: undefined,
    retryAt: undefined,
    expansion: undefined,
    covers: [],
    cost: NO_COST,
    turns: 0,
  };
}

/** Makes a step one that may begin. */
export function markReady(state: RunState, frame: FrameState, step: StepState): void {
  if (step.phase === "waiting" || step.phase === "dormant" || step.phase === "ended") frame.active++;
  step.phase = "ready";
  frame.ready.add(step.path);
  state.readyFrames.add(frame.path);
}

/** @throws Error when the journal names a step its plan doesn't have: a journal of another workflow */
export function stepAt(state: RunState, path: string): StepState {
  const step = state.steps.get(path);
  if (step === undefined) throw new UnknownPath(path);
  return step;
}

export function frameOf(state: RunState, step: StepState): FrameState {
  const frame = state.frames.get(step.frame);
  if (frame === undefined) throw new UnknownPath(step.frame);
  return frame;
}

/** The journal speaks of a step or frame the plan doesn't have. */
export class UnknownPath extends Error {
  override readonly name = "UnknownPath";
  constructor(path: string) {
    super(`the workflow has no step at "${path}"`);
  }
}

export function addCost(a: TokenCost, b: TokenCost): TokenCost {
  return {
    usd: a.usd + b.usd,
    input_tokens: a.input_tokens + b.input_tokens,
    output_tokens: a.output_tokens + b.output_tokens,
    cache_read_tokens: a.cache_read_tokens + b.cache_read_tokens,
    cache_write_tokens: a.cache_write_tokens + b.cache_write_tokens,
  };
}

export function subtractCost(a: TokenCost, b: TokenCost): TokenCost {
  return addCost(a, {
    usd: -b.usd,
    input_tokens: -b.input_tokens,
    output_tokens: -b.output_tokens,
    cache_read_tokens: -b.cache_read_tokens,
    cache_write_tokens: -b.cache_write_tokens,
  });
}
