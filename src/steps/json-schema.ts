import { Ajv, type ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { PawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";

/** One way in which data doesn't agree with a schema. */
export interface SchemaProblem {
  /** A JSON pointer to the value; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Problems told of one value. */
const MAX_PROBLEMS = 50;

/** What of `data` doesn't agree with a JSON Schema (draft 7 or 2020-12's common part), all of it. Throws PawlError `schema.invalid` when the schema is none. */
export function schemaProblems(schema: JsonObject, data: Json): readonly SchemaProblem[] {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
  addFormats.default(ajv);
  let validate: ReturnType<Ajv["compile"]>;
  try {
    const { $schema: _draft, ...rest } = schema;
    validate = ajv.compile(rest);
  } catch (thrown) {
    throw new PawlError({
      code: "schema.invalid",
      kind: "invalid",
      message: `the schema is not a JSON Schema: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      cause: thrown,
    });
  }
  if (validate(data)) return [];
  return (validate.errors ?? []).slice(0, MAX_PROBLEMS).map(problemOf);
}

function problemOf(error: ErrorObject): SchemaProblem {
  const { instancePath, keyword, params, message } = error;
  const allowed =
    keyword === "enum" && Array.isArray(params["allowedValues"])
      ? `: ${params["allowedValues"].map((value: unknown) => JSON.stringify(value)).join(", ")}`
      : "";
  const extra = keyword === "additionalProperties" ? `: "${String(params["additionalProperty"])}"` : "";
  return { path: instancePath, message: `${message ?? "is not allowed"}${allowed}${extra}` };
}
