import type { JsonObject } from "../../kernel/json.ts";
import type { StepType, StepTypes } from "../step-type.ts";
import { commonStepSchema, documentSchema, ownStepSchema, schemaDigest, untypedStepSchema } from "./compose.ts";
import type { Validator } from "./validator.ts";
import { VALIDATORS } from "./validators.generated.ts";

export interface SchemaValidators {
  readonly document: Validator;
  /** The fields every step has. */
  readonly fields: Validator;
  /** What a step type adds; for a type that isn't known, what is wrong with that. */
  step(type: string): Validator;
}

const MADE = VALIDATORS as unknown as Readonly<
  Record<string, { readonly digest: string; readonly validate: Validator }>
>;
const kept = new WeakMap<StepTypes, Map<string, Validator>>();

/**
 * The validators for a document that uses these step types. Those of our own types were made by `npm run generate`; ajv itself is loaded only
 * for a type that came from elsewhere, or that was changed since.
 */
export async function schemaValidators(stepTypes: StepTypes, used: ReadonlySet<string>): Promise<SchemaValidators> {
  const [document, fields, unknown] = [
    await validatorOf(stepTypes, "document", documentSchema),
    await validatorOf(stepTypes, "fields", commonStepSchema),
    await validatorOf(stepTypes, "step", () => untypedStepSchema(stepTypes)),
  ];
  const own = new Map<string, Validator>();
  for (const name of used) {
    const type = stepTypes.get(name);
    if (type !== undefined) own.set(name, await stepValidator(stepTypes, type));
  }
  return { document, fields, step: (type) => own.get(type) ?? unknown };
}

/** The validator of what one type adds to the fields every step has. */
export function stepValidator(stepTypes: StepTypes, type: StepType): Promise<Validator> {
  return validatorOf(stepTypes, `step ${type.type}`, () => ownStepSchema(type));
}

async function validatorOf(stepTypes: StepTypes, name: string, schema: () => JsonObject): Promise<Validator> {
  const known = kept.get(stepTypes) ?? new Map<string, Validator>();
  kept.set(stepTypes, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const wanted = schema();
  const made = Object.hasOwn(MADE, name) ? MADE[name] : undefined;
  const validator =
    made?.digest === schemaDigest(wanted) ? made.validate : (await import("./ajv.ts")).compileSchema(wanted);
  known.set(name, validator);
  return validator;
}
