import type { Json } from "../../kernel/json.ts";
import { failureIn, syntaxError } from "./errors.ts";
import type { GithubExpression } from "./github/evaluator.ts";
import { evaluateGithub, parseGithub } from "./github/evaluator.ts";
import { toJson as dataToJson } from "./github/data.ts";
import { ownEnvironment, sharedEnvironment } from "./jinja/environment.ts";
import { BoundedInterpreter } from "./jinja/interpreter.ts";
import type { JinjaNode, JinjaToken, RuntimeValue } from "./jinja/library.ts";
import {
  expressionTokens,
  parseJinjaExpression,
  parseJinjaTemplate,
  statementTokens,
  textToken,
} from "./jinja/parse.ts";
import { toJson as runtimeToJson } from "./jinja/values.ts";
import { Meter } from "./limits.ts";
import { namedValue } from "./named-value.ts";
import type { Scope } from "./scope.ts";
import type { Segment } from "./segments.ts";
import { splitTemplate } from "./segments.ts";

/** A value that is computed: one expression in either language, or a `${NAME}`. */
export type Operand =
  | { readonly kind: "jinja"; readonly text: string; readonly tree: JinjaNode }
  | { readonly kind: "github"; readonly text: string; readonly expression: GithubExpression }
  | { readonly kind: "name"; readonly text: string };

/** A template that was read once and can be resolved in many scopes. */
export type Template =
  | { readonly kind: "whole"; readonly operand: Operand; readonly padding: readonly [string, string] }
  | { readonly kind: "parts"; readonly parts: readonly (string | Operand)[] }
  | {
      readonly kind: "program";
      readonly text: string;
      readonly tree: JinjaNode;
      readonly operands: Readonly<Record<string, Operand>>;
    };

const kept = new Map<string, Template>();
const MAX_KEPT = 2_000;

/** Reads a template, or finds it among those read before. Throws PawlError `expression.syntax` or `expression.limit`. */
export function readTemplate(text: string): Template {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const template = compile(text);
  if (kept.size >= MAX_KEPT) kept.clear();
  if (text.length <= 10_000) kept.set(text, template);
  return template;
}

function compile(text: string): Template {
  const segments = splitTemplate(text, "field");
  if (segments.some((segment) => segment.kind === "statement")) return compileProgram(text, segments);
  const pieces = withoutTrimmed(segments, false);
  const expressions = pieces.filter((piece) => typeof piece !== "string");
  const [only] = expressions;
  if (
    only !== undefined &&
    expressions.length === 1 &&
    pieces.every((piece) => typeof piece !== "string" || piece.trim() === "")
  ) {
    const at = pieces.indexOf(only);
    const around = (side: readonly (string | Segment)[]): string =>
      side.filter((piece) => typeof piece === "string").join("");
    return {
      kind: "whole",
      operand: readOperand(only),
      padding: [around(pieces.slice(0, at)), around(pieces.slice(at + 1))],
    };
  }
  return { kind: "parts", parts: pieces.map((piece) => (typeof piece === "string" ? piece : readOperand(piece))) };
}

export function readOperand(segment: Segment): Operand {
  switch (segment.kind) {
    case "jinja":
      return { kind: "jinja", text: segment.text, tree: parseJinjaExpression(segment.text) };
    case "github":
      return { kind: "github", text: segment.text, expression: parseGithub(segment.text) };
    case "name":
      return { kind: "name", text: segment.text };
    default:
      throw syntaxError("", "text is not an expression", segment.offset);
  }
}

/** With `{% %}` the template is one program; `${{ }}` and `${NAME}` in it become names that are bound when it runs. */
function compileProgram(text: string, segments: readonly Segment[]): Template {
  checkPairs(segments);
  const operands: Record<string, Operand> = {};
  const tokens: JinjaToken[] = [];
  for (const piece of withoutTrimmed(segments, true)) {
    if (typeof piece === "string") tokens.push(textToken(piece));
    else if (piece.kind === "jinja") tokens.push(...expressionTokens(piece.text));
    else if (piece.kind === "statement") tokens.push(...statementTokens(piece.text));
    else {
      const name = `pawl_operand_${Object.keys(operands).length + 1}`;
      operands[name] = readOperand(piece);
      tokens.push(...expressionTokens(name));
    }
  }
  return { kind: "program", text, tree: parseJinjaTemplate(tokens, text), operands };
}

const PAIRED = /^\s*(if|for|macro|call|filter|set)\b/;
const CLOSING = /^\s*end(\w+)/;

