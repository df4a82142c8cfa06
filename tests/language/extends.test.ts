import { Ajv } from "ajv";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { composeSchema } from "../../src/language/schema/compose.ts";
import { validateWorkflow, type ValidationResult } from "../../src/language/validate/validate.ts";
import { builtInSteps } from "../../src/steps/registry.ts";

const BASE = `name: base
inputs:
  level: {type: string, default: info}
variables: {a: one, b: two}
steps:
  - id: install
    type: shell
    command: npm ci
    timeout: 5m
  - id: test
    type: shell
    command: npm test
  - id: report
    type: shell
    command: echo done
`;

function read(text: string, files: Readonly<Record<string, string>> = { base: BASE }): Promise<ValidationResult> {
  return validateWorkflow(text, {
    file: "child.yml",
    stepTypes: builtInSteps,
    load: async (name) => (files[name] === undefined ? undefined : { text: files[name], file: `${name}.yml` }),
    names: async () => Object.keys(files),
  });
}

const child = (steps: string, more = ""): string =>
  `name: child\nextends: base\n${more}${steps === "" ? "" : `steps:\n${steps}`}`;
const ids = ({ workflow }: ValidationResult): readonly string[] => (workflow?.steps ?? []).map(({ id }) => id);

describe("a workflow that extends another", () => {
  test("has its steps, inputs and variables without writing them again", async () => {
    const result = await read(child("", "variables: {b: three}\n"));
    expect(result.findings).toEqual([]);
    expect(ids(result)).toEqual(["install", "test", "report"]);
    expect(result.workflow).toMatchObject({ name: "child", variables: { a: "one", b: "three" } });
    expect(result.workflow?.inputs["level"]?.default).toBe("info");
  });

  test("overrides a step field by field by its id", async () => {
    const result = await read(child("  - id: install\n    command: npm install\n"));
    expect(result.workflow?.steps[0]).toMatchObject({ config: { command: "npm install" }, timeoutMs: 300_000 });
  });

  test("replaces a step whole when the type is another", async () => {
    const result = await read(child("  - {id: install, type: delay, duration: 1s}\n"));
    expect(result.workflow?.steps[0]).toMatchObject({ type: "delay", config: { duration: "1s" } });
  });

  test("removes a step", async () => {
    expect(ids(await read(child("  - {id: report, remove: true}\n")))).toEqual(["install", "test"]);
  });

  test.each([
    ["  - {id: lint, type: shell, command: x, before: test}\n", ["install", "lint", "test", "report"]],
    ["  - {id: lint, type: shell, command: x, after: test}\n", ["install", "test", "lint", "report"]],
    ["  - {id: lint, type: shell, command: x}\n", ["install", "test", "report", "lint"]],
    ["  - {id: test, command: y}\n  - {id: lint, type: shell, command: x}\n", ["install", "test", "lint", "report"]],
    ["  - {id: report, before: install}\n", ["report", "install", "test"]],
  ])("puts steps where they belong: %s", async (steps, expected) => {
    expect(ids(await read(child(steps)))).toEqual(expected);
  });

  test("has another digest when what it extends changes", async () => {
    const one = await read(child(""));
    const two = await read(child(""), { base: BASE.replace("npm ci", "npm install") });
    expect(one.workflow?.source.digest).not.toBe(two.workflow?.source.digest);
  });
});

describe("what can't be inherited is a finding", () => {
  test("an unknown workflow, with the nearest name", async () => {
    const { ok, findings } = await read("name: child\nextends: bsae\nsteps:\n  - {id: a, type: shell, command: x}\n");
    expect(ok).toBe(false);
    expect(findings).toMatchObject([{ rule: "extends.unresolved", line: 2, column: 10, hint: "did you mean base?" }]);
  });

  test("a circle, written out", async () => {
    const files = { a: "name: a\nextends: b\n", b: "name: b\nextends: a\n" };
    const { findings } = await read("name: child\nextends: a\n", files);
    expect(findings.map(({ message }) => message).join("\n")).toContain("child.yml → a.yml → b.yml → a.yml");
  });

  test("a removed step that isn't there", async () => {
    const { findings } = await read(child("  - {id: reprot, remove: true}\n"));
    expect(findings).toMatchObject([{ rule: "extends.unknown-step", line: 4, hint: "did you mean report?" }]);
  });

  test("a mistake in an inherited field, at its place in the other file", async () => {
    const { findings } = await read(child("  - {id: install, name: Install}\n"), { base: BASE.replace("5m", "soon") });
    expect(findings).toMatchObject([{ rule: "value.duration", file: "base.yml", line: 9, column: 14 }]);
  });

  test("broken YAML in the other file", async () => {
    const { ok, findings } = await read(child(""), { base: "steps: [" });
    expect(ok).toBe(false);
    expect(findings[0]).toMatchObject({ file: "base.yml", line: 1 });
  });
});

test.each([
  [
    "a change to an inherited step",
    "extends: base\nsteps: [{id: install, timeout: 1m}, {id: report, remove: true}]",
    true,
  ],
  ["a child without steps", "extends: base", true],
  ["a misspelt field of a workflow", "extends: base\nstesp: []", false],
  ["a workflow without steps that extends nothing", "description: none", false],
])("editors are told by the schema: %s", (_what, fields, valid) => {
  const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(composeSchema(builtInSteps));
  expect(validate(parse(`name: child\n${fields}`))).toBe(valid);
});
