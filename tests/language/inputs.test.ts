import { describe, expect, test } from "vitest";
import type { InputSpec } from "../../src/language/model.ts";
import { resolveInputs } from "../../src/language/inputs.ts";

const input = (spec: Partial<InputSpec> & Pick<InputSpec, "type">): InputSpec => ({
  required: false,
  description: "",
  ...spec,
});

describe("inputs given as text", () => {
  test.each<[InputSpec["type"], string, unknown]>([
    ["number", "80", 80],
    ["number", "-1.5e2", -150],
    ["boolean", "yes", true],
    ["boolean", "FALSE", false],
    ["list", "a, b,c", ["a", "b", "c"]],
    ["list", '["a,b", 2]', ["a,b", 2]],
    ["list", "", []],
    ["object", '{"a": 1}', { a: 1 }],
    ["string", "80", "80"],
    ["secret", "true", "true"],
  ])("a %s from %j", (type, text, value) => {
    expect(resolveInputs({ x: input({ type }) }, { x: text }, { text: true })).toEqual({
      values: { x: value },
      problems: [],
    });
  });

  test.each<[InputSpec["type"], string]>([
    ["number", "eighty"],
    ["number", "0x10"],
    ["number", "1_000"],
    ["number", "Infinity"],
    ["boolean", "maybe"],
    ["object", "[1]"],
    ["list", "[1"],
  ])("a %s can't be %j, and the answer says what can", (type, text) => {
    const { values, problems } = resolveInputs({ x: input({ type }) }, { x: text }, { text: true });
    expect(values).toEqual({});
    expect(problems).toMatchObject([
      { input: "x", message: expect.stringContaining("must be"), hint: expect.stringContaining("x=") },
    ]);
  });

  test("the items of a list are of their declared type, or one of its choices", () => {
    const numbers = { n: input({ type: "list", items: "number" }) };
    expect(resolveInputs(numbers, { n: "1, 2" }, { text: true }).values).toEqual({ n: [1, 2] });
    const choices = { n: input({ type: "list", enum: ["a", "b"] }) };
    expect(resolveInputs(choices, { n: "a,b" }, { text: true })).toEqual({ values: { n: ["a", "b"] }, problems: [] });
  });

  test("a choice keeps the type of its member", () => {
    expect(
      resolveInputs({ n: input({ type: "choice", enum: [1, "two"] }) }, { n: "1" }, { text: true }).values,
    ).toEqual({ n: 1 });
  });
});

describe("limits", () => {
  test.each([
    [input({ type: "number", minimum: 1, maximum: 10 }), 0, "at least 1"],
    [input({ type: "number", minimum: 1, maximum: 10 }), 11, "at most 10"],
    [input({ type: "choice", enum: ["fast", "full"] }), "fats", "did you mean fast?"],
    [input({ type: "string", pattern: "^[a-z]+$" }), "A", "must match ^[a-z]+$"],
    [input({ type: "string" }), "a\0b", "NUL"],
    [input({ type: "string" }), 3, "must be text"],
    [input({ type: "list" }), "a,b", "must be a list"],
    [input({ type: "list", items: "number" }), [1, "two"], 'item 2 that must be a number, not "two"'],
    [input({ type: "list", enum: ["a", "b"] }), ["a", "c"], "item 2 that must be one of a, b"],
  ])("%j refuses %j", (spec, value, message) => {
    expect(resolveInputs({ x: spec }, { x: value }).problems).toMatchObject([
      { message: expect.stringContaining(message) },
    ]);
  });

  test("a pattern that would take a backtracking engine for ever is answered at once", () => {
    expect(
      resolveInputs({ x: input({ type: "string", pattern: "^(a+)+$" }) }, { x: `${"a".repeat(5_000)}!` }).problems,
    ).toHaveLength(1);
  });
});

test("defaults fill in, what is required and missing is asked for, and every mistake is told at once", () => {
  const specs = { target: input({ type: "number", default: 80 }), suite: input({ type: "string", required: true }) };
  expect(resolveInputs(specs, { suite: "unit" })).toEqual({ values: { target: 80, suite: "unit" }, problems: [] });
  const { problems } = resolveInputs(specs, { targt: 5, target: "x" }, { text: true });
  expect(problems.map(({ input: name, hint }) => [name, hint])).toEqual([
    ["targt", "did you mean target?"],
    ["target", "for example target=1"],
    ["suite", "give suite=text"],
  ]);
});

test("names of JavaScript's own objects are no inputs", () => {
  expect(resolveInputs({}, { constructor: "x", ["__proto__"]: "y" }).problems).toHaveLength(2);
  expect(resolveInputs({ toString: input({ type: "string" }) }, {}).values).toEqual({});
});
