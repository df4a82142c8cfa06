import type { ErrorObject } from "ajv";
import { isJsonObject, type Json, type JsonObject } from "../../kernel/json.ts";
import { anyExpression } from "../expressions/evaluate.ts";
import type { Path } from "../parse/source.ts";
import type { Validator } from "../schema/validator.ts";
import { stepValidator } from "../schema/validators.ts";
import type { StepType, StepTypes } from "../step-type.ts";
import { mistakeOf, pathOf } from "./mistakes.ts";

/** A value that an expression gave and its field doesn't take. */
export interface FieldProblem {
  readonly path: Path;
  readonly message: string;
  readonly hint: string | undefined;
}

export interface FieldValues {
  /** The fields as the step gets them. */
  readonly config: JsonObject;
  readonly problems: readonly FieldProblem[];
}

export type FieldJudge = (
  written: JsonObject,
  resolved: JsonObject,
  /** `text` makes the text of what was written; `shown` is applied to a value before a message repeats it. */
  how: { readonly text: (written: string) => string; readonly shown: (value: Json) => Json },
) => FieldValues;

/**
 * Judges what the expressions of a step's own fields gave by the schema its type declares, before the step runs. Nothing is converted, with
 * two exceptions that hold wherever values meet fields: a text takes the text of any value, as a template does, and nothing at all leaves a
 * field that needs no value as if it weren't there.
 */
export async function fieldJudge(stepTypes: StepTypes, type: StepType): Promise<FieldJudge> {
  const validate = await stepValidator(stepTypes, type);
  return (written, resolved, how) => judge(validate, type, written, resolved, how);
}

function judge(
  validate: Validator,
  type: StepType,
  written: JsonObject,
  resolved: JsonObject,
  { text, shown }: Parameters<FieldJudge>[2],
): FieldValues {
  const given = new Set(Object.keys(written).filter((field) => anyExpression(written[field] ?? null)));
  let config = Object.fromEntries(
    Object.entries(resolved).filter(
      ([field, value]) => !(value === null && given.has(field) && isLeftOut(field, type)),
    ),
  );
  const errors = (): readonly ErrorObject[] => {
    validate({ id: "step", type: type.type, ...config });
    return (validate.errors ?? []).filter(({ instancePath }) => given.has(String(pathOf(instancePath)[0])));
  };
  let found = errors();
  const texts = found.filter(
    ({ keyword, params, data }) => keyword === "type" && params["type"] === "string" && data !== null,
  );
  for (const { instancePath } of texts) {
    const path = pathOf(instancePath);
    const source = at(written, path);
    if (typeof source === "string") config = put(config, path, text(source)) as JsonObject;
  }
  if (texts.length > 0) found = errors();
  return {
    config,
    problems: found.map((error) => {
      const path = pathOf(error.instancePath);
      const { message, hint } = mistakeOf({ ...error, data: shown(error.data as Json) }, path);
      return { path, message, hint };
    }),
  };
}

function isLeftOut(field: string, type: StepType): boolean {
  const wanted = type.fields[field]?.["type"];
  return wanted !== undefined && ![wanted].flat().includes("null") && !type.required.includes(field);
}

function at(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (part, name) =>
      typeof part === "object" && part !== null ? (part as Readonly<Record<string | number, Json>>)[name] : undefined,
    value,
  );
}

function put(value: Json, [name, ...rest]: Path, made: Json): Json {
  if (name === undefined) return made;
  if (Array.isArray(value)) return value.map((item: Json, index) => (index === name ? put(item, rest, made) : item));
  return isJsonObject(value) ? { ...value, [name]: put(value[name] ?? null, rest, made) } : value;
}
