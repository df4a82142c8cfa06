import type { Json, JsonObject } from "../kernel/json.ts";
import type { ExpressionHost, Scope } from "../language/expressions/scope.ts";
import type { Secrets } from "../ports/secrets.ts";
import type { Workspace } from "../ports/workspace.ts";
import { statusAround } from "./decide.ts";
import { frameOf, stepAt, type FrameState, type RunState, type StepState } from "./state.ts";

/** GitHub's words for how a step came out before `on_error` had its say. */
const OUTCOMES: Readonly<Record<string, string>> = {
  completed: "success",
  cached: "success",
  failed: "failure",
  skipped: "skipped",
  cancelled: "cancelled",
  compensated: "success",
};

/** The contexts of a run's frames (spec L5), kept as steps end so that building a scope costs nothing that grows with the run. */
export interface Contexts {
  /** Notes that a step has ended; later scopes see it. */
  ended(step: StepState): void;
  /** Forgets what was built: a resume changed the past. */
  reset(): void;
  /** What expressions of this step see. */
  scopeOf(step: StepState, workspace: Workspace, names?: JsonObject): Scope;
  /** What the workflow's own outputs and variables see. */
  rootScope(workspace: Workspace): Scope;
}

export interface ContextPorts {
  readonly secrets: Secrets;
  readonly artifact: (name: string, run?: string) => Json;
  readonly env: Readonly<Record<string, string>>;
  /** Live values of `secret` inputs, which the journal doesn't hold. */
  readonly secretInputs: JsonObject;
}

interface FrameContext {
  readonly names: Record<string, Json>;
  readonly steps: Record<string, Json>;
}

export function createContexts(state: RunState, ports: ContextPorts): Contexts {
  const frames = new Map<string, FrameContext>();

  const contextOf = (frame: FrameState): FrameContext => {
    const known = frames.get(frame.path);
    if (known !== undefined) return known;
    const built = buildFrame(frame);
    frames.set(frame.path, built);
    return built;
  };

  const buildFrame = (frame: FrameState): FrameContext => {
    const outer = frame.parent === undefined ? undefined : contextOf(frameOf(state, stepAt(state, frame.parent)));
    const steps: Record<string, Json> = { ...outer?.steps };
    const names: Record<string, Json> = outer === undefined ? {} : { ...outer.names, ...frame.names };
    for (const { step } of frame.body.steps) {
      const instance = state.steps.get(frame.path === "" ? step.id : `${frame.path}/${step.id}`);
      // An id of this body hides the same id outside it, even before its step has run.
      delete steps[step.id];
      delete names[step.id];
      if (instance?.phase === "ended") note(steps, names, instance);
    }
    names["steps"] = steps;
    return { names, steps };
  };

  const refresh = (names: Record<string, Json>): Record<string, Json> => {
    names["inputs"] = { ...state.inputs, ...ports.secretInputs };
    names["variables"] = state.variables;
    names["env"] ??= { ...ports.env, ...state.plan.workflow.env };
    names["run"] = {
      id: state.runId,
      attempt: state.attempt,
      workflow: state.plan.workflow.name,
      actor: state.created?.actor ?? "",
      url: "",
      ...(state.created?.contexts["run"] as JsonObject | undefined),
    };
    for (const key of ["issue", "repo", "project"]) {
      const given = state.created?.contexts[key];
      if (given !== undefined) names[key] ??= given;
    }
    return names;
  };

  const host = (status: ExpressionHost["status"], workspace: Workspace): ExpressionHost => ({
    secret: (name) => ports.secrets.get(name),
    readFile: (path) => workspace.readFile(path),
    hashFiles: (patterns) => workspace.hashFiles(patterns),
    artifact: (name, run) => ports.artifact(name, run),
    status,
  });

  return {
    ended(step) {
      const context = frames.get(step.frame);
      if (context !== undefined) note(context.steps, context.names, step);
      for (const path of frames.keys()) if (path.startsWith(`${step.path}/`)) frames.delete(path);
    },
    reset: () => frames.clear(),
    scopeOf(step, workspace, names) {
      const contexts = refresh(contextOf(frameOf(state, step)).names);
      contexts["workspace"] = { path: workspace.root };
      return {
        contexts: names === undefined ? contexts : { ...contexts, ...names },
        host: host(statusAround(state, step), workspace),
      };
    },
    rootScope(workspace) {
      const root = state.frames.get("");
      const contexts = refresh(root === undefined ? {} : contextOf(root).names);
      contexts["workspace"] = { path: workspace.root };
      const status = root?.failed === undefined ? "success" : "failure";
      return { contexts, host: host(state.cancel === undefined ? status : "cancelled", workspace) };
    },
  };
}

/** Names an id must not take over: `steps.<id>` still reaches such a step. */
const RESERVED = new Set(["inputs", "variables", "steps", "env", "run", "issue", "repo", "workspace", "project"]);

function note(steps: Record<string, Json>, names: Record<string, Json>, step: StepState): void {
  const id = step.planned.step.id;
  const result: JsonObject = {
    outputs: step.outputs,
    status: step.status,
    outcome: OUTCOMES[step.status] ?? step.status,
    conclusion: step.handled ? "success" : (OUTCOMES[step.status] ?? step.status),
    exit_code: step.outputs["exit_code"] ?? step.evidence["exit_code"] ?? null,
    error: step.error === undefined ? null : { ...step.error, details: step.error.details ?? {} },
    tree: step.tree ?? null,
  };
  steps[id] = result;
  if (!RESERVED.has(id)) names[id] = result;
}
