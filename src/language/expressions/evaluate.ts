import type { Json } from "../../kernel/json.ts";
import { chainsOf } from "./chains.ts";
import { conditionHolds, readCondition, type Condition } from "./condition.ts";
import { expressionValue } from "./expression-value.ts";
import { functionNames } from "./functions/catalogue.ts";
import type { Scope } from "./scope.ts";
import { readTemplate, resolveTemplate } from "./template.ts";

// The public face of the expression languages: what other folders import, they import from here.
export { checkTemplate } from "./check.ts";
export { operandValues } from "./operands.ts";
export { nameMeant, references, usesStatusFunction } from "./references.ts";
export type { Reference, TextKind } from "./references.ts";
export { anyExpression, resolveText, resolveValue } from "./resolve.ts";
export { dependencyCycle, resolveVariables } from "./variables.ts";

/**
 * Whether a condition (`when`, `condition`, `until`) holds: a bare expression, or one in which `{{ }}`, `${{ }}` and `${NAME}` stand for
 * values. Throws PawlError `expression.syntax`, `expression.evaluation`, `expression.limit` or `expression.secrets`.
 */
export function evaluateCondition(text: string, scope: Scope): boolean {
  return conditionHolds(readCondition(text), scope);
}

/**
 * What `pawl eval` shows: `${{ … }}` is read in GitHub's language, `{{ … }}` and bare text in Jinja; text around braces makes it a template,
 * as in a field, unless it compares or calls something, as in a condition. Throws as `evaluateCondition` does.
 */
export function evaluateExpression(text: string, scope: Scope): Json {
  const template = text.includes("{{") || text.includes("${") ? readTemplate(text) : undefined;
  if (template !== undefined && (template.kind !== "parts" || !isCondition(text, scope)))
    return resolveTemplate(template, scope);
  return expressionValue(text, scope);
}

/** `{{ a }} < 3` is a condition; `{{ a }}-{{ b }}`, `feature/{{ a }}` and `{{ a }} and more` are texts, although each could be read as one. */
function isCondition(text: string, scope: Scope): boolean {
  let condition: Condition;
  try {
    condition = readCondition(text);
  } catch {
    return false;
  }
  const bare = condition.source.replaceAll(/'[^']*'|"[^"]*"/g, "''");
  const chains = chainsOf(condition.source, condition.language);
  const [first] = chains;
  if (/[=!<>]=|[<>]|&&|\|\|/.test(bare)) return true;
  if (first?.role === "call" && first.offset === bare.search(/\S/)) return functionNames.has(first.root);
  // GitHub's language has no operators that are words.
  const github = Object.values(condition.operands).every(
    (operand) => "value" in operand && operand.value.kind === "github",
  );
  const named = (root: string): boolean =>
    Object.hasOwn(condition.operands, root) || Object.hasOwn(scope.contexts, root) || functionNames.has(root);
  return (
    !github &&
    /\b(?:and|or|not|in|is)\b/.test(bare) &&
    chains.every(({ role, root }) => role !== "value" || named(root))
  );
}
