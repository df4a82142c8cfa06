import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { expect, test } from "vitest";
import type { WorkflowBuilder } from "../../../src/language/builder/builder.ts";
import type { None } from "../../../src/language/builder/types.ts";
import { builderCode } from "../../../src/language/builder/code.ts";
import type { JsonObject } from "../../../src/kernel/json.ts";

const DOCUMENT = `
name: raise-coverage
version: "2.0.0"
description: It says "more", with a \\ and a \`tick\` and \${dollar}.
budget: { usd: 1.5 }
inputs:
  target: { type: number, default: 80 }
variables:
  threshold: "{{ inputs.target }}"
steps:
  - id: tests
    type: shell
    command: |
      npm test -- --filter "{{ inputs.target }}" \`date\` \${HOME}
    outputs: { covered: number }
  - id: enough
    type: assert
    condition: "{{ steps.tests.outputs.covered }} >= {{inputs.target}}"
    message: "code {{ steps.tests.outputs.exit_code }}, unknown {{ steps.other.outputs.x }}"
  - id: each
    type: foreach
    items: ["a", "b"]
    steps:
      - { id: inner, type: shell, command: echo "$ITEM", env: { ITEM: "{{ item }}" } }
  - id: theirs
    type: acme_deploy
    region: eu
outputs:
  covered: { type: number, value: "{{ steps.tests.outputs.covered }}" }
`;

test("code made from YAML builds the same document", async () => {
  const document = parse(DOCUMENT) as JsonObject;
  const code = builderCode(document);
  expect(code).toContain("at.inputs.target");
  expect(code).toContain("at.steps.tests.outputs.covered");
  const directory = await mkdtemp(path.join(import.meta.dirname, "code-"));
  try {
    const file = path.join(directory, "built.ts");
    await writeFile(file, code.replace('"pawl"', '"../../../../src/language/builder/builder.ts"'));
    const { raiseCoverage } = (await import(file)) as { raiseCoverage: WorkflowBuilder<None, None> };
    expect(raiseCoverage.toJSON()).toEqual(document);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
