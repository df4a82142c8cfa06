import { describe, expect, test } from "vitest";
import { migrateWorkflow } from "../../src/language/migrate.ts";
import type { Workflow } from "../../src/language/model.ts";
import { validateWorkflow } from "../../src/language/validate/validate.ts";
import { builtInSteps } from "../../src/steps/registry.ts";
import { TYPED_STEPS, WRAPPED } from "./compat/files.ts";

const migrate = (text: string, file = "old.yml") => migrateWorkflow(text, { file, stepTypes: builtInSteps });

/** What a workflow means, without the places where it was written. */
async function meaning(text: string, load: (name: string) => string | undefined = () => undefined): Promise<unknown> {
  const { workflow, findings } = await validateWorkflow(text, {
    file: "old.yml",
    stepTypes: builtInSteps,
    load: async (name) => {
      const found = load(name);
      return found === undefined ? undefined : { text: found, file: `${name}.yml` };
    },
  });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const withoutPlaces = (key: string, value: unknown): unknown => (key === "place" ? undefined : value);
  const { source: _source, ...rest } = workflow as Workflow;
  return JSON.parse(JSON.stringify(rest, withoutPlaces));
}

describe("pawl migrate", () => {
  test("keeps the meaning of a file of typed steps", async () => {
    const { changed, text } = migrate(TYPED_STEPS);
    expect(changed).toBe(true);
    expect(text).not.toMatch(/use_cache|cache_key/);
    expect(await meaning(text)).toEqual(await meaning(TYPED_STEPS));
  });

  test("makes a file of each wrapped workflow, which together mean the same", async () => {
    const { text, others } = migrate(WRAPPED);
    expect(others.map(({ name }) => name)).toEqual(["base"]);
    expect(await meaning(text, (name) => others.find((other) => other.name === name)?.text)).toEqual(
      await meaning(WRAPPED),
    );
  });

  test("changes nothing the second time, and nothing in a file of today", () => {
    const once = migrate(TYPED_STEPS);
    expect(migrate(once.text)).toMatchObject({ changed: false, text: once.text, rewritings: [] });
  });

  test("keeps comments and block texts", () => {
    const { text } = migrate(`# what this is
name: a
steps:
  # the first
  - id: one
    type: shell
    cache_key: x # by hand
    # how
    command: |
      echo one
      echo two
`);
    expect(text).toBe(`# what this is
name: a
steps:
  # the first
  - id: one
    type: shell
    # how
    command: |
      echo one
      echo two
    cache:
      key: x # by hand
`);
  });

  test("says what it rewrote and where", () => {
    const { rewritings } = migrate(TYPED_STEPS);
    expect(rewritings).toContainEqual({ line: 9, column: 5, message: '"cache_key" became part of "cache"' });
  });

  test("gives back what isn't YAML with the reason", () => {
    expect(migrate("a: [")).toMatchObject({ changed: false, text: "a: [", findings: [{ line: 1 }] });
  });
});
