import type { Json } from "../../kernel/json.ts";
import type { Chain } from "./chains.ts";
import { chainsOf } from "./chains.ts";
import { conditionLanguage } from "./condition.ts";
import { STATUS_FUNCTIONS } from "./functions/status.ts";
import { JINJA_GLOBALS } from "./jinja/environment.ts";
import { CONTEXT_NAMES } from "./names.ts";
import { holdsExpression, splitTemplate, stringEnd } from "./segments.ts";
import type { Segment } from "./segments.ts";

/** What a field's text is: text with expressions in it, or an expression as a whole. */
export type TextKind = "template" | "condition";

/** A name that a text reads: `steps.build.outputs.x` has the root `steps` and the path `build, outputs, x`. */
export interface Reference {
  readonly root: string;
  readonly path: readonly string[];
  /** Whether something computed follows the path (`steps[name]`, `labels[0]`, `steps.*`). */
  readonly dynamic: boolean;
  /** Whether the case of its names doesn't matter: that of GitHub's language. */
  readonly ignoresCase?: true;
  /** `name` for a `${NAME}`, which reads inputs, variables and the environment alone. */
  readonly form: "expression" | "name";
  /** In UTF-16 units from the start of the text it stands in. */
  readonly offset: number;
  readonly length: number;
}

/** An expression in a text, with the offset of its first character there. */
export interface PlacedExpression {
  readonly text: string;
  readonly offset: number;
  readonly language: "jinja" | "github";
}

/**
 * Every name that a value reads, in order; all strings of an object or list are templates (their offsets count from their own starts).
 * Static and total: a text that isn't valid gives what can be read of it.
 */
export function references(value: Json, kind: TextKind): readonly Reference[] {
  if (typeof value !== "string") {
    if (value === null || typeof value !== "object") return [];
    return (Array.isArray(value) ? value : Object.values(value)).flatMap((member: Json) =>
      references(member, "template"),
    );
  }
  if (kind === "template" && !holdsExpression(value)) return [];
  const { expressions, names } = expressionsIn(value, kind);
  const local = localNames(value);
  const found = expressions.flatMap((expression) =>
    chainsOf(expression.text, expression.language)
      .filter((chain) => chain.role === "value" && !local.has(chain.root))
      .map((chain) => referenceTo(chain, expression)),
  );
  return [...found, ...names].toSorted((a, b) => a.offset - b.offset);
}

function referenceTo(chain: Chain, { offset, language }: PlacedExpression): Reference {
  const { root, path, dynamic, length } = chain;
  const placed = { dynamic, form: "expression", offset: offset + chain.offset, length } as const;
  if (language === "jinja") return { root, path, ...placed };
  // GitHub's language reads names whatever their case. Those that Pawl gives, and ids, are in lower case.
  const lower = root.toLowerCase();
  const fixed = lower === "steps" ? 2 : CONTEXT_NAMES.has(lower) ? 0 : 1;
  return {
    root: lower,
    path: path.map((name, index) => (index < fixed ? name.toLowerCase() : name)),
    ignoresCase: true,
    ...placed,
  };
}

/** The one of these names that a reference means by one of its own. */
export function nameMeant(
  name: string,
  known: readonly string[],
  { ignoresCase }: Pick<Reference, "ignoresCase">,
): string | undefined {
  if (known.includes(name)) return name;
  return ignoresCase === true ? known.find((one) => one.toLowerCase() === name.toLowerCase()) : undefined;
}

/** Whether a condition says itself what it makes of earlier failures, instead of the implied `success()`. */
export function usesStatusFunction(text: string): boolean {
  return expressionsIn(text, "condition").expressions.some((expression) =>
    chainsOf(expression.text, expression.language).some(
      (chain) =>
        chain.role === "call" &&
        STATUS_FUNCTIONS.has(expression.language === "github" ? chain.root.toLowerCase() : chain.root),
    ),
  );
}

