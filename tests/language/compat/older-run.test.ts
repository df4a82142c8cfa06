import { expect, test } from "vitest";
import { migrateWorkflow } from "../../../src/language/migrate.ts";
import { builtInSteps } from "../../../src/steps/registry.ts";
import { openStage } from "../../steps/stage.ts";

const COVERAGE =
  '<?xml version="1.0"?><coverage line-rate="0.6" branch-rate="0.5" lines-covered="6" lines-valid="10"><packages/></coverage>';

const TYPED = `name: increase-coverage
inputs:
  target_coverage: {type: number, default: 80}
  f: {type: string, default: README.md}
steps:
  - id: baseline
    type: shell
    command: cat report.xml > coverage.xml
    cache_key: "x-{{ hash(inputs.f) }}"
    outputs: {coverage_xml: "./coverage.xml"}
  - id: needed
    type: assert
    condition: "parse_coverage(baseline.outputs.coverage_xml).line_coverage < {{ inputs.target_coverage }}"
    message: coverage is there already
  - id: open
    type: shell
    command: echo opened
    when: "{{ env.CREATE_PR == 'true' }}"
`;

const WRAPPED = `workflows:
  wrapped:
    rollback_strategy: automatic
    cost_tracking: true
    variables: {task_id: "\${INPUT_TASK_ID}"}
    steps:
      - name: analysis
        plugin: codebase_analyzer
        action: analyze
        outputs: [languages]
      - name: say
        type: shell
        command: echo "$BRANCH"
        env: {BRANCH: "feature/\${task_id.lower()}-end"}
        condition: "\${languages or task_id}"
      - type: parallel
        steps:
          - {name: one, type: shell, command: echo 1}
          - {name: two, type: shell, command: echo 2, condition: "\${not task_id}"}
`;

test("typed steps with a cache key, an artifact and a coverage assertion run, and the second run is cached", async () => {
  const stage = await openStage({ "report.xml": COVERAGE, ".gitignore": "coverage.xml\n" });
  const first = await stage.play(TYPED);
  expect(first).toMatchObject({
    status: "completed",
    steps: { needed: { status: "completed" }, open: { status: "skipped" } },
  });
  expect((await stage.play(TYPED)).steps["baseline"]?.status).toBe("cached");
  const already = await stage.play(TYPED, { target_coverage: 50 });
  expect(already).toMatchObject({ status: "failed", steps: { needed: { error: { code: "assert.failed" } } } });
});

test.each([
  ["as they are", WRAPPED],
  ["migrated", migrateWorkflow(WRAPPED, { file: "wrapped.yml", stepTypes: builtInSteps }).text],
])("wrapped workflows with plug-in steps and ${…} run %s", async (_how, yaml) => {
  const stage = await openStage();
  const view = await stage.play(yaml, { task_id: "ABC-1" });
  expect(view).toMatchObject({
    workflow: "wrapped",
    status: "completed",
    steps: {
      say: { outputs: { stdout: "feature/abc-1-end" } },
      "parallel/steps/one": { outputs: { stdout: "1" } },
      "parallel/steps/two": { status: "skipped" },
    },
  });
});
