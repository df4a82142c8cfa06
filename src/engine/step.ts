import type { PawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { Permissions } from "../kernel/permissions.ts";
import type { CircuitBreakerPolicy, Step } from "../language/model.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { StepType } from "../language/step-type.ts";
import type { ArtifactStore } from "../ports/artifact-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Effects } from "../ports/effects.ts";
import type { Facts } from "../ports/facts.ts";
import type { ModelProvider } from "../ports/model-provider.ts";
import type { Plugins } from "../ports/plugin.ts";
import type { Sandbox } from "../ports/sandbox.ts";
import type { Redactor, Secrets } from "../ports/secrets.ts";
import type { WorkflowFiles } from "../ports/workflow-files.ts";
import type { ToolServers } from "../ports/tool-servers.ts";
import type { TreeId, Workspace } from "../ports/workspace.ts";
import type { FrameSpec, TokenCost, WakeSpec } from "./events.ts";

/**
 * A step type that runs: its declarative half (validated, planned and documented by the language) and its code.
 *
 * `run` is called once per attempt. It may end the step, park the run, or open frames of its bodies; when all frames it opened have ended,
 * `join` is called with what became of those of the last expansion, and answers the same way (so a loop opens its next turn, an agent its next verification).
 *
 * Replay: after a crash `run` is called again with the checkpoints it made before; anything it did after the last of them happens again.
 */
export interface StepImplementation extends StepType {
  run(context: StepContext): Promise<StepOutcome>;
  join?(context: StepContext, frames: readonly FrameResult[]): Promise<StepOutcome>;
  /** What of the machine the result depends on, for the cache key: a model's name, a tool's version. */
  identity?(context: StepContext): Promise<JsonObject>;
}

export type StepOutcome =
  | {
      readonly status: "completed";
      readonly outputs: JsonObject;
      readonly evidence?: JsonObject;
      readonly artifacts?: readonly ProducedArtifact[];
      readonly variables?: JsonObject;
      readonly cacheable?: boolean;
    }
  | {
      readonly status: "failed";
      readonly error: PawlError;
      readonly outputs?: JsonObject;
      readonly evidence?: JsonObject;
      readonly artifacts?: readonly ProducedArtifact[];
    }
  | {
      readonly status: "expanded";
      readonly frames: readonly FrameSpec[];
      readonly maxParallel: number;
      readonly outputs?: JsonObject;
    }
  | { readonly status: "parked"; readonly reason: string; readonly wake: WakeSpec }
  | { readonly status: "cancel_run"; readonly reason: string };

export interface ProducedArtifact {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly tags?: readonly string[];
  readonly retentionDays?: number;
}

export interface FrameResult {
  readonly key: string;
  readonly body: string;
  readonly names: JsonObject;
  readonly status: "completed" | "failed" | "cancelled";
  readonly steps: Readonly<
    Record<
      string,
      {
        readonly status: string;
        readonly outputs: JsonObject;
        readonly evidence: JsonObject;
        readonly error?: JsonObject;
      }
    >
  >;
  readonly error?: PawlError;
}

export interface Checkpoint {
  /** The attempt that made it; checkpoints outlive retries and resumes, and end with `resume --from`. */
  readonly attempt: number;
  /** How often the step had expanded when it was made. */
  readonly round: number;
  readonly kind: string;
  readonly data: JsonObject;
  readonly tree?: TreeId;
  /** The tree the step had begun from, which `tree` is a change of. */
  readonly base?: TreeId;
}

/** Money set aside before it is spent (R10). */
export interface Reservation {
  readonly id: string;
  /** Records what it really cost and frees the rest. Durable when it resolves. */
  settle(cost: TokenCost, model: string): Promise<void>;
  /** Nothing was spent (the request never left). */
  release(): Promise<void>;
}

export interface StepBreaker {
  /** @throws PawlError `breaker.open` (transient, with the time to wait) */
  check(): Promise<void>;
  /** Counts what became of a call: the error, or undefined where it went well. Journals when that opens or closes the breaker. */
  note(error: PawlError | undefined): Promise<void>;
}

/** Everything a step may use. Nothing else reaches it. */
export interface StepContext {
  readonly run: {
    readonly id: string;
    readonly workflow: string;
    readonly file: string;
    readonly issue?: number;
    readonly actor?: string;
    readonly permissions: Permissions;
  };
  readonly step: Step;
  readonly path: string;
  readonly attempt: number;
  /** The step's own fields with every expression resolved, but for the type's `deferredFields` and code. */
  readonly config: JsonObject;
  readonly inputs: JsonObject;
  /** What a child process gets: declared `env`, `INPUT_*`, `PAWL_VAR_*`, and the variables that carry a script's values (L6). Never the parent's own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The code field after L6: text without a value in it. */
  readonly script: string | undefined;
  readonly scope: Scope;
  /** Evaluates a deferred field or condition now, with extra names. */
  evaluate(text: string, names?: JsonObject): Json;
  condition(text: string, names?: JsonObject): boolean;
  readonly signal: AbortSignal;
  readonly workspace: Workspace;
  /** The tree this step started from; the run's own first tree is `evidence()["base_tree"]`. */
  readonly baseTree: TreeId | undefined;
  /** What the last `expanded` outcome carried, for `join`; `rounds` counts the expansions so far. */
  readonly expansion: { readonly rounds: number; readonly outputs: JsonObject } | undefined;
  /** A directory of this attempt's own, outside the workspace, removed when the step has ended. Empty text for types that neither hold code nor write the workspace. */
  readonly temporaryDirectory: string;
  readonly sandbox: Sandbox;
  readonly models: (model: string) => Promise<ModelProvider>;
  /** Connections to MCP servers. */
  readonly toolServers: () => Promise<ToolServers>;
  /** Integrations that `plugin` steps may call. */
  readonly plugins: Plugins;
  /** Facts that outlive the run, for the `memory` step. */
  readonly facts: Facts;
  readonly effects: Effects | undefined;
  readonly artifacts: ArtifactStore;
  readonly secrets: Secrets;
  readonly redactor: Redactor;
  readonly files: WorkflowFiles;
  readonly clock: Clock;
  /** Text for people, as it comes: goes to observers, never to the journal. */
  output(stream: "stdout" | "stderr" | "model" | "tool", text: string): void;
  readonly checkpoints: readonly Checkpoint[];
  /** Journals something this step wants back after a crash; durable when it resolves. With `snapshot`, the workspace as it is now goes with it and is restored before the step runs again. */
  checkpoint(kind: string, data: JsonObject, options?: { readonly snapshot?: boolean }): Promise<void>;
  /** Sets money aside; rejects with kind `budget` (code `budget.exceeded`) when the worst case doesn't fit any of the budgets that apply. */
  reserve(worstCase: {
    readonly usd: number;
    readonly tokens: number;
    /** The model's name when its price is unknown: rejects with `model.unpriced` when any budget in dollars applies. */
    readonly unpriced?: string;
  }): Promise<Reservation>;
  /** A circuit breaker of the step's own choosing beside the one its author may declare: shared by all that give it the same name, in other runs too. */
  breaker(policy: CircuitBreakerPolicy): StepBreaker;
  /** Journals `policy.refused`. */
  refused(what: string, reason: string): Promise<void>;
  /**
   * Journals a choice the step makes on its own, as a `decision` event (R9), before it is acted on. Rejects where autonomy doesn't allow it
   * (`autonomy.off`) or somebody has to be asked first (`autonomy.ask`: the step parks, and begins again once it is granted); let that through.
   */
  decided(kind: "fallback" | "substitute", reason: string, data?: JsonObject): Promise<void>;
  /** Facts of the run so far, for evidence: every step's command, exit code, assertion, cost, tree. */
  evidence(): JsonObject;
  /** Starts a child run (the `workflow` step) and waits for its end; the same call after a crash finds the same child. */
  runChild(request: { readonly reference: string; readonly inputs: JsonObject }): Promise<{
    readonly runId: string;
    readonly status: string;
    readonly outputs: JsonObject;
    readonly error?: JsonObject;
  }>;
  /** What a grant, a received event or a passed time left for this path, once it was parked. */
  readonly wake:
    | { readonly kind: "approved" | "rejected" | "event" | "time" | "stale"; readonly data: JsonObject }
    | undefined;
}
