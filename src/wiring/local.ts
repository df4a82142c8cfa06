import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import type { WithoutWalls } from "../adapters/sandbox/confinement.ts";
import type { Engine, EngineOptions, Middleware } from "../engine/engine.ts";
import type { MonthlyBudgets } from "../engine/shared-budget.ts";
import type { StepImplementation } from "../engine/step.ts";
import { PawlError } from "../kernel/errors.ts";
import type { StepTypes } from "../language/step-type.ts";
import type { ArtifactStore } from "../ports/artifact-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Effects } from "../ports/effects.ts";
import type { Log } from "../ports/log.ts";
import type { RunStore } from "../ports/run-store.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { StepCache } from "../ports/step-cache.ts";
import type { WorkflowFiles } from "../ports/workflow-files.ts";
import type { TreeId, Workspace } from "../ports/workspace.ts";
import { modelProviders } from "./models.ts";
import { secretNames, secretValues, visibleEnvironment } from "./parent-environment.ts";
import { builtInPlugins } from "./plugins.ts";
import { temporaryDirectories } from "./temporary.ts";
import { VERSION } from "./version.ts";
import { createWorkflows, type Workflows } from "./workflows.ts";

export interface LocalEngineOptions {
  /** The work tree, absolute. */
  readonly workspace: string;
  /** Where the journal, the cache and artifacts are kept, absolute. */
  readonly stateDirectory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of reference workflows, absolute. */
  readonly library?: string;
  /** Where a relative workflow path starts; the workspace by default. */
  readonly base?: string;
  readonly log: Log;
  /** A new run that is about to start here: git opens its workspace and takes the first snapshot while the rest of the code is being loaded. */
  readonly soon?: string;
  readonly effects?: (parts: { readonly clock: Clock; readonly redactor: Redactor }) => Effects;
  /** The step cache, artifact store and trust tier of another door; local directories and `local` by default. */
  readonly cache?: (parts: { readonly clock: Clock }) => Promise<StepCache>;
  readonly artifacts?: (parts: { readonly clock: Clock }) => Promise<ArtifactStore>;
  readonly trustTier?: string;
  /** Step types beside the built-in ones. */
  readonly steps?: ReadonlyMap<string, StepImplementation>;
  /** Why there are no others, for workflows that use a type nobody knows. */
  readonly unknownType?: string;
  readonly middleware?: readonly Middleware[];
  readonly maxConcurrentRuns?: number;
  readonly monthlyBudgets?: MonthlyBudgets;
  /** The size the local step cache is kept under. */
  readonly cacheMaxBytes?: number;
}

/** An engine on this machine's disk with the parts a door needs beside it. */
export interface LocalEngine extends AsyncDisposable {
  readonly engine: Engine;
  readonly store: RunStore;
  readonly clock: Clock;
  readonly cache: StepCache;
  readonly artifacts: ArtifactStore;
  readonly redactor: Redactor;
  readonly files: WorkflowFiles;
  readonly workflows: Workflows;
  readonly stepTypes: StepTypes;
  readonly workspace: (runId: string) => Promise<Workspace>;
  close(): Promise<void>;
}

/**
 * The engine on the embedded adapters: SQLite journal, git workspace, local cache and artifacts, processes of this machine. Each adapter is
 * loaded when this is called, the model's SDK only when an agent step runs.
 *
 * @throws PawlError `store.io`, `store.newer_version`, `store.corrupt` when the journal can't be opened
 */
