import type { Digest } from "../kernel/digest.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { Permissions } from "../kernel/permissions.ts";

/**
 * A workflow after parsing, compatibility rewriting, `extends` and normalisation: every default filled in, every duration in
 * milliseconds, every list a list. Values that hold expressions stay as written; they are resolved when their step starts.
 *
 * The whole document is JSON, so that a run can keep the definition it started with.
 */
export interface Workflow {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, InputSpec>>;
  readonly outputs: Readonly<Record<string, WorkflowOutput>>;
  /** As written; resolved in dependency order when the run starts. */
  readonly variables: JsonObject;
  readonly env: Readonly<Record<string, string>>;
  readonly budget: Budget;
  readonly permissions: Permissions;
  readonly concurrency?: { readonly group: string; readonly cancelInProgress: boolean };
  readonly triggers: JsonObject;
  /** True: steps form a DAG by `needs` and references. False: each step also waits for the one before it. */
  readonly parallel: boolean;
  readonly maxParallel: number;
  readonly rollback: "none" | "automatic" | "manual";
  /** Full where the file doesn't say. */
  readonly autonomy?: Autonomy;
  readonly costTracking: boolean;
  readonly steps: readonly Step[];
  readonly source: WorkflowSource;
}

/** How far the engine goes on its own after a failure: it does what the workflow says, asks before it does, or lets the failure stand. */
export type Autonomy = "full" | "ask" | "off";

export interface WorkflowSource {
  /** As shown to people: a path relative to where it was looked up, or `<library>/name`. */
  readonly file: string;
  /** SHA-256 of the text as read. */
  readonly digest: Digest;
}

export type InputType = "string" | "number" | "boolean" | "choice" | "list" | "object" | "secret";

export interface InputSpec {
  readonly type: InputType;
  /** What each item of a list is. */
  readonly items?: ItemType;
  readonly required: boolean;
  readonly description: string;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  /** RE2 syntax; must match somewhere in the value. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a list declares its items to be. */
export type ItemType = "string" | "number" | "boolean" | "object";

export type OutputType = "string" | "number" | "boolean" | "object" | "list" | "artifact" | "any";

/** A step's declared output. `value` (an expression, or a workspace path for artifacts) says where it comes from; without one the step's own result gives it. */
export interface OutputSpec {
  readonly type: OutputType;
  /** What each item of a list is. */
  readonly items?: ItemType;
  readonly description?: string;
  readonly value?: Json;
}

export interface WorkflowOutput extends OutputSpec {
  readonly value: Json;
}

/** Limits on what a run, a step or a month may use. A missing member sets no limit of its own. */
export interface Budget {
  readonly usd?: number;
  readonly tokens?: number;
  readonly minutes?: number;
  readonly turns?: number;
}

export type SecurityProfile =
  | "minimal"
  | "standard"
  | "hardened"
  | "paranoid"
  | "development"
  | "testing"
  | "restricted";

export interface RetryPolicy {
  /** How often the step may run in all, the first time included; at least 1. */
  readonly attempts: number;
  readonly backoff: "constant" | "linear" | "exponential";
  readonly delayMs: number;
  readonly maxDelayMs: number;
  /** 0 to 1: the share of each delay that is drawn by chance. */
  readonly jitter: number;
  /** Error kinds or codes that are retried; by default `transient`. */
  readonly on: readonly string[];
}

export interface CachePolicy {
  readonly enabled: boolean;
  /** Globs of files the result depends on; empty means the whole tree. */
  readonly inputs: readonly string[];
  /** Names of environment variables the result depends on. */
  readonly env: readonly string[];
  /** The author's own key, as written. */
  readonly key?: Json;
  readonly ttlMs?: number;
  /** Paths outside git that are part of the result, such as `node_modules`. */
  readonly paths: readonly string[];
}

export interface CircuitBreakerPolicy {
  /** Shared by all steps that name it. */
  readonly name: string;
  readonly failures: number;
  readonly resetMs: number;
}

export interface ArtifactSpec {
  readonly name: string;
  readonly path: Json;
  readonly mediaType?: string;
  readonly tags: readonly string[];
  readonly retentionDays?: number;
  readonly optional: boolean;
}

/** `fail`, `continue`, `skip_rest`, or the id of the step that takes over. */
export type OnError = string;

/** A place in the workflow file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Step {
  readonly id: string;
  readonly name?: string;
  readonly type: string;
  /** As written; a bare expression or one with `{{ }}` or `${{ }}`. */
  readonly when?: string;
  readonly needs: readonly string[];
  readonly timeoutMs?: number;
  readonly retry: RetryPolicy;
  readonly onError: OnError;
  readonly compensate?: Step;
  readonly cache?: CachePolicy;
  readonly inputs: JsonObject;
  readonly outputs: Readonly<Record<string, OutputSpec>>;
  readonly artifacts: readonly ArtifactSpec[];
  readonly env: Readonly<Record<string, Json>>;
  readonly securityProfile?: SecurityProfile;
  readonly budget?: Budget;
  readonly circuitBreaker?: CircuitBreakerPolicy;
  /** The fields of the step's own type, as written, without those that hold steps. */
  readonly config: JsonObject;
  /** Steps inside this step, by body name: `steps`, `verify`, `cases.<value>`, `default`. */
  readonly bodies: Readonly<Record<string, readonly Step[]>>;
  readonly place: Place;
}

/** Step and input names: what every id in a workflow must match. */
export const ID_PATTERN = /^[a-z][a-z0-9_-]{0,62}$/;
