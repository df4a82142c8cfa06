import path from "node:path";
import type { Clock } from "../ports/clock.ts";
import type { Effects } from "../ports/effects.ts";
import type { Log } from "../ports/log.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { RunArchives } from "../ports/run-archives.ts";
import { lazyArtifactStore, lazyEffects, lazyRunArchives, lazyStepCache } from "./lazy-ports.ts";
import { NO_OWN_TYPES } from "./workflows.ts";
import { createLocalEngine, type LocalEngine } from "./local.ts";

export interface ActionEngineOptions {
  readonly owner: string;
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly workflowRunId: number;
  /** The page of the workflow run. */
  readonly runUrl: string;
  /** Absolute. */
  readonly workspace: string;
  /** Absolute; a directory that ends with the job. */
  readonly stateDirectory: string;
  /** The folder of reference workflows, absolute. */
  readonly library: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly token: string | undefined;
  readonly log: Log;
  /** The new run this job is about to start. */
  readonly soon?: string;
  readonly effects: ((parts: { readonly clock: Clock; readonly redactor: Redactor }) => Promise<Effects>) | undefined;
  /** Runs of untrusted origin never share cached results with others. */
  readonly trustTier: string;
}

/**
 * The engine as a GitHub Actions job has it: journal in the job's temporary directory, cache and artifacts at GitHub's services. Their
 * clients are megabytes of code and are loaded by the first step that needs them.
 */
export async function createActionEngine(options: ActionEngineOptions): Promise<LocalEngine> {
  const { stateDirectory, env, log, effects: load } = options;
  const hasServices = (env["ACTIONS_RESULTS_URL"] ?? "") !== "" && (env["ACTIONS_RUNTIME_TOKEN"] ?? "") !== "";
  return createLocalEngine({
    workspace: options.workspace,
    stateDirectory,
    env,
    library: options.library,
    log,
    ...(options.soon === undefined ? {} : { soon: options.soon }),
    trustTier: options.trustTier,
    unknownType: NO_OWN_TYPES,
    ...(load === undefined ? {} : { effects: (parts) => lazyEffects(() => load(parts)) }),
    ...(hasServices
      ? {
          cache: async ({ clock }) =>
            lazyStepCache(async () => {
              const { createActionsStepCache } = await import("../adapters/step-cache/actions.ts");
              return createActionsStepCache({ log, env, clock });
            }),
          artifacts: async ({ clock }) =>
            lazyArtifactStore(async () => {
              const { createActionsArtifactStore } = await import("../adapters/artifact-store/actions.ts");
              const { owner, repository, apiUrl, token, runUrl } = options;
              return createActionsArtifactStore({
                directory: path.join(stateDirectory, "artifacts"),
                clock,
                log,
                runUrl,
                ...(token === undefined ? {} : { remote: { owner, repository, apiUrl, token } }),
              });
            }),
        }
      : {}),
  });
}

/** Where this job keeps run archives; undefined where the runner offers no artifact service. */
export function actionArchives(
  options: Omit<ActionEngineOptions, "log" | "runUrl" | "soon" | "effects" | "library" | "trustTier" | "workspace">,
): RunArchives | undefined {
  const { env } = options;
  if ((env["ACTIONS_RESULTS_URL"] ?? "") === "" || (env["ACTIONS_RUNTIME_TOKEN"] ?? "") === "") return undefined;
  return lazyRunArchives(async () => {
    const { createActionsArchives } = await import("../adapters/run-archives/actions.ts");
    const { owner, repository, workflowRunId, apiUrl, serverUrl, token, stateDirectory } = options;
    return createActionsArchives({
      owner,
      repository,
      workflowRunId,
      apiUrl,
      serverUrl,
      token,
      temporaryRoot: path.join(stateDirectory, "tmp"),
    });
  });
}
