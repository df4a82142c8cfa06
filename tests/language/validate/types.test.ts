import { describe, expect, test } from "vitest";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

const HEAD = `name: typed
inputs:
  count: {type: number, default: 1}
  title: {type: string, default: a}
  parts: {type: list, default: [a]}
  deep: {type: boolean, default: true}
  any: {type: object, default: {}}
steps:
  - id: build
    type: shell
    command: echo hi
    outputs: {size: number, names: list}
`;

async function findings(step: string) {
  const result = await validateWorkflow(HEAD + step, { file: "typed.yml", stepTypes: builtInSteps });
  return result.findings.filter(({ severity }) => severity === "error");
}

const foreach = (items: string): string => `  - id: each
    type: foreach
    items: ${items}
    steps:
      - {id: say, type: shell, command: echo}
`;
const say = (prompt: string): string => `  - {id: ask, type: claude, prompt: "${prompt}"}\n`;

describe("types along the graph", () => {
  test.each(["{{ inputs.count }}", "${{ inputs.count }}", "{{ build.outputs.size }}", "{{ inputs.parts | length }}"])(
    "a number can't be what a foreach goes through: %s",
    async (items) => {
      const [finding] = await findings(foreach(`"${items}"`));
      expect(finding).toMatchObject({ rule: "type.field", line: 15, column: 12 });
      expect(finding?.message).toContain("is given a number");
    },
  );

  test.each(["{{ inputs.parts }}", "{{ build.outputs.names }}", "{{ inputs.any }}", "{{ build.outputs.stdout }}"])(
    "what may be a list is let through: %s",
    async (items) => {
      expect(await findings(foreach(`"${items}"`))).toEqual([]);
    },
  );

  test("a text can't be a number of turns, and the message says how to convert it", async () => {
    const [finding] = await findings(`  - {id: ask, type: claude, prompt: x, max_turns: "{{ inputs.title }}"}\n`);
    expect(finding).toMatchObject({ rule: "type.field", hint: expect.stringContaining("| int") as string });
    expect(await findings(`  - {id: ask, type: claude, prompt: x, max_turns: "{{ inputs.title | int }}"}\n`)).toEqual(
      [],
    );
  });

  test.each([
    ["{% for x in inputs.count %}{{ x }}{% endfor %}", "type.use"],
    ["{{ inputs.count | join(',') }}", "type.use"],
    ["{{ inputs.deep.value }}", "type.use"],
    ["{{ inputs.parts.length }}", "type.use"],
    ["{{ inputs.title.size }}", "type.use"],
    ["{{ build.output.size }}", "reference.unknown-member"],
    ["{{ steps.build.stdout }}", "reference.unknown-member"],
  ])("%s is refused as %s", async (prompt, rule) => {
    expect((await findings(say(prompt))).map((finding) => finding.rule)).toEqual([rule]);
  });

  test.each([
    "{% for x in inputs.parts %}{{ x }}{% endfor %}",
    "{{ inputs.title.upper() }}",
    "{{ inputs.any.whatever.else }}",
    "{{ inputs.parts | join(',') }} {{ inputs.title | length }}",
    "{{ build.exit_code }} {{ steps.build.outcome }}",
  ])("%s is fine", async (prompt) => {
    expect(await findings(say(prompt))).toEqual([]);
  });

  test("a declared output must be what its value is", async () => {
    const step = `  - id: sum\n    type: shell\n    command: echo\n    outputs: {n: {type: number, value: "{{ inputs.title }}"}}\n`;
    expect(await findings(step)).toMatchObject([
      { rule: "type.output", message: expect.stringContaining('"n"') as string },
    ]);
  });
});
