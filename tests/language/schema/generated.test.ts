import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { expressionReference } from "../../../src/language/expressions/reference.ts";
import { lintReference } from "../../../src/language/lint/reference.ts";
import { composeSchema } from "../../../src/language/schema/compose.ts";
import { referencePages } from "../../../src/language/schema/reference.ts";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { validatorsModule } from "../../../.ci/validators.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const examples = [...builtInSteps.values()].flatMap(({ type, examples: own }) =>
  own.map(({ title, yaml }) => ({ type, title, yaml: whole(yaml) })),
);

/** An example may be one step, or several; here it stands in a workflow. */
function whole(yaml: string): string {
  return yaml.startsWith("- ") ? `name: example\nsteps:\n${yaml.replaceAll(/^/gm, "  ")}\n` : yaml;
}

describe("generated files are what the step types give (npm run generate)", () => {
  test("workflow.schema.json", () => {
    expect(JSON.parse(readFileSync(path.join(ROOT, "workflow.schema.json"), "utf8"))).toEqual(
      composeSchema(builtInSteps),
    );
  });

  test("validators.generated.ts", () => {
    const made = readFileSync(path.join(ROOT, "src/language/schema/validators.generated.ts"), "utf8");
    expect(made === validatorsModule(builtInSteps), "run npm run generate").toBe(true);
  });

  test("docs/reference", () => {
    const pages = new Map([
      ...referencePages(builtInSteps),
      ["lint.md", lintReference()],
      ["expressions.md", expressionReference()],
    ]);
    const reference = path.join(ROOT, "docs/reference");
    expect(readdirSync(reference).toSorted()).toEqual([...pages.keys()].toSorted());
    for (const [file, text] of pages) expect(readFileSync(path.join(reference, file), "utf8"), file).toBe(text);
  });
});

describe("the published schema", () => {
  const accepts = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true }).compile(
    composeSchema(builtInSteps),
  );

  test.each(examples)("accepts the example of $type: $title", ({ yaml }) => {
    accepts(parse(yaml));
    expect(accepts.errors ?? []).toEqual([]);
  });

  test("takes an expression where a number belongs, and refuses a word there", () => {
    const workflow = (turns: unknown): object => ({
      name: "a",
      steps: [{ id: "f", type: "claude", prompt: "Go.", max_turns: turns }],
    });
    expect(accepts(workflow("{{ inputs.n }}"))).toBe(true);
    expect(accepts(workflow("many"))).toBe(false);
  });

  test("says something about every field, for hover", () => {
    for (const type of builtInSteps.values()) {
      for (const [field, schema] of Object.entries(type.fields))
        expect(schema["description"], `${type.type}.${field}`).toBeTypeOf("string");
    }
  });
});

describe("every example of the reference", () => {
  test("every step type has one", () => {
    expect([...builtInSteps.values()].filter((type) => type.examples.length === 0).map(({ type }) => type)).toEqual([]);
  });

  test.each(examples)("of $type is a valid workflow: $title", async ({ yaml }) => {
    const { findings } = await validateWorkflow(yaml, { file: "example.yml", stepTypes: builtInSteps });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
