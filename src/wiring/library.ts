import path from "node:path";
import type { Engine, Middleware, RunHandle } from "../engine/engine.ts";
import type { StepImplementation } from "../engine/step.ts";
import type { RunView } from "../engine/view.ts";
import { PawlError } from "../kernel/errors.ts";
import type { Json } from "../kernel/json.ts";
import { resolveInputs } from "../language/inputs.ts";
import type { Autonomy, Budget, Workflow } from "../language/model.ts";
import type { Log } from "../ports/log.ts";
import type { WorkflowFiles } from "../ports/workflow-files.ts";
import { localContexts, projectContext } from "./contexts.ts";
import { createLocalEngine } from "./local.ts";
import { placesOf } from "./places.ts";
import { createWorkflows } from "./workflows.ts";

export interface PawlOptions {
  /** The directory runs work in; the git repository around the current one by default. */
  readonly workspace?: string;
  /** Where runs are kept; `.git/pawl` of the workspace by default. */
  readonly state?: string;
  /** What workflows and the model's client see as environment; this process's own by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Step types of your own, made with `defineStep`. */
  readonly steps?: readonly StepImplementation[];
  /** Wrap every step, the first one outermost. */
  readonly middleware?: readonly Middleware[];
  /** Runs at once; more wait their turn. */
  readonly maxConcurrentRuns?: number;
  /** Warnings and errors go to standard error by default. */
  readonly log?: Log;
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, Json>>;
  readonly budget?: Budget;
  /** How far the engine goes on its own after a failure; stands before the workflow's own. */
  readonly autonomy?: Autonomy;
  readonly runId?: string;
  readonly actor?: string;
}

/** A workflow: the name or path of a file, or what the builder built. */
export type WorkflowSource = string | { toYAML(): string };

export interface Pawl extends AsyncDisposable {
  /** Runs a workflow to its end. Rejects with a PawlError when it can't start; a run that fails resolves, with status `failed`. */
  run(workflow: WorkflowSource, options?: RunOptions): Promise<RunView>;
  /** Starts a workflow: watch it with `events()`, ask with `status()`, end it with `cancel()`, await it with `result()`. */
  start(workflow: WorkflowSource, options?: RunOptions): Promise<RunHandle>;
  /** Resume, fork, approve, list and the rest. */
  readonly engine: Engine;
  /** Stops what is under way, resumable, and closes the store. */
  close(): Promise<void>;
}

/** Opens Pawl on a directory of this machine. */
export async function openPawl(options: PawlOptions = {}): Promise<Pawl> {
  const env = options.env ?? process.env;
  const { workspace, state } = placesOf({
    cwd: process.cwd(),
    env,
    workspace: options.workspace,
    state: options.state,
  });
  const steps = options.steps === undefined ? undefined : new Map(options.steps.map((step) => [step.type, step]));
  const local = await createLocalEngine({
    workspace,
    stateDirectory: state,
    env,
    library: path.resolve(import.meta.dirname, "../../workflows-lib"),
    log: options.log ?? QUIET,
    ...(steps === undefined ? {} : { steps }),
    ...(options.middleware === undefined ? {} : { middleware: options.middleware }),
    ...(options.maxConcurrentRuns === undefined ? {} : { maxConcurrentRuns: options.maxConcurrentRuns }),
  });
  const start = async (source: WorkflowSource, run: RunOptions = {}): Promise<RunHandle> => {
    const workflow = await load(source);
    const runId = run.runId ?? local.clock.newRunId();
    return local.engine.start({
      workflow,
      inputs: typed(workflow, run.inputs ?? {}),
      trigger: { event: "library" },
      contexts: {
        ...(await localContexts(workspace)),
        ...(await projectContext(workflow, () => local.workspace(runId))),
      },
      runId,
      ...(run.budget === undefined ? {} : { budget: run.budget }),
      ...(run.autonomy === undefined ? {} : { autonomy: run.autonomy }),
      ...(run.actor === undefined ? {} : { actor: run.actor }),
    });
  };
  return {
    engine: local.engine,
    start,
    run: async (source, run) => (await start(source, run)).result(),
    close: () => local.close(),
    [Symbol.asyncDispose]: () => local.close(),
  };

  function load(source: WorkflowSource): Promise<Workflow> {
    if (typeof source === "string") return local.workflows.load(source);
    return createWorkflows(withBuilt(local.files, source.toYAML()), local.stepTypes).load(BUILT);
  }
}

const BUILT = ".github/pawl/(built).yml";

/** The files there are, and one more that only exists here. */
function withBuilt(files: WorkflowFiles, text: string): WorkflowFiles {
  return {
    ...files,
    load: (reference, from) =>
      reference === BUILT ? Promise.resolve({ text, file: BUILT }) : files.load(reference, from),
  };
}

function typed(workflow: Workflow, given: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const { values, problems } = resolveInputs(workflow.inputs, given);
  if (problems.length === 0) return values;
  throw new PawlError({
    code: "input.invalid",
    kind: "invalid",
    message: problems.map(({ message }) => message).join("\n"),
    remedy: `${workflow.name} takes: ${Object.keys(workflow.inputs).join(", ") || "no inputs"}.`,
  });
}

const QUIET: Log = {
  info: () => undefined,
  debug: () => undefined,
  warning: (message) => void process.stderr.write(`${message}\n`),
  error: (message) => void process.stderr.write(`${message}\n`),
};
