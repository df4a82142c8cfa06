import type { Step } from "../../model.ts";
import type { LintRule } from "../rule.ts";

const MOST_STEPS = 40;
const MOST_DEPTH = 4;

export const missingCacheInputs: LintRule = {
  id: "lint.missing-cache-inputs",
  severity: "info",
  summary: "A cached shell step doesn't say which files it depends on.",
  reason: "Without `inputs` its result is found again only when no file of the repository changed at all.",
  bad: "name: a\nsteps:\n  - {id: lint, type: shell, command: npm run lint, timeout: 5m, cache: {}}\n",
  good: 'name: a\nsteps:\n  - {id: lint, type: shell, command: npm run lint, timeout: 5m, cache: {inputs: ["src/**"]}}\n',
  *check(subject) {
    for (const { step } of subject.steps) {
      if (
        step.type === "shell" &&
        step.cache?.enabled === true &&
        step.cache.inputs.length === 0 &&
        step.cache.key === undefined
      ) {
        yield {
          step,
          field: "cache",
          message: `the result of "${step.id}" depends on every file of the repository`,
          hint: 'name the files it reads: cache: {inputs: ["src/**"]}',
        };
      }
    }
  },
};

export const uncheckedPullRequest: LintRule = {
  id: "lint.unchecked-pull-request",
  severity: "warning",
  summary: "A pull request is opened before anything was checked.",
  reason: "Its evidence would have nothing to show: no test, no assertion.",
  bad: "name: a\npermissions: {contents: write, pull_requests: write}\nsteps:\n  - {id: open, type: pull_request, title: A change}\n",
  good: "name: a\npermissions: {contents: write, pull_requests: write}\nsteps:\n  - {id: t, type: shell, command: npm test, timeout: 5m}\n  - {id: open, type: pull_request, title: A change}\n",
  *check(subject) {
    const { steps } = subject;
    for (const [index, { step }] of steps.entries()) {
      const checked = steps
        .slice(0, index)
        .some((earlier) => ["shell", "assert", "validate"].includes(earlier.step.type));
      if (step.type === "pull_request" && !checked)
        yield {
          step,
          message: `"${step.id}" opens a pull request that nothing checked`,
          hint: "run the tests, or assert something, before it",
        };
    }
  },
};

export const missingDescription: LintRule = {
  id: "lint.missing-description",
  severity: "info",
  summary: "A workflow or an input says nothing about itself.",
  reason: "Its description is what people see who start it by a comment, and what completion shows.",
  bad: 'name: a\ninputs: {suite: {type: string}}\nsteps: [{id: t, type: shell, command: npm test -- "$INPUT_SUITE", timeout: 5m}]\n',
  good: 'name: a\ndescription: Runs a suite.\ninputs: {suite: {type: string, description: Which suite to run.}}\nsteps: [{id: t, type: shell, command: npm test -- "$INPUT_SUITE", timeout: 5m}]\n',
  *check({ workflow }) {
    if (workflow.description === "")
      yield { path: ["name"], message: "the workflow has no description", hint: "say in one sentence what it does" };
    for (const [name, input] of Object.entries(workflow.inputs)) {
      if (input.description === "")
        yield { path: ["inputs", name], message: `the input "${name}" has no description`, hint: "say what it is for" };
    }
  },
};

export const complexity: LintRule = {
  id: "lint.complexity",
  severity: "info",
  summary: `More than ${MOST_STEPS} steps, or steps nested more than ${MOST_DEPTH} deep.`,
  reason:
    "A workflow that doesn't fit in a head is changed by trial and error. Sub-workflows can be run and tested alone.",
  bad: `name: a\nsteps:\n${Array.from({ length: MOST_STEPS + 1 }, (_, index) => `  - {id: s${index}, type: shell, command: "true", timeout: 5m}`).join("\n")}\n`,
  good: "name: a\nsteps: [{id: t, type: shell, command: npm test, timeout: 5m}]\n",
  *check(subject) {
    const count = subject.steps.length;
    if (count > MOST_STEPS)
      yield {
        path: ["steps"],
        message: `the workflow has ${count} steps`,
        hint: "move a part into a workflow of its own and call it with type: workflow",
      };
    const deepest = subject.steps.reduce<{ readonly depth: number; readonly step: Step | undefined }>(
      (best, { parents, step }) => (parents.length > best.depth ? { depth: parents.length, step } : best),
      { depth: MOST_DEPTH, step: undefined },
    );
    if (deepest.step !== undefined)
      yield {
        step: deepest.step,
        message: `steps are nested ${deepest.depth} deep`,
        hint: "move an inner part into a workflow of its own",
      };
  },
};
