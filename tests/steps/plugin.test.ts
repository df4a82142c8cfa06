import { describe, expect, test } from "vitest";
import type { Plugin } from "../../src/ports/plugin.ts";
import { pluginStep } from "../../src/steps/plugin.ts";
import type { RunView } from "../../src/engine/view.ts";
import type { JsonObject } from "../../src/kernel/json.ts";
import { house, step, workflow } from "../engine/house.ts";

const keys: string[] = [];

const greeter: Plugin = {
  name: "greeter",
  version: "2.0.0",
  description: "Greets.",
  actions: {
    greet: {
      description: "Greets somebody.",
      input: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
      output: { type: "object", required: ["text"], properties: { text: { type: "string" } } },
      effects: true,
      run: async ({ name }, { idempotencyKey }) => {
        keys.push(idempotencyKey);
        return name === "nobody" ? { text: 5 } : { text: `Hello ${JSON.stringify(name)}` };
      },
    },
  },
};

async function call(config: JsonObject, inputs: JsonObject): Promise<RunView> {
  const plugins = { names: () => ["greeter"], get: async (name: string) => (name === "greeter" ? greeter : undefined) };
  const { engine } = house([pluginStep], { ports: { plugins } });
  return engine.run({ workflow: workflow([step("hello", "plugin", { config, inputs })]), inputs: {} });
}

describe("plugin", () => {
  test("calls the action with its inputs, and gives its outputs", async () => {
    const view = await call({ plugin: "greeter", action: "greet" }, { name: "Octo" });
    expect(view.steps["hello"]).toMatchObject({
      outputs: { text: `Hello "Octo"` },
      evidence: { plugin: "greeter", version: "2.0.0" },
    });
    expect(keys.at(-1)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    [
      "an unknown integration",
      { plugin: "greter", action: "greet" },
      { name: "x" },
      "plugin.unknown",
      'Did you mean "greeter"?',
    ],
    [
      "an unknown action",
      { plugin: "greeter", action: "great" },
      { name: "x" },
      "plugin.unknown_action",
      'Did you mean "greet"?',
    ],
    ["inputs of the wrong type", { plugin: "greeter", action: "greet" }, { name: 5 }, "plugin.inputs", undefined],
    [
      "outputs of the wrong type",
      { plugin: "greeter", action: "greet" },
      { name: "nobody" },
      "plugin.outputs",
      undefined,
    ],
  ])("refuses %s", async (_name, config, inputs, code, remedy) => {
    const view = await call(config, inputs);
    expect({ code: view.error?.code, remedy: view.error?.remedy }).toEqual({ code, remedy });
  });
});
