import type { JsonObject } from "../../kernel/json.ts";

/** What this job was asked to run: by its inputs, or by the event that started it. */
export interface Asked {
  /** A workflow's file or name; undefined when a run is carried on. */
  readonly workflow: string | undefined;
  readonly inputs: JsonObject;
  /** The inputs are text that a person wrote, to be converted by type. */
  readonly inputsAreText: boolean;
  readonly actor: string;
  readonly issue: number | undefined;
  /** Pinned at the event (G3). */
  readonly trigger: JsonObject;
  /** The id the run has to have; undefined lets the job choose. */
  readonly runId: string | undefined;
  readonly resume: boolean;
  /** Results of runs with different tiers are never shared. */
  readonly trustTier: string;
}
