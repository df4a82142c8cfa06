import type { ErrorJson } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Autonomy } from "../language/model.ts";
import type { ArtifactRef, Proposal, WakeSpec } from "./events.ts";

export type RunStatus = "running" | "completed" | "failed" | "parked" | "cancelled";
export type StepStatus =
  | "pending"
  | "running"
  | "completed"
  | "failed"
  | "skipped"
  | "cached"
  | "cancelled"
  | "compensated";

/** A run as people and scripts see it: what `pawl run --json` and `pawl show --json` print (design.md, the command contract). */
export interface RunView {
  readonly run_id: string;
  readonly workflow: string;
  readonly status: RunStatus;
  readonly outputs: JsonObject;
  readonly error?: ErrorJson;
  /** Where it is not `full`. */
  readonly autonomy?: Exclude<Autonomy, "full">;
  readonly parked?: { readonly reason: string; readonly wake: WakeSpec };
  /** What became of undoing what was done, the last time it was tried. */
  readonly compensation?: {
    readonly status: "running" | "completed" | "failed";
    readonly undone: readonly string[];
    readonly failed: readonly string[];
  };
  readonly cost: { readonly usd: number; readonly input_tokens: number; readonly output_tokens: number };
  readonly cache: {
    readonly hits: number;
    readonly misses: number;
    readonly saved_usd: number;
    readonly saved_ms: number;
  };
  /** By path, in the order they were planned or opened. */
  readonly steps: Readonly<Record<string, StepView>>;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface StepView {
  readonly type: string;
  readonly name?: string;
  readonly status: StepStatus;
  readonly attempts: number;
  readonly cached: boolean;
  readonly outputs: JsonObject;
  readonly artifacts: readonly ArtifactRef[];
  readonly evidence: JsonObject;
  readonly exit_code?: number;
  readonly error?: ErrorJson;
  /** What a person is asked to grant (`autonomy: ask`); when they reject it, the failure stands. */
  readonly proposes?: Proposal;
  readonly skip_reason?: string;
  readonly started_at?: string;
  readonly duration_ms?: number;
  readonly tree?: string;
  readonly cost?: { readonly usd: number; readonly input_tokens: number; readonly output_tokens: number };
}
