import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../language/plan/plan.ts";
import { bodyIndex } from "./body-index.ts";
import { initialState, type FrameState, type RunState, type StepState } from "./state.ts";

/** Raised whenever what the fold holds changes: a fold of another version is not read, the journal is. */
const FOLD_VERSION = 2;

/** Events a run has before its fold is worth storing: reading fewer takes less time than storing them would, over and over. */
const FIRST_FOLD_AT = 2_000;

/**
 * Whether a run's fold is to be stored again. Each covers half as many events more than the one before, so that what storing them costs
 * stays in proportion to the journal, however long it gets.
 */
export function isFoldDue(seq: number, foldedSeq: number): boolean {
  return seq - foldedSeq >= Math.max(FIRST_FOLD_AT, foldedSeq / 2);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface StoredFold {
  readonly version: number;
  readonly state: Readonly<Record<string, Json>>;
  readonly steps: readonly StoredStep[];
  readonly frames: readonly StoredFrame[];
}

type StoredStep = Omit<StepState, "planned">;
type StoredFrame = Omit<FrameState, "body" | "ready"> & { readonly body: string; readonly ready: readonly string[] };

/** Members of the state that are sets of paths. */
const SETS = ["readyFrames", "joins", "retrying", "parkedSteps", "running", "timed", "expired", "stalled"] as const;
/** Members that are maps from a name to JSON. */
const MAPS = ["reservations", "effects"] as const;

/** The state as bytes: everything but what follows from the plan. */
export function storeFold(state: RunState): Uint8Array {
  const { plan: _plan, steps, frames, ...rest } = state;
  const plain: Record<string, unknown> = { ...rest };
  for (const name of SETS) plain[name] = [...state[name]];
  for (const name of MAPS) plain[name] = [...state[name]];
  const fold = {
    version: FOLD_VERSION,
    state: plain,
    steps: [...steps.values()].map(({ planned: _planned, ...step }) => step),
    frames: [...frames.values()].map(({ body, ready, ...frame }) => ({
      ...frame,
      body: body.name,
      ready: [...ready],
    })),
  };
  return encoder.encode(JSON.stringify(fold));
}

/** The state a stored fold holds; undefined when another version wrote it or it doesn't fit the plan. */
export function readFold(plan: Plan, bytes: Uint8Array): RunState | undefined {
  try {
    const fold = JSON.parse(decoder.decode(bytes)) as StoredFold;
    return fold.version === FOLD_VERSION ? restore(plan, fold) : undefined;
  } catch (error) {
    if (error instanceof PawlError || error instanceof TypeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function restore(plan: Plan, fold: StoredFold): RunState {
  const blank = initialState(plan);
  // JSON has no undefined: members that are absent are those of a state before any event.
  const state = { ...blank, ...withoutContainers(fold.state) };
  for (const name of SETS) fill(state[name], fold.state[name] as readonly string[]);
  for (const name of MAPS) fillMap(state[name] as Map<string, Json>, fold.state[name] as readonly [string, Json][]);
  const stored = new Map(fold.steps.map((step) => [step.path, step]));
  state.steps.clear();
  state.frames.clear();
  for (const { body: name, ready, ...frame } of fold.frames) {
    const parent = frame.parent === undefined ? undefined : state.steps.get(frame.parent);
    const body = frame.parent === undefined ? plan.root : parent?.planned.bodies[name];
    if (body === undefined) throw new TypeError(`the plan has no body ${name} at ${frame.path}`);
    state.frames.set(frame.path, { ...blankFrame(frame), body, ready: new Set(ready) });
    const { byId } = bodyIndex(body);
    for (const [id, planned] of byId) {
      const path = frame.path === "" ? id : `${frame.path}/${id}`;
      const step = stored.get(path);
      if (step === undefined) throw new TypeError(`the stored fold has no step ${path}`);
      state.steps.set(path, { ...BLANK_STEP, ...step, planned });
    }
  }
  return state;
}

function withoutContainers(stored: Readonly<Record<string, Json>>): Partial<RunState> {
  const left: Record<string, Json> = {};
  const containers: ReadonlySet<string> = new Set([...SETS, ...MAPS]);
  for (const [name, value] of Object.entries(stored)) if (!containers.has(name)) left[name] = value;
  return left as unknown as Partial<RunState>;
}

function fill(set: Set<string>, values: readonly string[]): void {
  set.clear();
  for (const value of values) set.add(value);
}

function fillMap(map: Map<string, Json>, entries: readonly [string, Json][]): void {
  for (const [key, value] of entries) map.set(key, value);
}

function blankFrame<T extends { readonly parent?: string | undefined }>(
  frame: T,
): T & Pick<FrameState, "parent" | "failed" | "skipRest"> {
  return { failed: undefined, skipRest: undefined, ...frame, parent: frame.parent };
}

/** The members of a step that JSON leaves out when they are undefined. */
const BLANK_STEP = {
  cacheKey: undefined,
  error: undefined,
  skipReason: undefined,
  skipBecause: undefined,
  startedAt: undefined,
  durationMs: undefined,
  inputTree: undefined,
  tree: undefined,
  parked: undefined,
  proposes: undefined,
  wake: undefined,
  retryAt: undefined,
  expansion: undefined,
} as const;
