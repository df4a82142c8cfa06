import { stringify } from "yaml";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { isReference, referenceTo } from "./reference.ts";
import type {
  FieldValue,
  InputDeclaration,
  InputsOf,
  InputValue,
  NamesOf,
  None,
  OutputDeclaration,
  OutputsOf,
  References,
  StepFields,
  StepList,
  StepMethodTypes,
  StepsOf,
} from "./types.ts";

/** Names the steps inside a body see, beside everything outside it. */
type ItemNames = { item: unknown; index: number; matrix: Readonly<Record<string, unknown>> };

type FieldsOrFunction<I extends InputsOf, S extends StepsOf, N extends NamesOf, F> =
  | F
  | ((references: References<I, S, N>, steps: StepsBuilder<I, S, N & ItemNames>) => F);

/** One method per step type: `.shell("tests", { command: "npm test" })`. Each gives a new builder that knows the step's outputs. */
type StepMethods<I extends InputsOf, S extends StepsOf, N extends NamesOf, Kind extends "workflow" | "steps"> = {
  readonly [M in keyof StepMethodTypes]: <const Id extends string, const F extends StepFields>(
    id: Id,
    fields: FieldsOrFunction<I, S, N, F>,
  ) => Builder<I, S & Readonly<Record<Id, OutputsOf<StepMethodTypes[M], F>>>, N, Kind>;
};

type Builder<
  I extends InputsOf,
  S extends StepsOf,
  N extends NamesOf,
  Kind extends "workflow" | "steps",
> = Kind extends "workflow" ? WorkflowBuilder<I, S> : StepsBuilder<I, S, N>;

/** Builds a list of steps for a field that holds steps (`steps`, `verify`, `cases`). */
export interface StepsBuilder<I extends InputsOf, S extends StepsOf, N extends NamesOf>
  extends StepMethods<I, S, N, "steps">, StepList {
  /** A step of any type, a third party's included. */
  step<const Id extends string, const T extends string, const F extends StepFields>(
    id: Id,
    type: T,
    fields: FieldsOrFunction<I, S, N, F>,
  ): StepsBuilder<I, S & Readonly<Record<Id, OutputsOf<T, F>>>, N>;
}

/**
 * Builds a workflow document, the same one a YAML file holds. Every call gives a new builder; none changes.
 *
 * Fields may be a function of what can be referred to at that place, so that a reference to an input, step or output that isn't there is a
 * compile error: `.assert("enough", (at) => ({ condition: `${at.steps.tests.outputs.count} > ${at.inputs.least}` }))`.
 */
export interface WorkflowBuilder<I extends InputsOf, S extends StepsOf> extends StepMethods<I, S, None, "workflow"> {
  input<const Name extends string, const D extends InputDeclaration>(
    name: Name,
    declaration: D,
  ): WorkflowBuilder<I & Readonly<Record<Name, InputValue<D>>>, S>;
  output(name: string, declaration: (at: References<I, S, None>) => OutputDeclaration): WorkflowBuilder<I, S>;
  variable(name: string, value: FieldValue | ((at: References<I, S, None>) => FieldValue)): WorkflowBuilder<I, S>;
  step<const Id extends string, const T extends string, const F extends StepFields>(
    id: Id,
    type: T,
    fields: FieldsOrFunction<I, S, None, F>,
  ): WorkflowBuilder<I, S & Readonly<Record<Id, OutputsOf<T, F>>>>;
  /** The document as JSON, as the validator takes it. */
  toJSON(): JsonObject;
  /** The document as YAML, with the line that gives editors completion. */
  toYAML(): string;
}

/** Top-level fields beside inputs, outputs, variables and steps. */
export interface WorkflowFields {
  readonly version?: string;
  readonly description?: string;
  readonly [field: string]: FieldValue;
}

