import { describe, expect, test } from "vitest";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

async function firstError(text: string): Promise<string> {
  const { findings } = await validateWorkflow(text, { file: "w.yml", stepTypes: builtInSteps });
  const found = findings.find(({ severity }) => severity === "error");
  return found === undefined ? "" : `${found.line}:${found.column} ${found.message} → ${found.hint ?? ""}`;
}

describe("from an empty file on, each message says what to write next", () => {
  test.each([
    ["", "1:1 a workflow file is a mapping", "name: my-workflow and steps:"],
    ["name: My Workflow\nsteps: [{id: a, type: shell, command: echo}]\n", "1:7", "write my-workflow:"],
    ["name: mine\n", '1:1 the workflow lacks "steps"', "- {id: hello, type: shell, command: echo hello}"],
    ["name: mine\nsteps:\n", '2:1 "steps" must be a list, not nothing', "- {id: hello, type: shell"],
    ["name: mine\nsteps: []\n", '2:8 "steps" is empty', "- {id: hello, type: shell"],
    ["name: mine\nsteps:\n  -\n", '3:4 item 1 of "steps" must be a mapping', "a step is a mapping"],
    ["name: mine\nsteps:\n  - id: a\n", '3:5 the step "a" lacks "type"', "add type: with one of shell, claude,"],
    ["name: mine\nsteps:\n  - id: a\n    type: shell\n", '3:5 the shell step "a" lacks "command"', "add command:"],
    [
      "name: mine\nsteps:\n  - id: a\n    type: foreach\n    steps: [{id: b, type: shell, command: echo}]\n",
      '3:5 the foreach step "a" lacks "items" or "matrix"',
      "add items: or matrix:",
    ],
    [
      "name: mine\nsteps:\n  - id: a\n    type: claude\n",
      '3:5 the claude step "a" lacks "prompt" or "prompt_template"',
      "add prompt:",
    ],
    [
      "name: mine\nsteps:\n  - id: a\n    type: delay\n    duration: 1s\n    until: 2027-01-01\n",
      '6:12 the delay step "a" has "duration" and "until"',
      "delete one",
    ],
    [
      "name: mine\nsteps:\n  - id: a\n    type: shell\n    command: {{ inputs.x }}\n",
      "5:14 a value that starts with {{ must stand in quotes",
      "write '{{ inputs.x }}'",
    ],
    [
      "name: mine\nsteps:\n  - id: a\n    type: shell\n   command: echo\n",
      "5:4 the line's indentation fits nothing above it",
      "same indentation",
    ],
  ])("%j", async (text, message, hint) => {
    const told = await firstError(text);
    expect(told.startsWith(message), told).toBe(true);
    expect(told).toContain(hint);
  });
});

describe("what people bring from GitHub's workflows is answered with what it is here", () => {
  test.each([
    ["if: success()", "write when:"],
    ["uses: actions/checkout@v4", "as a step of type: shell"],
    ["continue-on-error: true", "write on_error: continue"],
    ["timeout-minutes: 5", "write timeout:"],
    ["working-directory: src", "did you mean working_directory?"],
    ["with: {a: 1}", "write inputs:"],
  ])("%s", async (field, hint) => {
    expect(
      await firstError(`name: a\nsteps:\n  - id: a\n    type: shell\n    command: echo\n    ${field}\n`),
    ).toContain(hint);
  });

  test("a job", async () => {
    const text = "name: a\njobs: {}\nsteps: [{id: a, type: shell, command: echo}]\n";
    expect(await firstError(text)).toContain("put its steps under steps:");
  });

  test("a step that only says what it runs", async () => {
    expect(await firstError("name: a\nsteps:\n  - run: npm test\n")).toContain("add type: shell");
    expect(await firstError("name: a\nsteps:\n  - id: a\n    uses: actions/checkout@v4\n")).toContain(
      "as a step of type: shell",
    );
  });
});
