import { expect, test } from "vitest";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

const CALLEE = `name: measure
inputs:
  target: {type: number, required: true, description: what to reach}
  label: {type: string, default: x}
outputs:
  reached: {type: boolean, value: "{{ steps.a.outputs.stdout == 'yes' }}"}
steps:
  - {id: a, type: shell, command: echo yes}
`;

async function findings(step: string) {
  const text = `name: caller\ninputs:\n  title: {type: string, default: a}\nsteps:\n  - id: call\n    type: workflow\n${step}`;
  const result = await validateWorkflow(text, {
    file: "caller.yml",
    stepTypes: builtInSteps,
    load: async (name) => (name === "measure" ? { text: CALLEE, file: "measure.yml" } : undefined),
    names: async () => ["measure"],
  });
  return result.findings;
}

test("a call with what the other workflow asks for is fine", async () => {
  expect(await findings("    workflow: measure\n    inputs: {target: 3}\n")).toEqual([]);
});

test.each([
  ["    workflow: mesure\n", "reference.unknown-workflow", "did you mean measure?", 7],
  ["    workflow: measure\n", "reference.missing-input", "what to reach", 5],
  ["    workflow: measure\n    inputs: {target: 3, lable: y}\n", "reference.unknown-input", "did you mean label?", 8],
  ["    workflow: measure\n    inputs: {target: many}\n", "type.input", "its type", 8],
  ['    workflow: measure\n    inputs: {target: "{{ inputs.title }}"}\n', "type.input", "its type", 8],
  [
    '    workflow: measure\n    inputs: {target: 3}\n  - {id: say, type: claude, prompt: "{{ call.outputs.reachd }}"}\n',
    "reference.unknown-output",
    "did you mean reached?",
    9,
  ],
])("%s is %s", async (step, rule, hint, line) => {
  const found = await findings(step);
  expect(found).toMatchObject([{ rule, line, hint: expect.stringContaining(hint) as string }]);
});

test("a workflow whose name is computed is left to the run", async () => {
  expect(await findings('    workflow: "{{ inputs.title }}"\n')).toEqual([]);
});
