import type { Json } from "../../kernel/json.ts";
import { toJson as dataToJson } from "./github/data.ts";
import type { GithubExpression } from "./github/evaluator.ts";
import { evaluateGithub } from "./github/evaluator.ts";
import type { JinjaNode } from "./jinja/library.ts";
import { toJson } from "./jinja/values.ts";
import { boundOperands, readCondition } from "./condition.ts";
import type { Scope } from "./scope.ts";
import { evaluateTree, operandValue, readTemplate, renderTemplate } from "./template.ts";

/**
 * The value of a text that is an expression: `${{ … }}` in GitHub's language, `{{ … }}` or a bare one in Jinja (in GitHub's where its own
 * operators stand). A text with `{% %}` is a template, and gives text. Throws as `resolveValue` does.
 */
export function expressionValue(text: string, scope: Scope): Json {
  if (text.includes("{%") || text.includes("{#")) return renderTemplate(readTemplate(text), scope);
  const condition = readCondition(text);
  if (condition.whole !== undefined) return operandValue(condition.whole, scope);
  const bound = boundOperands(condition, scope);
  if (condition.language === "github")
    return dataToJson(evaluateGithub(condition.tree as GithubExpression, scope, bound));
  return evaluateTree(condition.tree as JinjaNode, condition.text, scope, toJson, bound);
}
