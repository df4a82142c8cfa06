import { PawlError } from "../kernel/errors.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import type { OutputSpec, OutputType, Step } from "../language/model.ts";

/**
 * Outputs that a program wrote as text, in the types the step declares for them; undeclared ones stay text.
 *
 * @throws PawlError `step.output_type`, naming the output, its type and its text
 */
export function withDeclaredTypes(step: Step, written: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(written).map(([name, text]) => {
      const spec: OutputSpec | undefined = step.outputs[name];
      // A value from elsewhere (an expression, a file) is the engine's to read.
      return [name, spec === undefined || spec.value !== undefined ? text : convert(step, name, spec.type, text)];
    }),
  );
}

function convert(step: Step, name: string, type: OutputType, text: string): Json {
  const value = read(type, text.trim(), text);
  if (value !== undefined) return value;
  throw new PawlError({
    code: "step.output_type",
    kind: "permanent",
    message: `Step ${step.id} declares the output "${name}" as ${type}, and wrote ${JSON.stringify(text.slice(0, 200))}`,
    remedy:
      type === "object" || type === "list"
        ? "Write it as JSON on one line."
        : `Write a ${type}, or declare another type.`,
  });
}

function read(type: OutputType, trimmed: string, text: string): Json | undefined {
  switch (type) {
    case "number":
      return trimmed !== "" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : undefined;
    case "boolean":
      return trimmed === "true" ? true : trimmed === "false" ? false : undefined;
    case "object":
    case "list": {
      const value = parse(trimmed);
      const fits = type === "list" ? Array.isArray(value) : isJsonObject(value);
      return fits ? value : undefined;
    }
    case "any":
      return parse(trimmed) ?? text;
    default:
      return text;
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
