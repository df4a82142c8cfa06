import type { StepImplementation } from "../engine/step.ts";
import { ID_PATTERN } from "../language/model.ts";
import type { StepType } from "../language/step-type.ts";

/** What an author of a step type must say; the rest has the defaults of a step without outside effects, bodies or expressions of its own. */
export type StepDefinition = Pick<StepType, "type" | "summary" | "description"> &
  Pick<StepImplementation, "run"> &
  Partial<Omit<StepImplementation, "type" | "summary" | "description" | "run">>;

/**
 * Makes a step type from its definition: the one way in for ours and for a third party's.
 *
 * By default it has no fields, is never cached, doesn't write the workspace and gives no outputs of its own.
 * Throws a bare error when the definition contradicts itself (a required field that isn't declared): that is a mistake of its programmer.
 */
export function defineStep(definition: StepDefinition): StepImplementation {
  const step: StepImplementation = {
    fields: {},
    required: [],
    bodies: {},
    outputs: {},
    openOutputs: false,
    caching: "never",
    writesWorkspace: false,
    conditionFields: [],
    deferredFields: [],
    bodyNames: [],
    examples: [],
    ...definition,
  };
  for (const problem of contradictions(step)) throw new Error(`step type "${step.type}": ${problem}`);
  return Object.freeze(step);
}

function contradictions(step: StepImplementation): string[] {
  const known = new Set([...Object.keys(step.fields), ...Object.keys(step.bodies)]);
  const named: readonly (readonly [string, readonly string[]])[] = [
    ["required", step.required],
    ["conditionFields", step.conditionFields],
    ["deferredFields", step.deferredFields],
    ["code", step.code === undefined ? [] : [step.code.field, step.code.interpreterField]],
  ];
  const problems = named.flatMap(([list, fields]) =>
    fields.filter((field) => !known.has(field)).map((field) => `${list} names "${field}", which is no field of it`),
  );
  if (!ID_PATTERN.test(step.type)) problems.push(`its name must match ${ID_PATTERN.source}`);
  for (const [field, schema] of Object.entries(step.fields)) {
    if (typeof schema["description"] !== "string") problems.push(`field "${field}" has no description`);
    if (field in step.bodies) problems.push(`"${field}" is both a field and a body`);
  }
  if (Object.keys(step.bodies).length > 0 && step.join === undefined) problems.push("it has bodies but no join");
  return problems;
}
