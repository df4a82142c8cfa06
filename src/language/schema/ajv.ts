import { Ajv } from "ajv";
import type { JsonObject } from "../../kernel/json.ts";
import { AJV_OPTIONS } from "./ajv-options.ts";
import type { Validator } from "./validator.ts";

const ajv = new Ajv(AJV_OPTIONS);

/** Compiles a schema that has no validator made beforehand: that of a step type which doesn't ship with Pawl. */
export function compileSchema(schema: JsonObject): Validator {
  return ajv.compile(schema);
}
