import { parse } from "yaml";
import { describe, expect, expectTypeOf, test } from "vitest";
import { workflow } from "../../../src/language/builder/builder.ts";
import type { Reference } from "../../../src/language/builder/reference.ts";

const coverage = workflow("raise-coverage", {
  version: "1.2.0",
  description: "Raises coverage to a target.",
  budget: { usd: 2 },
})
  .input("target", { type: "number", default: 80, minimum: 0, maximum: 100 })
  .input("depth", { type: "choice", enum: ["quick", "full"], default: "quick" })
  .variable("report", "coverage/lcov.info")
  .shell("baseline", {
    command: "npm test -- --coverage",
    timeout: "10m",
    outputs: { covered: { type: "number", value: "{{ parse_coverage(file(variables.report)).line_coverage }}" } },
  })
  .assert("below", (at) => ({
    condition: `${at.steps.baseline.outputs.covered} < ${at.inputs.target}`,
    message: `nothing to do at ${at.inputs.target} %`,
  }))
  .claude("improve", (at, steps) => ({
    prompt: `Raise line coverage from ${at.steps.baseline.outputs.covered} to ${at.inputs.target}.`,
    verify: steps.shell("tests", { command: "npm test" }),
  }))
  .switch("how", (at, steps) => ({
    value: at.inputs.depth,
    cases: { full: steps.shell("all", { command: "npm run test:all" }) },
  }))
  .output("before", (at) => ({ type: "number", value: at.steps.baseline.outputs.covered }));

describe("the builder", () => {
  test("writes the document a person would", () => {
    expect(coverage.toJSON()).toEqual({
      name: "raise-coverage",
      version: "1.2.0",
      description: "Raises coverage to a target.",
      budget: { usd: 2 },
      inputs: {
        target: { type: "number", default: 80, minimum: 0, maximum: 100 },
        depth: { type: "choice", enum: ["quick", "full"], default: "quick" },
      },
      variables: { report: "coverage/lcov.info" },
      steps: [
        {
          id: "baseline",
          type: "shell",
          command: "npm test -- --coverage",
          timeout: "10m",
          outputs: { covered: { type: "number", value: "{{ parse_coverage(file(variables.report)).line_coverage }}" } },
        },
        {
          id: "below",
          type: "assert",
          condition: "{{ steps.baseline.outputs.covered }} < {{ inputs.target }}",
          message: "nothing to do at {{ inputs.target }} %",
        },
        {
          id: "improve",
          type: "claude",
          prompt: "Raise line coverage from {{ steps.baseline.outputs.covered }} to {{ inputs.target }}.",
          verify: [{ id: "tests", type: "shell", command: "npm test" }],
        },
        {
          id: "how",
          type: "switch",
          value: "{{ inputs.depth }}",
          cases: { full: [{ id: "all", type: "shell", command: "npm run test:all" }] },
        },
      ],
      outputs: { before: { type: "number", value: "{{ steps.baseline.outputs.covered }}" } },
    });
  });

  test("gives YAML that reads back as the same document and starts with the editors' schema line", () => {
    const yaml = coverage.toYAML();
    expect(yaml).toMatch(/^# yaml-language-server: \$schema=/);
    expect(parse(yaml)).toEqual(coverage.toJSON());
  });

  test("leaves the builder it was called on as it was", () => {
    const first = workflow("two").shell("a", { command: "true" });
    const second = first.shell("b", { command: "true" });
    expect(first.toJSON()["steps"]).toHaveLength(1);
    expect(second.toJSON()["steps"]).toHaveLength(2);
  });

  test("refers to names a dot can't carry by index", () => {
    const built = workflow("dashed")
      .shell("unit-tests", { command: "npm test" })
      .set("note", (at) => ({ values: { code: at.steps["unit-tests"].outputs.exit_code } }));
    expect(built.toJSON()["steps"]).toMatchObject([
      {},
      { values: { code: '{{ steps["unit-tests"].outputs.exit_code }}' } },
    ]);
  });

  test("knows the types of inputs and outputs", () => {
    coverage.assert("types", (at) => {
      expectTypeOf(at.inputs.target).toEqualTypeOf<Reference<number>>();
      expectTypeOf(at.inputs.depth).toEqualTypeOf<Reference<"quick" | "full">>();
      expectTypeOf(at.steps.baseline.outputs.covered).toEqualTypeOf<Reference<number>>();
      expectTypeOf(at.steps.baseline.outputs.stdout).toEqualTypeOf<Reference<string>>();
      expectTypeOf(at.issue.number).toEqualTypeOf<Reference<number>>();
      return { condition: "true" };
    });
  });
});
