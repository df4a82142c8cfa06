import { describe, expect, test } from "vitest";
import { builtInSteps } from "../../src/steps/registry.ts";
import { openStage } from "./stage.ts";

/** Types whose examples need a person, a model, an integration or GitHub; they are validated here, and run where those are. */
const NEEDS_OTHERS = new Set([
  "claude",
  "claude_code",
  "approval",
  "wait_for_event",
  "pull_request",
  "comment",
  "workflow",
]);

const examples = [...builtInSteps.values()].flatMap((type) =>
  type.examples.map((example) => [`${type.type}: ${example.title}`, type.type, example.yaml] as const),
);

/** An example is a whole workflow, or a list of steps to stand in one. */
const wholeWorkflow = (yaml: string): string =>
  /^steps:/m.test(yaml)
    ? yaml
    : `name: example\ninputs:\n  version: { type: string, default: "1.0" }\nsteps:\n${yaml.replaceAll(/^(?=.)/gm, "  ")}`;

describe("the examples of the reference", () => {
  test.each(examples)("%s is valid", async (_name, _type, yaml) => {
    const stage = await openStage();
    await expect(stage.read(wholeWorkflow(yaml))).resolves.toBeDefined();
  });

  test.each(examples.filter(([, type]) => !NEEDS_OTHERS.has(type)))(
    "%s runs to its end",
    async (_name, _type, yaml) => {
      const stage = await openStage();
      const view = await stage.play(wholeWorkflow(yaml));
      expect({ status: view.status, error: view.error }).toEqual({ status: "completed", error: undefined });
    },
  );

  test("every type has at least one", () => {
    expect([...builtInSteps.values()].filter((type) => type.examples.length === 0).map((type) => type.type)).toEqual(
      [],
    );
  });
});
