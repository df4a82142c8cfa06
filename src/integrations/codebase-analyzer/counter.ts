import type { SyntaxNodeRef } from "@lezer/common";
import type { Language } from "./languages.ts";

/** What one file's text comes to. */
export interface Count {
  readonly lines: number;
  readonly code: number;
  readonly comments: number;
  readonly blank: number;
  /** Lines of comments that document what follows. */
  readonly documentation: number;
  /** Places where control flow parts. */
  readonly decisions: number;
  readonly functions: readonly FunctionCount[];
}

export interface FunctionCount {
  readonly name: string;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Cyclomatic complexity: one more than its decisions. Functions without a name of their own count with the one around them. */
  readonly complexity: number;
  readonly documented: boolean;
}

interface Range {
  readonly from: number;
  to: number;
  readonly documents: boolean;
}

type Growing = { -readonly [name in keyof FunctionCount]: FunctionCount[name] };

/** Node names under which the grammars write a function's own name. */
const NAMES = new Set(["VariableDefinition", "PropertyDefinition", "PrivatePropertyDefinition", "VariableName", "DefName", "FieldName", "BoundIdentifier", "Definition"]); // prettier-ignore
/** What a declaration is wrapped in: its documentation stands before the wrapper. */
const WRAPPERS = new Set(["ExportDeclaration", "VariableDeclaration", "PropertyDeclaration", "AttributeItem", "DecoratedStatement"]); // prettier-ignore
const COMMENTS = new Set(["LineComment", "BlockComment", "Comment"]);
const SIGNS = new Set(["&&", "||", "??"]);

/** Counts a file on its syntax tree. Text that isn't valid in its language is counted as far as the parser makes sense of it. */
export function count(text: string, language: Language): Count {
  const comments: Range[] = [];
  const functions: Growing[] = [];
  const open: Growing[] = [];
  const opened = new Map<number, number>();
  const lines = lineStarts(text);
  let decisions = 0;
  language.parser.parse(text).iterate({
    enter(node) {
      const comment = commentAt(node, text, language);
      if (comment !== undefined) {
        comments.push(comment);
        const around = open.at(-1);
        if (around !== undefined && node.name === "String" && bodyIsOf(node, language)) around.documented = true;
      } else if (isDecision(node, text, language)) {
        decisions++;
        const around = open.at(-1);
        if (around !== undefined) around.complexity++;
      }
      const name = functionName(node, text, language);
      if (name === undefined) return;
      const start = declarationStart(node);
      const documented = isDocumented(comments, start, text, language);
      const found = { name, line: lineOf(lines, start), complexity: 1, documented };
      functions.push(found);
      open.push(found);
      opened.set(node.from, node.to);
    },
    leave(node) {
      if (opened.get(node.from) !== node.to || !language.functions.has(node.name)) return;
      opened.delete(node.from);
      open.pop();
    },
  });
  return { ...countLines(text, comments), decisions, functions };
}

function commentAt(node: SyntaxNodeRef, text: string, language: Language): Range | undefined {
  if (COMMENTS.has(node.name)) {
    const documents = language.documentation.some((sign) => text.startsWith(sign, node.from));
    return { from: node.from, to: node.to, documents };
  }
  return isDocstring(node, language) ? { from: node.from, to: node.to, documents: true } : undefined;
}

/** Whether a documenting comment stands right before a declaration. Rust's `//!` speaks of what it stands in, as Python's texts do. */
function isDocumented(comments: readonly Range[], start: number, text: string, language: Language): boolean {
  const before = comments.findLast(({ to }) => to <= start);
  if (before?.documents !== true || language.documentation.length === 0) return false;
  return text[before.from + 2] !== "!" && text.slice(before.to, start).trim() === "";
}

/** Python: a text that stands alone as the first statement documents what it stands in (PEP 257). */
function isDocstring(node: SyntaxNodeRef, language: Language): boolean {
  if (language.name !== "Python" || node.name !== "String") return false;
  const statement = node.node.parent;
  if (statement?.name !== "ExpressionStatement" || statement.from !== node.from || statement.to !== node.to)
    return false;
  let before = statement.prevSibling;
  while (before !== null && (before.name === ":" || COMMENTS.has(before.name))) before = before.prevSibling;
  const around = statement.parent;
  if (before !== null || around === null) return false;
  return around.name === "Script" || around.parent?.name === "ClassDefinition" || bodyIsOf(node, language);
}

function bodyIsOf(node: SyntaxNodeRef, language: Language): boolean {
  return language.functions.has(node.node.parent?.parent?.parent?.name ?? "");
}

function isDecision(node: SyntaxNodeRef, text: string, language: Language): boolean {
  if (language.decisions.has(node.name)) return true;
  return (
    node.name === "LogicOp" &&
    SIGNS.has(text.slice(node.from, node.to)) &&
    language.operations.has(node.node.parent?.name ?? "")
  );
}

/** The name of a function that has one of its own; a callback has none. */
function functionName(node: SyntaxNodeRef, text: string, language: Language): string | undefined {
  if (!language.functions.has(node.name)) return undefined;
  const expression = node.name === "ArrowFunction" || node.name === "FunctionExpression";
  let at = expression ? node.node.prevSibling : node.node.firstChild;
  const around = node.node.parent?.name;
  if (expression && around !== "VariableDeclaration" && around !== "PropertyDeclaration") return undefined;
  while (at !== null && !NAMES.has(at.name)) at = expression ? at.prevSibling : at.nextSibling;
  return at === null ? undefined : text.slice(at.from, at.to);
}

function declarationStart(node: SyntaxNodeRef): number {
  let at = node.node;
  while (at.parent !== null && WRAPPERS.has(at.parent.name)) at = at.parent;
  return at.from;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, from 1, that holds an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** A line that holds anything beside comments is code. */
function countLines(text: string, comments: readonly Range[]): Omit<Count, "decisions" | "functions"> {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const totals = { code: 0, comments: 0, blank: 0, documentation: 0 };
  let start = 0;
  let next = 0;
  for (const line of lines) {
    const end = start + line.length;
    while ((comments[next]?.to ?? Infinity) < start) next++;
    let outside = "";
    let at = start;
    let commented = false;
    let documents = false;
    for (let i = next; i < comments.length; i++) {
      const comment = comments[i];
      if (comment === undefined || comment.from > end) break;
      outside += text.slice(at, Math.max(at, comment.from));
      at = Math.max(at, Math.min(end, comment.to));
      commented = true;
      documents ||= comment.documents;
    }
    outside += text.slice(at, end);
    if (line.trim() === "") totals.blank++;
    else if (outside.trim() !== "" || !commented) totals.code++;
    else {
      totals.comments++;
      if (documents) totals.documentation++;
    }
    start = end + 1;
  }
  return { lines: lines.length, ...totals };
}
