import { stringEnd } from "./segments.ts";

/** A name in an expression with what is read from it: `steps.build.outputs["x"]`. */
export interface Chain {
  readonly root: string;
  readonly path: readonly string[];
  /** Whether something after `path` is computed (`steps[name]`, `issue.labels[0]`, `steps.*`). */
  readonly dynamic: boolean;
  /** Whether the computed part could name any member: true for `[expr]`, false for `[0]` and `*`. */
  readonly computed: boolean;
  /** `call`: a function's name. `filter` and `test`: names of Jinja's. `value`: a context, a step's id or a name of the template's own. */
  readonly role: "value" | "call" | "filter" | "test";
  readonly offset: number;
  readonly length: number;
}

const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const GITHUB_WORD = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|0x[0-9a-fA-F]+/y;
const JINJA_KEYWORDS = new Set([
  "and",
  "or",
  "not",
  "in",
  "is",
  "if",
  "else",
  "true",
  "false",
  "none",
  "True",
  "False",
  "None",
]);
const GITHUB_KEYWORDS = new Set(["true", "false", "null", "NaN", "Infinity"]);

/** Every name an expression uses, with its place in the expression. Static; never throws, and reads broken expressions as far as it can. */
export function chainsOf(expression: string, language: "jinja" | "github"): readonly Chain[] {
  const chains: Chain[] = [];
  const jinja = language === "jinja";
  const keywords = jinja ? JINJA_KEYWORDS : GITHUB_KEYWORDS;
  let at = 0;
  let before = "";
  while (at < expression.length) {
    const char = expression[at] ?? "";
    if (char === "'" || (jinja && char === '"')) {
      const end = stringEnd(expression, at, char, jinja);
      at = end === -1 ? expression.length : end + 1;
      before = "'";
      continue;
    }
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const digits = matchAt(NUMBER, expression, at);
    if (digits !== undefined) {
      at += digits.length;
      before = "0";
      continue;
    }
    const word = matchAt(jinja ? WORD : GITHUB_WORD, expression, at);
    if (word === undefined) {
      before = char;
      at += 1;
      continue;
    }
    if (before === ".") {
      before = word;
      at += word.length;
      continue;
    }
    if (keywords.has(word)) {
      // `is not defined` and `is defined` both end in a test's name.
      before = word === "not" && before === "is" ? "is" : word;
      at += word.length;
      continue;
    }
    const role = jinja && before === "|" ? "filter" : jinja && before === "is" ? "test" : undefined;
    const chain = chainAt(expression, at, word, role, language);
    if (!(jinja && isKeywordArgument(expression, at + word.length, before))) chains.push(chain);
    at += chain.length;
    before = word;
  }
  return chains;
}

function chainAt(
  expression: string,
  offset: number,
  root: string,
  role: "filter" | "test" | undefined,
  language: "jinja" | "github",
): Chain {
  const path: string[] = [];
  let at = offset + root.length;
  if (role !== undefined) return { root, path, dynamic: false, computed: false, role, offset, length: root.length };
  if (nextChar(expression, at) === "(")
    return { root, path, dynamic: false, computed: false, role: "call", offset, length: root.length };
  let dynamic = false;
  let computed = false;
  for (;;) {
    const member = memberAt(expression, at, language);
    if (member === undefined) break;
    if (member.name === undefined) {
      dynamic = true;
      computed = member.computed;
      break;
    }
    path.push(member.name);
    at = member.end;
  }
  return { root, path, dynamic, computed, role: "value", offset, length: at - offset };
}

function memberAt(
  expression: string,
  at: number,
  language: "jinja" | "github",
): { readonly name: string | undefined; readonly computed: boolean; readonly end: number } | undefined {
  let next = skipSpace(expression, at);
  if (expression[next] === ".") {
    next = skipSpace(expression, next + 1);
    const word = matchAt(language === "jinja" ? WORD : GITHUB_WORD, expression, next);
    if (word !== undefined) {
      // A method call (`title.lower()`) ends what can be known of the value.
      return nextChar(expression, next + word.length) === "(" && language === "jinja"
        ? undefined
        : { name: word, computed: false, end: next + word.length };
    }
    return { name: undefined, computed: false, end: next };
  }
  if (expression[next] !== "[") return undefined;
  next = skipSpace(expression, next + 1);
  const quote = expression[next];
  if (quote === "'" || (quote === '"' && language === "jinja")) {
    const end = stringEnd(expression, next, quote, language === "jinja");
    const close = end === -1 ? -1 : skipSpace(expression, end + 1);
    if (close !== -1 && expression[close] === "]") {
      const name = expression.slice(next + 1, end);
      return { name: language === "github" ? name.replaceAll("''", "'") : name, computed: false, end: close + 1 };
    }
  }
  const computed = !/^(?:-?\d+|\*)\s*\]/.test(expression.slice(next, next + 24));
  return { name: undefined, computed, end: next };
}

/** `run='latest'` in `artifact('x', run='latest')`: the name belongs to the call. */
function isKeywordArgument(expression: string, at: number, before: string): boolean {
  const next = skipSpace(expression, at);
  return (before === "," || before === "(") && expression[next] === "=" && expression[next + 1] !== "=";
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && /\s/.test(text[next] ?? "")) next += 1;
  return next;
}

function nextChar(text: string, at: number): string | undefined {
  return text[skipSpace(text, at)];
}
