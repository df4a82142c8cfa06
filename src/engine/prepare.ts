import { PawlError } from "../kernel/errors.ts";
import { canonicalJson, type Json, type JsonObject } from "../kernel/json.ts";
import { anyExpression, evaluateExpression, resolveText, resolveValue } from "../language/expressions/evaluate.ts";
import { compileScript } from "../language/expressions/script.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { Step } from "../language/model.ts";
import type { StepType, StepTypes } from "../language/step-type.ts";
import type { FieldJudge, FieldProblem } from "../language/validate/field-values.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { RunState } from "./state.ts";

/** A step's fields once every expression in them has its value. */
export interface Prepared {
  readonly config: JsonObject;
  readonly inputs: JsonObject;
  /** What a child process gets; no value of a secret the step didn't ask for. */
  readonly env: Readonly<Record<string, string>>;
  readonly script: string | undefined;
  readonly cacheKey: Json | undefined;
  /** As evidence in the journal. */
  readonly resolved: JsonObject;
}

/**
 * Resolves what a step says against its scope (spec L5, L6).
 *
 * @throws PawlError `expression.*` where an expression can't be evaluated, `script.unsafe` where a value would become code, `step.field`
 * where an expression gave a field what it doesn't take. A promise only the first time that a field of this type holds an expression, when
 * the type's schema is loaded: a step's start joins the commit of what ended before it, and may not fall behind.
 */
export function prepareStep(
  run: { readonly state: RunState; readonly ports: JudgePorts },
  step: Step,
  type: StepType,
  scope: Scope,
): Prepared | Promise<Prepared> {
  const config = fieldsOf(step, type, scope, run.ports);
  return config instanceof Promise
    ? config.then((fields) => preparedWith(fields, run.state, step, type, scope))
    : preparedWith(config, run.state, step, type, scope);
}

function preparedWith(config: JsonObject, state: RunState, step: Step, { code }: StepType, scope: Scope): Prepared {
  const inputs = resolveValue(step.inputs, scope) as JsonObject;
  const env: Record<string, string> = {};
  exportNames(env, "INPUT_", { ...withoutSecrets(state), ...inputs });
  exportNames(env, "PAWL_VAR_", state.variables);
  for (const [name, value] of Object.entries(state.plan.workflow.env)) env[name] = resolveText(value, scope);
  for (const [name, value] of Object.entries(step.env)) env[name] = asText(resolveValue(value, scope));
  const script = code === undefined ? undefined : scriptOf(step, code, config, scope, env);
  for (const [name, value] of Object.entries(env)) if (value.includes("\0")) throw holdsNul(step, name);
  const cacheKey = step.cache?.key === undefined ? undefined : resolveValue(step.cache.key, scope);
  const resolved: JsonObject = {
    ...config,
    ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
    ...(script === undefined || code === undefined ? {} : { [code.field]: script }),
  };
  return { config, inputs, env, script, cacheKey, resolved };
}

/** What held values are judged by, and what keeps secrets out of the message. */
interface JudgePorts {
  readonly steps: StepTypes;
  readonly redactor: Redactor;
}

const judges = new WeakMap<StepType, FieldJudge>();

/** The step's own fields, but for code and what it evaluates itself. Those that expressions gave are held to their schemas. */
function fieldsOf(step: Step, type: StepType, scope: Scope, ports: JudgePorts): JsonObject | Promise<JsonObject> {
  const left = new Set([...type.conditionFields, ...type.deferredFields, type.code?.field]);
  const written = Object.fromEntries(Object.entries(step.config).filter(([field]) => !left.has(field)));
  const resolved = resolveValue(written, scope) as JsonObject;
  if (!anyExpression(written)) return step.config;
  const held = (judge: FieldJudge): JsonObject => {
    const text = (source: string): string => resolveText(source, scope);
    const { config, problems } = judge(written, resolved, { text, shown: (value) => ports.redactor.redactJson(value) });
    if (problems.length > 0) throw wrongFields(step, problems);
    const kept = Object.entries(step.config).filter(([field]) => left.has(field));
    return { ...Object.fromEntries(kept), ...config };
  };
  const known = judges.get(type);
  if (known !== undefined) return held(known);
  return import("../language/validate/field-values.ts").then(async ({ fieldJudge }) => {
    const judge = await fieldJudge(ports.steps, type);
    judges.set(type, judge);
    return held(judge);
  });
}

function wrongFields(step: Step, problems: readonly FieldProblem[]): PawlError {
  const [first] = problems;
  return new PawlError({
    code: "step.field",
    kind: "permanent",
    message: `Step ${step.id}: ${problems.map(({ message }) => message).join("; ")} (given by an expression)`,
    ...(first?.hint === undefined ? {} : { remedy: first.hint }),
    details: { step: step.id, fields: problems.map(({ path }) => path.join(".")) },
  });
}

function scriptOf(
  step: Step,
  code: NonNullable<StepType["code"]>,
  config: JsonObject,
  scope: Scope,
  env: Record<string, string>,
): string | undefined {
  const text = config[code.field];
  if (typeof text !== "string") return undefined;
  const interpreter = config[code.interpreterField] ?? code.defaultInterpreter;
  const compiled = compileScript(text, asText(interpreter));
  const problem = compiled.problems[0];
  if (problem !== undefined) {
    throw new PawlError({
      code: "script.unsafe",
      kind: "invalid",
      message: `Step ${step.id}: ${problem.message}`,
      remedy: problem.hint,
    });
  }
  for (const { name, expression } of compiled.bindings) env[name] = asText(evaluateExpression(expression, scope));
  return compiled.script;
}

/** A secret input reaches a process only where the step's `env` names it. */
function withoutSecrets(state: RunState): JsonObject {
  const specs = state.plan.workflow.inputs;
  return Object.fromEntries(Object.entries(state.inputs).filter(([name]) => specs[name]?.type !== "secret"));
}

function exportNames(env: Record<string, string>, prefix: string, values: JsonObject): void {
  for (const [name, value] of Object.entries(values)) {
    env[prefix + name.toUpperCase().replaceAll(/[^A-Z0-9_]/g, "_")] = asText(value);
  }
}

/** A value as a shell sees it: text as it is, nothing as empty text, lists and objects as JSON. */
export function asText(value: Json): string {
  if (typeof value === "string") return value;
  return value === null ? "" : canonicalJson(value);
}

function holdsNul(step: Step, name: string): PawlError {
  return new PawlError({
    code: "script.nul",
    kind: "invalid",
    message: `Step ${step.id}: the environment variable ${name} holds a NUL character, which no process can be given`,
    remedy: "Take the character out of the value before it reaches this step.",
  });
}
