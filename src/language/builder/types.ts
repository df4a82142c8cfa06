import type { InputType, OutputType } from "../model.ts";
import type { Reference } from "./reference.ts";

/** What a declared type is in TypeScript. */
export interface ValueTypes {
  string: string;
  number: number;
  boolean: boolean;
  choice: string;
  list: readonly unknown[];
  object: Readonly<Record<string, unknown>>;
  secret: string;
  artifact: string;
  any: unknown;
}

/** Outputs that steps of a type have without declaring them. A test holds this against the registered step types. */
export interface BuiltInOutputs {
  shell: { stdout: string; stderr: string; exit_code: number };
}

/** Step types by the name of their method. */
export interface StepMethodTypes {
  shell: "shell";
  claude: "claude";
  claudeCode: "claude_code";
  assert: "assert";
  approval: "approval";
  parallel: "parallel";
  foreach: "foreach";
  loop: "loop";
  switch: "switch";
  workflow: "workflow";
  transform: "transform";
  validate: "validate";
  set: "set";
  delay: "delay";
  waitForEvent: "wait_for_event";
  pullRequest: "pull_request";
  comment: "comment";
  plugin: "plugin";
  memory: "memory";
  retrieval: "retrieval";
  cancel: "cancel";
}

/** Types whose undeclared outputs may be referred to: what they give is known only when they ran. */
type OpenOutputs =
  | "claude"
  | "claude_code"
  | "workflow"
  | "transform"
  | "plugin"
  | "memory"
  | "retrieval"
  | "wait_for_event"
  | "foreach"
  | "parallel"
  | "loop"
  | "switch";

export type InputsOf = Readonly<Record<string, unknown>>;
export type StepsOf = Readonly<Record<string, object>>;
export type NamesOf = Readonly<Record<string, unknown>>;
/** No names yet: what a new workflow starts from. An index signature here would let every reference pass. */
export type None = Readonly<Record<never, never>>;

export interface InputDeclaration {
  readonly type: InputType;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The TypeScript type of an input: its `enum`'s members where it has them. */
export type InputValue<D extends InputDeclaration> = D extends { readonly enum: readonly (infer E)[] }
  ? E
  : ValueTypes[D["type"]];

export type OutputDeclaration =
  | OutputType
  | { readonly type: OutputType; readonly value?: FieldValue; readonly description?: string };

type DeclaredType<D> = D extends keyof ValueTypes
  ? ValueTypes[D]
  : D extends { readonly type: infer T extends keyof ValueTypes }
    ? ValueTypes[T]
    : unknown;

/** The outputs later steps may refer to. */
export type OutputsOf<Type extends string, Fields> = (Fields extends { readonly outputs: infer O }
  ? { readonly [K in keyof O]: DeclaredType<O[K]> }
  : object) &
  (Type extends keyof BuiltInOutputs ? Readonly<BuiltInOutputs[Type]> : object) &
  (Type extends OpenOutputs ? Readonly<Record<string, unknown>> : object);

/** Anything a field may hold: JSON, references anywhere in it, and lists of steps. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Reference<unknown>
  | StepList
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue };

/** Steps for a field that holds steps. */
export interface StepList {
  toSteps(): readonly Readonly<Record<string, FieldValue>>[];
}

export interface StepFields {
  readonly outputs?: Readonly<Record<string, OutputDeclaration>>;
  readonly [field: string]: FieldValue;
}

/** What expressions in a field may refer to where the step stands. A name that isn't there is a compile error. */
export type References<I extends InputsOf, S extends StepsOf, N extends NamesOf> = {
  readonly inputs: { readonly [K in keyof I]: Reference<I[K]> };
  readonly steps: {
    readonly [K in keyof S]: {
      readonly outputs: { readonly [O in keyof S[K]]: Reference<S[K][O]> };
      readonly status: Reference<string>;
      readonly exit_code: Reference<number>;
    };
  };
  readonly variables: Readonly<Record<string, Reference<unknown>>>;
  readonly env: Readonly<Record<string, Reference<string>>>;
  readonly secrets: Readonly<Record<string, Reference<string>>>;
  readonly issue: {
    readonly number: Reference<number>;
    readonly title: Reference<string>;
    readonly body: Reference<string>;
    readonly author: Reference<string>;
    readonly url: Reference<string>;
    readonly labels: Reference<readonly string[]>;
  };
  readonly repo: {
    readonly owner: Reference<string>;
    readonly name: Reference<string>;
    readonly full_name: Reference<string>;
    readonly default_branch: Reference<string>;
    readonly head_sha: Reference<string>;
    readonly url: Reference<string>;
  };
  readonly run: {
    readonly id: Reference<string>;
    readonly attempt: Reference<number>;
    readonly workflow: Reference<string>;
    readonly actor: Reference<string>;
    readonly url: Reference<string>;
  };
  readonly project: Readonly<Record<string, Reference<unknown>>>;
} & { readonly [K in keyof N]: Reference<N[K]> };
