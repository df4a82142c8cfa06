import { PawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import { evaluateCondition, evaluateExpression } from "../language/expressions/evaluate.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { TreeId, Workspace } from "../ports/workspace.ts";
import { ownChoice } from "./autonomy.ts";
import type { Breakers } from "./breaker.ts";
import { reserve, runBudget, type OuterBudget } from "./budget.ts";
import type { EngineOptions, EnginePorts, RunUpdate } from "./engine.ts";
import type { NewEvent } from "./events.ts";
import type { Lane } from "./lanes.ts";
import type { Prepared } from "./prepare.ts";
import type { RunState, StepState } from "./state.ts";
import type { StepContext } from "./step.ts";
import { viewRun } from "./view-of.ts";

/** What all steps of one run share. */
export interface RunSurroundings {
  readonly ports: EnginePorts;
  readonly options: EngineOptions;
  readonly state: RunState;
  readonly write: (events: readonly NewEvent[]) => Promise<void>;
  readonly publish: (update: RunUpdate) => void;
  readonly outer: readonly OuterBudget[];
  readonly breakers: Breakers;
  readonly nextId: () => string;
  readonly runChild: (
    parent: {
      readonly path: string;
      readonly attempt: number;
      readonly signal: AbortSignal;
      readonly workspace: Workspace;
    },
    request: Parameters<StepContext["runChild"]>[0],
  ) => ReturnType<StepContext["runChild"]>;
}

/** What a step prints, on its way to observers. */
export interface Output {
  readonly write: StepContext["output"];
  /** Lets out what was held back because it might have been the start of a secret. */
  end(): void;
}

/** Characters of a line that is not ended yet, after which observers get it all the same. */
const LONGEST_OPEN_LINE = 8_192;

/** Whole lines for observers, each stream through a redactor of its own, so that a secret printed in pieces is found as well. */
export function outputOf(run: Pick<RunSurroundings, "ports" | "publish">, path: string): Output {
  type Name = Parameters<StepContext["output"]>[0];
  const streams = new Map<Name, { readonly redactor: ReturnType<Redactor["stream"]>; open: string }>();
  const publish = (stream: Name, text: string): void => {
    if (text !== "") run.publish({ kind: "output", path, stream, text });
  };
  return {
    write(name, text) {
      const stream = streams.get(name) ?? { redactor: run.ports.redactor.stream(), open: "" };
      streams.set(name, stream);
      const seen = stream.open + stream.redactor.write(text);
      const end = seen.length > LONGEST_OPEN_LINE ? seen.length : seen.lastIndexOf("\n") + 1;
      stream.open = seen.slice(end);
      publish(name, seen.slice(0, end));
    },
    end() {
      for (const [name, { redactor, open }] of streams) publish(name, open + redactor.end());
      streams.clear();
    },
  };
}

/** Everything one attempt of one step may use. */
export function stepContext(
  run: RunSurroundings,
  step: StepState,
  attempt: {
    readonly number: number;
    readonly prepared: Prepared;
    readonly scope: Scope;
    readonly lane: Lane;
    readonly signal: AbortSignal;
    readonly temporaryDirectory: string;
    readonly wake: StepContext["wake"];
    readonly output: Output;
  },
): StepContext {
  const { ports, state } = run;
  const { path, planned } = step;
  const { lane, prepared, scope } = attempt;
  const issue = issueNumber(state.created?.contexts["issue"]);
  const actor = state.created?.actor;
  const scopeWith = (names: JsonObject | undefined): Scope =>
    names === undefined ? scope : { ...scope, contexts: { ...scope.contexts, ...names } };
  return {
    run: {
      id: state.runId,
      workflow: state.plan.workflow.name,
      file: state.plan.workflow.source.file,
      ...(issue === undefined ? {} : { issue }),
      ...(actor === undefined ? {} : { actor }),
      permissions: state.plan.workflow.permissions,
    },
    step: planned.step,
    path,
    attempt: attempt.number,
    config: prepared.config,
    inputs: prepared.inputs,
    env: prepared.env,
    script: prepared.script,
    scope,
    evaluate: (text, names) => evaluateExpression(text, scopeWith(names)),
    condition: (text, names) => evaluateCondition(text, scopeWith(names)),
    signal: attempt.signal,
    workspace: lane.workspace,
    baseTree: step.inputTree ?? lane.base,
    temporaryDirectory: attempt.temporaryDirectory,
    sandbox: ports.sandbox,
    models: ports.models,
    toolServers: ports.toolServers ?? noToolServers,
    plugins: ports.plugins ?? { get: () => Promise.resolve(undefined), names: () => [] },
    facts: ports.store,
    effects: ports.effects,
    artifacts: ports.artifacts,
    secrets: ports.secrets,
    redactor: ports.redactor,
    files: ports.files,
    clock: ports.clock,
    output: attempt.output.write,
    checkpoints: [...step.checkpoints],
    expansion:
      step.expansion === undefined ? undefined : { rounds: step.expansion.rounds, outputs: step.expansion.outputs },
    async checkpoint(kind, data, options) {
      const tree: TreeId | undefined = options?.snapshot === true ? await lane.workspace.snapshot() : undefined;
      const event = { path, attempt: attempt.number, kind, data, ...(tree === undefined ? {} : { tree }) };
      await run.write([{ type: "step.progressed", data: event }]);
    },
    reserve: (worstCase) => reserve(run, path, worstCase),
    breaker: (policy) => ({
      check: () => run.breakers.check(policy),
      async note(error) {
        const events = await run.breakers.note(policy, error);
        if (events.length > 0) await run.write(events);
      },
    }),
    refused: (what, reason) => run.write([{ type: "policy.refused", data: { path, what, reason } }]),
    async decided(kind, reason, data) {
      const objection = ownChoice(state, step, kind, reason);
      if (objection !== undefined) throw objection;
      await run.write([{ type: "decision", data: { kind, path, reason, ...(data === undefined ? {} : { data }) } }]);
    },
    evidence: () => evidenceOf(state),
    runChild: (request) =>
      run.runChild({ path, attempt: attempt.number, signal: attempt.signal, workspace: lane.workspace }, request),
    wake: attempt.wake,
  };
}

function noToolServers(): Promise<never> {
  return Promise.reject(
    new PawlError({
      code: "tools.unavailable",
      kind: "permanent",
      message: "There is no way to reach MCP servers here",
      remedy: "Start the engine with a toolServers port.",
    }),
  );
}

/** The run so far as facts: what a pull request's body is rendered from. */
export function evidenceOf(state: RunState): JsonObject {
  const { created } = state;
  const models = new Set<string>();
  for (const step of state.steps.values()) {
    const model = step.evidence["model"];
    if (typeof model === "string") models.add(model);
  }
  return {
    ...(viewRun(state) as unknown as JsonObject),
    workflow_digest: state.plan.workflow.source.digest,
    definition_file: created?.definition_file ?? "",
    engine: created?.engine ?? "",
    base_commit: state.baseCommit ?? null,
    base_tree: state.baseTree ?? null,
    tree: state.tree ?? null,
    models: [...models],
    attempt: state.attempt,
    budget: { ...runBudget(state) },
  };
}

function issueNumber(issue: Json | undefined): number | undefined {
  const number = isJsonObject(issue) ? issue["number"] : undefined;
  return typeof number === "number" ? number : undefined;
}
