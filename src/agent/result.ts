import { Ajv } from "ajv";
import type { Json, JsonObject } from "../kernel/json.ts";
import { RESULT_TOOL } from "./tool-calls.ts";
import type { AgentTool } from "./tools/tool.ts";

const ajv = new Ajv({ allErrors: true, strict: false });

/** The tool through which a model hands in a structured result. Its input schema is the step's `output_schema`. */
export function resultTool(schema: JsonObject): AgentTool {
  return {
    effect: "read",
    spec: {
      name: RESULT_TOOL,
      description: "Hands in the result of your task. Call it once, when everything else is done.",
      input_schema: { ...schema, type: "object" },
    },
    run: async () => ({ content: "The result was accepted." }),
  };
}

/** A result the model wrote as JSON instead of calling the tool: the whole text, or its last fenced block. */
export function parseResult(text: string, schema: JsonObject): { readonly value?: Json; readonly problem?: string } {
  const fenced = [...text.matchAll(/```(?:json)?\s*\n([\s\S]*?)\n```/g)].at(-1)?.[1];
  for (const candidate of [text, ...(fenced === undefined ? [] : [fenced])]) {
    let value: Json;
    try {
      value = JSON.parse(candidate) as Json;
    } catch {
      continue;
    }
    const problem = schemaProblem(value, schema);
    return problem === undefined ? { value } : { problem };
  }
  return { problem: `${RESULT_TOOL} was not called` };
}

function schemaProblem(value: Json, schema: JsonObject): string | undefined {
  const validate = ajv.compile(schema);
  if (validate(value)) return undefined;
  return (validate.errors ?? [])
    .map(({ instancePath, message }) => `${instancePath === "" ? "it" : instancePath} ${message}`)
    .join("; ");
}
