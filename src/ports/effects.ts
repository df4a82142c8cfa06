import type { Json, JsonObject } from "../kernel/json.ts";
import type { Permissions } from "../kernel/permissions.ts";
import type { Patch } from "./workspace.ts";

/** Who asks for an effect: keys its idempotency, so that a repeat finds its own earlier work. */
export interface EffectOrigin {
  readonly runId: string;
  readonly workflow: string;
  readonly step: string;
  /** The issue or pull request that started the run, when one did. */
  readonly issue?: number;
  readonly permissions: Permissions;
  readonly signal: AbortSignal;
}

export interface PullRequestIntent {
  readonly title: string;
  /** What the author of the workflow wants said; model text is made inert by the implementation. */
  readonly body: string;
  /** The head branch; rendered, sanitised and made stable per workflow and issue by the implementation when absent. */
  readonly branch?: string;
  /** Which of the repository's branch templates to use when `branch` is absent: `feature` (the default), `hotfix`, `release`. */
  readonly strategy?: string;
  readonly base?: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly milestone?: string;
  readonly commitMessage?: string;
  /** The commit the work started from, and the work itself. */
  readonly baseCommit: string;
  readonly patch: Patch;
  /** Content of every changed file at `patch.to`, by path; null where it was deleted. */
  readonly content: (path: string) => Promise<Uint8Array | null>;
  /** Facts for the body's evidence block, from the journal. */
  readonly evidence: JsonObject;
}

export interface PullRequestResult {
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  readonly headSha: string;
  readonly created: boolean;
  readonly files: readonly string[];
}

/**
 * Everything a run does outside its workspace (G8). Each call is checked (permissions, protected paths, size, secret scan), then looked up,
 * done and recorded: calling it twice does it once. Errors are PawlErrors: `effect.denied`, `effect.protected_path`, `effect.secret_found`,
 * `effect.too_large`, `effect.conflict`, `effect.no_change` (policy or permanent), `github.unavailable`, `github.rate_limited` (transient).
 */
export interface Effects {
  publishPullRequest(intent: PullRequestIntent, origin: EffectOrigin): Promise<PullRequestResult>;
  comment(
    intent: { readonly body: string; readonly issue?: number },
    origin: EffectOrigin,
  ): Promise<{ readonly id: number; readonly url: string }>;
  label(
    intent: { readonly add: readonly string[]; readonly remove: readonly string[]; readonly issue?: number },
    origin: EffectOrigin,
  ): Promise<Json>;
}
