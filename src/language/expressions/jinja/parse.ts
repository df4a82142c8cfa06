import { limitError, syntaxError } from "../errors.ts";
import { MAX_NESTING } from "../limits.ts";
import { stringEnd } from "../segments.ts";
import type { JinjaNode, JinjaToken } from "./library.ts";
import { parse, tokenize } from "./library.ts";

const OPEN: JinjaToken = { value: "{{", type: "OpenExpression" };
const CLOSE: JinjaToken = { value: "}}", type: "CloseExpression" };
const OPEN_STATEMENT: JinjaToken = { value: "{%", type: "OpenStatement" };
const CLOSE_STATEMENT: JinjaToken = { value: "%}", type: "CloseStatement" };

/** Parses one expression, written without its braces. Throws PawlError `expression.syntax` or `expression.limit`. */
export function parseJinjaExpression(expression: string): JinjaNode {
  const program = parsing(expression, () => parse([OPEN, ...tokensOf(expression), CLOSE]));
  const [node, ...rest] = program["body"] as readonly JinjaNode[];
  if (node === undefined || rest.length > 0) throw syntaxError(expression, "it is not one expression");
  const keyword = keywordAsName(node);
  if (keyword !== undefined) throw syntaxError(expression, `\`${keyword}\` stands where a value was expected`);
  return node;
}

const OPERATOR_WORDS: ReadonlySet<unknown> = new Set(["and", "or", "not", "in", "is", "if", "else"]);

/** The library reads an operator's word as a name where a value should be (`a and and`); such an expression is refused. */
function keywordAsName(tree: JinjaNode): string | undefined {
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (Array.isArray(node)) waiting.push(...node);
    else if (node instanceof Map) waiting.push(...[...node].flat());
    else if (typeof node === "object" && node !== null) {
      const { type, value, computed, property, operator: _operator, ...rest } = node as JinjaNode;
      if (type === "Identifier" && OPERATOR_WORDS.has(value)) return String(value);
      if (type !== "Identifier") waiting.push(value, computed === false ? undefined : property, ...Object.values(rest));
    }
  }
  return undefined;
}

/** The tokens of a whole template's piece, for `parseJinjaTemplate`. */
export function expressionTokens(expression: string): readonly JinjaToken[] {
  return [OPEN, ...parsing(expression, () => tokensOf(expression)), CLOSE];
}

export function statementTokens(statement: string): readonly JinjaToken[] {
  return [OPEN_STATEMENT, ...parsing(statement, () => tokensOf(statement)), CLOSE_STATEMENT];
}

export function textToken(text: string): JinjaToken {
  return { value: text, type: "Text" };
}

export function parseJinjaTemplate(tokens: readonly JinjaToken[], template: string): JinjaNode {
  return parsing(template, () => parse(tokens));
}

/** Tokens between an expression's braces. The library tokenises templates, so the expression is dressed as one and undressed again. */
function tokensOf(expression: string): JinjaToken[] {
  if (expression.trim() === "") throw syntaxError(expression, "it is empty");
  checkNesting(expression);
  const tokens = tokenize(`{{${expression.startsWith("-") ? " " : ""}${expression} }}`);
  const inner = tokens.slice(1, -1);
  const stray = inner.find((token) =>
    ["OpenExpression", "CloseExpression", "OpenStatement", "CloseStatement", "Text"].includes(token.type),
  );
  if (stray !== undefined)
    throw syntaxError(
      expression,
      `\`${stray.value}\` can't stand inside an expression`,
      Math.max(0, expression.indexOf(stray.value)),
    );
  return inner;
}

/** Brackets are counted before the library's recursive parser sees them. */
function checkNesting(expression: string): void {
  let depth = 0;
  for (let at = 0; at < expression.length; at++) {
    const char = expression[at] ?? "";
    if (char === "'" || char === '"') {
      const end = stringEnd(expression, at, char, true);
      if (end === -1) throw syntaxError(expression, `a text that starts with ${char} is never closed`, at);
      at = end;
    } else if ("([{".includes(char)) {
      depth += 1;
      if (depth > MAX_NESTING)
        throw limitError(
          `an expression nests brackets more than ${MAX_NESTING} deep`,
          "Split it over several steps or variables.",
        );
    } else if (")]}".includes(char)) {
      depth -= 1;
    }
  }
}

function parsing<T>(text: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "PawlError") throw thrown;
    if (thrown instanceof RangeError)
      throw limitError("an expression is nested too deeply", "Split it over several steps or variables.");
    throw syntaxError(text, explain(thrown), 0, hintFor(text));
  }
}

/** The library's messages name its token types; these are the same in a reader's words. */
function explain(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof TypeError) return "it ends too early";
  const expected = /^Parser Error: (.*?)\. (\w+) !== (\w+)\.$/.exec(message);
  if (expected !== null) return `${inWords(expected[2] ?? "")} stands where ${inWords(expected[3] ?? "")} was expected`;
  const unexpected = /^Unexpected token(?: type)?: (\w+)$/.exec(message);
  if (unexpected !== null)
    return unexpected[1] === "CloseExpression"
      ? "it ends too early"
      : `${inWords(unexpected[1] ?? "")} stands where a value was expected`;
  return message;
}

const WORDS: Readonly<Record<string, string>> = {
  CloseExpression: "the end",
  CloseStatement: "`%}`",
  OpenStatement: "`{%`",
  OpenExpression: "`{{`",
  NumericLiteral: "a number",
  StringLiteral: "a text",
  Identifier: "a name",
  Equals: "`=`",
  OpenParen: "`(`",
  CloseParen: "`)`",
  OpenSquareBracket: "`[`",
  CloseSquareBracket: "`]`",
  OpenCurlyBracket: "`{`",
  CloseCurlyBracket: "`}`",
  Comma: "`,`",
  Dot: "`.`",
  Colon: "`:`",
  Pipe: "`|`",
  Text: "text",
};

function inWords(token: string): string {
  return WORDS[token] ?? "an operator";
}

function hintFor(text: string): string | undefined {
  if (/^\s*\./.test(text)) return "To keep a Go template as it is, write {% raw %}{{ … }}{% endraw %}.";
  if (/&&|\|\|/.test(text)) return "Inside {{ }} write `and` and `or`; `&&` and `||` belong to ${{ }}.";
  if (/[^=!<>]=[^=]/.test(text)) return "Comparison is written ==.";
  if (/\?.*:/.test(text)) return "A choice is written: a if condition else b.";
  return undefined;
}
