import { readConfiguration } from "../../wiring/configuration.ts";
import { stepImplementations, createLocalEngine, type LocalEngine } from "../../wiring/local.ts";
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
  const { max_concurrent_runs: runs, monthly_budget_usd: month, cache_max_bytes: bytes } = settings;
  return createLocalEngine({
    workspace,
    stateDirectory: state,
    env: session.env,
    base: session.cwd,
    library: LIBRARY,
    log: logOf(session),
    ...sharedStores(session.env, logOf(session)),
    ...(runs === undefined ? {} : { maxConcurrentRuns: runs }),
    ...(month === undefined ? {} : { monthlyBudgets: { all: { usd: month } } }),
    ...(bytes === undefined ? {} : { cacheMaxBytes: bytes }),
  });
}

/** Workflow files and step types without an engine, for commands that only look. */
export async function openWorkflows(
  session: Session,
): Promise<{ workflows: Workflows; stepTypes: StepTypes; names(): Promise<readonly string[]> }> {
  const [{ createWorkflowDirectories }, stepTypes] = await Promise.all([
    import("../../adapters/workflow-files/directories.ts"),
    stepImplementations(),
  ]);
  const files = createWorkflowDirectories({
    root: findPlaces(session).workspace,
    base: session.cwd,
    library: LIBRARY,
  });
  return { workflows: createWorkflows(files, stepTypes), stepTypes, names: () => files.names() };
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
