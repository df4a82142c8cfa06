import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PawlError } from "../../../src/kernel/errors.ts";
import {
  checkTemplate,
  evaluateCondition,
  evaluateExpression,
  references,
  resolveText,
} from "../../../src/language/expressions/evaluate.ts";
import { compileScript } from "../../../src/language/expressions/script.ts";
import { codeOf, scopeOf } from "./scope.ts";

const scope = scopeOf({ inputs: { text: "x".repeat(1_000), list: Array.from({ length: 1_000 }, (_, n) => n) } });

describe("an expression that asks for too much is stopped", () => {
  test.each([
    ["brackets, Jinja", `{{ ${"(".repeat(1_000)}1${")".repeat(1_000)} }}`],
    ["brackets, GitHub", `\${{ ${"(".repeat(1_000)}1${")".repeat(1_000)} }}`],
    ["lists in lists", `{{ ${"[".repeat(1_000)}${"]".repeat(1_000)} }}`],
    ["not not not", `{{ ${"not ".repeat(4_000)}1 }}`],
    ["minus minus minus", `{{ ${"- ".repeat(4_000)}1 }}`],
    ["a chain of additions", `{{ ${"1+".repeat(9_000)}1 }}`],
    ["one expression of 30,000 characters", `{{ '${"x".repeat(30_000)}' }}`],
    ["a template of two megabytes", "x{{ 1 }}".repeat(300_000)],
    ["a loop in a loop", "{% for a in range(10000) %}{% for b in range(10000) %}{% endfor %}{% endfor %}"],
    [
      "text that doubles",
      "{% set ns = namespace(s='xxxxxxxx') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    ],
    [
      "a list that doubles",
      "{% set ns = namespace(s=[1]) %}{% for i in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    ],
    ["text repeated", "{{ inputs.text * 1000000 }}"],
    ["a list repeated", "{{ [1] * 10000000 }}"],
    ["replacing each letter by all", "{{ inputs.text.replace('x', inputs.text).replace('x', inputs.text) }}"],
    ["the same as a filter", "{{ inputs.text | replace('x', inputs.text) | replace('x', inputs.text) }}"],
    [
      "a format of formats",
      "${{ format('{0}{0}{0}{0}{0}{0}{0}{0}', format('{0}{0}{0}{0}{0}{0}{0}{0}', format('{0}{0}{0}{0}{0}{0}{0}{0}', format('{0}{0}{0}{0}{0}{0}{0}{0}', format('{0}{0}{0}{0}{0}{0}{0}{0}', inputs.text))))) }}",
    ],
    ["an indent of a billion", "{{ inputs.text | indent(1000000000) }}"],
    ["JSON indented by a billion", "{{ inputs.list | tojson(indent=1000000000) }}"],
    ["a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"],
    ["a regular expression of a million states", "{{ matches('x', 'x{1000}{1000}') }}"],
    ["a regular expression of 5,000 characters", `{{ matches('x', '${"x".repeat(5_000)}') }}`],
  ])("%s", (_what, text) => {
    expect(codeOf(() => resolveText(text, scope))).toBe("expression.limit");
  });

  test("and whatever its size, white space is read in linear time", () => {
    const spaces = " ".repeat(400_000);
    expect(resolveText(`${spaces}{% if true %}x{% endif %}${spaces}`, scope).trim()).toBe("x");
  });

  test("a pattern that backtracks for ever elsewhere is answered at once", () => {
    expect(evaluateExpression(`matches('${"a".repeat(5_000)}!', '^(a+)+$')`, scope)).toBe(false);
  });
});

describe("whatever text it is given", () => {
  const pieces = fc.constantFrom(
    "{{",
    "}}",
    "${{",
    "{%",
    "%}",
    "{#",
    "#}",
    "${",
    "}",
    "'",
    '"',
    "\\",
    "(",
    ")",
    "[",
    "]",
    "{",
    "|",
    ".",
    ",",
    ":",
    "-",
    "=",
    "==",
    "&&",
    "||",
    "!",
    "if",
    "for",
    "in",
    "set",
    "raw",
    "endraw",
    "endif",
    "inputs",
    "text",
    "secrets",
    "success()",
    "1",
    " ",
    "\n",
    "<<EOF",
    "EOF",
    "$(",
    "`",
    "#",
    "é",
    "\u0000",
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const strangeError = (work: () => unknown): unknown => {
    try {
      work();
      return undefined;
    } catch (thrown) {
      return thrown instanceof PawlError && thrown.code !== "internal" ? undefined : thrown;
    }
  };

  test("evaluation gives a value or an error of Pawl's", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(strangeError(() => resolveText(text, scope))).toBeUndefined();
        expect(strangeError(() => evaluateCondition(text, scope))).toBeUndefined();
        expect(strangeError(() => evaluateExpression(text, scope))).toBeUndefined();
      }),
      { numRuns: 1_500 },
    );
  });

  test("checking, listing references and compiling scripts never throw, and every problem stands inside the text", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("bash", "python", "pwsh"), (text, interpreter) => {
        for (const kind of ["template", "condition"] as const) {
          for (const { offset, length } of references(text, kind))
            expect(offset + length).toBeLessThanOrEqual(text.length);
          for (const { offset } of checkTemplate(text, kind))
            expect(offset).toBeLessThanOrEqual(Math.max(0, text.length));
        }
        for (const { offset } of compileScript(text, interpreter).problems)
          expect(offset).toBeLessThan(Math.max(1, text.length));
      }),
      { numRuns: 1_500 },
    );
  });
});
