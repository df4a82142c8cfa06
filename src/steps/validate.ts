import { PawlError } from "../kernel/errors.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import { isJsonObject } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import { defineStep } from "./define.ts";
import { fieldError } from "./frames.ts";

/** Problems shown in the message; all are in the outputs. */
const SHOWN = 3;

export const validateStep = defineStep({
  type: "validate",
  summary: "Checks data against a JSON Schema.",
  description:
    "Checks `data`, or the JSON in the workspace file `file`, against `schema` or the schema in `schema_file`. What doesn't agree fails the step with `validate.failed`, all problems at once, each with the place in the data.",
  oneOf: [{ fields: ["data", "file"] }, { fields: ["schema", "schema_file"] }],
  fields: {
    data: { description: "The value to check; text that is JSON is read first." },
    file: { type: "string", description: "A workspace file that holds the value as JSON, instead of `data`." },
    schema: { type: "object", description: "The JSON Schema.", additionalProperties: true },
    schema_file: { type: "string", description: "A workspace file that holds the schema, instead of `schema`." },
  },
  outputs: {
    valid: { type: "boolean", description: "Whether the data agrees." },
    problems: { type: "list", description: "What doesn't: `{path, message}` each." },
    data: { type: "any", description: "The value that was checked." },
  },
  examples: [
    {
      title: "Check what a command printed",
      yaml: `name: check-report
steps:
  - id: report
    type: shell
    command: echo '{"score":7}'
  - id: shape
    type: validate
    data: "{{ report.outputs.stdout }}"
    schema:
      type: object
      required: [score]
      properties:
        score: { type: number, minimum: 0, maximum: 10 }
  - id: use
    type: assert
    condition: "shape.outputs.data.score > 5"
`,
    },
  ],
  run: async (context) => check(context),
});

async function check(context: StepContext): Promise<StepOutcome> {
  const { config } = context;
  const data = given(context, config["data"], config["file"], "data");
  const schema = given(context, config["schema"], config["schema_file"], "schema");
  if (!isJsonObject(schema)) throw fieldError("schema", "must be a JSON Schema object");
  // The validator is loaded when the first such step runs: starting must stay cheap.
  const { schemaProblems } = await import("./json-schema.ts");
  const problems = schemaProblems(schema, data);
  const outputs: JsonObject = {
    valid: problems.length === 0,
    problems: problems.map(({ path, message }) => ({ path, message })),
    data,
  };
  if (problems.length === 0) return { status: "completed", outputs };
  const shown = problems.slice(0, SHOWN).map(({ path, message }) => `${path === "" ? "the value" : path} ${message}`);
  const more = problems.length > SHOWN ? ` (and ${problems.length - SHOWN} more)` : "";
  return {
    status: "failed",
    error: new PawlError({
      code: "validate.failed",
      kind: "permanent",
      message: `the data does not agree with its schema: ${shown.join("; ")}${more}`,
      details: { problems: outputs["problems"] ?? [] },
    }),
    outputs,
  };
}

function given(context: StepContext, value: Json | undefined, file: Json | undefined, field: string): Json {
  if ((value === undefined) === (file === undefined)) {
    throw fieldError(field, `or \`${field === "data" ? "file" : "schema_file"}\` must be given, and not both`);
  }
  if (typeof file === "string") return parsed(context.workspace.readFile(file), `the file ${file}`);
  return typeof value === "string" && /^\s*[[{]/.test(value) ? parsed(value, `\`${field}\``) : (value ?? null);
}

function parsed(text: string, place: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (thrown) {
    throw new PawlError({
      code: "validate.not_json",
      kind: "permanent",
      message: `${place} is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      cause: thrown,
    });
  }
}
