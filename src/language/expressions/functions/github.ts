import { data, wellKnownFunctions } from "@actions/expressions";
import type { Json } from "../../../kernel/json.ts";
import { fold, looselyEqual } from "../github/compare.ts";
import { toData, toJson } from "../github/data.ts";
import { evaluationError } from "../errors.ts";
import type { ExpressionFunction, FunctionUse } from "./function.ts";
import { defineFunction } from "./function.ts";

/**
 * The functions of GitHub's expression language
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions), for both languages.
 * `contains`, `startsWith` and `endsWith` are our own for their folding of case; the others are the official ones, with their results bounded.
 */
export const githubFunctions: readonly ExpressionFunction[] = [
  defineFunction({
    name: "contains",
    summary: "Whether a text contains another, or a list an item, ignoring case.",
    parameters: ["search", "item"],
    example: { expression: "contains('Hello world', 'WORLD')", gives: true },
    call: ([search, item]) => contains(search ?? null, item ?? null),
  }),
  defineFunction({
    name: "startsWith",
    aliases: ["starts_with"],
    summary: "Whether a text starts with another, ignoring case.",
    parameters: ["text", "start"],
    example: { expression: "startsWith('Hello', 'he')", gives: true },
    call: ([text, start]) => atEdge(text ?? null, start ?? null, "startsWith"),
  }),
  defineFunction({
    name: "endsWith",
    aliases: ["ends_with"],
    summary: "Whether a text ends with another, ignoring case.",
    parameters: ["text", "end"],
    example: { expression: "endsWith('Hello', 'LO')", gives: true },
    call: ([text, end]) => atEdge(text ?? null, end ?? null, "endsWith"),
  }),
  defineFunction({
    name: "format",
    summary: "A text with `{0}`, `{1}` … replaced by the other arguments.",
    parameters: ["text", "value"],
    required: 1,
    variadic: true,
    example: { expression: "format('{0} of {1}', 1, 2)", gives: "1 of 2" },
    call: (args, use) => {
      measureFormat(args, use);
      return official("format", args, use);
    },
  }),
  defineFunction({
    name: "join",
    summary: "The items of a list as one text, with a separator (`,`).",
    parameters: ["list", "separator"],
    required: 1,
    example: { expression: "join(['a', 'b'], '-')", gives: "a-b" },
    call: (args, use) => {
      const [list, separator] = args;
      if (Array.isArray(list)) use.meter.produce(list.length * (typeof separator === "string" ? separator.length : 1));
      return official("join", args, use);
    },
  }),
  defineFunction({
    name: "toJSON",
    summary: "A value as JSON text, indented by two spaces.",
    parameters: ["value"],
    example: { expression: "toJSON('a')", gives: '"a"' },
    call: ([value], { meter }) => {
      const text = JSON.stringify(value ?? null, undefined, "  ");
      meter.produce(text.length);
      return text;
    },
  }),
  defineFunction({
    name: "fromJSON",
    summary: "The value of a JSON text.",
    parameters: ["text"],
    example: { expression: "fromJSON('true')", gives: true },
    call: (args) => {
      const text = toData(args[0] ?? null).coerceString();
      if (text.trim() === "") throw evaluationError("fromJSON() was given an empty text");
      try {
        return JSON.parse(text) as Json;
      } catch (thrown) {
        throw evaluationError(
          `fromJSON() was given text that is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
          undefined,
          thrown,
        );
      }
    },
  }),
  defineFunction({
    name: "case",
    summary: "The value after the first predicate that is true; the last argument when none is.",
    parameters: ["predicate", "value", "default"],
    variadic: true,
    example: { expression: "case(false, 'a', true, 'b', 'c')", gives: "b" },
    call: (args, use) => official("case", args, use),
  }),
];

function official(name: string, args: readonly Json[], { meter }: FunctionUse): Json {
  const definition = wellKnownFunctions[name];
  if (definition === undefined) throw evaluationError(`"${name}" is not a function`);
  const result = definition.call(...args.map(toData));
  if (result instanceof data.StringData) meter.produce(result.value.length);
  return toJson(result);
}

function contains(search: Json, item: Json): boolean {
  const [within, wanted] = [toData(search), toData(item)];
  if (within.primitive) return wanted.primitive && fold(within.coerceString()).includes(fold(wanted.coerceString()));
  return within instanceof data.Array && within.values().some((member) => looselyEqual(wanted, member));
}

function atEdge(text: Json, edge: Json, where: "startsWith" | "endsWith"): boolean {
  const [whole, part] = [toData(text), toData(edge)];
  return whole.primitive && part.primitive && fold(whole.coerceString())[where](fold(part.coerceString()));
}

/** Counts a format's result before it is made: a placeholder may be repeated thousands of times. */
function measureFormat(args: readonly Json[], { meter }: FunctionUse): void {
  const text = toData(args[0] ?? null).coerceString();
  const sizes = args.slice(1).map((value) => toData(value).coerceString().length);
  let size = text.length;
  for (const [, index] of text.matchAll(/\{(\d+)\}/g)) size += sizes[Number(index)] ?? 0;
  meter.produce(size);
}
