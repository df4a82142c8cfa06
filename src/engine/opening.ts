import { PawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import { resolveVariables } from "../language/expressions/evaluate.ts";
import type { ExpressionHost, Scope } from "../language/expressions/scope.ts";
import type { Workflow } from "../language/model.ts";
import type { Body } from "../language/plan/plan.ts";
import type { Lease } from "../ports/run-store.ts";
import type { Workspace } from "../ports/workspace.ts";
import type { EngineOptions, EnginePorts, RunRequest } from "./engine.ts";
import type { EventData, NewEvent } from "./events.ts";
import type { planned } from "./load.ts";
import type { RunState } from "./state.ts";

/** What a secret input is in the journal: its value lives in the process only, and comes from the secrets on resume. */
export const SECRET_INPUT = "***";

/** Inputs as the journal holds them, and the secret ones as the run sees them. */
export function splitSecrets(
  workflow: Workflow,
  inputs: JsonObject,
): { readonly journaled: JsonObject; readonly secret: JsonObject } {
  const journaled: Record<string, Json> = {};
  const secret: Record<string, Json> = {};
  for (const [name, value] of Object.entries(inputs)) {
    if (workflow.inputs[name]?.type === "secret" && value !== null) {
      secret[name] = value;
      journaled[name] = SECRET_INPUT;
    } else journaled[name] = value;
  }
  return { journaled, secret };
}

/** The first event of a run. */
export function createdEvent(
  request: RunRequest,
  definition: ReturnType<typeof planned>["definition"],
  options: EngineOptions,
  extra: Partial<Pick<EventData["run.created"], "parent" | "forked_from">> & {
    readonly inputs: JsonObject;
    readonly labels: Readonly<Record<string, string>>;
  },
): NewEvent {
  const { workflow } = request;
  return {
    type: "run.created",
    data: {
      workflow: workflow.name,
      version: workflow.version,
      definition: definition.ref,
      definition_file: workflow.source.file,
      engine: options.engineVersion,
      trigger: request.trigger ?? {},
      contexts: request.contexts ?? {},
      ...(request.actor === undefined ? {} : { actor: request.actor }),
      ...(request.budget === undefined ? {} : { budget: { ...request.budget } }),
      ...(request.autonomy === undefined ? {} : { autonomy: request.autonomy }),
      ...extra,
    },
  };
}

/** A worker takes the run. */
export function startedEvent(
  options: EngineOptions,
  lease: Lease,
  workspace: Workspace,
  found: { readonly tree: string | undefined; readonly variables: JsonObject },
): NewEvent {
  return {
    type: "run.started",
    data: {
      worker: options.worker,
      fence: lease.fence,
      host: options.host,
      pid: options.pid,
      variables: found.variables,
      ...(found.tree === undefined ? {} : { base_tree: found.tree }),
      ...(workspace.baseCommit === undefined ? {} : { base_commit: workspace.baseCommit }),
    },
  };
}

/** Variables in dependency order (L7), and what the workflow's own fields see before any step has run. */
export function openingVariables(
  ports: EnginePorts,
  options: EngineOptions,
  request: RunRequest,
  runId: string,
  workspace: Workspace,
): { readonly variables: JsonObject; readonly scope: Scope } {
  const { workflow } = request;
  const contexts: Record<string, Json> = {
    inputs: request.inputs,
    variables: {},
    steps: {},
    env: { ...options.env, ...workflow.env },
    workspace: { path: workspace.root },
    ...request.contexts,
    run: {
      id: runId,
      attempt: 1,
      workflow: workflow.name,
      actor: request.actor ?? "",
      url: "",
      ...(isJsonObject(request.contexts?.["run"]) ? request.contexts["run"] : {}),
    },
  };
  const host: ExpressionHost = {
    secret: (name) => ports.secrets.get(name),
    readFile: (path) => workspace.readFile(path),
    hashFiles: (patterns) => workspace.hashFiles(patterns),
    artifact: () => null,
    status: "success",
  };
  const isEmpty = Object.keys(workflow.variables).length === 0;
  const variables = isEmpty ? {} : resolveVariables(workflow.variables, { contexts, host });
  return { variables, scope: { contexts: { ...contexts, variables }, host } };
}

/** Secret inputs are not in the journal: a resume takes them from the secrets of the same name. */
export function secretsAgain(ports: EnginePorts, state: RunState, given: JsonObject = {}): JsonObject {
  const found: Record<string, Json> = {};
  for (const [name, value] of Object.entries(state.inputs)) {
    if (value !== SECRET_INPUT || state.plan.workflow.inputs[name]?.type !== "secret" || name in given) continue;
    const secret = ports.secrets.get(name) ?? ports.secrets.get(name.toUpperCase());
    if (secret === undefined) throw secretMissing(name);
    found[name] = secret;
  }
  return found;
}

function secretMissing(name: string): PawlError {
  return new PawlError({
    code: "input.secret_missing",
    kind: "invalid",
    message: `The secret input ${name} is not kept in the journal, and there is no secret of that name now.`,
    remedy: `Set the environment variable ${name.toUpperCase()} and resume again.`,
  });
}

/** Whether any step of the body may write files: only then is the workspace worth a snapshot. */
export function writesFiles(body: Body, ports: EnginePorts): boolean {
  return body.steps.some(
    ({ step, bodies }) =>
      ports.steps.get(step.type)?.writesWorkspace === true ||
      Object.values(bodies).some((inner) => writesFiles(inner, ports)),
  );
}
