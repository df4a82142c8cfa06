import { defineStep } from "./define.ts";
import { failureOf, outputsOf, wholeNumber } from "./frames.ts";

/** As many branches as one step may open. */
const MAX_BRANCHES = 256;

export const parallelStep = defineStep({
  type: "parallel",
  summary: "Runs steps at the same time.",
  description:
    "Runs its `steps` at once, each as soon as what it refers to is there, or several `branches`, each a list of steps in order. It ends when all of them have " +
    "ended, and fails when one has failed. Steps that write files work on copies of the workspace; their changes are merged, and a conflict fails the later one.\n\n" +
    "The outputs of an inner step are outputs of this one under its id: `checks.outputs.lint.stdout`.",
  fields: {
    max_parallel: {
      type: "integer",
      minimum: 1,
      description: "How many run at the same time; without it, as many as the workflow's `max_parallel` allows.",
    },
  },
  bodies: {
    steps: { shape: "list", required: false, parallel: true, description: "Steps that run at the same time." },
    branches: {
      shape: "map",
      required: false,
      description: "Lists of steps by name; the lists run at the same time, each in its own order.",
    },
  },
  openOutputs: true,
  examples: [
    {
      title: "Two checks at once",
      yaml: `name: checks-at-once
steps:
  - id: checks
    type: parallel
    steps:
      - id: lint
        type: shell
        command: echo "problems=0" >> "$PAWL_OUTPUT"
        outputs: { problems: { type: number } }
      - id: unit
        type: shell
        command: echo "passed=12" >> "$PAWL_OUTPUT"
        outputs: { passed: { type: number } }
  - id: good
    type: assert
    condition: "checks.outputs.lint.problems == 0 and checks.outputs.unit.passed == 12"
`,
    },
    {
      title: "Branches with an order of their own",
      yaml: `name: branches
steps:
  - id: both
    type: parallel
    max_parallel: 2
    branches:
      api:
        - id: build-api
          type: shell
          command: echo built
        - id: test-api
          type: shell
          command: echo "{{ steps['build-api'].outputs.stdout }} and tested"
      docs:
        - id: build-docs
          type: shell
          command: echo documented
`,
    },
  ],
  run: async ({ step, config }) => {
    const names = Object.keys(step.bodies);
    const maxParallel = wholeNumber(config["max_parallel"], "max_parallel", {
      fallback: MAX_BRANCHES,
      minimum: 1,
      maximum: MAX_BRANCHES,
    });
    const frames = names.map((body) => ({ key: frameKey(body), body, names: {} }));
    if (frames.length === 0) return { status: "completed", outputs: {} };
    return { status: "expanded", frames, maxParallel };
  },
  join: async (_context, frames) => {
    const outputs = Object.assign({}, ...frames.map(outputsOf));
    return (
      failureOf(
        frames,
        "parallel.failed",
        (frame) => (frame.body === "steps" ? "a parallel step" : `branch ${frame.key}`),
        outputs,
      ) ?? { status: "completed", outputs }
    );
  },
});

/** `branches.api` opens as `api`: the path of a step in it is `both/api/build-api`. */
function frameKey(body: string): string {
  return body.startsWith("branches.") ? body.slice("branches.".length).replaceAll(/[^A-Za-z0-9_.-]/g, "-") : body;
}
