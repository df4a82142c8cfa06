import type { ErrorJson } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { Digest } from "../kernel/digest.ts";
import type { Autonomy } from "../language/model.ts";
import type { TreeId } from "../ports/workspace.ts";

/**
 * The journal's events, version 1. Names and meanings never change once released: a later version adds, and old journals are replayed for ever.
 *
 * `path` names a step instance: ids and frame keys joined by `/`: `build`, `each/3/test`, `fix/verify-1/tests`.
 * A frame is one opening of a body: `each/3` is the body of `each` for its fourth item.
 */
export interface JournalEvent<T extends EventType = EventType> {
  readonly v: 1;
  readonly seq: number;
  /** ISO 8601, UTC, milliseconds. For people: order is `seq`. */
  readonly at: string;
  readonly run: string;
  /** SHA-256 of the canonical JSON of the event before; 64 zeros for the first. */
  readonly prev: Digest;
  readonly type: T;
  readonly data: EventData[T];
}

export type EventType = keyof EventData;

/** An event before it has its place in the chain. */
export type NewEvent = { readonly [T in EventType]: { readonly type: T; readonly data: EventData[T] } }[EventType];

/** What a value too large for an event line becomes: its bytes are a blob of the run store. */
export interface BlobRef {
  readonly $blob: Digest;
  readonly bytes: number;
}

export interface TokenCost {
  readonly usd: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_read_tokens: number;
  readonly cache_write_tokens: number;
}

export interface ArtifactRef {
  readonly name: string;
  readonly digest: Digest;
  readonly bytes: number;
  readonly media_type: string;
  readonly version: number;
  readonly url?: string;
}

export interface FrameSpec {
  /** Unique within the step: `0`, `then`, `verify-2`. */
  readonly key: string;
  /** The body of the step it opens. */
  readonly body: string;
  /** Names its steps see: `item`, `index`, `matrix`. */
  readonly names: JsonObject;
}

/** What wakes a parked run: any one of these. */
export interface WakeSpec {
  readonly approval?: {
    readonly path: string;
    readonly tree?: TreeId;
    readonly message: string;
    /** What the run has changed so far, where that is known. */
    readonly files?: readonly string[];
  };
  readonly event?: { readonly path: string; readonly name: string; readonly match?: JsonObject };
  /** ISO 8601. */
  readonly at?: string;
  readonly budget?: {
    readonly path?: string;
    readonly dimension: string;
    readonly limit: number;
    readonly needed: number;
    readonly scope: string;
  };
}

/** What the engine would do on its own, where it has to ask first. */
export interface Proposal {
  /** `substitute`: what the step's own code would do instead of what it was asked to. */
  readonly does: "retry" | "continue" | "skip_rest" | "fallback" | "substitute";
  readonly reason: string;
  /** The step that would take over. */
  readonly to?: string;
  /** The kind of decision of the step's own code. */
  readonly choice?: string;
}

