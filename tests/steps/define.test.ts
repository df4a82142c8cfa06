import { describe, expect, test } from "vitest";
import { defineStep } from "../../src/steps/define.ts";
import { builtInSteps } from "../../src/steps/registry.ts";

const base = {
  type: "mine",
  summary: "Mine.",
  description: "Mine.",
  run: async () => ({ status: "completed" as const, outputs: {} }),
};

describe("defineStep", () => {
  test("gives a type the defaults of a step without outside effects", () => {
    expect(defineStep(base)).toMatchObject({
      fields: {},
      bodies: {},
      caching: "never",
      writesWorkspace: false,
      openOutputs: false,
    });
  });

  test.each([
    ["a required field that isn't declared", { required: ["x"] }, /required names "x"/],
    ["a condition field that isn't declared", { conditionFields: ["when_done"] }, /conditionFields names "when_done"/],
    ["a field without a description", { fields: { x: { type: "string" } } }, /"x" has no description/],
    ["a name that can't stand in a workflow", { type: "My Step" }, /its name must match/],
    ["bodies without a join", { bodies: { steps: { shape: "list", required: true, description: "x" } } }, /no join/],
  ] as const)("refuses %s", (_what, more, message) => {
    expect(() => defineStep({ ...base, ...more })).toThrow(message);
  });
});

describe("the built-in types", () => {
  test.each([...builtInSteps.values()].map((type) => [type.type, type] as const))(
    "%s says of itself what documentation needs",
    (_name, type) => {
      expect(type.summary).toMatch(/^[A-Z].*\.$/s);
      expect(type.description.length).toBeGreaterThan(type.summary.length);
      for (const [field, schema] of Object.entries(type.fields))
        expect({ field, description: schema["description"] }).toEqual({
          field,
          description: expect.stringMatching(/\S{2}/),
        });
    },
  );
});
