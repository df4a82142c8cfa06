import type { Json } from "../../kernel/json.ts";
import { expressionValue } from "./expression-value.ts";
import type { Scope } from "./scope.ts";
import { stringEnd } from "./segments.ts";

/** An operand of a condition as it was written, and what it was worth. */
export interface OperandValue {
  readonly text: string;
  readonly value: Json;
}

/** Operands shown of one condition. */
const MAX_OPERANDS = 12;
const SEPARATOR = /^(?:and\b|or\b|not\b|in\b|is\b|if\b|else\b|&&|\|\||[=!<>]=|[<>!])/;
const LITERAL = /^(?:-?\d+(?:\.\d+)?|true|false|null|none|True|False|None|(['"]).*\1|defined|undefined)$/s;

/** What each operand of a condition was worth, for the message of an assertion that failed. Operands that are literals, or have no value, are left out. */
export function operandValues(condition: string, scope: Scope): readonly OperandValue[] {
  const seen = new Map<string, Json>();
  for (const text of operandTexts(condition)) {
    if (seen.size >= MAX_OPERANDS || seen.has(text) || LITERAL.test(text)) continue;
    try {
      seen.set(text, expressionValue(text, scope));
    } catch {
      // An operand that has no value of its own (a part of a test, a name bound inside) explains nothing.
    }
  }
  return [...seen].map(([text, value]) => ({ text, value }));
}

/** The pieces of a condition between its operators, outside brackets, braces and texts. Whole braced conditions are opened. */
function operandTexts(condition: string): readonly string[] {
  const whole = /^\s*\$?\{\{(.*)\}\}\s*$/s.exec(condition);
  const github = condition.trimStart().startsWith("${{");
  if (whole !== null && !(whole[1] ?? "").includes("}}")) {
    const inner = operandTexts(whole[1] ?? "");
    return github ? inner.filter((text) => !LITERAL.test(text)).map((text) => `\${{ ${text} }}`) : inner;
  }
  const texts: string[] = [];
  let start = 0;
  let depth = 0;
  const cut = (end: number, next: number): void => {
    const text = unwrapped(condition.slice(start, end).trim());
    if (text !== "") texts.push(text);
    start = next;
  };
  for (let at = 0; at < condition.length; at++) {
    const char = condition[at] ?? "";
    if (char === "'" || char === '"') {
      const end = stringEnd(condition, at, char, true);
      at = end === -1 ? condition.length : end;
    } else if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    else if (depth === 0 && (at === 0 || !/[\w.]/.test(condition[at - 1] ?? "") || !/\w/.test(char))) {
      const separator = SEPARATOR.exec(condition.slice(at, at + 10))?.[0];
      if (separator === undefined) continue;
      cut(at, at + separator.length);
      at += separator.length - 1;
    }
  }
  cut(condition.length, condition.length);
  return texts.flatMap((text) =>
    text === condition.trim()
      ? [text]
      : text.startsWith("(") || /^(?:not\b|!)/.test(text)
        ? operandTexts(text)
        : [text],
  );
}

function unwrapped(text: string): string {
  return text.startsWith("(") && text.endsWith(")") && !text.slice(1, -1).includes("(")
    ? text.slice(1, -1).trim()
    : text;
}