export interface EventData {
  "run.created": {
    readonly workflow: string;
    readonly version: string;
    /** Blob of the normalised Workflow (language/model.ts) as JSON. */
    readonly definition: BlobRef;
    readonly definition_file: string;
    readonly engine: string;
    readonly inputs: JsonObject;
    readonly actor?: string;
    /** What started it, pinned: event name, issue, text hash, head sha (G3). */
    readonly trigger: JsonObject;
    /** The `issue`, `repo`, `run`, `project` contexts as expressions see them. */
    readonly contexts: JsonObject;
    /** The run that started this one, and the names of the workflows above it, outermost first. */
    readonly parent?: { readonly run: string; readonly path: string; readonly chain?: readonly string[] };
    readonly forked_from?: { readonly run: string; readonly step: string };
    readonly labels: Readonly<Record<string, string>>;
    /** The caller's limits; they stand before the workflow's. */
    readonly budget?: JsonObject;
    /** The caller's word on it; it stands before the workflow's. */
    readonly autonomy?: Autonomy;
  };
  /** A worker took the run, the first time or again. */
  "run.started": {
    readonly worker: string;
    readonly fence: number;
    readonly host: string;
    readonly pid: number;
    readonly base_tree?: TreeId;
    readonly base_commit?: string;
    readonly variables: JsonObject;
  };
  "run.resumed": {
    readonly by: string;
    readonly from?: string;
    readonly reason: string;
    readonly budget?: JsonObject;
    readonly autonomy?: Autonomy;
    /** Nothing runs again: what was done is undone, and the run ends as it had. */
    readonly rollback?: boolean;
    readonly inputs?: JsonObject;
    /** What the workspace goes on from: the input tree of the first step that runs again, with what was changed by hand. */
    readonly tree?: TreeId;
    /** Paths that a person had changed since the run ended. */
    readonly changed_by_hand?: readonly string[];
  };
  "step.started": {
    readonly path: string;
    readonly attempt: number;
    readonly tree?: TreeId;
    /** Resolved fields, redacted, as evidence: the command that ran, the prompt that was sent (large ones as blobs). */
    readonly resolved: JsonObject;
    readonly cache_key?: Digest;
  };
  /** Something a running step wants back after a crash: an agent's turn. */
  "step.progressed": {
    readonly path: string;
    readonly attempt: number;
    readonly kind: string;
    readonly data: JsonObject;
    readonly tree?: TreeId;
  };
  "step.expanded": {
    readonly path: string;
    readonly frames: readonly FrameSpec[];
    readonly max_parallel: number;
    readonly outputs?: JsonObject;
    /** What the step had written before its frames opened. */
    readonly tree?: TreeId;
  };
  "step.completed": {
    readonly path: string;
    readonly outputs: JsonObject;
    readonly artifacts: readonly ArtifactRef[];
    readonly tree?: TreeId;
    readonly duration_ms: number;
    /** Facts for the evidence: exit code, command, changed files, model, provider. */
    readonly evidence: JsonObject;
  };
  "step.cached": {
    readonly path: string;
    readonly cache_key: Digest;
    readonly outputs: JsonObject;
    readonly artifacts: readonly ArtifactRef[];
    readonly tree?: TreeId;
    readonly evidence: JsonObject;
    readonly saved: { readonly duration_ms: number; readonly usd: number };
    readonly from_run: string;
  };
  "step.failed": {
    readonly path: string;
    readonly attempt: number;
    readonly error: ErrorJson;
    readonly outputs: JsonObject;
    readonly tree?: TreeId;
    readonly duration_ms: number;
    readonly evidence: JsonObject;
    /** What it made before it failed: a transcript, a patch. */
    readonly artifacts?: readonly ArtifactRef[];
    /** What the engine does about it; `ask`: a person decides, and `step.parked` says about what. */
    readonly leads_to: "fail" | "continue" | "skip_rest" | "retry" | "fallback" | "ask";
  };
  "step.skipped": {
    readonly path: string;
    readonly reason: string;
    /** `condition`: its `when` was false. `failure`: a step before it failed, so that a resume tries it again. `unused`: a fallback nobody needed. */
    readonly because?: "condition" | "failure" | "rest" | "unused";
  };
  /** The step waits for people, an event, a time or money; it runs again with what came. */
  "step.parked": {
    readonly path: string;
    readonly reason: string;
    readonly wake: WakeSpec;
    /** What is done when it is granted; when it is rejected the failure stands. */
    readonly proposes?: Proposal;
  };
  "timer.fired": { readonly path: string };
  "step.cancelled": { readonly path: string; readonly reason: string };
  "retry.scheduled": { readonly path: string; readonly attempt: number; readonly at: string; readonly reason: string };
  /** A choice the engine made on its own, with its reason (R9). `decline`: what it would have done and didn't. */
  decision: {
    readonly kind:
      | "retry"
      | "continue"
      | "skip"
      | "fallback"
      | "escalate"
      | "abort"
      | "substitute"
      | "queue"
      | "decline";
    readonly path?: string;
    readonly reason: string;
    readonly data?: JsonObject;
  };
  "approval.requested": {
    readonly path: string;
    readonly tree?: TreeId;
    readonly message: string;
    readonly shown: JsonObject;
  };
  "approval.granted": { readonly path: string; readonly by: string; readonly tree?: TreeId; readonly note?: string };
  "approval.rejected": { readonly path: string; readonly by: string; readonly note?: string };
  "approval.stale": { readonly path: string; readonly expected?: TreeId; readonly found?: TreeId };
  "event.received": { readonly path: string; readonly name: string; readonly payload: Json };
  "variable.set": { readonly path: string; readonly values: JsonObject };
  "budget.reserved": { readonly path: string; readonly id: string; readonly usd: number; readonly tokens: number };
  "budget.settled": { readonly path: string; readonly id: string; readonly cost: TokenCost; readonly model: string };
  "effect.intended": { readonly path: string; readonly key: string; readonly kind: string; readonly data: JsonObject };
  "effect.recorded": { readonly path: string; readonly key: string; readonly kind: string; readonly data: JsonObject };
  /** Something a profile or policy refused; the step may go on. */
  "policy.refused": { readonly path: string; readonly what: string; readonly reason: string };
  "breaker.closed": { readonly name: string };
  "breaker.opened": { readonly name: string; readonly until: string; readonly failures: number };
  "compensation.started": { readonly reason: string; readonly paths: readonly string[] };
  "compensation.step": {
    readonly path: string;
    readonly status: "started" | "completed" | "failed";
    readonly attempt: number;
    readonly error?: ErrorJson;
    readonly evidence?: JsonObject;
  };
  "compensation.finished": { readonly status: "completed" | "failed"; readonly failed: readonly string[] };
  "run.parked": { readonly reason: string; readonly wake: WakeSpec };
  "run.cancel_requested": { readonly by: string; readonly reason: string };
  "run.completed": { readonly outputs: JsonObject };
  "run.failed": { readonly error: ErrorJson; readonly path?: string };
  "run.cancelled": { readonly by: string; readonly reason: string };
}

/** The `prev` of a run's first event. */
export const GENESIS: Digest = "0".repeat(64);

const NAMES: Readonly<Record<EventType, true>> = {
  "run.created": true,
  "run.started": true,
  "run.resumed": true,
  "step.started": true,
  "step.progressed": true,
  "step.expanded": true,
  "step.completed": true,
  "step.cached": true,
  "step.failed": true,
  "step.skipped": true,
  "step.parked": true,
  "timer.fired": true,
  "step.cancelled": true,
  "retry.scheduled": true,
  decision: true,
  "approval.requested": true,
  "approval.granted": true,
  "approval.rejected": true,
  "approval.stale": true,
  "event.received": true,
  "variable.set": true,
  "budget.reserved": true,
  "budget.settled": true,
  "effect.intended": true,
  "effect.recorded": true,
  "policy.refused": true,
  "breaker.closed": true,
  "breaker.opened": true,
  "compensation.started": true,
  "compensation.step": true,
  "compensation.finished": true,
  "run.parked": true,
  "run.cancel_requested": true,
  "run.completed": true,
  "run.failed": true,
  "run.cancelled": true,
};

/** Every event type this version writes or reads. */
export const EVENT_TYPES: ReadonlySet<string> = new Set(Object.keys(NAMES));