/** Statements that open something close it again, in order; the parser itself only notices that the text ends too early. */
function checkPairs(segments: readonly Segment[]): void {
  const open: { readonly keyword: string; readonly segment: Segment & { readonly kind: "statement" } }[] = [];
  for (const segment of segments) {
    if (segment.kind !== "statement") continue;
    const shown = `{% ${segment.text.trim()} %}`;
    const keyword = PAIRED.exec(segment.text)?.[1];
    const closing = CLOSING.exec(segment.text)?.[1];
    if (keyword !== undefined && (keyword !== "set" || !segment.text.includes("="))) open.push({ keyword, segment });
    if (closing === undefined) continue;
    const last = open.pop();
    if (last === undefined) throw syntaxError(shown, "it closes nothing", segment.offset);
    if (last.keyword !== closing)
      throw syntaxError(shown, `\`{% end${last.keyword} %}\` is expected here`, segment.offset);
  }
  const [left] = open;
  if (left === undefined) return;
  const { keyword, segment } = left;
  throw syntaxError(`{% ${segment.text.trim()} %}`, `it is never closed by \`{% end${keyword} %}\``, segment.offset);
}

/**
 * The segments with white space taken away where `-` asks for it, comments gone, and, for programs, what Jinja calls `lstrip_blocks` and
 * `trim_blocks`: a line that holds only a `{% %}` leaves nothing behind.
 */
function withoutTrimmed(
  segments: readonly Segment[],
  blocks: boolean,
): (string | Exclude<Segment, { readonly kind: "text" | "comment" }>)[] {
  const pieces: (string | Exclude<Segment, { readonly kind: "text" | "comment" }>)[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === "comment") continue;
    if (segment.kind !== "text") {
      pieces.push(segment);
      continue;
    }
    const before = segments[index - 1];
    const after = segments[index + 1];
    const isBlock = (other: Segment | undefined): boolean =>
      blocks && (other?.kind === "statement" || other?.kind === "comment");
    let text = segment.text;
    if (isBlock(before)) text = text.replace(/^\r?\n/, "");
    if (isBlock(after) && (index === 0 || text.includes("\n") || (isBlock(before) && text.trim() === "")))
      text = withoutIndent(text);
    if (before !== undefined && "trimAfter" in before && before.trimAfter) text = text.trimStart();
    if (after !== undefined && "trimBefore" in after && after.trimBefore) text = text.trimEnd();
    if (text !== "") pieces.push(text);
  }
  return pieces;
}

function withoutIndent(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
  return end === 0 || text[end - 1] === "\n" ? text.slice(0, end) : text;
}

/** What a template resolves to: the value itself when it is one whole expression, otherwise text. */
export function resolveTemplate(template: Template, scope: Scope): Json {
  return template.kind === "whole" ? operandValue(template.operand, scope) : renderTemplate(template, scope);
}

export function renderTemplate(template: Template, scope: Scope): string {
  switch (template.kind) {
    case "whole": {
      const [before, after] = template.padding;
      return before + operandText(template.operand, scope) + after;
    }
    case "parts": {
      const meter = new Meter();
      return template.parts
        .map((part) => {
          const text = typeof part === "string" ? part : operandText(part, scope);
          meter.produce(text.length);
          return text;
        })
        .join("");
    }
    default:
      return runProgram(template, scope);
  }
}

function runProgram(template: Template & { readonly kind: "program" }, scope: Scope): string {
  const bound = Object.fromEntries(
    Object.entries(template.operands).map(([name, operand]) => [name, operandValue(operand, scope)]),
  );
  try {
    return new BoundedInterpreter(scope, new Meter()).evaluate(template.tree, ownEnvironment(scope, bound)).toString();
  } catch (thrown) {
    throw failureIn(template.text, thrown);
  }
}

export function operandValue(operand: Operand, scope: Scope): Json {
  switch (operand.kind) {
    case "jinja":
      return inJinja(operand, scope, runtimeToJson);
    case "github":
      return dataToJson(evaluateGithub(operand.expression, scope));
    default:
      return namedValue(operand.text, scope);
  }
}

function operandText(operand: Operand, scope: Scope): string {
  switch (operand.kind) {
    case "jinja":
      return inJinja(operand, scope, textOf);
    case "github":
      return evaluateGithub(operand.expression, scope).coerceString();
    default: {
      const value = namedValue(operand.text, scope);
      return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    }
  }
}

function textOf(value: RuntimeValue): string {
  if (value.type === "FunctionValue") runtimeToJson(value);
  return value.type === "NullValue" || value.type === "UndefinedValue" ? "" : value.toString();
}

function inJinja<T>(operand: Operand & { readonly kind: "jinja" }, scope: Scope, take: (value: RuntimeValue) => T): T {
  return evaluateTree(operand.tree, operand.text, scope, take);
}

/** Evaluates a parsed Jinja expression, with names bound beside the scope's. */
export function evaluateTree<T>(
  tree: JinjaNode,
  text: string,
  scope: Scope,
  take: (value: RuntimeValue) => T,
  extra?: Readonly<Record<string, Json>>,
): T {
  try {
    const environment = extra === undefined ? sharedEnvironment(scope) : ownEnvironment(scope, extra);
    return take(new BoundedInterpreter(scope, new Meter()).evaluate(tree, environment));
  } catch (thrown) {
    throw failureIn(text, thrown);
  }
}
