import type { Json } from "../../../kernel/json.ts";
import { evaluationError } from "../errors.ts";
import type { Meter } from "../limits.ts";
import type { Scope } from "../scope.ts";

/** What a function may use besides its arguments. */
export interface FunctionUse {
  readonly scope: Scope;
  readonly meter: Meter;
}

/** A function of both expression languages, described as data: validation, completion and the reference read it. */
export interface ExpressionFunction {
  /** As written in documentation. GitHub's language ignores its case; Jinja knows it and `aliases` exactly. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** Names of its parameters, for `artifact('x', run='latest')` and for the reference. */
  readonly parameters: readonly string[];
  /** How many of them must be given. */
  readonly required: number;
  /** Whether the last parameter may repeat. */
  readonly variadic: boolean;
  readonly example: { readonly expression: string; readonly gives: Json };
  call(args: readonly Json[], use: FunctionUse): Json;
}

type Definition = Pick<ExpressionFunction, "name" | "summary" | "parameters" | "example" | "call"> &
  Partial<ExpressionFunction>;

export function defineFunction(definition: Definition): ExpressionFunction {
  return { aliases: [], required: definition.parameters.length, variadic: false, ...definition };
}

/** An argument that must be text; numbers and booleans are written out. */
export function textArgument(value: Json | undefined, place: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw evaluationError(`${place} must be a text; it was given ${jsonType(value)}`);
}

export function numberArgument(value: Json | undefined, place: string): number {
  if (typeof value === "number") return value;
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (Number.isFinite(read)) return read;
  throw evaluationError(`${place} must be a number; it was given ${jsonType(value)}`);
}

export function jsonType(value: Json | undefined): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object"
    ? "an object"
    : `the ${typeof value === "string" ? "text" : typeof value} ${JSON.stringify(value).slice(0, 60)}`;
}
