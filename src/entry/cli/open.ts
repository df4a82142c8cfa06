import { readConfiguration } from "../../wiring/configuration.ts";
import { stepImplementations, createLocalEngine, type LocalEngine } from "../../wiring/local.ts";
import { ownSteps } from "../../wiring/own-steps.ts";
import { sharedStores } from "../../wiring/shared-stores.ts";
import { createWorkflows, type Workflows } from "../../wiring/workflows.ts";
import type { StepTypes } from "../../language/step-type.ts";
import type { Log } from "../../ports/log.ts";
import { findPlaces } from "./places.ts";
import { LIBRARY, type Session } from "./session.ts";

/** The engine of this call's workspace and state. Close it when the command has ended. */
export async function openEngine(session: Session): Promise<LocalEngine> {
  const { workspace, state } = findPlaces(session);
  const { settings } = await readConfiguration({ root: workspace, env: session.env });
  const own = await ownSteps(workspace, session.env);
  const { max_concurrent_runs: runs, monthly_budget_usd: month, cache_max_bytes: bytes } = settings;
  return createLocalEngine({
    workspace,
    stateDirectory: state,
    env: session.env,
    base: session.cwd,
    library: LIBRARY,
    log: logOf(session),
    steps: own.types,
    unknownType: own.unknownType,
    ...sharedStores(session.env, logOf(session)),
    ...(runs === undefined ? {} : { maxConcurrentRuns: runs }),
    ...(month === undefined ? {} : { monthlyBudgets: { all: { usd: month } } }),
    ...(bytes === undefined ? {} : { cacheMaxBytes: bytes }),
  });
}

/** Workflow files and step types without an engine, for commands that only look. */
export async function openWorkflows(session: Session): Promise<{
  readonly workflows: Workflows;
  readonly stepTypes: StepTypes;
  /** Whether there are types beside the built-in ones. */
  readonly isExtended: boolean;
  names(): Promise<readonly string[]>;
}> {
  const { workspace } = findPlaces(session);
  const [{ createWorkflowDirectories }, own] = await Promise.all([
    import("../../adapters/workflow-files/directories.ts"),
    ownSteps(workspace, session.env),
  ]);
  const stepTypes = await stepImplementations(own.types);
  const files = createWorkflowDirectories({
    root: workspace,
    base: session.cwd,
    library: LIBRARY,
  });
  return {
    workflows: createWorkflows(files, stepTypes, own.unknownType),
    stepTypes,
    isExtended: own.types.size > 0,
    names: () => files.names(),
  };
}

/** What adapters say goes to standard error; their debugging only with `--debug`. */
export function logOf({ terminal, options }: Session): Log {
  return {
    info: (message) => terminal.note(message),
    warning: (message) => terminal.note(`${terminal.tone("warn", "warning:")} ${message}`),
    error: (message) => terminal.note(`${terminal.tone("bad", "error:")} ${message}`),
    debug: (message) => {
      if (options.debug === true) terminal.note(terminal.tone("dim", message));
    },
  };
}
