import type { JsonObject } from "../kernel/json.ts";
import type { Autonomy, Budget, Workflow } from "../language/model.ts";
import type { ArtifactStore } from "../ports/artifact-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Effects } from "../ports/effects.ts";
import type { Log } from "../ports/log.ts";
import type { ModelProvider } from "../ports/model-provider.ts";
import type { Plugins } from "../ports/plugin.ts";
import type { RunQuery, RunStore, RunSummary } from "../ports/run-store.ts";
import type { Sandbox } from "../ports/sandbox.ts";
import type { Redactor, Secrets } from "../ports/secrets.ts";
import type { ToolServers } from "../ports/tool-servers.ts";
import type { StepCache } from "../ports/step-cache.ts";
import type { WorkflowFiles } from "../ports/workflow-files.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { JournalEvent } from "./events.ts";
import type { Replay } from "./replay.ts";
import type { MonthlyBudgets } from "./shared-budget.ts";
import type { StepImplementation } from "./step.ts";
import type { Quotas } from "./turn-taking.ts";
import type { RunView } from "./view.ts";

/** What the engine stands on. Everything that touches the world is here. */
export interface EnginePorts {
  readonly store: RunStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly steps: ReadonlyMap<string, StepImplementation>;
  readonly sandbox: Sandbox;
  readonly cache: StepCache;
  readonly artifacts: ArtifactStore;
  readonly secrets: Secrets;
  readonly redactor: Redactor;
  readonly files: WorkflowFiles;
  readonly effects: Effects | undefined;
  /** The provider that serves a model name; throws `model.no_key` with what to set. */
  readonly models: (model: string) => Promise<ModelProvider>;
  /** Connections to MCP servers, loaded when a step first asks; a step that wants one where there is none fails with `tools.unavailable`. */
  readonly toolServers?: () => Promise<ToolServers>;
  /** Integrations, by name; without it there are none. */
  readonly plugins?: Plugins;
  /** A run's workspace. */
  readonly workspace: (runId: string) => Promise<Workspace>;
  /** A fresh empty directory outside every workspace. */
  readonly temporaryDirectory: (name: string) => Promise<{ readonly path: string; remove(): Promise<void> }>;
  /** Parses, validates and normalises a workflow for the `workflow` step; throws `workflow.invalid` or `workflow.unknown`. */
  readonly loadWorkflow: (reference: string, from: string) => Promise<Workflow>;
}

export interface EngineOptions {
  /** This process, in leases and in the journal. */
  readonly worker: string;
  readonly host: string;
  readonly pid: number;
  readonly engineVersion: string;
  readonly leaseMs?: number;
  /** Whether a process of this host lives: what a dead one left is taken over at once, not when its lease ends. `worker` must then be unique to each process. */
  readonly isAlive?: (pid: number) => boolean;
  readonly maxConcurrentRuns?: number;
  /** Part of every cache key: results of untrusted runs are never seen by trusted ones. */
  readonly trustTier: string;
  /** Variables of the parent environment a workflow may see as `env`; secrets never. */
  readonly env: Readonly<Record<string, string>>;
  readonly middleware?: readonly Middleware[];
  /** Limits over all runs of a calendar month, in UTC. */
  readonly monthlyBudgets?: MonthlyBudgets;
  /** How many runs may be under way at once; the others wait for their turn. */
  readonly quotas?: Quotas;
}

/** Wraps every step (R12): call `next()` to run it. */
export type Middleware = (
  step: { readonly runId: string; readonly path: string; readonly type: string; readonly attempt: number },
  next: () => Promise<import("./step.ts").StepOutcome>,
) => Promise<import("./step.ts").StepOutcome>;

export interface RunRequest {
  readonly workflow: Workflow;
  /** Validated and typed already (language/inputs.ts). */
  readonly inputs: JsonObject;
  /** Chosen by the caller when it must be known beforehand (the app does); a run of this id that exists is `run.exists`. */
  readonly runId?: string;
  readonly actor?: string;
  readonly trigger?: JsonObject;
  /** `issue`, `repo`, `project`: contexts for expressions. */
  readonly contexts?: JsonObject;
  readonly labels?: Readonly<Record<string, string>>;
  readonly budget?: Budget;
  /** Stands before the workflow's own. */
  readonly autonomy?: Autonomy;
}

