import { PawlError } from "../kernel/errors.ts";
import { canonicalJson, type Json, type JsonObject } from "../kernel/json.ts";
import { evaluateExpression, resolveText, resolveValue } from "../language/expressions/evaluate.ts";
import { compileScript } from "../language/expressions/script.ts";
import type { Scope } from "../language/expressions/scope.ts";
import type { Step } from "../language/model.ts";
import type { StepType } from "../language/step-type.ts";
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
 * @throws PawlError `expression.*` where an expression can't be evaluated, `script.unsafe` where a value would become code
 */
export function prepareStep(state: RunState, step: Step, type: StepType, scope: Scope): Prepared {
  const left = new Set([...type.conditionFields, ...type.deferredFields]);
  const code = type.code;
  const config: Record<string, Json> = {};
  for (const [field, value] of Object.entries(step.config)) {
    config[field] = left.has(field) || field === code?.field ? value : resolveValue(value, scope);
  }
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