export async function createLocalEngine(options: LocalEngineOptions): Promise<LocalEngine> {
  const { stateDirectory, env, log } = options;
  await mkdir(stateDirectory, { recursive: true });
  const temporaryRoot = path.join(stateDirectory, "tmp");
  const workspace = workspaces(options);
  // First of all, so that git is at work while the rest is read and compiled, which keeps this thread busy.
  if (options.soon !== undefined) await import("../adapters/workspace/git.ts");
  const [
    { createEngine },
    { openSqliteRunStore },
    { systemClock },
    { createSandbox },
    { createRedactor },
    secretsModule,
    steps,
  ] = await Promise.all([
    import("../engine/create.ts"),
    import("../adapters/run-store/sqlite.ts"),
    import("../adapters/clock/system.ts"),
    import("../adapters/sandbox/process.ts"),
    import("../adapters/redactor/redactor.ts"),
    import("../adapters/secrets/environment.ts"),
    stepImplementations(options.steps),
  ]);
  const { createWorkflowDirectories } = await import("../adapters/workflow-files/directories.ts");
  const clock = systemClock();
  const cache = await (options.cache ?? localCache)({ clock });
  const artifacts = await (options.artifacts ?? localArtifacts)({ clock });
  const store = await openSqliteRunStore({ file: path.join(stateDirectory, "runs.db"), clock });
  const redactor = createRedactor(secretValues(env));
  const files = createWorkflowDirectories({
    root: options.workspace,
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.library === undefined ? {} : { library: options.library }),
  });
  const workflows = createWorkflows(files, steps, options.unknownType);
  const engine = createEngine(
    {
      store,
      clock,
      log,
      steps,
      sandbox: createSandbox({
        log,
        temporaryRoot,
        withoutWalls: withoutWalls(env),
        ...(env["PAWL_SANDBOX_IMAGE"] === undefined ? {} : { image: env["PAWL_SANDBOX_IMAGE"] }),
      }),
      cache,
      artifacts,
      secrets: secretsModule.environmentSecrets(env, secretNames(env)),
      redactor,
      files,
      effects: options.effects?.({ clock, redactor }),
      models: modelProviders(
        {
          apiKey: env["ANTHROPIC_API_KEY"],
          baseUrl: env["ANTHROPIC_BASE_URL"],
          replay: env["PAWL_MODEL_REPLAY"],
          ...(env["PAWL_MODEL_RECORD"] === undefined ? {} : { record: { file: env["PAWL_MODEL_RECORD"], redactor } }),
        },
        log,
      ),
      toolServers: async () => (await import("../adapters/tool-servers/mcp.ts")).createMcpToolServers(),
      plugins: builtInPlugins(),
      workspace,
      temporaryDirectory: temporaryDirectories(temporaryRoot),
      loadWorkflow: (reference, from) => workflows.load(reference, from),
    },
    engineOptions(options),
  );
  const close = async (): Promise<void> => {
    await engine.shutdown("the process ends");
    await store.close();
  };
  return {
    engine,
    store,
    clock,
    cache,
    artifacts,
    redactor,
    files,
    workflows,
    stepTypes: steps,
    workspace,
    close,
    [Symbol.asyncDispose]: close,
  };

  async function localCache(parts: { readonly clock: Clock }): Promise<StepCache> {
    const { createLocalStepCache } = await import("../adapters/step-cache/local.ts");
    return createLocalStepCache({
      directory: path.join(stateDirectory, "cache"),
      clock: parts.clock,
      log,
      ...(options.cacheMaxBytes === undefined ? {} : { maxBytes: options.cacheMaxBytes }),
    });
  }

  async function localArtifacts(parts: { readonly clock: Clock }): Promise<ArtifactStore> {
    const { createLocalArtifactStore } = await import("../adapters/artifact-store/local.ts");
    return createLocalArtifactStore({ directory: path.join(stateDirectory, "artifacts"), clock: parts.clock });
  }
}

/** What may run where no wall can be had: nothing beside a job's tokens, unless the operator accepts it. */
function withoutWalls(env: LocalEngineOptions["env"]): WithoutWalls {
  if (env["PAWL_UNCONFINED"] === "allow") return "all";
  return env["GITHUB_ACTIONS"] === "true" ? "nothing" : "commands";
}

/** Opens the workspace of each run once. */
function workspaces({
  workspace: root,
  stateDirectory,
  soon,
}: LocalEngineOptions): (runId: string) => Promise<Workspace> {
  const opened = new Map<string, Promise<Workspace>>();
  const open = async (runId: string): Promise<Workspace> => {
    const { openGitWorkspace } = await import("../adapters/workspace/git.ts");
    return openGitWorkspace({ root, stateDirectory, runId });
  };
  if (soon !== undefined) opened.set(soon, snapshottedEarly(open(soon)));
  return (runId) => {
    const known = opened.get(runId) ?? open(runId);
    opened.set(runId, known);
    return known;
  };
}

/**
 * A workspace whose first snapshot is under way already. It is given out once, to whoever asks first, and not any more after anything else
 * was done with the workspace: a new run asks for it before it does anything.
 */
async function snapshottedEarly(opening: Promise<Workspace>): Promise<Workspace> {
  const workspace = await opening;
  let early: Promise<TreeId> | undefined = workspace.snapshot();
  // Whoever is given it hears of a failure.
  early.catch(() => undefined);
  return new Proxy(workspace, {
    get(target, name, receiver) {
      const found = early;
      if (name !== "root" && name !== "baseCommit" && name !== "then") early = undefined;
      if (name === "snapshot" && found !== undefined) return () => found;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

/**
 * The built-in step types and a caller's own, by name.
 *
 * @throws PawlError `steps.name_taken` when a caller's own has the name of a built-in one
 */
export async function stepImplementations(
  own: ReadonlyMap<string, StepImplementation> = new Map(),
): Promise<ReadonlyMap<string, StepImplementation>> {
  const { builtInSteps } = await import("../steps/registry.ts");
  const taken = [...own.keys()].find((type) => builtInSteps.has(type));
  if (taken !== undefined) {
    throw new PawlError({
      code: "steps.name_taken",
      kind: "invalid",
      message: `There is a built-in step type "${taken}" already.`,
      remedy: "Give your own type another name.",
    });
  }
  return own.size === 0 ? builtInSteps : new Map([...own, ...builtInSteps]);
}

/** Whether a process of this machine still runs; one that belongs to somebody else does. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function engineOptions(options: LocalEngineOptions): EngineOptions {
  return {
    worker: `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
    host: hostname(),
    pid: process.pid,
    isAlive,
    engineVersion: VERSION,
    trustTier: options.trustTier ?? "local",
    env: visibleEnvironment(options.env),
    ...(options.middleware === undefined ? {} : { middleware: options.middleware }),
    ...(options.maxConcurrentRuns === undefined ? {} : { maxConcurrentRuns: options.maxConcurrentRuns }),
    ...(options.monthlyBudgets === undefined ? {} : { monthlyBudgets: options.monthlyBudgets }),
  };
}
