import type { Json } from "../../kernel/json.ts";
import { limitError, syntaxError } from "./errors.ts";
import type { GithubExpression } from "./github/evaluator.ts";
import { evaluateGithub, githubTruth, parseGithub } from "./github/evaluator.ts";
import type { JinjaNode, RuntimeValue } from "./jinja/library.ts";
import { truth } from "./jinja/operators.ts";
import { parseJinjaExpression } from "./jinja/parse.ts";
import { MAX_EXPRESSION_CHARACTERS } from "./limits.ts";
import type { Scope } from "./scope.ts";
import type { Segment } from "./segments.ts";
import { splitTemplate, stringEnd } from "./segments.ts";
import type { Operand, Template } from "./template.ts";
import { evaluateTree, operandValue, readOperand, readTemplate, renderTemplate } from "./template.ts";

/** A `{{ }}`, `${{ }}` or `${NAME}` in a condition, or a quoted text that holds some. */
export type ConditionOperand = { readonly value: Operand } | { readonly text: Template };

/**
 * A condition: an expression in which each operand stands as a name, so that a value can only ever be a value in it, whatever it holds.
 * `source` is that expression, `map` gives for each operand where it was written.
 */
export interface Condition {
  readonly language: "jinja" | "github";
  readonly text: string;
  readonly source: string;
  readonly operands: Readonly<Record<string, ConditionOperand>>;
  /** Set when the condition is one braced expression and nothing else: that language's own truth decides. */
  readonly whole: Operand | undefined;
  readonly tree: JinjaNode | GithubExpression;
}

const kept = new Map<string, Condition>();
const MAX_KEPT = 2_000;

/** Reads a condition, or finds it among those read before. Throws PawlError `expression.syntax` or `expression.limit`. */
export function readCondition(text: string): Condition {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const condition = compile(text);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(text, condition);
  return condition;
}

function compile(text: string): Condition {
  if (text.length > MAX_EXPRESSION_CHARACTERS) {
    throw limitError(
      `a condition has ${text.length} characters; at most ${MAX_EXPRESSION_CHARACTERS} are read`,
      "Split it over several steps.",
    );
  }
  if (text.trim() === "") throw syntaxError(text, "it is empty");
  const { source, operands, bare } = substitute(text);
  const language = conditionLanguage(bare);
  const [only, ...others] = Object.values(operands);
  const whole =
    only !== undefined && others.length === 0 && "value" in only && /^\s*pawl_operand_1\s*$/.test(source)
      ? only.value
      : undefined;
  try {
    return {
      language,
      text,
      source,
      operands,
      whole,
      tree: language === "github" ? parseGithub(source) : parseJinjaExpression(source),
    };
  } catch (thrown) {
    // The reader wrote the operands, not their names.
    if (thrown instanceof Error && source !== text && "code" in thrown && thrown.code === "expression.syntax") {
      throw syntaxError(
        text,
        thrown.message.replace(/^`.*?` is not a valid expression: /s, ""),
        0,
        "remedy" in thrown && typeof thrown.remedy === "string" ? thrown.remedy : undefined,
      );
    }
    throw thrown;
  }
}

/** GitHub's where its own operators stand outside texts (`&&`, `||`, `!`); Jinja's otherwise. Nothing that both can parse means two things. */
export function conditionLanguage(bare: string): "jinja" | "github" {
  return /&&|\|\||!(?!=)/.test(bare) ? "github" : "jinja";
}

function substitute(text: string): {
  readonly source: string;
  readonly operands: Record<string, ConditionOperand>;
  readonly bare: string;
} {
  const operands: Record<string, ConditionOperand> = {};
  const add = (operand: ConditionOperand): string => {
    const name = `pawl_operand_${Object.keys(operands).length + 1}`;
    operands[name] = operand;
    return name;
  };
  let source = "";
  let bare = "";
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === "'" || char === '"') {
      const end = quotedEnd(text, at, char);
      const quoted = text.slice(at, end + 1);
      source += /\{\{|\$\{/.test(quoted) ? ` ${add({ text: readTemplate(quoted.slice(1, -1)) })} ` : quoted;
      bare += "''";
      at = end + 1;
      continue;
    }
    if (text.startsWith("{%", at) || text.startsWith("{#", at)) {
      throw syntaxError(
        text,
        "a condition can't hold {% %} or {# #}",
        at,
        "Write an expression: `a and b`, `x if y else z`.",
      );
    }
    const operand = /^\$?\{\{|^\$\{[A-Za-z_]/.test(text.slice(at, at + 3)) ? operandAt(text, at) : undefined;
    if (operand === undefined) {
      source += char;
      bare += char;
      at += 1;
      continue;
    }
    source += ` ${add({ value: readOperand(operand) })} `;
    bare += " x ";
    at = operand.end;
  }
  return { source, operands, bare };
}

/** The operand that starts here, as if the text began with it. */
function operandAt(text: string, at: number): Segment | undefined {
  const [first] = splitTemplate(text.slice(at), "field");
  return first === undefined || first.kind === "text" ? undefined : { ...first, end: first.end + at, offset: at };
}

function quotedEnd(text: string, at: number, quote: string): number {
  const end = stringEnd(text, at, quote, true);
  if (end === -1) throw syntaxError(text, `a text that starts with ${quote} is never closed`, at);
  return end;
}

/** Whether a condition holds in this scope. */
export function conditionHolds(condition: Condition, scope: Scope): boolean {
  if (condition.whole !== undefined) return operandTruth(condition.whole, scope);
  const bound = boundOperands(condition, scope);
  if (condition.language === "github")
    return githubTruth(evaluateGithub(condition.tree as GithubExpression, scope, bound));
  return evaluateTree(condition.tree as JinjaNode, condition.text, scope, (value: RuntimeValue) => truth(value), bound);
}

function operandTruth(operand: Operand, scope: Scope): boolean {
  switch (operand.kind) {
    case "jinja":
      return evaluateTree(operand.tree, operand.text, scope, (value: RuntimeValue) => truth(value));
    case "github":
      return githubTruth(evaluateGithub(operand.expression, scope));
    default: {
      const value = operandValue(operand, scope);
      return value !== null && value !== false && value !== "" && value !== 0;
    }
  }
}

export function boundOperands(condition: Condition, scope: Scope): Readonly<Record<string, Json>> | undefined {
  const names = Object.entries(condition.operands);
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map(([name, operand]) => [
      name,
      "value" in operand ? operandValue(operand.value, scope) : renderTemplate(operand.text, scope),
    ]),
  );
}
