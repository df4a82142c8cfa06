import { describe, expect, test } from "vitest";
import type { Step } from "../../../src/language/model.ts";
import { validateWorkflow } from "../../../src/language/validate/validate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";
import { TYPED_STEPS, WRAPPED } from "./files.ts";

const read = (text: string, file = "old.yml") => validateWorkflow(text, { file, stepTypes: builtInSteps });

async function stepsOf(text: string): Promise<Readonly<Record<string, Step>>> {
  const { workflow, findings } = await read(text);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return Object.fromEntries((workflow?.steps ?? []).map((step) => [step.id, step]));
}

describe("a file of typed steps with cache keys", () => {
  test("a cache key beside the step is part of its cache policy", async () => {
    const { baseline } = await stepsOf(TYPED_STEPS);
    expect(baseline?.cache).toMatchObject({ enabled: true, key: "x-{{ hash(inputs.f) }}" });
    expect(baseline?.outputs["coverage_xml"]).toEqual({ type: "artifact", value: "./coverage.xml" });
  });

  test("an agent step keeps its profile, its condition and its files, and promises its outputs by a schema", async () => {
    const { write_tests: agent } = await stepsOf(TYPED_STEPS);
    expect(agent).toMatchObject({ securityProfile: "standard", when: "{{ env.CREATE_PR == 'true' }}" });
    expect(agent?.cache?.enabled).toBe(true);
    expect(agent?.config["context"]).toEqual({ files: ["{{ inputs.f }}", "coverage.xml"] });
    expect(agent?.outputs).toMatchObject({
      report: { type: "artifact", value: "./report.md" },
      tests_added: { type: "number" },
    });
    expect(agent?.config["output_schema"]).toMatchObject({ properties: { tests_added: { type: "number" } } });
  });

  test("validation says once that it is an older form, as a note", async () => {
    const { ok, findings } = await read(TYPED_STEPS);
    expect(ok).toBe(true);
    expect(findings.filter(({ rule }) => rule === "compat.older-form")).toMatchObject([{ severity: "info", line: 9 }]);
  });
});

describe("a file of wrapped workflows with plug-in steps", () => {
  test("takes the workflow that no other extends, with what it inherits", async () => {
    const { workflow } = await read(WRAPPED);
    expect(workflow).toMatchObject({ name: "feature", version: "1.0", rollback: "automatic", costTracking: true });
    expect(workflow?.steps.map(({ id }) => id)).toEqual(["announce", "fetch_task", "branch", "generate", "checks"]);
  });

  test("a variable of ${INPUT_NAME} declares the input", async () => {
    const { workflow } = await read(WRAPPED);
    expect(workflow?.inputs["task_id"]).toMatchObject({ type: "string", required: false });
  });

  test("names of variables and outputs get the context they live in", async () => {
    const steps = await stepsOf(WRAPPED);
    expect(steps["branch"]).toMatchObject({ type: "plugin", config: { plugin: "github", action: "create_branch" } });
    expect(steps["branch"]?.inputs["name"]).toBe(
      "feature/{{ variables.task_id.lower() }}-{{ slug(fetch_task.outputs.task.title) }}",
    );
    expect(steps["generate"]?.type).toBe("claude");
    expect(steps["generate"]?.config["prompt"]).toBe("Write the code for {{ fetch_task.outputs.task.title }}.\n");
    expect(steps["generate"]?.config["system"]).toContain("code generator");
  });

  test("a condition becomes when, and a script keeps its own ${…}", async () => {
    const { checks } = await stepsOf(WRAPPED);
    const tests = checks?.bodies["steps"]?.find(({ id }) => id === "unit_tests");
    expect(tests?.when).toBe("{{ project.has_tests and generate.outputs.generated_code.includes_tests }}");
    expect(tests?.config["command"]).toContain('"${HOME}"');
    expect(tests?.name).toBe("unit tests");
  });
});

test("what a plug-in answers is found by the path an older file gives, or taken whole", async () => {
  const step = (outputs: string): string =>
    `name: x\nsteps:\n  - {name: get, plugin: jira, action: get_issue, outputs: ${outputs}}\n`;
  expect((await stepsOf(step("{title: $.fields.title}")))["get"]?.outputs["title"]?.value).toBe(
    "{{ outputs.fields.title }}",
  );
  expect((await stepsOf(step("[issue]")))["get"]?.outputs["issue"]?.value).toBe("{{ outputs }}");
  expect((await stepsOf(step("{points: number}")))["get"]?.outputs["points"]).toEqual({ type: "number" });
});

test("findings in an older file point at what its author wrote", async () => {
  const { findings } = await read(TYPED_STEPS.replace("use_cache: true", "use_cache: maybe"));
  expect(findings.find(({ severity }) => severity === "error")).toMatchObject({ line: 20, column: 16 });
});

test("a file in today's form is left as it is", async () => {
  const { findings } = await read(
    "name: x\nsteps:\n  - id: a\n    type: shell\n    command: true\n    timeout: 5m\n".replace("true", "echo"),
  );
  expect(findings).toEqual([]);
});
