import { PawlError } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { Contexts } from "./contexts.ts";
import type { ArtifactRef, NewEvent } from "./events.ts";
import type { Lane, Lanes } from "./lanes.ts";
import type { StepState } from "./state.ts";
import type { RunSurroundings } from "./step-context.ts";
import type { StepImplementation, StepOutcome } from "./step.ts";

/** What the parts of a run's driver share. */
export interface Run extends RunSurroundings {
  readonly runId: string;
  readonly workspace: Workspace;
  readonly contexts: Contexts;
  readonly lanes: Lanes;
  /** Folds and queues events where nothing waits for the disk: the next thing that does, waits for these too. */
  readonly record: (events: readonly NewEvent[]) => void;
  /** Tells the loop how an attempt ended. */
  readonly report: (work: Work, outcome: StepOutcome) => void;
  /** Takes over work that no step waits for; the run's result waits for it. It must not reject. */
  readonly aside: (work: Promise<void>) => void;
  /** Puts work under way, where a cancel reaches it. */
  readonly enlist: (work: Work) => void;
}

/** An attempt, or a join, that is under way. */
export interface Work {
  readonly step: StepState;
  readonly attempt: number;
  readonly lane: Lane;
  readonly control: AbortController;
  readonly startedAt: number;
  readonly implementation: StepImplementation;
  artifacts: readonly ArtifactRef[];
  /** Keeps a completed result for later runs; set where the step is cacheable. */
  keep: ((result: Kept) => Promise<void>) | undefined;
  /** Why the cache had nothing, for the evidence. */
  cache: JsonObject | undefined;
}

/** A completed step's result as the cache keeps it. */
export interface Kept {
  readonly outputs: JsonObject;
  readonly artifacts: readonly ArtifactRef[];
  readonly evidence: JsonObject;
  readonly variables: JsonObject;
  readonly tree: string | undefined;
  readonly durationMs: number;
}

/** The code of a step's type. @throws PawlError `step.unknown_type` */
export function implementationOf(run: RunSurroundings, type: string, path: string): StepImplementation {
  const implementation = run.ports.steps.get(type);
  if (implementation !== undefined) return implementation;
  throw new PawlError({
    code: "step.unknown_type",
    kind: "invalid",
    message: `Step ${path} has the type "${type}", which this Pawl doesn't know`,
    remedy: "Run it with the version of Pawl, or the plugins, that the workflow was written for.",
  });
}

export function cancelledError(path: string): PawlError {
  return new PawlError({ code: "step.cancelled", kind: "cancelled", message: `Step ${path} was cancelled` });
}