/** The expressions of a text. In a condition, what stands outside braces is one as well. Never throws. */
export function expressionsIn(
  text: string,
  kind: TextKind,
): { readonly expressions: readonly PlacedExpression[]; readonly names: readonly Reference[] } {
  const segments = kind === "template" ? segmentsOf(text) : conditionSegments(text);
  const expressions: PlacedExpression[] = [];
  const names: Reference[] = [];
  let bare = "";
  for (const segment of segments) {
    if (segment.kind === "jinja" || segment.kind === "github") {
      expressions.push({ text: segment.text, offset: segment.inner, language: segment.kind });
    } else if (segment.kind === "statement") {
      expressions.push(...statementExpressions(segment.text, segment.inner));
    } else if (segment.kind === "name") {
      names.push({
        root: segment.text,
        path: [],
        dynamic: false,
        form: "name",
        offset: segment.offset,
        length: segment.end - segment.offset,
      });
    }
    // Blanked out, so that offsets in the bare condition stay what they are in the text.
    bare += segment.kind === "text" ? segment.text : " ".repeat(segment.end - segment.offset);
  }
  if (kind === "condition" && bare.trim() !== "")
    expressions.push({ text: bare, offset: 0, language: conditionLanguage(withoutTexts(bare)) });
  return { expressions, names };
}

function segmentsOf(text: string): readonly Segment[] {
  try {
    return splitTemplate(text, "field");
  } catch {
    return [];
  }
}

/** As `splitTemplate`, but braces in quoted texts of the condition are found as well, and text keeps its place. */
function conditionSegments(text: string): readonly Segment[] {
  const segments = segmentsOf(text);
  return segments.length === 0 ? [{ kind: "text", text, offset: 0, end: text.length }] : segments;
}

function withoutTexts(expression: string): string {
  let kept = "";
  for (let at = 0; at < expression.length; at++) {
    const char = expression[at] ?? "";
    const end = char === "'" || char === '"' ? stringEnd(expression, at, char, true) : -1;
    kept += end === -1 ? char : "''";
    if (end !== -1) at = end;
  }
  return kept;
}

const STATEMENT = /^\s*(\w+)/;

/** The expressions of a `{% %}`: all of it but its keyword and the names it declares. */
function statementExpressions(text: string, offset: number): PlacedExpression[] {
  const keyword = STATEMENT.exec(text)?.[1] ?? "";
  const blank = (pattern: RegExp): PlacedExpression[] => {
    const head = pattern.exec(text)?.[0].length ?? text.length;
    return text.length === head ? [] : [{ text: text.slice(head), offset: offset + head, language: "jinja" }];
  };
  switch (keyword) {
    case "if":
    case "elif":
      return blank(/^\s*(?:if|elif)\b/);
    case "for":
      return blank(/^\s*for\b.*?\bin\b/s);
    case "set":
      return text.includes("=") ? blank(/^[^=]*=/) : [];
    case "call":
      return blank(/^\s*call\b/);
    case "macro":
      return [];
    default:
      return [];
  }
}

/** Names a template declares for itself: by `set`, `for` and `macro`, and those its loops and macros have. */
export function localNames(text: string): ReadonlySet<string> {
  if (!text.includes("{%")) return NO_NAMES;
  const names = new Set<string>(JINJA_GLOBALS);
  for (const segment of segmentsOf(text)) {
    if (segment.kind !== "statement") continue;
    const declared = /^\s*(?:set\s+([^=]+?)\s*(?:=|$)|for\s+(.+?)\s+in\s|macro\s+(\w+\s*\(.*)|call\s*\((.*?)\))/s.exec(
      segment.text,
    );
    for (const name of (declared?.slice(1).find((part) => part !== undefined) ?? "").matchAll(/[A-Za-z_]\w*/g))
      names.add(name[0]);
  }
  return names;
}

const NO_NAMES: ReadonlySet<string> = new Set();
