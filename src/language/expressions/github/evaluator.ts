import { Evaluator, ExpressionError, Lexer, Parser, data } from "@actions/expressions";
import type { Expr } from "@actions/expressions";
import { Binary, ContextAccess, FunctionCall, IndexAccess, Literal } from "@actions/expressions/ast";
import { TokenType } from "@actions/expressions/lexer";
import { nearestName } from "../../../kernel/diagnostics.ts";
import type { Json } from "../../../kernel/json.ts";
import { chainsOf } from "../chains.ts";
import { evaluationError, failureIn, limitError, syntaxError } from "../errors.ts";
import { expressionFunctions, functionNamed, functionNames } from "../functions/catalogue.ts";
import type { FunctionUse } from "../functions/function.ts";
import { Meter } from "../limits.ts";
import { CONTEXT_NAMES, secretsRefusal } from "../names.ts";
import type { Scope } from "../scope.ts";
import { looselyEqual, order } from "./compare.ts";
import type { ExpressionData } from "./data.ts";
import { toData, toJson } from "./data.ts";

/** A parsed `${{ }}` expression; holds nothing of a scope, so it can be kept. */
export interface GithubExpression {
  readonly text: string;
  readonly tree: Expr;
}

const FUNCTION_INFOS = expressionFunctions.flatMap((entry) =>
  [entry.name, ...entry.aliases].map((name) => ({
    name,
    minArgs: entry.required,
    maxArgs: entry.variadic ? 255 : entry.parameters.length,
  })),
);

/** Parses with the official parser. Throws PawlError `expression.syntax` (with the offset of what is wrong) or `expression.limit`. */
export function parseGithub(text: string): GithubExpression {
  if (text.trim() === "") throw syntaxError(text, "it is empty");
  const roots = chainsOf(text, "github").map((chain) => chain.root);
  try {
    const { tokens } = new Lexer(text).lex();
    for (const token of tokens) {
      // The lexer undoubles only the first quote of a string.
      if (token.type === TokenType.STRING) token.value = token.lexeme.slice(1, -1).replaceAll("''", "'");
    }
    return { text, tree: new Parser(tokens, roots, FUNCTION_INFOS).parse() };
  } catch (thrown) {
    throw parseFailure(text, thrown);
  }
}

function parseFailure(text: string, thrown: unknown): Error {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (message.includes("max expression")) return limitError(message, "Split it over several steps or variables.");
  if (thrown instanceof RangeError) return failureIn(text, thrown);
  if (thrown instanceof ExpressionError) {
    const offset = offsetOf(text, thrown.pos.line, thrown.pos.column);
    const unknown = /^Unrecognized function: '(.*)'$/.exec(message)?.[1];
    const near = unknown === undefined ? undefined : nearestName(unknown, functionNames);
    return syntaxError(text, message, offset, near === undefined ? undefined : `Did you mean ${near}()?`);
  }
  const position = Number(/Located at position (\d+)/.exec(message)?.[1] ?? 1);
  return syntaxError(
    text,
    message.replace(/ Located at position.*$/s, ""),
    position - 1,
    text.includes('"') ? "GitHub's expressions write texts in single quotes." : undefined,
  );
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 0; n < line; n++) start = text.indexOf("\n", start) + 1;
  return Math.min(text.length, start + column);
}

/** The value of an expression, as the official evaluator gives it. */
export function evaluateGithub(
  expression: GithubExpression,
  scope: Scope,
  extra?: Readonly<Record<string, Json>>,
): ExpressionData {
  try {
    return new BoundedEvaluator(expression.tree, scope, extra).evaluate();
  } catch (thrown) {
    throw failureIn(expression.text, thrown);
  }
}

export function githubTruth(value: ExpressionData): boolean {
  if (value instanceof data.StringData) return value.value !== "";
  if (value instanceof data.NumberData) return value.value !== 0 && !Number.isNaN(value.value);
  if (value instanceof data.BooleanData) return value.value;
  return !(value instanceof data.Null);
}

const EMPTY = new data.Dictionary();
const NULL = new data.Null();

class BoundedEvaluator extends Evaluator {
  private readonly scope: Scope;
  private readonly extra: Readonly<Record<string, Json>> | undefined;
  private readonly use: FunctionUse;

  constructor(tree: Expr, scope: Scope, extra: Readonly<Record<string, Json>> | undefined) {
    super(tree, EMPTY);
    this.scope = scope;
    this.extra = extra;
    this.use = { scope, meter: new Meter() };
  }

  protected override eval(node: Expr): ExpressionData {
    this.use.meter.enter();
    try {
      return super.eval(node);
    } finally {
      this.use.meter.leave();
    }
  }

  override visitContextAccess(access: ContextAccess): ExpressionData {
    const { lexeme } = access.name;
    const name = lexeme.toLowerCase();
    if (name === "secrets") throw secretsRefusal();
    if (this.extra !== undefined && Object.hasOwn(this.extra, lexeme)) return toData(this.extra[lexeme] ?? null);
    const { contexts } = this.scope;
    const key = Object.hasOwn(contexts, lexeme)
      ? lexeme
      : Object.keys(contexts).find((known) => known.toLowerCase() === name);
    if (key !== undefined) return toData(contexts[key] ?? null);
    if (CONTEXT_NAMES.has(name)) return NULL;
    const near = nearestName(lexeme, [...Object.keys(contexts), ...CONTEXT_NAMES]);
    throw evaluationError(
      `nothing is named "${lexeme}" here`,
      near === undefined
        ? "Name a context (inputs, variables, steps, env, …) or a step's id."
        : `Did you mean "${near}"?`,
    );
  }

  override visitIndexAccess(access: IndexAccess): ExpressionData {
    const { expr, index } = access;
    if (expr instanceof ContextAccess && expr.name.lexeme.toLowerCase() === "secrets") {
      if (!(index instanceof Literal) || !(index.literal instanceof data.StringData)) throw secretsRefusal();
      const secret = this.scope.host.secret(index.literal.value);
      return secret === undefined ? NULL : new data.StringData(secret);
    }
    return super.visitIndexAccess(access);
  }

  override visitBinary(binary: Binary): ExpressionData {
    const left = this.eval(binary.left);
    const right = this.eval(binary.right);
    const { type } = binary.operator;
    if (type === TokenType.EQUAL_EQUAL) return new data.BooleanData(looselyEqual(left, right));
    if (type === TokenType.BANG_EQUAL) return new data.BooleanData(!looselyEqual(left, right));
    const found = order(left, right);
    switch (type) {
      case TokenType.GREATER:
        return new data.BooleanData(found !== undefined && found > 0);
      case TokenType.LESS:
        return new data.BooleanData(found !== undefined && found < 0);
      // An object or list has no order, and is still at least and at most itself.
      case TokenType.GREATER_EQUAL:
        return new data.BooleanData(looselyEqual(left, right) || (found !== undefined && found > 0));
      default:
        return new data.BooleanData(looselyEqual(left, right) || (found !== undefined && found < 0));
    }
  }

  override visitFunctionCall(call: FunctionCall): ExpressionData {
    const found = functionNamed(call.functionName.lexeme, true);
    if (found === undefined) throw evaluationError(`"${call.functionName.lexeme}" is not a function`);
    return toData(
      found.call(
        call.args.map((arg) => toJson(this.eval(arg))),
        this.use,
      ),
    );
  }
}