const METHODS: Readonly<Record<keyof StepMethodTypes, string>> = {
  shell: "shell",
  claude: "claude",
  claudeCode: "claude_code",
  assert: "assert",
  approval: "approval",
  parallel: "parallel",
  foreach: "foreach",
  loop: "loop",
  switch: "switch",
  workflow: "workflow",
  transform: "transform",
  validate: "validate",
  set: "set",
  delay: "delay",
  waitForEvent: "wait_for_event",
  pullRequest: "pull_request",
  comment: "comment",
  plugin: "plugin",
  memory: "memory",
  retrieval: "retrieval",
  cancel: "cancel",
};

/** The builder's method for a step type, for those that have one. */
export function methodOf(type: string): string | undefined {
  return Object.entries(METHODS).find(([, known]) => known === type)?.[0];
}

const SCHEMA_LINE = "# yaml-language-server: $schema=https://unpkg.com/pawl/workflow.schema.json\n";

/** Starts a workflow: `workflow("increase-coverage", { description: "…" }).input(…).shell(…)…`. */
export function workflow(name: string, fields: WorkflowFields = {}): WorkflowBuilder<None, None> {
  return workflowBuilder({ name, ...plainObject(fields) }) as unknown as WorkflowBuilder<None, None>;
}

/** The document so far; every method copies it. */
type Built = Readonly<Record<string, Json>>;

function workflowBuilder(built: Built): object {
  const within = (section: string, name: string, value: Json): object =>
    workflowBuilder({ ...built, [section]: { ...(built[section] as JsonObject | undefined), [name]: value } });
  const step = (id: string, type: string, fields: unknown): object =>
    workflowBuilder({
      ...built,
      steps: [...((built["steps"] as readonly Json[] | undefined) ?? []), stepDocument(id, type, fields)],
    });
  return {
    ...methods(step),
    step,
    input: (name: string, declaration: InputDeclaration) =>
      within("inputs", name, plain(declaration as unknown as FieldValue)),
    output: (name: string, declaration: (at: unknown) => FieldValue) =>
      within("outputs", name, plain(declaration(root()))),
    variable: (name: string, value: FieldValue | ((at: unknown) => FieldValue)) =>
      within("variables", name, plain(typeof value === "function" ? value(root()) : value)),
    toJSON: () => inReadingOrder(built),
    toYAML: () => SCHEMA_LINE + stringify(inReadingOrder(built), { lineWidth: 0, aliasDuplicateObjects: false }),
  };
}

function stepsBuilder(steps: readonly JsonObject[]): object {
  const step = (id: string, type: string, fields: unknown): object =>
    stepsBuilder([...steps, stepDocument(id, type, fields)]);
  return { ...methods(step), step, toSteps: () => steps };
}

function methods(step: (id: string, type: string, fields: unknown) => object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(METHODS).map(([method, type]) => [method, (id: string, fields: unknown) => step(id, type, fields)]),
  );
}

function stepDocument(id: string, type: string, fields: unknown): JsonObject {
  const given =
    typeof fields === "function"
      ? (fields as (at: unknown, steps: unknown) => StepFields)(root(), stepsBuilder([]))
      : (fields as StepFields);
  return { id, type, ...plainObject(given) };
}

/** All contexts: a name below it is the start of a path. */
function root(): unknown {
  return new Proxy({}, { get: (_, name) => (typeof name === "string" ? referenceTo(name) : undefined) });
}

function isStepList(value: object): value is StepList {
  return "toSteps" in value && typeof value.toSteps === "function";
}

/** The value with references as text, step lists as lists, and absent members left out. */
function plain(value: FieldValue): Json {
  if (isReference(value)) return String(value);
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (isStepList(value)) return value.toSteps().map((step) => plain(step));
  return plainObject(value as Readonly<Record<string, FieldValue>>);
}

function plainObject(fields: Readonly<Record<string, FieldValue>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, plain(value)]])),
  );
}

/** Top-level fields in the order people read them. */
function inReadingOrder(built: Built): JsonObject {
  const last = ["inputs", "variables", "steps", "outputs"];
  const first = Object.keys(built).filter((key) => !last.includes(key));
  return Object.fromEntries(
    [...first, ...last].flatMap((key) => (built[key] === undefined ? [] : [[key, built[key]]])),
  );
}
