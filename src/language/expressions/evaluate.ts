import type { Json } from "../../kernel/json.ts";
import { conditionHolds, readCondition } from "./condition.ts";
import { expressionValue } from "./expression-value.ts";
import type { Scope } from "./scope.ts";
import { readTemplate, resolveTemplate } from "./template.ts";

// The public face of the expression languages: what other folders import, they import from here.
export { checkTemplate } from "./check.ts";
export { operandValues } from "./operands.ts";
export { references, usesStatusFunction } from "./references.ts";
export type { Reference, TextKind } from "./references.ts";
export { resolveText, resolveValue } from "./resolve.ts";
export { dependencyCycle, resolveVariables } from "./variables.ts";

/**
 * Whether a condition (`when`, `condition`, `until`) holds: a bare expression, or one in which `{{ }}`, `${{ }}` and `${NAME}` stand for
 * values. Throws PawlError `expression.syntax`, `expression.evaluation`, `expression.limit` or `expression.secrets`.
 */
export function evaluateCondition(text: string, scope: Scope): boolean {
  return conditionHolds(readCondition(text), scope);
}

/**
 * What `pawl eval` shows: `${{ … }}` is read in GitHub's language, `{{ … }}` and bare text in Jinja; text around braces makes it a template
 * unless the whole is an expression. Throws as `evaluateCondition` does.
 */
export function evaluateExpression(text: string, scope: Scope): Json {
  const template = text.includes("{{") || text.includes("${") ? readTemplate(text) : undefined;
  if (template !== undefined && template.kind !== "parts") return resolveTemplate(template, scope);
  if (template !== undefined && !isExpression(text)) return resolveTemplate(template, scope);
  return expressionValue(text, scope);
}

function isExpression(text: string): boolean {
  try {
    readCondition(text);
    return true;
  } catch {
    return false;
  }
}