export interface ResumeOptions {
  readonly by: string;
  readonly from?: string;
  /** Added to the run's own budget. */
  readonly addBudget?: Budget;
  /** From now on; also the answer to what the run has asked: `full` grants it, `off` lets the failure stand. */
  readonly autonomy?: Autonomy;
  readonly reason?: string;
  /**
   * Only a run that is parked, or whose worker died, goes on; one that has ended meanwhile, well or badly, is answered as it stands.
   * For whoever wakes runs without a person having decided to try a failed one again.
   */
  readonly onlyWake?: boolean;
}

export interface ForkOptions {
  readonly from: string;
  readonly inputs?: JsonObject;
  readonly by: string;
}

/** What subscribers get: journal events once they are durable, and output as it comes. */
export type RunUpdate =
  | { readonly kind: "event"; readonly event: JournalEvent }
  | {
      readonly kind: "output";
      readonly path: string;
      readonly stream: "stdout" | "stderr" | "model" | "tool";
      readonly text: string;
    };

export interface RunHandle {
  readonly id: string;
  /** Ends when the run does (or parks). A slow reader loses output lines, never events, and never slows the run. */
  events(): AsyncIterable<RunUpdate>;
  status(): RunView;
  /** Resolves when the run completed, failed, was cancelled or parked; rejects only when the journal can't be written or the lease was lost. */
  result(): Promise<RunView>;
  cancel(reason: string, by: string): Promise<void>;
}

export interface Engine {
  start(request: RunRequest): Promise<RunHandle>;
  run(request: RunRequest): Promise<RunView>;
  resume(runId: string, options: ResumeOptions): Promise<RunHandle>;
  /** A new run that holds what the old one had before `from` and runs the rest again, with some inputs changed. */
  fork(runId: string, options: ForkOptions): Promise<RunHandle>;
  /**
   * Undoes what a failed or cancelled run did: its completed steps' `compensate`, last first, whatever its `rollback_strategy`; then it ends
   * again as it had. What was undone is not undone twice; what could not be is tried again.
   *
   * @throws PawlError `rollback.not_failed`, `rollback.nothing`, `run.leased`
   */
  rollback(runId: string, options: { readonly by: string; readonly reason?: string }): Promise<RunHandle>;
  /** Grants or refuses what a parked run waits for; the run then goes on with `resume`. Throws `approval.stale` when the tree changed. */
  approve(
    runId: string,
    grant: { readonly by: string; readonly approved: boolean; readonly note?: string; readonly tree?: string },
  ): Promise<RunView>;
  /** Delivers an event to a run waiting for it. */
  signal(
    runId: string,
    event: { readonly name: string; readonly payload: import("../kernel/json.ts").Json },
  ): Promise<boolean>;
  /** Cancels a run whether this process holds it, another one does, or nobody does. */
  cancel(runId: string, options: { readonly by: string; readonly reason: string }): Promise<RunView>;
  show(runId: string): Promise<RunView>;
  list(query: RunQuery): Promise<readonly RunSummary[]>;
  /** Runs whose worker died: nobody holds their lease. `resume` takes them over. */
  orphans(): Promise<readonly RunSummary[]>;
  /** Parked runs whose time to wake has come; `resume` wakes them. */
  due(): Promise<readonly RunSummary[]>;
  /** Decides a recorded run again and names the first difference; runs nothing. */
  replay(runId: string): Promise<Replay>;
  journal(runId: string): Promise<readonly JournalEvent[]>;
  /** Recomputes the chain (R2). */
  verify(runId: string): Promise<{
    readonly ok: boolean;
    readonly events: number;
    readonly head: string;
    readonly broken_at?: number;
    readonly reason?: string;
  }>;
  /** Removes runs that ended before this time (milliseconds since the epoch) with their journals and large values; returns their ids. Runs under way or parked stay. */
  prune(endedBefore: number): Promise<readonly string[]>;
  /** Ends every run of this process as a crash would not: steps are stopped, journals say so, leases are released. */
  shutdown(reason: string): Promise<void>;
}
