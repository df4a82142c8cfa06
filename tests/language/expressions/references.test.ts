import { describe, expect, test } from "vitest";
import {
  checkTemplate,
  operandValues,
  references,
  usesStatusFunction,
} from "../../../src/language/expressions/evaluate.ts";
import type { TextKind } from "../../../src/language/expressions/evaluate.ts";
import { scopeOf } from "./scope.ts";

const named = (text: string, kind: TextKind = "template"): string[] =>
  references(text, kind).map(({ root, path, dynamic }) => [root, ...path, ...(dynamic ? ["*"] : [])].join("."));

describe("references", () => {
  test.each([
    ["{{ steps.build.outputs.x }}", ["steps.build.outputs.x"]],
    ["{{ steps['build'].outputs[\"x\"] }}", ["steps.build.outputs.x"]],
    ["${{ steps.my-build.outputs.x }}", ["steps.my-build.outputs.x"]],
    ["{{ build.outputs.list[0].name }}", ["build.outputs.list.*"]],
    ["${{ github.event.*.name }}", ["github.event.*"]],
    ["{{ steps[inputs.which].outputs.x }}", ["steps.*", "inputs.which"]],
    ["{{ inputs.title.lower() | replace('a', inputs.b) | slug }}", ["inputs.title", "inputs.b"]],
    ["{{ artifact('x', run='latest').name }}", []],
    ["{{ 'inputs.no' ~ \"inputs.no\" }}", []],
    ["{{ a if b is defined else c }}", ["a", "b", "c"]],
    ["{{ x is not none and not y }}", ["x", "y"]],
    ["{% for f in inputs.files %}{{ f.path }} {{ loop.index }} {{ g }}{% endfor %}", ["inputs.files", "g"]],
    ["{% set t = variables.t %}{{ t }}{% if env.CI %}{% endif %}", ["variables.t", "env.CI"]],
    ["{% macro m(a) %}{{ a }}{% endmacro %}{{ m(inputs.x) }}", ["inputs.x"]],
    ["{% raw %}{{ inputs.x }}{% endraw %}{# {{ inputs.y }} #}", []],
    ["${NAME} $${OTHER}", ["NAME"]],
    ["nothing here", []],
    ["{{ broken", []],
  ])("of %j", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test("of a condition include what stands outside braces", () => {
    expect(
      named("parse_coverage(base.outputs.xml).line < {{ inputs.t }} and '${{ env.X }}' == y", "condition"),
    ).toEqual(["base.outputs.xml", "inputs.t", "env.X", "y"]);
  });

  test("tell where they stand", () => {
    const text = "say {{ steps.build.outputs.x | upper }} and ${{ inputs.y }}";
    expect(references(text, "template").map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      "steps.build.outputs.x",
      "inputs.y",
    ]);
    const condition = "build.outputs.n > {{ inputs.limit }}";
    expect(
      references(condition, "condition").map(({ offset, length }) => condition.slice(offset, offset + length)),
    ).toEqual(["build.outputs.n", "inputs.limit"]);
  });
});

describe("a status function", () => {
  test.each([
    ["always()", true],
    ["${{ failure() && inputs.x }}", true],
    ["{{ cancelled() }}", true],
    ["Success() && x", true],
    ["inputs.always", false],
    ["'always()' == x", false],
    ["success", false],
  ])("in %j: %s", (condition, uses) => {
    expect(usesStatusFunction(condition)).toBe(uses);
  });
});

describe("checking", () => {
  const found = (text: string, kind: TextKind = "template"): string[] =>
    checkTemplate(text, kind).map(
      ({ rule, offset, length }) => `${rule} ${text.slice(offset, offset + (length ?? 1))}`,
    );

  test.each([
    ["{{ parse_coverag(x) }}", ["expression.unknown-function parse_coverag"]],
    ["${{ contain(x, 'y') }}", ["expression.unknown-function contain"]],
    ["{{ x | slag }}", ["expression.unknown-filter slag"]],
    ["{{ x is definde }}", ["expression.unknown-test definde"]],
    ["${{ toJSON(secrets) }}", ["expression.secrets secrets"]],
    ["{{ secrets[inputs.n] }}", ["expression.secrets secrets"]],
    ["{{ secrets.TOKEN }}", []],
    ["a {{ 1 + }} b", ["expression.syntax 1"]],
    ["a {{ 1", ["expression.syntax {"]],
    ["${{ a b }}", ["expression.syntax b"]],
    ["{% for x in y %}{{ x | upper }}{% endfor %}", []],
    ["plain text", []],
  ])("%j finds %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ["a {% if x %}b", "`{% if x %}` is not a valid expression: it is never closed by `{% endif %}`", 2],
    ["{% for a in b %}{% endif %}", "`{% endif %}` is not a valid expression: `{% endfor %}` is expected here", 16],
    ["a{% endif %}", "`{% endif %}` is not a valid expression: it closes nothing", 1],
    ["{% include 'x' %}", "`{% include 'x' %}` is not a valid expression: Unknown statement type: include", 0],
  ])("of %j says which statement is wrong", (text, message, offset) => {
    expect(checkTemplate(text, "template")).toMatchObject([{ message, offset }]);
  });

  test("of a condition finds text that would make it always true", () => {
    expect(found("${{ false }} trailing", "condition")).toEqual(["expression.syntax $"]);
    expect(found("${{ false }} \n", "condition")).toEqual([]);
  });

  test("offers the nearest name and the way to write it", () => {
    const hints = ["{{ parse_coverag(x) }}", "{{ a && b }}", '${{ "x" }}', "{{ .Names }}"].map(
      (text) => checkTemplate(text, "template")[0]?.hint,
    );
    expect(hints).toEqual([
      'Did you mean "parse_coverage"?',
      "Inside {{ }} write `and` and `or`; `&&` and `||` belong to ${{ }}.",
      "GitHub's expressions write texts in single quotes.",
      "To keep a Go template as it is, write {% raw %}{{ … }}{% endraw %}.",
    ]);
  });
});

describe("the operands of a condition", () => {
  test("are shown with their values, without literals", () => {
    const scope = scopeOf({ inputs: { target: 80, flag: true }, measure: { outputs: { covered: 71.5 } } });
    const shown = (condition: string): Record<string, unknown> =>
      Object.fromEntries(operandValues(condition, scope).map(({ text, value }) => [text, value]));
    expect(shown("measure.outputs.covered >= {{ inputs.target }}")).toEqual({
      "measure.outputs.covered": 71.5,
      "{{ inputs.target }}": 80,
    });
    expect(shown("round(measure.outputs.covered) > 80 and (not inputs.flag or 1 == 2)")).toEqual({
      "round(measure.outputs.covered)": 72,
      "inputs.flag": true,
    });
    expect(shown("{{ measure.outputs.covered > inputs.target }}")).toEqual({
      "measure.outputs.covered": 71.5,
      "inputs.target": 80,
    });
    expect(shown("${{ inputs.flag && inputs.target > 90 }}")).toEqual({
      "${{ inputs.flag }}": true,
      "${{ inputs.target }}": 80,
    });
  });
});
