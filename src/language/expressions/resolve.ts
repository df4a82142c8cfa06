import type { Json } from "../../kernel/json.ts";
import { limitError } from "./errors.ts";
import type { Scope } from "./scope.ts";
import { holdsExpression } from "./segments.ts";
import { readTemplate, renderTemplate, resolveTemplate } from "./template.ts";

/** Lists and objects in one field. */
const MAX_FIELD_DEPTH = 64;

/**
 * A field's value with every text in it resolved; what is one whole expression keeps the type of its value. Names of members stay as written.
 * Values are put in once and never read again as templates.
 *
 * Throws PawlError `expression.syntax`, `expression.evaluation`, `expression.limit`, `expression.secrets`, or what a function throws.
 */
export function resolveValue(value: Json, scope: Scope, depth = 0): Json {
  if (typeof value === "string") return holdsExpression(value) ? resolveTemplate(readTemplate(value), scope) : value;
  if (value === null || typeof value !== "object") return value;
  if (depth > MAX_FIELD_DEPTH)
    throw limitError(`a field is nested more than ${MAX_FIELD_DEPTH} deep`, "Make it flatter.");
  if (Array.isArray(value)) return value.map((item: Json) => resolveValue(item, scope, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, resolveValue(member, scope, depth + 1)]),
  );
}

/** A template as text, whatever its expressions give. Throws as `resolveValue` does. */
export function resolveText(text: string, scope: Scope): string {
  return holdsExpression(text) ? renderTemplate(readTemplate(text), scope) : text;
}

/** Whether any text in a value holds an expression. */
export function anyExpression(value: Json): boolean {
  if (typeof value === "string") return holdsExpression(value);
  if (value === null || typeof value !== "object") return false;
  return Object.values(value).some((member: Json) => anyExpression(member));
}
