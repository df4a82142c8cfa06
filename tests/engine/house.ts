import { PawlError } from "../../src/kernel/errors.ts";
import type { JsonObject } from "../../src/kernel/json.ts";
import { createEngine } from "../../src/engine/create.ts";
import type { Engine, EngineOptions, EnginePorts } from "../../src/engine/engine.ts";
import type { StepContext, StepImplementation, StepOutcome } from "../../src/engine/step.ts";
import type { Step, Workflow } from "../../src/language/model.ts";
import { createMemoryRunStore } from "../../src/adapters/run-store/memory.ts";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { modelWorkspace, type ModelWorkspace, type Trees } from "../sim/model-workspace.ts";

/** A step of the engine's tests, short to write. Every member not named has the language's default. */
export function step(id: string, type: string, rest: Partial<Step> = {}): Step {
  return {
    id,
    type,
    needs: [],
    retry: { attempts: 1, backoff: "exponential", delayMs: 10, maxDelayMs: 1_000, jitter: 0, on: ["transient"] },
    onError: "fail",
    inputs: {},
    outputs: {},
    artifacts: [],
    env: {},
    config: {},
    bodies: {},
    place: { file: "test.yml", line: 1, column: 1 },
    ...rest,
  };
}

export function workflow(steps: readonly Step[], rest: Partial<Workflow> = {}): Workflow {
  return {
    name: "test",
    version: "1",
    description: "",
    inputs: {},
    outputs: {},
    variables: {},
    env: {},
    budget: {},
    permissions: {},
    triggers: {},
    parallel: false,
    maxParallel: 4,
    rollback: "none",
    costTracking: true,
    steps,
    source: { file: "test.yml", digest: "0".repeat(64) },
    ...rest,
  };
}

/** A step type from its code alone. */
export function stepType(
  type: string,
  run: (context: StepContext) => Promise<StepOutcome>,
  rest: Partial<StepImplementation> = {},
): StepImplementation {
  return {
    type,
    summary: "",
    description: "",
    fields: {},
    required: [],
    bodies: {},
    outputs: {},
    openOutputs: true,
    caching: "never",
    writesWorkspace: false,
    conditionFields: [],
    deferredFields: [],
    bodyNames: [],
    examples: [],
    run,
    ...rest,
  };
}

export const done = (outputs: JsonObject = {}): StepOutcome => ({ status: "completed", outputs });

export const failed = (kind: PawlError["kind"] = "permanent", code = "test.failed"): StepOutcome => ({
  status: "failed",
  error: new PawlError({ code, kind, message: `it failed: ${code}` }),
});

export interface House {
  readonly engine: Engine;
  readonly ports: EnginePorts;
  readonly workspace: ModelWorkspace;
}

/** An engine on memory adapters, with the given step types. */
export function house(
  types: readonly StepImplementation[],
  given: {
    readonly ports?: Partial<EnginePorts>;
    readonly options?: Partial<EngineOptions>;
    readonly workspace?: ModelWorkspace;
    readonly workflows?: Readonly<Record<string, Workflow>>;
  } = {},
): House {
  const clock = given.ports?.clock ?? systemClock();
  const trees: Trees = new Map();
  const workspace = given.workspace ?? modelWorkspace(trees);
  const quiet = (): void => {};
  const ports: EnginePorts = {
    store: createMemoryRunStore(clock),
    clock,
    log: { info: quiet, warning: quiet, error: quiet, debug: quiet },
    steps: new Map(types.map((type) => [type.type, type])),
    sandbox: {
      run: () => unavailable("sandbox"),
      probe: async () => ({ profiles: [], missing: [], agentsWithoutProfile: true }),
    },
    cache: { get: async () => undefined, put: async () => false },
    artifacts: {
      put: () => unavailable("artifacts"),
      get: async () => undefined,
      list: async () => [],
      remove: async () => 0,
    },
    secrets: { get: () => undefined, values: () => [] },
    redactor: {
      redact: (text) => text,
      redactJson: (value) => value,
      stream: () => ({ write: (chunk) => chunk, end: () => "" }),
      add: quiet,
    },
    files: { load: async () => undefined, loadTemplate: async () => undefined, names: async () => [] },
    effects: undefined,
    models: () => unavailable("models"),
    workspace: async () => workspace,
    temporaryDirectory: async (name) => ({ path: `/nowhere/${name}`, remove: async () => {} }),
    loadWorkflow: async (reference) => given.workflows?.[reference] ?? (await unavailable(`workflow ${reference}`)),
    ...given.ports,
  };
  const options: EngineOptions = {
    worker: "worker-1",
    host: "test",
    pid: 1,
    engineVersion: "test",
    trustTier: "test",
    env: {},
    ...given.options,
  };
  return { engine: createEngine(ports, options), ports, workspace };
}

function unavailable(what: string): Promise<never> {
  return Promise.reject(new PawlError({ code: "test.unavailable", kind: "permanent", message: `no ${what} here` }));
}
