import { Evaluator, Lexer, Parser, data } from "@actions/expressions";
import { reviver } from "@actions/expressions/data/reviver";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../../src/kernel/json.ts";
import { resolveText } from "../../../src/language/expressions/evaluate.ts";
import { scopeOf } from "./scope.ts";

const inputs: Json = {
  Name: "Octo",
  n: 3,
  zero: 0,
  yes: true,
  no: false,
  nothing: null,
  text: "12",
  list: ["a", "B", 3, null, true],
  rows: [{ k: "x", v: [1] }, { k: "y" }, "z"],
  json: '{"a": [1, {"b": null}]}',
};

const value = fc.oneof(
  fc.constantFrom(
    "true",
    "false",
    "null",
    "0",
    "1",
    "-2.5",
    "1e3",
    "0x10",
    "''",
    "'a'",
    "'A'",
    "' 12 '",
    "'true'",
    "'0'",
    "'x y'",
  ),
  fc.constantFrom(
    "inputs.name",
    "INPUTS.n",
    "inputs['zero']",
    "inputs.yes",
    "inputs.no",
    "inputs.nothing",
    "inputs.text",
    "inputs.list",
    "inputs.rows",
    "inputs",
  ),
  fc.constantFrom(
    "inputs.list[0]",
    "inputs.list[9]",
    "inputs.list['2']",
    "inputs.rows.*.k",
    "inputs.rows[*].v",
    "inputs.rows.*.v.*",
    "inputs.missing.deep",
    "fromJSON(inputs.json).a[1]",
  ),
);

/** Texts of expressions in all forms the language has, from ASCII alone: beyond it Pawl folds case as .NET does, the package as JavaScript does. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthIdentifier: "e" },
      value,
      fc
        .tuple(inner, fc.constantFrom("==", "!=", "<", "<=", ">", ">=", "&&", "||"), inner)
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      inner.map((a) => `!(${a})`),
      fc
        .tuple(fc.constantFrom("contains", "startsWith", "endsWith"), inner, inner)
        .map(([name, a, b]) => `${name}(${a}, ${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `format('{0}-{1}-{{0}}', ${a}, ${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `join(${a}, ${b})`),
      inner.map((a) => `join(${a})`),
      inner.map((a) => `toJSON(${a})`),
      inner.map((a) => `fromJSON(toJSON(${a}))`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `case((${a}) == 1, ${b}, ${c})`),
    ),
  };
});

function official(text: string): string {
  const tree = new Parser(new Lexer(text).lex().tokens, ["inputs"], []).parse();
  const contexts = JSON.parse(JSON.stringify({ inputs }), reviver) as InstanceType<typeof data.Dictionary>;
  return new Evaluator(tree, contexts).evaluate().coerceString();
}

const outcome = (work: () => string): string => {
  try {
    return `gives ${work()}`;
  } catch {
    return "refuses it";
  }
};

test("every expression gives what the official evaluator gives", () => {
  fc.assert(
    fc.property(expression, (text) => {
      expect({ text, pawl: outcome(() => resolveText(`\${{ ${text} }}`, scopeOf({ inputs }))) }).toEqual({
        text,
        pawl: outcome(() => official(text)),
      });
    }),
    { numRuns: 3_000 },
  );
});
